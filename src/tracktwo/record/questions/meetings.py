"""Meetings: who met, about what, and what came of each item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.record.clock import Day
from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.names import body_name
from tracktwo.vocabulary import Claim, Picture, Report


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting; ``items`` reads "about: outcome", ``date`` is null while the words cannot be resolved."""

    body: str | None
    participants: tuple[str, ...]
    venue: str | None
    date: str | None
    event_text: str | None
    track: str | None
    modality: str
    items: tuple[str, ...]
    outcomes: tuple[str, ...]
    proposals: tuple[str, ...]
    sources: int
    claims: tuple[str, ...]


def meetings(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None
) -> tuple[MeetingRow, ...]:
    """Return the meetings, dated ones in order, then those whose time is not resolved."""
    evidence = Evidence(reports, claims, as_of)
    rows = []
    for meeting in picture.meetings:
        ids = tuple(dict.fromkeys([*meeting.claims, *(c for item in meeting.items for c in item.claims)]))
        rows.append(
            MeetingRow(
                body=body_name(picture, meeting.body),
                participants=meeting.participants,
                venue=meeting.venue,
                date=meeting.date,
                event_text=meeting.event_text,
                track=meeting.track,
                modality=meeting.modality.value,
                items=tuple(f"{item.about}: {item.outcome}" for item in meeting.items),
                outcomes=tuple(item.outcome for item in meeting.items),
                proposals=tuple(item.proposal for item in meeting.items if item.proposal),
                sources=evidence.sources(ids),
                claims=ids,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.date is None, row.date or "")))
