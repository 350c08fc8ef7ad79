"""Timeline: what is reported to have happened or been planned, in lanes by track."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracktwo.record.clock import Day
from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.names import who_met
from tracktwo.vocabulary import Claim, LinkKind, Modality, Picture, Report

NO_TRACK = "outside the tracks"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One thing with a time; ``resolved`` is False while its words could not be turned into a day.

    ``reported`` is the day of the newest dated report of it: where ``date`` is null, the thing is not later
    than that day unless it is planned. Rows that are not resolved belong into a section of their own.
    """

    lane: str
    date: str | None
    event_text: str | None
    kind: str
    text: str
    resolved: bool
    reported: str | None
    planned: bool
    sources: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    lane: str
    date: str | None
    event_text: str | None
    kind: str
    text: str
    planned: bool
    claims: tuple[str, ...]


def timeline(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None
) -> tuple[TimelineRow, ...]:
    """Return everything with a time: resolved days in order first, then what could not be resolved.

    A proposal's own day is shown only where it is reported; the day of a report is not the day of the thing.
    """
    evidence = Evidence(reports, claims, as_of)
    rows = []
    for item in _items(picture):
        reported = evidence.last(item.claims)
        rows.append(
            TimelineRow(
                lane=item.lane,
                date=item.date,
                event_text=item.event_text,
                kind=item.kind,
                text=item.text,
                resolved=item.date is not None,
                reported=reported.isoformat() if reported else None,
                planned=item.planned,
                sources=evidence.sources(item.claims),
                claims=item.claims,
            )
        )
    return tuple(sorted(rows, key=lambda row: (not row.resolved, row.date or "", row.lane, row.kind)))


def _items(picture: Picture) -> Iterator[_Item]:
    names = {track.key: track.name for track in picture.tracks}
    lanes = _lanes(picture)
    for meeting in picture.meetings:
        about = "; ".join(f"{item.about}: {item.outcome}" for item in meeting.items)
        who = who_met(picture, meeting, "not stated who")
        yield _Item(
            names.get(meeting.track or "", NO_TRACK),
            meeting.date,
            meeting.event_text,
            "meeting",
            f"{who}: {about}" if about else who,
            meeting.modality is not Modality.ASSERTED,
            meeting.claims,
        )
    for proposal in picture.proposals:
        who = proposal.by or "not reported by whom"
        yield _Item(
            names.get(proposal.track or "", NO_TRACK),
            proposal.date,
            None,
            "proposal",
            f"{proposal.name}: {proposal.stage.value} ({who})",
            False,
            proposal.claims,
        )
    for event in picture.events:
        lane = _lane(picture, lanes, event.claims)
        yield _Item(lane, event.date, event.event_text, event.kind, event.text, event.planned, event.claims)
    for deadline in picture.deadlines:
        lane = _lane(picture, lanes, deadline.claims)
        text = f"{deadline.about}: {deadline.text}"
        yield _Item(lane, deadline.date, deadline.text, "deadline", text, True, deadline.claims)


def _lanes(picture: Picture) -> dict[str, int]:
    """Return the place of the first track that tells of each claim."""
    places = {track.key: place for place, track in enumerate(picture.tracks)}
    found: dict[str, int] = {}
    for link in picture.links:
        if link.kind is LinkKind.TRACK and link.target in places:
            place = places[link.target]
            found[link.claim] = min(place, found.get(link.claim, place))
    return found


def _lane(picture: Picture, lanes: Mapping[str, int], claims: tuple[str, ...]) -> str:
    place = min((lanes[claim] for claim in claims if claim in lanes), default=None)
    return NO_TRACK if place is None else picture.tracks[place].name
