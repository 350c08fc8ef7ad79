"""Coverage: what became of every sentence, heading and piece of furniture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracktwo.vocabulary import Coverage, CoverageKind, Report


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One stretch of a report, its words, and what became of it."""

    report: str
    start: int
    end: int
    kind: CoverageKind
    text: str


def coverage(reports: Sequence[Report], stretches: Iterable[Coverage]) -> tuple[CoverageRow, ...]:
    """Return the coverage of ``reports``, in their order and in text order."""
    texts = {report.key: report.text for report in reports}
    places = {key: number for number, key in enumerate(texts)}
    rows = [
        CoverageRow(one.report, one.start, one.end, one.kind, texts[one.report][one.start : one.end])
        for one in stretches
        if one.report in texts
    ]
    return tuple(sorted(rows, key=lambda row: (places[row.report], row.start, row.end)))
