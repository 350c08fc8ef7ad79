"""Sightings: every person and organisation met while learning, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.mention import Kind, Mention


@dataclass(slots=True)
class Seen:
    """What was said of one name, and how often."""

    times: int = 0
    roles: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    organisations: Counter[str] = field(default_factory=Counter)

    def merge(self, other: Seen) -> None:
        """Add what was said of the same name elsewhere."""
        self.times += other.times
        self.roles += other.roles
        self.parties += other.parties
        self.organisations += other.organisations


@dataclass(slots=True)
class Sightings:
    """Persons by the name as written, organisations by canonical name."""

    persons: dict[str, Seen] = field(default_factory=dict)
    organisations: dict[str, tuple[Sort, Counter[str]]] = field(default_factory=dict)

    def person(self, mention: Mention) -> None:
        """Count one mention of a person; a bare single word says nothing and is left out."""
        name = mention.canonical
        if name is None:
            return
        prefixed = mention.name_start > mention.start or mention.appositive is not None
        if " " not in name and "-" not in name and not prefixed:
            return
        seen = self.persons.setdefault(name, Seen())
        seen.times += 1
        if mention.role:
            seen.roles[" ".join(mention.role.split())] += 1
        if mention.party:
            seen.parties[mention.party] += 1
        if mention.organisation:
            seen.organisations[mention.organisation] += 1

    def organisation(self, mention: Mention, acronym: str | None) -> None:
        """Keep an organisation that no list has, and an acronym given for any."""
        if mention.canonical is None or not ("learned" in mention.flags or acronym):
            return
        sort = Sort.BODY if mention.kind is Kind.BODY else Sort.ORGANISATION
        _, aliases = self.organisations.setdefault(mention.canonical, (sort, Counter()))
        if acronym:
            aliases[acronym] += 1

    def merge(self, later: Sightings) -> None:
        """Add what was met in later texts."""
        for name, seen in later.persons.items():
            self.persons.setdefault(name, Seen()).merge(seen)
        for name, (sort, aliases) in later.organisations.items():
            _, known = self.organisations.setdefault(name, (sort, Counter()))
            known.update(aliases)
