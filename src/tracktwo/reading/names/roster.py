"""Roster: the persons and organisations that a set of reports introduces, for later mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tracktwo.reading.names.gazetteer import Gazetteer, load_gazetteer
from tracktwo.reading.names.lexicon import Entry, Lexicon
from tracktwo.reading.names.tokens import Tokens
from tracktwo.reading.names.words import Words, load_words


@dataclass(frozen=True, slots=True)
class Person:
    """One person as introduced; what reports disagree about or do not say is None.

    ``roles`` are all roles seen, commonest first; ``role`` the first of them.
    """

    name: str
    role: str | None = None
    party: str | None = None
    organisation: str | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """Names learned from reports on top of the gazetteer.

    ``persons`` are keyed by full name, ``organisations`` by canonical name with their aliases.
    """

    gazetteer: Gazetteer
    words: Words
    lexicon: Lexicon = field(default_factory=Lexicon)
    persons: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def match(self, tokens: Tokens, at: int) -> tuple[int, Entry] | None:
        """The longest name that starts at a token; learned names win over public ones of one length."""
        public = self.gazetteer.match(tokens, at)
        own = self.lexicon.match(tokens, at)
        if own is not None and (public is None or own[0] >= public[0]):
            return own
        return public


def empty_roster(folder: Path | None = None) -> Roster:
    """A roster that knows the gazetteer alone (``folder``: a user's own name lists)."""
    return Roster(load_gazetteer(folder), load_words(folder))
