"""Decisions, edits and joins: what they make of what is shown, and how they are taken back."""

from __future__ import annotations

import pytest

from tests.record.build import reading
from tests.record.whole import TEXT, full_claim
from tracktwo.errors import NotFoundError, UsageError
from tracktwo.record import Record
from tracktwo.vocabulary import (
    Act,
    Status,
)


def test_decisions_give_the_status_and_undo_takes_the_last_one_back(record: Record) -> None:
    made, one = full_claim()
    record.add(made, reading(made, one))
    seen = [record.decide(one.id, what, by="A", why="w").status for what in ("accept", "dispute", "reject")]
    assert seen == [Status.ACCEPTED, Status.DISPUTED, Status.REJECTED]
    assert record.claims() == ()
    assert [c.status for c in record.claims(include_rejected=True)] == [Status.REJECTED]
    undone = [record.decide(one.id, "undo").status for _ in range(3)]
    assert undone == [Status.DISPUTED, Status.ACCEPTED, Status.PROPOSED]
    with pytest.raises(UsageError, match="no decision to take back"):
        record.decide(one.id, "undo")
    first = record.history(one.id)[0]
    assert (first.decision.value, first.by, first.why) == ("accept", "A", "w")
    assert len(record.history(one.id)) == 6


def test_an_edit_changes_what_was_read_and_never_the_quote(record: Record) -> None:
    made, one = full_claim()
    record.add(made, reading(made, one))
    edited = record.decide(
        one.id,
        "edit",
        changes={
            "act": "oppose",
            "actor": None,
            "unnamed": True,
            "object": "offer",
            "event_from": "2024-10-13",
            "terms": [{"head": "offer", "text": "4%"}],
        },
    )
    assert (edited.act, edited.actor, edited.unnamed) == (Act.OPPOSE, None, True)
    assert TEXT[edited.object_start : edited.object_end] == edited.object == "offer"
    assert (edited.terms[0].text, TEXT[edited.terms[0].start : edited.terms[0].end]) == ("4%", "4%")
    assert edited.event_from == "2024-10-13"
    assert (edited.quote, edited.status) == (TEXT, Status.EDITED)
    assert record.decide(one.id, "accept").act is Act.OPPOSE
    record.decide(one.id, "undo")
    assert record.decide(one.id, "undo").act is Act.REJECT


@pytest.mark.parametrize(
    "changes",
    [
        None,
        {"quote": "x"},
        {"id": "x"},
        {"act": "dance"},
        {"unnamed": "yes"},
        {"object": "words that are not there"},
        {"actor": 3},
        {"terms": [{"head": "offer"}]},
        {"terms": [{"head": "offer", "text": "4%", "colour": "red"}]},
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(record: Record, changes: dict[str, object] | None) -> None:
    made, one = full_claim()
    record.add(made, reading(made, one))
    with pytest.raises(UsageError):
        record.decide(one.id, "edit", changes=changes)
    assert record.history(one.id) == ()


def test_decisions_of_one_command_are_applied_all_or_none(record: Record) -> None:
    made, one = full_claim()
    record.add(made, reading(made, one))
    with pytest.raises(NotFoundError):
        record.decide_all([(one.id, "accept"), ("nothing", "accept")])
    with pytest.raises(UsageError, match="no decision"):
        record.decide_all([(one.id, "accept"), (one.id, "admire")])
    with pytest.raises(UsageError, match="changes nothing"):
        record.decide(one.id, "accept", changes={"act": "oppose"})
    assert record.claim(one.id).status is Status.PROPOSED


def test_joins_are_undone_and_restored(record: Record) -> None:
    from tracktwo.record.clock import last_entry
    from tracktwo.record.joins import undone_joins

    def undone() -> frozenset[str]:
        return undone_joins(record._connection, last_entry(record._connection))

    record.undo_join("j1", by="me", why="not the same")
    record.undo_join("j2")
    assert undone() == {"j1", "j2"}
    record.restore_join("j1")
    assert undone() == {"j2"}


def test_undone_joins_reach_the_real_linking(record: Record) -> None:
    made, one = full_claim()
    record.add(made, reading(made, one))
    before = record.pictures()
    record.undo_join("no such join")
    assert record.pictures() == before
    assert {key for picture in before for key in picture.reports} <= {"a"}
