"""Rosters: from counted sightings to persons, surnames and acronyms that later mentions resolve to."""

from __future__ import annotations

from collections import Counter

from tracktwo.reading.names.lexicon import Entry, Lexicon, Sort
from tracktwo.reading.names.roster import Person, Roster
from tracktwo.reading.names.sightings import Seen, Sightings
from tracktwo.reading.names.tokens import tokenise
from tracktwo.reading.names.words import Words


def build_roster(base: Roster, seen: Sightings) -> Roster:
    """A new roster: what ``base`` knows and what was seen.

    Parameters
    ----------
    base : Roster
        Not changed.
    seen : Sightings
        Counts from all texts together.

    Returns
    -------
    Roster
        Its lexicon holds full names, surnames and acronyms.
    """
    merged = _with_surnames(_merged(dict(seen.persons), base.words), base.words)
    persons = dict(base.persons)
    for name in sorted(merged):
        persons[name] = _person(name, merged[name])
    organisations = dict(base.organisations)
    for name in sorted(seen.organisations):
        _, aliases = seen.organisations[name]
        organisations[name] = tuple(sorted({*organisations.get(name, ()), *aliases}))
    sorts = {name: sort for name, (sort, _) in seen.organisations.items()}
    return assemble(base, persons, organisations, sorts)


def assemble(
    base: Roster,
    persons: dict[str, Person],
    organisations: dict[str, tuple[str, ...]],
    sorts: dict[str, Sort],
) -> Roster:
    """A roster whose lexicon fits its persons and organisations."""
    lexicon = Lexicon()
    bearers: dict[str, list[str]] = {}
    for name, person in persons.items():
        lexicon.add(name, entry_of(person))
        for surname in surnames_of(name, base.words):
            bearers.setdefault(surname, []).append(name)
    shared: dict[str, tuple[str, ...]] = {}
    for surname in sorted(bearers):
        if not _free(surname, base):
            continue
        names = bearers[surname]
        if len(names) == 1:
            lexicon.add(surname, entry_of(persons[names[0]], surname=True))
        else:
            shared[surname] = tuple(sorted(names))
            lexicon.add(surname, Entry(Sort.SURNAME, None, flags=("ambiguous",)))
    _add_organisations(lexicon, base, organisations, sorts)
    return Roster(base.gazetteer, base.words, lexicon, persons, organisations, shared)


def _add_organisations(
    lexicon: Lexicon, base: Roster, organisations: dict[str, tuple[str, ...]], sorts: dict[str, Sort]
) -> None:
    claimed = Counter(alias for aliases in organisations.values() for alias in aliases)
    for name, aliases in organisations.items():
        known = base.gazetteer.find(name)
        sort = sorts.get(name, Sort.ORGANISATION)
        entry = known or Entry(sort, name, name if sort is Sort.ORGANISATION else None, flags=("learned",))
        for alias in (name, *aliases):
            # An acronym that two organisations claim, or that the public lists give another, stays open.
            if claimed[alias] <= 1 and (alias == name or base.gazetteer.find(alias) is None):
                lexicon.add(alias, entry)


def entry_of(person: Person, *, surname: bool = False) -> Entry:
    """The lexicon entry of a person."""
    sort = Sort.SURNAME if surname else Sort.PERSON
    return Entry(sort, person.name, person.party, role=person.role, organisation=person.organisation)


def surnames_of(name: str, words: Words) -> tuple[str, ...]:
    """What a person may be called later: the last word, and that with the small words before it."""
    parts = name.split()
    if len(parts) < 2:
        return ()
    first = len(parts) - 1
    while first > 1 and parts[first - 1].lower() in words.particles:
        first -= 1
    forms = [" ".join(parts[first:])]
    if first == len(parts) - 1:
        bare = parts[-1]
        for particle in ("al-", "el-", "Al-", "El-"):
            bare = bare.removeprefix(particle)
        forms.append(bare)
    return tuple(dict.fromkeys(forms))


def _free(surname: str, base: Roster) -> bool:
    """Whether a surname may stand alone: it is no other word or name that reports write with a capital."""
    tokens = tokenise(surname)
    low = surname.lower()
    if len(surname) < 2 or low in base.words.function_words or low in base.words.common_capitals:
        return False
    found = base.gazetteer.match(tokens, 0)
    return found is None or found[0] < len(tokens)


def _person(name: str, seen: Seen) -> Person:
    roles = tuple(role for role, _ in sorted(seen.roles.items(), key=lambda item: (-item[1], item[0])))
    return Person(
        name, roles[0] if roles else None, _agreed(seen.parties), _agreed(seen.organisations), roles
    )


def _agreed(counts: Counter[str]) -> str | None:
    """The one value all agree on, or that nine in ten give; else None."""
    if not counts:
        return None
    value, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return value if times * 10 >= sum(counts.values()) * 9 else None


def _add(into: Seen, other: Seen) -> None:
    into.times += other.times
    into.roles.update(other.roles)
    into.parties.update(other.parties)
    into.organisations.update(other.organisations)


def _merged(persons: dict[str, Seen], words: Words) -> dict[str, Seen]:
    """Full names with and without middle names or initials as one, under the commonest writing."""
    groups: dict[tuple[str, str], list[str]] = {}
    for name in persons:
        parts = name.split()
        if len(parts) > 1:
            groups.setdefault((parts[0], parts[-1]), []).append(name)
    merged = {name: seen for name, seen in persons.items() if " " not in name}
    for names in groups.values():
        best = min(names, key=lambda name: (-persons[name].times, len(name), name))
        whole = Seen()
        for name in sorted(names):
            _add(whole, persons[name])
        merged[best] = whole
    return merged


def _with_surnames(persons: dict[str, Seen], words: Words) -> dict[str, Seen]:
    """A surname with an office ("Chair Keller") counts for its only bearer; without bearer it is a person."""
    bearers: dict[str, list[str]] = {}
    for name in persons:
        for surname in surnames_of(name, words):
            bearers.setdefault(surname, []).append(name)
    kept: dict[str, Seen] = {}
    for name, seen in persons.items():
        if " " in name or name not in bearers:
            kept[name] = seen
        elif len(bearers[name]) == 1:
            _add(persons[bearers[name][0]], seen)
    return kept
