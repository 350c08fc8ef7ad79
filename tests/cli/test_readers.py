"""``--reader``: a language model beside the rules, on this machine unless somebody says otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.lm_server import Stub, answer, running
from tests.reading.lm.conftest import report_of
from tracktwo.cli.readers import Chosen, ReaderName
from tracktwo.errors import UsageError
from tracktwo.reading import lm
from tracktwo.reading.lm import Agreement, Server
from tracktwo.record import Record, second_reading

TEXT = "Sweden proposed a pause of 30 days. Norway supported this; Denmark did not. Peru will meet Kenya.\n"
SAME = {
    "claim": "Sweden proposed a pause of 30 days",
    "act": "propose",
    "actor": "Sweden",
    "predicate": "proposed",
    "object": "a pause of 30 days",
}
OTHER = {
    "claim": "Norway supported this",
    "act": "support",
    "actor": "Norway",
    "predicate": "supported",
    "object": "this",
    "modality": "intended",
}
MORE = {"claim": "a pause of 30 days", "act": "suspend", "predicate": "pause"}
FALSE = {"claim": "Iceland refused", "act": "reject", "actor": "Iceland", "predicate": "refused"}
LOCAL = ("--model", "stub:1b", "--url")


@pytest.fixture
def run(call: Call) -> Call:
    """Within this process: a model's server and package are slow to start."""
    return call


@pytest.fixture
def stub() -> Iterator[Stub]:
    pytest.importorskip("langextract", reason="the extra llm is not installed")
    with running() as made:
        made.say = lambda _: answer(SAME, OTHER, MORE, FALSE)
        yield made


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_model_alone_gives_claims_and_tells_what_it_dropped(run: Call, stub: Stub, report: Path) -> None:
    done = run("read", report.name, "--reader", "llm", *LOCAL, stub.url, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(claim["act"], claim["confidence"]) for claim in claims] == [
        ("propose", None),
        ("suspend", None),
        ("support", None),
    ]
    assert "stub:1b gave 3 claims from 1 passages; 1 answers dropped" in done.stderr
    assert "1: words that do not stand in the text" in done.stderr
    assert "leave" not in done.stderr


def test_both_readers_are_shown_side_by_side(run: Call, stub: Stub, report: Path) -> None:
    words = ("read", report.name, "--reader", "both", *LOCAL, stub.url)
    shown = run(*words)
    assert shown.returncode == 0, shown.stderr
    assert "differ:" in shown.stdout
    assert "modality" in shown.stdout
    assert "both: 1; differ: 1; rules only: 2; model only: 1" in shown.stderr
    rows = json.loads(run(*words, "--format", "json").stdout)
    assert [row["agreement"] for row in rows].count("differ") == 1
    differ = next(row for row in rows if row["agreement"] == "differ")
    assert (differ["differ"], differ["rules"]["modality"], differ["model"]["modality"]) == (
        ["modality"],
        "asserted",
        "intended",
    )
    assert len(run(*words, "--format", "jsonl").stdout.splitlines()) == len(rows)
    assert run(*words, "--format", "csv").stdout.startswith("agreement,differ,report,")
    assert run(*words, "--format", "propositions").returncode == 2


def test_the_record_keeps_both_and_what_is_new_waits(
    run: Call, stub: Stub, report: Path, tmp_path: Path
) -> None:
    words = ("add", report.name, "--reader", "both", *LOCAL, stub.url)
    done = run(*words)
    assert done.returncode == 0, done.stderr
    assert "2 claims wait for review" in done.stdout
    claims = json.loads(run("claims", "--format", "json").stdout)
    theirs = [claim for claim in claims if claim["method"] == "llm/1:ollama/stub:1b"]
    assert [(claim["act"], claim["modality"], claim["confidence"]) for claim in theirs] == [
        ("suspend", "asserted", None),
        ("support", "intended", None),
    ]
    readings = {flag["code"]: flag["readings"] for flag in theirs[1]["flags"]}["readers-differ"]
    assert readings == ["Norway: support, asserted", "Norway: support, intended"]
    assert len([claim for claim in claims if claim["act"] == "propose"]) == 1
    assert "read by:   llm/1:ollama/stub:1b, confidence not measured" in run("show", theirs[1]["id"]).stdout
    # None of them is in the tables, and the queue asks for them first: nobody knows how sure they are.
    ids = {claim["id"] for claim in theirs}
    assert not any(
        ids & set(row["claims"]) for row in json.loads(run("positions", "--format", "json").stdout)
    )
    queue = {row["id"]: row["weight"] for row in json.loads(run("review", "--format", "json").stdout)}
    assert set(sorted(queue, key=lambda one: -queue[one])[: len(ids)]) == ids
    # Again: nothing new.
    again = run(*words)
    assert "0 claims wait for review" in again.stdout
    with Record.open(tmp_path / "record.sqlite") as record:
        assert len(record.claims()) == len(claims)
        assert record.verify() == ()


