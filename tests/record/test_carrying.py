"""What people decided stays theirs: in a new version of a text, and when rules read it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import tracktwo.reading
from tests.record.build import claim, reading, report
from tracktwo.record import Record
from tracktwo.record.rereading import reread
from tracktwo.vocabulary import Act, Claim, Reading, Report, Status

FIRST = "They accept the plan. They reject the fee."
LATER = "Corrected. They accept the plan. They reject the toll."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "r.sqlite") as opened:
        yield opened


def claims(of: Report) -> tuple[Claim, Claim]:
    cut = of.text.index(" They reject")
    start = of.text.index("They accept")
    accept = claim(of, "accept", act=Act.ACCEPT, object="the plan", span=(start, cut))
    return accept, claim(of, "reject", act=Act.REJECT, span=(cut + 1, len(of.text)))


def test_a_decision_goes_over_to_the_same_sentence_and_no_other(record: Record) -> None:
    old, new = report("a", FIRST), report("a", LATER)
    for one in claims(old):
        record.add(old, reading(old, *claims(old)))
        record.decide(one.id, "accept", by="Ada", why="heard it")
    added = record.add(new, reading(new, *claims(new)))
    assert (added.supersedes, added.carried) == (True, 1)
    accepted, changed = (record.claim(one.id) for one in claims(new))
    assert (accepted.status, changed.status) == (Status.ACCEPTED, Status.PROPOSED)
    (decided,) = record.history(accepted.id)
    assert decided.by == "Ada"
    assert decided.why.startswith("heard it (carried over from ")
    assert record.verify() == ()


def test_edits_move_with_their_sentence_and_what_was_undone_does_not_come(record: Record) -> None:
    old, new = report("a", FIRST), report("a", LATER)
    first, second = claims(old)
    record.add(old, reading(old, first, second))
    record.decide(first.id, "reject")
    record.decide(first.id, "undo")
    record.decide(first.id, "edit", changes={"object": "plan", "actor": "Ava"})
    record.add(new, reading(new, *claims(new)))
    edited = record.claim(claims(new)[0].id)
    assert (edited.status, edited.actor, edited.object) == (Status.EDITED, "Ava", "plan")
    assert edited.object_start is not None
    assert new.text[edited.object_start : edited.object_end] == "plan"


def test_two_claims_that_read_the_same_carry_nothing(record: Record) -> None:
    old, new = report("a", FIRST), report("a", LATER)
    first, _ = claims(old)
    record.add(old, reading(old, first, replace(first, id="twin")))
    record.decide(first.id, "accept")
    assert record.add(new, reading(new, claims(new)[0])).carried == 0


def test_an_earlier_day_shows_the_decision_where_it_was(record: Record) -> None:
    old, new = report("a", FIRST), report("a", LATER)
    first, _ = claims(old)
    record.add(old, reading(old, first))
    record.decide(first.id, "accept")
    before = record.archive("entries")
    moment = [row["recorded_at"] for _, row in before][-1]
    record.add(new, reading(new, *claims(new)))
    assert [(c.id, c.status) for c in record.claims(known_on=moment)] == [(first.id, Status.ACCEPTED)]


def rules(monkeypatch: pytest.MonkeyPatch, *found: Claim) -> None:
    def read_all(reports: list[Report], **_: object) -> Iterator[Reading]:
        for one in reports:
            yield reading(one, *(claim for claim in found if claim.report == one.key))

    monkeypatch.setattr(tracktwo.reading, "read_all", read_all)


def test_newer_rules_read_again_and_peoples_work_stays(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = report("a", FIRST, "2024-01-01")
    accept, reject = claims(made)
    record.add(made, reading(made, accept, reject))
    coded = replace(reject, id="coded", act=Act.OPPOSE, method="coded by hand")
    record.code([coded])
    record.decide(accept.id, "accept")
    moment = [row["recorded_at"] for _, row in record.archive("entries")][-1]
    # The new rules find neither the accepted claim nor the coded one, and read the other otherwise.
    newer = replace(reject, act=Act.RULE_OUT)
    rules(monkeypatch, newer)
    done = reread(record)
    assert (done.changed, done.read, done.kept) == (("a",), 1, 2)
    assert {(c.id, c.act, c.status) for c in record.claims()} == {
        (accept.id, Act.ACCEPT, Status.ACCEPTED),
        ("coded", Act.OPPOSE, Status.PROPOSED),
        (reject.id, Act.RULE_OUT, Status.PROPOSED),
    }
    assert {c.act for c in record.claims(known_on=moment)} == {Act.ACCEPT, Act.OPPOSE, Act.REJECT}
    assert record.search("fee") == {reject.id, "coded"}
    assert record.verify() == ()
    assert reread(record).changed == ()
    assert {c.id for c in record.claims()} == {accept.id, "coded", reject.id}


def test_what_reads_as_before_is_not_stored_again(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    made = report("a", FIRST)
    record.add(made, reading(made, *claims(made)))
    state = record.state
    rules(monkeypatch, *(replace(one, method="rules 99") for one in claims(made)))
    assert reread(record, ["a"]).changed == ()
    assert record.state == state
