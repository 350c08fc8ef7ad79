"""LangExtract asks a server in three protocols; whatever comes back, nothing false gets in."""

from __future__ import annotations

import builtins
import subprocess
import sys
from typing import Any

import pytest

from tests.lm_server import PROTOCOLS, Stub, answer
from tests.reading.lm.conftest import report_of
from tracktwo.errors import ModelError
from tracktwo.reading import lm
from tracktwo.reading.lm.grounding import Dropped
from tracktwo.reading.lm.server import Server
from tracktwo.vocabulary import Report

REPORT = report_of(
    "Norway rejected the draft.", "# Break", "Kenya will meet Chile.", "# Break", "Peru’s “no” stands."
)
REJECTS: dict[str, Any] = {
    "claim": "Norway rejected the draft",
    "act": "reject",
    "actor": "Norway",
    "predicate": "rejected",
    "object": "the draft",
}
MEETS = {
    "claim": "Kenya will meet Chile",
    "act": "meet",
    "actor": "Kenya",
    "predicate": "will meet",
    "object": "Chile",
    "modality": "planned",
    "toward": "Chile",
}


def read(stub: Stub, protocol: str, report: Report = REPORT, timeout: float = 20.0) -> lm.ModelReading:
    (done,) = lm.read_all([report], Server.named(*stub.named(protocol), timeout=timeout))
    return done


def of_the_passage(prompt: str) -> str:
    """What a good model says: the claim of the passage at the end of the prompt."""
    passage = prompt.rpartition("\nQ: ")[2]
    return answer(*(one for one in (REJECTS, MEETS) if one["claim"] in passage))


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_good_answers_become_claims(stub: Stub, protocol: str) -> None:
    stub.say = of_the_passage
    done = read(stub, protocol)
    assert [(claim.actor, claim.act.value, claim.modality.value) for claim in done.claims] == [
        ("Norway", "reject", "asserted"),
        ("Kenya", "meet", "planned"),
    ]
    assert [claim.toward for claim in done.claims] == [None, "Chile"]
    assert (done.passages, dict(done.dropped), dict(done.unread)) == (3, {}, {})
    assert done.claims[0].method == f"llm/1:{protocol}/stub"
    assert len(stub.asked) == 3
    # Headings are not sent, the text as it is stored is, and the whole of the prompt fits.
    assert not any("# Break" in one.prompt for one in stub.asked)
    assert "Q: Peru’s “no” stands.\nA: " in stub.asked[2].prompt
    assert "  rule_out: Says in advance" in stub.asked[0].prompt
    assert protocol != "ollama" or stub.asked[0].body["options"]["num_ctx"] * 2 > len(stub.asked[0].prompt)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_ungrounded_and_unknown_ones_are_dropped_and_counted(stub: Stub, protocol: str) -> None:
    stub.say = lambda _: answer(
        REJECTS,
        {**REJECTS, "claim": "Sweden rejected the draft", "actor": "Sweden"},
        {**REJECTS, "act": "veto"},
        {**REJECTS, "object": None},
        {"claim": "Norway rejected the draft"},
    )
    done = read(stub, protocol, report_of("Norway rejected the draft."))
    assert len(done.claims) == 2
    assert done.dropped == {Dropped.NOT_THERE: 1, Dropped.UNKNOWN_ACT: 2}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_repeated_words_are_each_found_where_they_stand(stub: Stub, protocol: str) -> None:
    stub.say = lambda _: answer(REJECTS, REJECTS)
    report = report_of("Norway rejected the draft.", "Much later, Norway rejected the draft.")
    starts = [claim.actor_start for claim in read(stub, protocol, report).claims]
    assert starts == [0, report.text.rindex("Norway")]


BAD: dict[str, str | bytes] = {
    "cut off": '{"extractions": [{"claim": "Norway rej',
    "prose": "Certainly! Norway rejected the draft.",
    "nothing": "",
    "another form": '{"claims": []}',
    "a list of words": '{"extractions": ["Norway"]}',
    "a number for attributes": '{"extractions": [{"claim": "Norway", "claim_attributes": 3}]}',
    "null": '{"extractions": [{"claim": null, "claim_attributes": {}}]}',
    "a deep nest": "[" * 3000,
    "no JSON around it": b"<html>busy</html>",
    "another protocol's": b'{"hello": "world"}',
    "no bytes": b"",
}