def test_a_rejected_reading_does_not_come_back(stub: Stub, run: Call, report: Path, tmp_path: Path) -> None:
    assert run("add", report.name).returncode == 0
    with Record.open(tmp_path / "record.sqlite") as record:
        server = Server.named("stub:1b", stub.url)
        reports = second_reading.may_be_sent(record, ["talks"], server)
        first = second_reading.read_again(record, reports, server)
        assert (first.stored, first.agreement[Agreement.RULES]) == (2, 2)
        for claim in record.claims():
            record.decide(claim.id, "reject")
        assert second_reading.read_again(record, reports, server).stored == 0
        assert record.claims() == ()


def test_passages_not_read_are_named_and_the_exit_code_tells(run: Call, stub: Stub, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Norway rejected plan {name}.\n", encoding="utf-8")
    stub.say = lambda _: 500 if len(stub.asked) == 2 else answer()
    done = run("read", "a.txt", "b.txt", "--reader", "llm", *LOCAL, stub.url)
    assert done.returncode == 1
    assert "1 of 2 passages not read by stub:1b (1: the server gives no answer)" in done.stderr


REMOTE = ("--model", "openai/some-model", "--url", "http://models.example.invalid/v1")


@pytest.mark.parametrize("verb", ["read", "add"])
def test_nothing_leaves_this_machine_unless_that_is_said(run: Call, report: Path, verb: str) -> None:
    done = run(verb, report.name, "--reader", "both", *REMOTE)
    assert done.returncode == 2
    assert (
        "WARNING: the text of 1 reports (17 words) would leave this machine for models.example" in done.stderr
    )
    assert "nothing was sent" in done.stderr
    assert "--allow-remote" in done.stderr


def test_allowing_it_is_told_all_the_same(run: Call, stub: Stub, report: Path) -> None:
    del stub  # only that the extra is there
    done = run("read", report.name, "--reader", "llm", *REMOTE, "--allow-remote")
    assert done.returncode == 2  # there is no such machine
    assert "WARNING: the text of 1 reports (17 words) leaves this machine for models.example" in done.stderr
    assert "cannot be asked" in done.stderr


def test_labelled_reports_are_never_sent(run: Call, report: Path, tmp_path: Path) -> None:
    assert run("add", report.name).returncode == 0
    local, remote = Server.named("m"), Server.named("m", "http://models.example.invalid")
    with Record.open(tmp_path / "record.sqlite") as record:
        assert [one.key for one in second_reading.may_be_sent(record, ["talks"], remote)] == ["talks"]
        record.label("report", "talks", "confidential")
        assert second_reading.may_be_sent(record, ["talks"], remote) == ()
        assert [one.key for one in second_reading.may_be_sent(record, ["talks"], local)] == ["talks"]
    done = run("add", report.name, "--reader", "both", *REMOTE[:1], "openai/m", *REMOTE[2:], "--allow-remote")
    assert done.returncode == 1
    assert "1 reports carry a label and are not sent to models.example.invalid" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("read", "x.txt", "--reader", "llm"), "--model gemma3:4b"),
        (("read", "x.txt", "--model", "m"), "--reader llm"),
        (("read", "x.txt", "--allow-remote"), "--reader llm"),
        (("read", "x.txt", "--reader", "llm", "--model", "openai/"), "names no model"),
        (("read", "x.txt", "--reader", "llm", "--model", "m", "--url", "here"), "no address"),
        (("add", "x.txt", "--reader", "llm", "--model", "m"), "--reader both"),
    ],
)
def test_options_that_make_no_sense_are_explained(run: Call, words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("wanted", [True, False])
def test_at_a_terminal_one_is_asked(
    wanted: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for stream in ("stdin", "stderr"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: wanted)
    chosen = Chosen(ReaderName.LLM, "openai/m", None, remote=False)
    server = chosen.server()
    assert server is not None
    made = report_of("Norway rejected the draft.")
    chosen.ask_to_send(server, [])  # nothing would be sent
    if wanted:
        chosen.ask_to_send(server, [made])
    else:
        with pytest.raises(UsageError, match="nothing was sent"):
            chosen.ask_to_send(server, [made])
    assert "would leave this machine for api.openai.com" in capsys.readouterr().err


def test_nothing_to_read_asks_nobody() -> None:
    (read,) = lm.read_all([report_of("# Only a heading")], Server.named("openai/m"))
    assert (read.claims, read.passages) == ((), 0)
