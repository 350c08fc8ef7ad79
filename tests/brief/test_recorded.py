"""compose_from_record: two clocks, and only the reports asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.brief import onda
from tracktwo.brief import compose_from_record, html
from tracktwo.record import Record
from tracktwo.vocabulary import Reading


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.sqlite") as opened:
        for report in onda.reports():
            claims = tuple(c for c in onda.claims() if c.report == report.key)
            rows = tuple(c for c in onda.coverage() if c.report == report.key)
            opened.add(report, Reading(report=report.key, claims=claims, coverage=rows))
        yield opened


def test_everything_recorded_is_in_the_brief(record: Record) -> None:
    brief = compose_from_record(record)
    here = {r.key for r in brief.reports}
    elsewhere = {key for other in brief.other_cases for key in other.reports}
    assert here | elsewhere == set(onda.TEXTS)
    assert {c.id for c in brief.claims} == {c.id for c in onda.claims() if c.report in here}
    assert len(brief.coverage) == len([c for c in onda.coverage() if c.report in here])
    assert brief.as_of == "2031-04-14"
    assert {party.name for party in brief.parties.values()} == {"Arvania", "Bolesk"}


def test_as_of_leaves_out_later_and_undated_reports(record: Record) -> None:
    brief = compose_from_record(record, as_of="2031-03-31")
    assert [r.key for r in brief.reports] == ["a-first-round"]
    assert {c.report for c in brief.claims} == {"a-first-round"}
    assert brief.as_of == "2031-03-31"


def test_known_on_shows_what_was_recorded_by_then(record: Record) -> None:
    brief = compose_from_record(record, known_on="2001-01-01")
    assert brief.reports == ()
    assert brief.case is None


def test_only_the_reports_named(record: Record) -> None:
    brief = compose_from_record(record, only=["b-second-round"])
    assert [r.key for r in brief.reports] == ["b-second-round"]
    known = {c.id for c in brief.claims}
    assert known
    assert all(set(p.claims) <= known for p in brief.proposals)


def test_a_rejected_claim_carries_nothing(record: Record) -> None:
    before = compose_from_record(record)
    assert any("marn" in s.claims for s in before.stances)
    record.decide("marn", "reject", why="misread")
    after = compose_from_record(record)
    assert not any("marn" in s.claims for s in after.stances)
    assert "marn" not in {c.id for c in after.claims}
    assert "claim, none of them standing after review" in html.render(after)
