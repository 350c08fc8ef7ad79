"""How the talks run: tracks, meetings, ratification, leverage, events, durations and deadlines."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.vocabulary.claims import Modality


@dataclass(frozen=True, slots=True)
class Track:
    """One strand of talks. ``mode`` is direct, indirect or not reported; ``persons`` sit in it."""

    key: str
    name: str
    venue: str | None
    convenor: str | None
    mode: str
    parallel_to: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One matter of a meeting and what came of it: discussed, decided, no vote taken, voted."""

    about: str
    outcome: str
    claims: tuple[str, ...]
    proposal: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a body or of persons; ``date`` stays null while ``event_text`` cannot be resolved."""

    body: str | None
    date: str | None
    event_text: str | None
    items: tuple[AgendaItem, ...]
    participants: tuple[str, ...] = ()
    venue: str | None = None
    modality: Modality = Modality.ASSERTED
    track: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ratification:
    """Whose approval a party's yes needs, for what, under which rule.

    ``party`` is null where no report says whose body it is; ``rule`` is unknown, leader, majority, unanimity
    or a quota as written; ``scope`` the words it is for.
    """

    party: str | None
    body: str
    rule: str
    scope: tuple[str, ...]
    members_known: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leverage:
    """What somebody says will follow (``then``) for ``on`` under a condition (``if_``)."""

    by: str
    on: str | None
    on_basis: str
    if_: str
    then: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """One reading of an event, whose, and how sure; several stand side by side and are never merged."""

    by: str | None
    text: str
    modality: Modality
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is planned, which many claims may report; ``agent`` null = not stated."""

    key: str
    text: str
    date: str | None
    event_text: str | None
    agent: str | None
    assessments: tuple[Assessment, ...]
    claims: tuple[str, ...]
    target: str | None = None
    place: str | None = None
    kind: str = "event"
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something is said to last; an expected duration is not a deadline."""

    about: str
    text: str
    at_least_days: float | None
    at_most_days: float | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time by which something must be done, as reported."""

    about: str
    text: str
    date: str | None
    claims: tuple[str, ...]
