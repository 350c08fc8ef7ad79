"""Rosters: from counted sightings to persons, surnames and acronyms that later mentions resolve to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tracktwo.reading.names.lexicon import Entry, Lexicon, Sort
from tracktwo.reading.names.merging import merge, surnames_of
from tracktwo.reading.names.roster import Person, Roster
from tracktwo.reading.names.sightings import Seen, Sightings
from tracktwo.reading.names.tokens import tokenise


def build_roster(base: Roster, seen: Sightings, adjectives: Mapping[str, str] | None = None) -> Roster:
    """A new roster: what ``base`` knows and what was seen.

    Parameters
    ----------
    base : Roster
        Not changed.
    seen : Sightings
        Counts from all texts together.
    adjectives : mapping of str to str, optional
        Adjectives of states that no list has, and the state of each.

    Returns
    -------
    Roster
        Its lexicon holds full names, surnames and acronyms.
    """
    persons = dict(base.persons)
    merged = merge(seen.persons)
    for name in sorted(merged):
        persons[name] = _person(name, *merged[name])
    organisations = dict(base.organisations)
    for name in sorted(seen.organisations):
        _, aliases = seen.organisations[name]
        organisations[name] = tuple(sorted({*organisations.get(name, ()), *aliases}))
    sorts = {name: sort for name in organisations if (sort := _sort(name, base, seen)) is not None}
    lexicon = Lexicon()
    shared, guarded = _add_persons(lexicon, base, persons)
    _add_organisations(lexicon, base, organisations, sorts)
    _add_adjectives(lexicon, base, adjectives or {})
    kept = {**base.adjectives, **(adjectives or {})}
    return Roster(
        base.gazetteer,
        base.words,
        lexicon,
        persons,
        organisations,
        shared,
        adjectives=kept,
        guarded={**base.guarded, **guarded},
    )


def _add_persons(
    lexicon: Lexicon, base: Roster, persons: dict[str, Person]
) -> tuple[dict[str, tuple[str, ...]], dict[str, Entry]]:
    """Full names and surnames; gives back the surnames of several persons, and by lower case those that are
    other names, too.
    """
    bearers: dict[str, set[str]] = {}
    guarded: dict[str, Entry] = {}
    for name, person in persons.items():
        for written in (name, *person.aliases):
            if " " in written or "-" in written or _free(written, base):
                lexicon.add(written, entry_of(person))
            else:
                guarded[written.lower()] = entry_of(person)
            for surname in surnames_of(written, base.words):
                bearers.setdefault(surname, set()).add(name)
    shared: dict[str, tuple[str, ...]] = {}
    for surname in sorted(bearers):
        names = sorted(bearers[surname])
        if not _free(surname, base):
            if len(names) == 1 and " " not in surname:
                guarded[surname.lower()] = entry_of(persons[names[0]], surname=True)
            continue
        if len(names) == 1:
            lexicon.add(surname, entry_of(persons[names[0]], surname=True))
        else:
            shared[surname] = tuple(names)
            lexicon.add(surname, Entry(Sort.SURNAME, None, flags=("ambiguous",)))
    return shared, guarded


def _sort(name: str, base: Roster, seen: Sightings) -> Sort | None:
    if name in seen.organisations:
        return seen.organisations[name][0]
    known = base.lexicon.find(name)
    return known.sort if known is not None else None


def _add_adjectives(lexicon: Lexicon, base: Roster, adjectives: Mapping[str, str]) -> None:
    for word, state in sorted(adjectives.items()):
        lexicon.add(word, Entry(Sort.DEMONYM, state, state, flags=("learned",)))
    for word, state in base.adjectives.items():
        lexicon.add(word, Entry(Sort.DEMONYM, state, state, flags=("learned",)))


def _add_organisations(
    lexicon: Lexicon, base: Roster, organisations: dict[str, tuple[str, ...]], sorts: dict[str, Sort]
) -> None:
    claimed = Counter(alias for aliases in organisations.values() for alias in aliases)
    for name, aliases in organisations.items():
        known = base.gazetteer.find(name)
        sort = sorts.get(name, Sort.ORGANISATION)
        several = name.endswith("s") and not name.endswith(("ss", "us", "is"))
        own = None if sort is Sort.BODY else name
        entry = known or Entry(sort, name, own, plural=several, flags=("learned",))
        for alias in (name, *aliases):
            # An acronym that two organisations claim, or that the public lists give another, stays open.
            if alias == name or (claimed[alias] == 1 and base.gazetteer.find(alias) is None):
                lexicon.add(alias, entry)


def entry_of(person: Person, *, surname: bool = False) -> Entry:
    """The lexicon entry of a person."""
    sort = Sort.SURNAME if surname else Sort.PERSON
    return Entry(sort, person.name, person.party, role=person.role, organisation=person.organisation)


def _free(surname: str, base: Roster) -> bool:
    """Whether a surname may stand alone: it is no other word or name that reports write with a capital."""
    tokens = tokenise(surname)
    low = surname.lower()
    if len(surname) < 2 or low in base.words.function_words or low in base.words.common_capitals:
        return False
    found = base.gazetteer.match(tokens, 0)
    return found is None or found[0] < len(tokens)


def _person(name: str, seen: Seen, aliases: tuple[str, ...]) -> Person:
    roles = tuple(role for role, _ in sorted(seen.roles.items(), key=lambda item: (-item[1], item[0])))
    return Person(
        name,
        roles[0] if roles else None,
        _agreed(seen.parties),
        _agreed(seen.organisations),
        roles,
        aliases,
    )


def _agreed(counts: Counter[str]) -> str | None:
    """The one value all agree on, or that nine in ten give; else None."""
    if not counts:
        return None
    value, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return value if times * 10 >= sum(counts.values()) * 9 else None
