"""Gaps: what nobody reported, written from the blanks of the picture alone."""

from __future__ import annotations

from collections.abc import Sequence

from tracktwo.record.clock import Day
from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.gap_rows import GapRow
from tracktwo.record.questions.gaps_of_packages import package_gaps
from tracktwo.record.questions.gaps_of_people import people_gaps
from tracktwo.record.questions.gaps_of_talks import talks_gaps
from tracktwo.vocabulary import Claim, Picture, Report

# In this order a reader needs them: what the picture's use depends on most comes first.
KINDS = (
    "date",
    "position",
    "head",
    "affected",
    "demands",
    "ratification",
    "same body",
    "tabler",
    "addressee",
    "proposal date",
    "terms",
    "quantity",
    "giver",
    "options",
    "red line",
    "leverage",
    "mediator",
    "mode",
    "venue",
    "track relation",
    "delegation",
    "mandate",
    "meeting date",
    "outcome",
    "agent",
)


def gaps(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None
) -> tuple[GapRow, ...]:
    """Return what is not reported, grouped by kind in the order of ``KINDS``."""
    evidence = Evidence(reports, claims, as_of)
    rows = [
        *(_undated(report) for report in reports if report.date is None),
        *people_gaps(picture, evidence),
        *package_gaps(picture, evidence),
        *talks_gaps(picture),
    ]
    return tuple(sorted(rows, key=lambda row: KINDS.index(row.kind)))


def _undated(report: Report) -> GapRow:
    words = f" (“{report.date_text}” names no one day)" if report.date_text else ""
    which = f"the date of report {report.key}{words}"
    return GapRow(
        "date", report.key, f"{which}: its order against other reports and every age in it are unknown"
    )
