"""Timeline in lanes: what is reported with a time, by track; what has none stands apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Names
from tracktwo.brief.process import agenda, who_meets
from tracktwo.brief.words import capital
from tracktwo.vocabulary import Modality

OTHER = "Events"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something reported with or without a date; ``words`` are those of an unresolved time."""

    date: str | None
    words: str | None
    lane: str
    kind: str
    text: str
    planned: bool
    claims: tuple[str, ...]


def moments(brief: Brief, names: Names) -> tuple[Moment, ...]:
    """Return the dated moments in order, then the undated ones by lane."""
    found = [*_proposals(brief, names), *_meetings(brief, names), *_events(brief, names), *_deadlines(brief)]
    once = {(m.date, m.lane, m.kind, m.text): m for m in found}
    return tuple(sorted(once.values(), key=_order))


def _order(moment: Moment) -> tuple[bool, str, bool, str, str]:
    return (moment.date is None, moment.date or "", moment.lane == OTHER, moment.lane, moment.text)


def _proposals(brief: Brief, names: Names) -> Iterator[Moment]:
    for p in brief.proposals:
        by = f" by {names.name(p.by)}" if p.by else ""
        yield Moment(
            p.date,
            None,
            _lane(p.track, names),
            "proposal",
            f"{capital(names.proposal(p.key))}: {p.stage.value}{by}",
            False,
            p.claims,
        )


def _meetings(brief: Brief, names: Names) -> Iterator[Moment]:
    for m in brief.meetings:
        items = agenda(m, 80)
        where = f" in {m.venue}" if m.venue else ""
        claims = tuple(dict.fromkeys(m.claims + tuple(c for i in m.items for c in i.claims)))
        planned = m.modality in (Modality.PLANNED, Modality.INTENDED, Modality.POSSIBLE)
        verb = "meet" if len(m.participants) > 1 and not m.body else "meets"
        text = f"{capital(who_meets(m, names))} {verb}{where}"
        yield Moment(
            m.date,
            m.event_text,
            _lane(m.track, names, "Meetings"),
            "meeting",
            f"{text}: {items}" if items else text,
            planned,
            claims,
        )


def _events(brief: Brief, names: Names) -> Iterator[Moment]:
    for e in brief.events:
        yield Moment(
            e.date,
            e.event_text,
            OTHER,
            "event",
            capital(names.as_reported(e.text, e.claims)),
            e.planned,
            e.claims,
        )


def _deadlines(brief: Brief) -> Iterator[Moment]:
    for d in brief.deadlines:
        yield Moment(d.date, d.text, "Deadlines", "deadline", f"Deadline: {d.about}", True, d.claims)


def _lane(track: str | None, names: Names, otherwise: str = "Proposals") -> str:
    return capital(names.track(track)) if track else otherwise


def lanes(found: tuple[Moment, ...]) -> tuple[str, ...]:
    """Return the lanes in the order they first appear, context events last."""
    seen = list(dict.fromkeys(m.lane for m in found))
    return tuple([lane for lane in seen if lane != OTHER] + [lane for lane in seen if lane == OTHER])


def dates_known(found: tuple[Moment, ...]) -> int:
    """Return how many different dates the moments have."""
    return len({m.date for m in found if m.date})
