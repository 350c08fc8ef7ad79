"""Which server is asked, what counts as this machine, and which key is shown to whom."""

from __future__ import annotations

import os

import pytest

from tracktwo.errors import UsageError
from tracktwo.reading.lm import Protocol, Server
from tracktwo.reading.lm.server import no_detour


@pytest.mark.parametrize(
    ("model", "url", "protocol", "name", "address"),
    [
        ("gemma3:4b", None, Protocol.OLLAMA, "gemma3:4b", "http://localhost:11434"),
        ("ollama/gemma3", None, Protocol.OLLAMA, "gemma3", "http://localhost:11434"),
        ("hf.co/some/model", None, Protocol.OLLAMA, "hf.co/some/model", "http://localhost:11434"),
        ("openai/some/model", "http://[::1]:8080/v1/", Protocol.OPENAI, "some/model", "http://[::1]:8080/v1"),
        ("OpenAI/m", None, Protocol.OPENAI, "m", "https://api.openai.com/v1"),
        ("gemini/m", None, Protocol.GEMINI, "m", "https://generativelanguage.googleapis.com"),
    ],
)
def test_a_model_is_named_with_its_protocol(
    model: str, url: str | None, protocol: Protocol, name: str, address: str
) -> None:
    server = Server.named(model, url)
    assert (server.protocol, server.model, server.url) == (protocol, name, address)


@pytest.mark.parametrize(
    ("model", "url"),
    [("", None), ("openai/", None), ("m", "localhost:11434"), ("m", "ftp://here/"), ("m", "http://"),
     ("m", "http://here:port"), ("m", "http://[::1")],
)  # fmt: skip
def test_what_names_no_model_or_address_is_refused(model: str, url: str | None) -> None:
    with pytest.raises(UsageError):
        Server.named(model, url)


@pytest.mark.parametrize(
    "url", ["http://localhost:1", "http://LOCALHOST", "http://127.0.0.1", "http://127.9.9.9:80", "http://[::1]:5",
            "http://my.localhost"],
)  # fmt: skip
def test_the_loopback_address_is_this_machine(url: str) -> None:
    assert Server.named("m", url).sends_away is None


@pytest.mark.parametrize(
    "url",
    ["http://192.168.0.5:11434", "http://0.0.0.0:11434", "https://models.example", "http://10.0.0.1",
     "http://localhost.example", "http://127.0.0.1.example", "http://localhost@models.example", "http://[fe80::1]"],
)  # fmt: skip
def test_every_other_address_is_another_machine(url: str) -> None:
    assert Server.named("m", url).sends_away == Server.named("m", url).host != ""


def test_models_that_ollama_hands_on_leave_this_machine() -> None:
    assert Server.named("gpt-oss:120b-cloud").sends_away
    assert Server.named("kimi-k2:cloud").sends_away
    assert Server.named("cloudy:4b").sends_away is None
    # Another server's model may be called what it likes.
    assert Server.named("openai/thunder-cloud", "http://localhost:1/v1").sends_away is None


def test_a_makers_key_is_shown_to_its_maker_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "theirs")
    monkeypatch.delenv("TRACKTWO_LLM_KEY", raising=False)
    assert Server.named("openai/m").key == "theirs"
    assert Server.named("openai/m", "http://localhost:8080/v1").key is None
    assert Server.named("gpt-oss").key is None
    monkeypatch.setenv("TRACKTWO_LLM_KEY", "ours")
    assert Server.named("openai/m").key == "ours"
    assert Server.named("openai/m", "http://localhost:8080/v1").key == "ours"


def test_a_proxy_is_passed_by_for_this_machine_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "intranet.example")
    monkeypatch.delenv("no_proxy", raising=False)
    with no_detour(Server.named("m")):
        assert os.environ["NO_PROXY"] == os.environ["no_proxy"] == "intranet.example,localhost"
    assert os.environ["NO_PROXY"] == "intranet.example"
    assert "no_proxy" not in os.environ
    with no_detour(Server.named("m", "https://models.example")):
        assert os.environ["NO_PROXY"] == "intranet.example"