SHARED = ("prose", "no JSON around it")


@pytest.mark.parametrize(
    ("protocol", "bad"),
    [("ollama", name) for name in BAD] + [(one, name) for one in PROTOCOLS[1:] for name in SHARED],
)
def test_an_unusable_answer_costs_its_passage_alone(stub: Stub, protocol: str, bad: str) -> None:
    def say(prompt: str) -> str | bytes:
        return BAD[bad] if "Kenya will" in prompt.rpartition("\nQ: ")[2] else of_the_passage(prompt)

    stub.say = say
    done = read(stub, protocol)
    assert [claim.actor for claim in done.claims] == ["Norway"]
    assert sum(done.unread.values()) == 1


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("trouble", [500, 429, 2.0], ids=["error", "too many", "timeout"])
def test_a_server_in_trouble_once_is_asked_on(stub: Stub, protocol: str, trouble: float) -> None:
    stub.say = lambda prompt: trouble if len(stub.asked) == 2 else of_the_passage(prompt)
    done = read(stub, protocol, timeout=1.0 if trouble == 2.0 else 20.0)
    assert [claim.actor for claim in done.claims] == ["Norway"]
    assert done.unread == {"the server gives no answer": 1}
    assert len(stub.asked) == 3  # no silent second tries


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_server_that_fails_at_once_stops_the_reading(stub: Stub, protocol: str) -> None:
    stub.say = lambda _: 404
    with pytest.raises(ModelError, match="cannot be asked") as caught:
        read(stub, protocol)
    assert len(stub.asked) == 1
    assert str(caught.value).startswith(stub.url)


def test_a_server_that_goes_silent_is_given_up(stub: Stub) -> None:
    many = report_of(*(part for n in range(9) for part in (f"Norway rejected draft {n}.", "# Break")))
    stub.say = lambda _: 500 if len(stub.asked) > 1 else answer()
    done = read(stub, "ollama", many)
    assert len(stub.asked) == 4
    assert sum(done.unread.values()) == 8


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_nobody_is_shown_another_makers_key(
    stub: Stub, protocol: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "GEMINI_API_KEY", "LANGEXTRACT_API_KEY", "GOOGLE_API_KEY"):
        monkeypatch.setenv(name, f"secret-{name}")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9")
    model, url = stub.named(protocol)
    list(lm.read_all([REPORT], Server.named(model.replace("stub", "gpt-gemini"), url)))
    assert len(stub.asked) == 3
    assert "secret" not in str([(one.headers, one.body) for one in stub.asked])
    monkeypatch.setenv("TRACKTWO_LLM_KEY", "meant-for-this-one")
    list(lm.read_all([REPORT], Server.named(model, url)))
    assert "meant-for-this-one" in str(stub.asked[-1].headers)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_no_proxy_sees_what_stays_on_this_machine(
    stub: Stub, protocol: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    stub.say = of_the_passage
    assert len(read(stub, protocol).claims) == 2


def test_a_missing_key_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langextract", reason="the extra llm is not installed")
    for name in ("TRACKTWO_LLM_KEY", "GEMINI_API_KEY", "LANGEXTRACT_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ModelError, match="TRACKTWO_LLM_KEY"):
        list(lm.read_all([REPORT], Server.named("gemini/some")))


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name.partition(".")[0] == "langextract":
            raise ModuleNotFoundError("No module named 'langextract'", name="langextract")
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ModelError, match=r"pip install 'tracktwo\[llm\]'"):
        list(lm.read_all([REPORT], Server.named("gemma3")))


def test_the_package_is_loaded_only_where_a_model_is_asked() -> None:
    code = (
        "import sys, tracktwo.reading.lm, tracktwo.record.second_reading\nfrom tracktwo.cli.app import app\n"
        "assert 'langextract' not in sys.modules and 'requests' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
