"""Roster: the persons and organisations that a set of reports introduces, for later mentions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from tracktwo.reading.names.gazetteer import Gazetteer, load_gazetteer
from tracktwo.reading.names.lexicon import Entry, Lexicon, Sort
from tracktwo.reading.names.tokens import Tokens
from tracktwo.reading.names.words import Words, load_words


@dataclass(frozen=True, slots=True)
class Person:
    """One person as introduced; what reports disagree about or do not say is None.

    ``roles`` are all roles seen, commonest first; ``role`` the first of them; ``aliases`` other writings.
    """

    name: str
    role: str | None = None
    party: str | None = None
    organisation: str | None = None
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """Names learned from reports on top of the gazetteer.

    ``persons`` are keyed by full name, ``organisations`` by canonical name with their aliases;
    ``shared_surnames`` are those of several persons, which stay unresolved unless ``within`` a text;
    ``adjectives`` those of states that no list has; ``guarded`` are surnames in lower case that are other
    names or words, too ("May", "Ireland"), and stand for a person after an office or title only.
    """

    gazetteer: Gazetteer
    words: Words
    lexicon: Lexicon = field(default_factory=Lexicon)
    persons: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, tuple[str, ...]] = field(default_factory=dict)
    shared_surnames: dict[str, tuple[str, ...]] = field(default_factory=dict)
    local: Lexicon | None = None
    adjectives: dict[str, str] = field(default_factory=dict)
    guarded: dict[str, Entry] = field(default_factory=dict)

    def match(self, tokens: Tokens, at: int) -> tuple[int, Entry] | None:
        """The longest name that starts at a token; learned names win over public ones of one length."""
        public = self.gazetteer.match(tokens, at)
        if tokens.lower[at] not in self.lexicon.firsts:
            return public
        own = self.lexicon.match(tokens, at)
        if own is not None and self.local is not None and "ambiguous" in own[1].flags:
            own = self.local.match(tokens, at) or own
        if own is not None and (public is None or own[0] >= public[0]):
            return own
        return public

    def within(self, text: str) -> Roster:
        """Settle surnames for one report: a surname of several persons is that of the one whose full name
        the report gives.

        Parameters
        ----------
        text : str
            The whole report.

        Returns
        -------
        Roster
            Itself where nothing changes.
        """
        local: Lexicon | None = None
        plain = text.replace("’", "'")
        for surname, names in self.shared_surnames.items():
            if surname not in plain:
                continue
            here = [
                name for name in names if any(full in plain for full in (name, *self.persons[name].aliases))
            ]
            if len(here) == 1:
                local = local if local is not None else Lexicon()
                person = self.persons[here[0]]
                local.add(
                    surname,
                    Entry(
                        Sort.SURNAME, person.name, person.party, False, (), person.role, person.organisation
                    ),
                )
        return self if local is None else replace(self, local=local)


def empty_roster(folder: Path | None = None) -> Roster:
    """A roster that knows the gazetteer alone (``folder``: a user's own name lists)."""
    return Roster(load_gazetteer(folder), load_words(folder))
