"""Reviewing at a real pseudo-terminal: every key, every decision kept, a bad report shown and not obeyed."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import run_in
from tests.cli.terminal import Terminal
from tests.record.build import claim, reading, report
from tracktwo.record import Record
from tracktwo.vocabulary import Act, Segment, SegmentKind, Status

TEXT = "Before it.\n\nThe drivers reject it. After \x1b[31mit.\n"
OTHER = "The drivers accept it, officials say."


@pytest.fixture
def case(tmp_path: Path) -> Path:
    spans = ((0, 10, 0), (12, 34, 1), (35, 48, 1))
    one = report(
        "one", TEXT, "2024-01-01", segments=tuple(Segment(a, b, SegmentKind.SENTENCE, p) for a, b, p in spans)
    )
    two = report("two", OTHER)
    with Record.open(tmp_path / "record.sqlite") as record:
        first = claim(
            one, "reject", "The drivers", act=Act.REJECT, span=(12, 34), confidence=0.1, object="it"
        )
        record.add(
            one, reading(one, first, claim(one, "After", act=Act.STATE, span=(35, 48), confidence=0.3))
        )
        record.add(two, reading(two, claim(two, "accept", "The drivers", act=Act.ACCEPT, confidence=0.6)))
    return tmp_path


def statuses(case: Path) -> list[str]:
    with Record.open(case / "record.sqlite") as record:
        found = {
            c.predicate: c.status.value
            for c in record.claims(include_rejected=True, include_superseded=True)
            if not c.method.startswith("split:")
        }
    return [found[word] for word in ("reject", "After", "accept")]


def test_one_key_a_decision_each_saved_at_once(case: Path) -> None:
    with Terminal(case, "review", "--by", "Ada") as terminal:
        shown = terminal.expect("? help")
        assert "one, 2024-01-01, line 3" in shown
        assert "1 of 3" in shown
        assert "The drivers reject it. After" in shown
        assert "\x1b[31m" not in terminal.seen.replace("\x1b[31m ", "")
        terminal.type("a")
        terminal.expect("2 of 3, 1 decided by Ada")
        terminal.expect("? help")
        assert statuses(case) == ["accepted", "proposed", "proposed"]
        terminal.type("r")
        terminal.expect("3 of 3")
        terminal.expect("? help")
        terminal.type("x")
        terminal.expect("? lists the keys")
        terminal.type("?")
        terminal.expect("decide later")
        terminal.type("\x1b[A")  # an arrow key decides nothing
        terminal.expect("decide later")
        terminal.type("u")
        terminal.expect("2 of 3, 1 decided")
        terminal.expect("? help")
        assert statuses(case) == ["accepted", "proposed", "proposed"]
        terminal.type("d")
        terminal.expect("3 of 3")
        terminal.expect("? help")
        terminal.type("q")
        terminal.expect("Saved: 1 accept, 1 dispute")
        assert terminal.ended() == 0
    assert statuses(case) == ["accepted", "disputed", "proposed"]
    with Record.open(case / "record.sqlite") as record:
        assert {d.by for c in record.claims() for d in record.history(c.id)} == {"Ada"}


def test_what_was_pressed_before_a_kill_is_kept(case: Path) -> None:
    with Terminal(case, "review") as terminal:
        terminal.expect("? help")
        terminal.type("a")
        terminal.expect("2 of 3")
        terminal.hang_up()
    assert statuses(case)[0] == "accepted"


def test_a_field_is_edited_only_to_words_of_the_quote(case: Path) -> None:
    with Terminal(case, "review") as terminal:
        terminal.expect("? help")
        terminal.type("e")
        terminal.expect("Enter goes back")
        terminal.type("2")
        terminal.expect("act: reject")
        terminal.type("\x15oppose\r")
        terminal.expect("2  act")
        terminal.expect("oppose")
        terminal.expect("Enter goes back")
        terminal.type("4")
        terminal.expect("object: it")
        terminal.type("\x15a lorry\r")
        terminal.expect("does not stand in the quote")
        terminal.expect("Enter goes back")
        terminal.type("4")
        terminal.expect("object: it")
        terminal.type("\x15reject it\r")
        terminal.expect("Enter goes back")
        terminal.type("\r")
        terminal.expect("1 of 3, 2 decided")
        terminal.expect("? help")
        terminal.type("a")
        terminal.expect("2 of 3")
        terminal.type("q")
        assert terminal.ended() == 0
    with Record.open(case / "record.sqlite") as record:
        one = next(c for c in record.claims() if c.predicate == "reject")
        assert (one.act, one.object, one.status) == (Act.OPPOSE, "reject it", Status.ACCEPTED)
        assert TEXT[one.object_start : one.object_end] == "reject it"
        assert [d.decision.value for d in record.history(one.id)] == ["edit", "edit", "accept"]


def test_merging_picks_one_of_the_claims_alike(case: Path) -> None:
    with Terminal(case, "review") as terminal:
        terminal.expect("? help")
        terminal.type("e2\x15accept\r")
        terminal.expect("Enter goes back")
        terminal.expect("Enter goes back")
        terminal.type("\r")
        terminal.expect("? help")
        terminal.type("m")
        terminal.expect("1  two")
        terminal.type("i")
        terminal.expect("claim:")
        terminal.type("zzz\r")
        terminal.expect("Not merged: no claim 'zzz'")
        terminal.type("m")
        terminal.expect("1  two")
        terminal.type("x")
        terminal.expect("Not merged.")
        terminal.type("m")
        terminal.expect("1  two")
        terminal.type("1")
        terminal.expect("2 of 3")
        terminal.type("q")
        terminal.expect("1 merge")
    assert statuses(case)[0] == "edited"


def test_the_report_opens_at_the_line_of_the_quote(case: Path, tmp_path: Path) -> None:
    pager = tmp_path / "less"
    pager.write_text(
        '#!/bin/sh\necho "opened $1"; grep -c "drivers reject" "$2"; grep -c "\\033" "$2"; sleep 0.2\n'
    )
    pager.chmod(pager.stat().st_mode | stat.S_IXUSR)
    with Terminal(case, "review", PAGER=str(pager)) as terminal:
        terminal.expect("? help")
        terminal.type("o")
        assert terminal.expect("opened +3")
        assert terminal.expect("1\r\n0")
        terminal.expect("? help")
        terminal.type("\x04")
        assert terminal.ended() == 0
    with Terminal(case, "review", PAGER="/no/such/program") as terminal:
        terminal.expect("? help")
        terminal.type("o")
        terminal.expect("did not start")
        terminal.type("q")


def test_a_second_reviewer_is_blind_and_agreement_is_told(case: Path) -> None:
    with Terminal(case, "review", "--by", "Ada") as terminal:
        for key in "are":
            terminal.expect("? help")
            terminal.type(key)
        terminal.expect("Enter goes back")
        terminal.type("2")
        terminal.expect("act: accept")
        terminal.type("\x15support\r")
        terminal.expect("Enter goes back")
        terminal.type("q")
        terminal.expect("? help")
        terminal.type("q")
        assert terminal.ended() == 0
    with Terminal(case, "review", "--second", "--by", "Bo") as terminal:
        first = terminal.expect("? help")
        assert "Ada" not in first
        assert "accepted" not in first
        assert "merge" not in first
        terminal.type("m")
        terminal.expect("? lists the keys")
        terminal.type("a")
        terminal.expect("2 of 3")
        terminal.expect("? help")
        terminal.type("a")
        third = terminal.expect("3 of 3") + terminal.expect("? help")
        assert "support" not in third
        terminal.type("e")
        terminal.expect("Cohen's kappa")
        assert terminal.ended() == 0
    assert statuses(case) == ["accepted", "rejected", "edited"]
    done = run_in(case, "review", "--agreement", "--format", "json")
    (row,) = json.loads(done.stdout)
    assert (row["first"], row["second"], row["judged"], row["alike"]) == ("Ada", "Bo", 3, 2)
    assert [(one, other) for _, one, other in row["differing"]] == [("reject", "accept")]


def test_without_a_terminal_the_queue_is_listed_and_claims_are_decided_by_id(case: Path) -> None:
    listed = run_in(case, "review")
    assert "The drivers" in listed.stdout
    with Record.open(case / "record.sqlite") as record:
        ids = {c.predicate: c.id for c in record.claims()}
    done = run_in(
        case, "review", "--edit", ids["reject"], "--set", "act=opp", "--set", "toward=-", "--by", "Ada"
    )
    assert (done.returncode, "now edited" in done.stdout) == (0, True), done.stderr
    assert run_in(case, "review", "--dispute", ids["After"], "--why", "who?").returncode == 0
    assert run_in(case, "review", "--merge", ids["After"], ids["reject"]).returncode == 0
    split = run_in(case, "review", "--split", ids["accept"], "--set", "act=state", "--set", "actor=Officials")
    assert split.returncode == 0, split.stderr
    assert statuses(case) == ["edited", "superseded", "proposed"]
    with Record.open(case / "record.sqlite") as record:
        assert record.claim(ids["reject"]).act is Act.OPPOSE
        assert {c.actor for c in record.claims() if c.method.startswith("split:")} == {"Officials"}
    for words in (
        ("--edit", ids["accept"]),
        ("--edit", ids["accept"], "--set", "act"),
        ("--edit", ids["accept"], "--set", "act=fly"),
        ("--edit", ids["accept"], "--set", "object=a lorry"),
        ("--edit", ids["accept"], "--set", "unnamed=perhaps"),
        ("--edit", ids["accept"], "--set", "terms=[1]"),
        ("--accept", ids["accept"], "--set", "act=accept"),
        ("--merge", ids["accept"], ids["accept"]),
        ("--second", "--merge", ids["accept"], ids["reject"]),
        ("--second", "--undo", ids["accept"]),
    ):
        wrong = run_in(case, "review", *words)
        assert wrong.returncode == 2, words
        assert wrong.stderr.startswith("tracktwo: "), wrong.stderr
        assert "Traceback" not in wrong.stderr
