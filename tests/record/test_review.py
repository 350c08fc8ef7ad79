"""The queue, a claim in its paragraph, decisions by id."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.record.build import claim, reading, report
from tests.record.dispute import dispute, flagged
from tracktwo.errors import NotFoundError
from tracktwo.record import Record, review
from tracktwo.vocabulary import Picture, Segment, SegmentKind, Status

D = dispute()


def test_what_the_matrix_rests_on_comes_first() -> None:
    rows = review.queue(D.claims, D.picture, D.reports)
    assert {r.id for r in rows} == {c.id for c in D.claims}
    order = [next(c.method for c in D.claims if c.id == r.id) for r in rows]
    assert order[0] == "suggestion"  # two terms, a stance, a proposal and the leverage hang on it alone
    assert order[-1] in ("refusal again", "meeting")
    assert order.index("acceptance") < order.index("refusal again")
    assert rows[0].reasons[0].startswith("only source for: ")
    assert [r.weight for r in rows] == sorted((r.weight for r in rows), reverse=True)


def test_doubt_moves_a_claim_forward_and_decided_ones_leave() -> None:
    claims = D.claims
    alone = Picture("", "", ())
    assert [r.id for r in review.queue(claims, alone)] == [c.id for c in claims]
    flags = flagged(claims[3], "ambiguous")
    unsure = replace(claims[5], confidence=0.1)
    done = replace(claims[0], status=Status.ACCEPTED)
    changed = [done, *claims[1:3], flags, claims[4], unsure, *claims[6:]]
    rows = review.queue(changed)
    assert rows[0].id == unsure.id
    assert (rows[0].doubt, rows[0].change, rows[0].weight) == (0.9, 0.1, 0.09)
    assert done.id not in {r.id for r in rows}
    assert next(r.flags for r in rows if r.id == flags.id) == ("ambiguous",)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "r.sqlite"


def test_a_claim_is_shown_in_its_paragraph(path: Path) -> None:
    text = "A headline\n\nBefore it. They accept it on Sunday. After it.\n\nElsewhere."
    spans = [(0, 10, 0), (12, 22, 1), (23, 48, 1), (49, 58, 1), (60, 70, 2)]
    made = report(
        "a", text, "2024-01-01", segments=tuple(Segment(s, e, SegmentKind.SENTENCE, p) for s, e, p in spans)
    )
    one = claim(made, "accept", span=(23, 48), event_text="on Sunday")
    with Record.open(path) as record:
        record.add(made, reading(made, one))
        record.decide(one.id, "dispute", by="Q", why="who are they?")
        shown = review.show(record, one.id[:8])
        assert (shown.before, shown.quote, shown.after) == (
            "Before it. ",
            "They accept it on Sunday.",
            " After it.",
        )
        assert (shown.report, shown.date, shown.line) == ("a", "2024-01-01", 3)
        short = review.show(record, one.id, context=4)
        assert (short.before, short.after) == (" it. "[1:], " Aft")
        told = shown.as_text()
        for words in (
            ">>> They accept it on Sunday. <<<",
            "disputed",
            "Q: dispute: who are they?",
            "not resolved",
        ):
            assert words in told
        with pytest.raises(NotFoundError):
            review.show(record, "zzz")


def test_a_superseded_claim_is_shown_in_its_own_text(path: Path) -> None:
    old, new = report("a", "They accept it."), report("a", "They reject it, all of it.")
    one = claim(old, "accept")
    with Record.open(path) as record:
        record.add(old, reading(old, one))
        record.add(new, reading(new, claim(new, "reject")))
        shown = review.show(record, one.id)
    assert (shown.quote, shown.claim.status) == ("They accept it.", Status.SUPERSEDED)


def test_decisions_by_id(path: Path) -> None:
    made = report("a", "They accept it and reject it.")
    one, two = claim(made, "accept"), claim(made, "reject")
    with Record.open(path) as record:
        record.add(made, reading(made, one, two))
        done = review.apply(record, {"accept": [one.id], "reject": [two.id]}, by="me")
        assert [c.status.value for c in done] == ["accepted", "rejected"]
        assert review.decide(record, two.id, "undo").status is Status.PROPOSED
        with pytest.raises(NotFoundError):
            review.apply(record, {"accept": [two.id, "zzz"]})
        assert record.claim(two.id).status is Status.PROPOSED
