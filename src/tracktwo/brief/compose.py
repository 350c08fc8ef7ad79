"""Everything the record knows about one negotiation -> one frozen Brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.brief.actors import affected_rows, body_rows, party_rows, third_party_rows
from tracktwo.brief.answers import latest_changes
from tracktwo.brief.evidence import cite, coverage_rows, report_rows
from tracktwo.brief.model import Brief, IssueRow, NotBuilt, OtherCase
from tracktwo.brief.outlook import outlook
from tracktwo.errors import NotFoundError
from tracktwo.record.questions.conflicts import conflicts
from tracktwo.record.questions.gaps import gaps
from tracktwo.record.questions.positions import positions
from tracktwo.vocabulary import Claim, Coverage, Picture, Report, Status

if TYPE_CHECKING:
    from tracktwo.record import Record
    from tracktwo.record.labels import Label

NO_TALKS = "Simulated talks are not built yet; nothing is said here about how the talks may go."
NO_ASK_NEXT = "Which missing answer would teach most is not built yet; the gaps are listed instead."

NO_PICTURE = Picture(key="", title="No negotiation found", reports=(), assumptions=())
FALLEN = frozenset({Status.REJECTED, Status.SUPERSEDED})
MEDIATING_ROLES = frozenset({"mediates", "convenes"})


def compose(
    pictures: Picture | Sequence[Picture],
    reports: Iterable[Report],
    claims: Iterable[Claim],
    coverage: Iterable[Coverage],
    *,
    as_of: str | dt.date | None = None,
    case: str | None = None,
    labels: Iterable[Label] = (),
) -> Brief:
    """Compose the brief of one negotiation.

    Parameters
    ----------
    pictures : Picture or sequence of Picture
        What the record adds up to, largest case first; the others are only named.
    reports, claims, coverage
        What the pictures were made of. Reports that belong to another case alone are left out with their
        claims; reports of no case stay, so that no sentence is lost. Rejected and superseded claims are not
        shown, nor those that wait for a reviewer because their reader was not measured.
    as_of : str or date, optional
        Day the ages are counted to (ISO 8601). Default: the date of the newest dated report of the case, or
        null where none is dated. Hiding later reports is the caller's work, before linking
        (see `compose_from_record`).
    case : str, optional
        Key of the case wanted; default the first.
    labels : iterable of Label, optional
        Sensitivity labels: reports and claims that carry one are marked.

    Returns
    -------
    Brief
        Frozen; ``vocabulary.plain`` of it is the JSON of the command line.

    Raises
    ------
    NotFoundError
        If no picture has the key ``case``.
    """
    all_pictures = (pictures,) if isinstance(pictures, Picture) else tuple(pictures)
    picture = _chosen(all_pictures, case)
    others = tuple(p for p in all_pictures if p is not picture)
    elsewhere = {key for other in others for key in other.reports} - set(picture.reports)
    kept = tuple(r for r in reports if r.key not in elsewhere)
    keys = {r.key for r in kept}
    labels = tuple(labels)
    standing = tuple(c for c in claims if c.report in keys and c.status not in FALLEN and not c.waits)
    day = newest_day(as_of, [r for r in kept if r.key in picture.reports] or kept)
    brief = replace(
        of_picture(picture),
        as_of=day,
        other_cases=tuple(OtherCase(key=p.key, title=p.title, reports=p.reports) for p in others),
        reports=report_rows(kept, labels),
        claims=cite(standing, kept, picture, labels),
        coverage=coverage_rows(coverage, kept),
        positions=positions(picture, kept, standing, _date(day)),
        changes=latest_changes(picture, kept, standing, _date(day)),
        conflicts=conflicts(picture, kept, standing, _date(day)),
        gaps=gaps(picture, kept, standing, _date(day)),
    )
    return replace(brief, outlook=outlook(brief))


def of_picture(picture: Picture) -> Brief:
    """Return the part of a brief that is the picture alone: no claim, no answer, no day."""
    third = third_party_rows(picture)
    return Brief(
        title=picture.title,
        as_of=None,
        case=picture.key or None,
        parties=party_rows(picture),
        bodies=body_rows(picture),
        third_parties=third,
        mediators={k: t for k, t in third.items() if any(r.role in MEDIATING_ROLES for r in t.roles)},
        affected=affected_rows(picture),
        tracks={track.key: track for track in picture.tracks},
        meetings=picture.meetings,
        issues=_issue_rows(picture),
        proposals=picture.proposals,
        stances=picture.stances,
        red_lines=picture.red_lines,
        leverage=picture.leverage,
        events=picture.events,
        durations=picture.durations,
        deadlines=picture.deadlines,
        assumptions=picture.assumptions,
        talks=NotBuilt(reason=NO_TALKS),
        ask_next=NotBuilt(reason=NO_ASK_NEXT),
    )


def compose_from_record(
    record: Record,
    as_of: str | dt.date | None = None,
    known_on: str | dt.date | None = None,
    *,
    only: Collection[str] | None = None,
    case: str | None = None,
) -> Brief:
    """Compose the brief of what a record held on ``known_on`` about what had been reported by ``as_of``.

    Parameters
    ----------
    record : Record
        An open record.
    as_of : str or date, optional
        Leave out reports after this day, and undated ones, whose order against it is unknown. Default: all
        reports, dated or not.
    known_on : str, optional
        What we had recorded by then (ISO 8601); default now.
    only : collection of str, optional
        Keys of the reports to rest on; default all of the record.
    case : str, optional
        Key of the case wanted; default the largest.
    """
    from tracktwo.brief.recorded import held

    found = held(record, as_of=as_of, known_on=known_on, only=only)
    return compose(
        found.pictures,
        found.reports,
        found.claims,
        found.coverage,
        as_of=as_of,
        case=case,
        labels=record.labels(known_on),
    )


def _chosen(pictures: tuple[Picture, ...], case: str | None) -> Picture:
    if not pictures:
        return NO_PICTURE
    if case is None:
        return pictures[0]
    found = next((p for p in pictures if p.key == case), None)
    if found is None:
        raise NotFoundError(
            f"no case {case!r} in this record",
            fix="Cases: " + ", ".join(p.key for p in pictures),
        )
    return found


def newest_day(as_of: str | dt.date | None, reports: Sequence[Report]) -> str | None:
    """Return the day ages are counted to, as ISO text; null where nothing is dated."""
    if as_of is not None:
        return str(as_of)
    dates = [r.date for r in reports if r.date is not None]
    return max(dates).isoformat() if dates else None


def _date(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None


def _issue_rows(picture: Picture) -> Mapping[str, IssueRow]:
    return {
        issue.key: IssueRow(
            name=issue.name,
            options=issue.options,
            ordered=issue.ordered,
            order_basis=dict(issue.order_basis),
            status=issue.status,
            arena=issue.arena,
            claims=issue.claims,
        )
        for issue in picture.issues
    }
