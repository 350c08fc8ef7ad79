"""What stands above every rendering: dates, reports, how much of it people have reviewed."""

from __future__ import annotations

from tracktwo.brief.model import Brief, ReportRow, SharedBrief
from tracktwo.brief.words import capital, counted, day_words, quoted
from tracktwo.record.questions.positions import PositionRow
from tracktwo.vocabulary import CoverageKind, Status

REVIEWED = (Status.ACCEPTED, Status.EDITED, Status.REJECTED, Status.DISPUTED)


def reviewed(brief: Brief) -> int:
    """Return how many claims a person has decided on."""
    return sum(claim.status in REVIEWED for claim in brief.claims)


def lines(brief: Brief) -> tuple[str, ...]:
    """Return the header lines: as of when, from what, and how far reviewed."""
    undated = sum(report.date is None for report in brief.reports)
    day = f"As of {day_words(brief.as_of)}" if brief.as_of else "As of an unknown day: no report has a date"
    reports = counted(len(brief.reports), "report")
    without = f", {undated} of them undated" if undated and undated < len(brief.reports) else ""
    made = [f"{day}. {capital(reports)}{without}.", review_line(brief)]
    if brief.other_cases:
        titles = ", ".join(quoted(o.title) for o in brief.other_cases)
        made.append(f"The same reports tell of {counted(len(brief.other_cases), 'other case')}: {titles}.")
    if missing := not_told(brief):
        made.append(missing)
    return tuple(made)


def not_told(brief: Brief) -> str | None:
    """Say what a shared brief keeps to itself; null where it tells everything."""
    left_out = brief.left_out if isinstance(brief, SharedBrief) else ()
    return f"Not told here: {'; '.join(left_out)}." if left_out else None


def review_line(brief: Brief) -> str:
    """Say how many claims are machine-made and how many a person has reviewed."""
    total, done = len(brief.claims), reviewed(brief)
    if not total:
        return "No claim was read out of them."
    if not done:
        return f"{capital(counted(total, 'claim'))}, all read by machine, none reviewed by a person yet."
    return f"{capital(counted(total, 'claim'))}, read by machine; {done} of {total} reviewed by a person."


def age_words(row: PositionRow) -> str:
    """Return "14 days old, 2 sources" or what of it is unknown."""
    age = "age unknown" if row.age_days is None else f"{counted(row.age_days, 'day')} old"
    if row.age_days == 0:
        age = "reported that day"
    return f"{age}, {counted(row.sources, 'source')}"


VOICES = {
    "other_side": "as told by the other side",
    "third_party": "as told by a third party",
    "reporter": "as told by the reporter",
}


def voice_words(row: PositionRow) -> str | None:
    """Say in whose voice a position is reported where it is not the actor's own; null where it is."""
    return VOICES.get(row.voice or "")


def no_changes(brief: Brief) -> str:
    """Say why nothing is listed as changed."""
    dated = {report.date for report in brief.reports if report.date}
    if len(dated) > 1:
        return "Nothing changed between the two newest report dates."
    return "Which report is later is not known: fewer than two dates. Give one with --date FILE=DATE."


def coverage_lines(brief: Brief) -> tuple[str, ...]:
    """Say what became of every stretch of text."""
    kinds = [row.kind for row in brief.coverage]
    read = sum(kind is not CoverageKind.FURNITURE for kind in kinds)
    claimed = sum(kind is CoverageKind.CLAIM for kind in kinds)
    furniture = len(kinds) - read
    return (
        f"{capital(counted(read, 'sentence'))} read: "
        f"{claimed} with claims, {read - claimed} with nothing claimed; "
        f"{counted(furniture, 'heading or piece of furniture', 'headings or pieces of furniture')}.",
    )


def report_line(brief: Brief, key: str) -> str:
    """Return a report's key, date and notes on one line."""
    row: ReportRow | None = next((r for r in brief.reports if r.key == key), None)
    if row is None:
        return key
    basis = f" ({row.date_basis})" if row.date and row.date_basis not in ("given", "unknown") else ""
    told = (*row.notes, *([f"labelled {row.label}"] if row.label else []))
    notes = f"; {'; '.join(told)}" if told else ""
    return f"{row.title or row.key}, {day_words(row.date)}{basis}{notes}"
