"""Persons: who a name is, by the office before it, the apposition after it, and the roster."""

from __future__ import annotations

from itertools import pairwise

from tracktwo.reading.names.apposition import Apposition, read_apposition
from tracktwo.reading.names.lexicon import Entry, Sort
from tracktwo.reading.names.mention import Kind, Mention
from tracktwo.reading.names.offices import office_before
from tracktwo.reading.names.phrase import Phrase
from tracktwo.reading.names.scan import Scan
from tracktwo.reading.names.surroundings import flags_at, unknown_place
from tracktwo.reading.names.tokens import plain_name, tokenise
from tracktwo.reading.names.units import Unit

_OFFICE_PARTS = frozenset({Sort.ORGANISATION, Sort.GROUP, Sort.BODY})


def person_mention(scan: Scan, phrase: Phrase) -> tuple[Mention | None, int]:
    """The person a phrase ends with, and the token after the mention and what is apposed to it."""
    name = phrase.name
    if name is None:
        return None, phrase.first
    party = organisation = None
    for unit in (*phrase.parties, phrase.tail):
        entry = unit.entry if unit is not None else None
        if entry is None:
            continue
        party = party or entry.party
        if entry.sort in (Sort.ORGANISATION, Sort.GROUP):
            organisation = organisation or entry.canonical
    honorific = bool(phrase.roles) and all(
        "honorific" in role.entry.flags for role in phrase.roles if role.entry
    )
    role = None if honorific or not phrase.roles else _role_text(scan, phrase)
    return _build(scan, phrase.first, name, role, party, organisation)


def stands_alone(scan: Scan, unit: Unit) -> tuple[Mention | None, int]:
    """A name without an office before it: a person if known, if the first word is a given name, or if
    what is apposed says so; otherwise nobody.
    """
    apposition = read_apposition(scan, unit.last)
    if unit.entry is None:
        several = unit.last - unit.first > 1
        given = scan.tokens.lower[unit.first] in scan.words.given_names
        given = given or _arabic(scan, unit) or _shaped(scan, unit) or _aged(scan, unit)
        office = apposition is not None and apposition.role is not None
        placed = apposition is not None and (apposition.party or apposition.organisation) is not None
        if several and placed and unit.last - unit.first < 5:
            return _build(scan, unit.first, unit, None, None, None)
        clear = office and apposition is not None and apposition.last < len(scan.tokens)
        if not (several and (given or office)) and not clear:
            return None, unit.last
        if unit.first == 0 and not given and not office:
            return None, unit.last
    return _build(scan, unit.first, unit, None, None, None)


def _arabic(scan: Scan, unit: Unit) -> bool:
    """Whether "al-" inside the name shows a person ("Hatem al-Sharif"); after "in" it is a place."""
    low = scan.tokens.lower
    inside = any(low[at] in ("al", "el") for at in range(unit.first + 1, unit.last - 1))
    return inside and not unknown_place(scan, unit)


def _shaped(scan: Scan, unit: Unit) -> bool:
    """Whether the writing alone shows a person: "J. R. Halloran", "Fergal McBride", "U Thein Zaw"."""
    words = scan.tokens.words[unit.first : unit.last]
    if words[0] == "U" and len(words) > 2 and words[1].isalpha():
        return True
    if len(words[0]) == 1 and len(words) > 2 and words[1] == ".":
        # A single letter that opens a sentence numbers what follows as well ("A. Introduction").
        return (unit.first > 0 or len(words) > 4) and len(words[-1]) > 2
    later = words[1:]
    return any(word.startswith("Mc") and word[2:3].isupper() for word in later) or any(
        pair == ("O", "'") for pair in pairwise(later)
    )


def _aged(scan: Scan, unit: Unit) -> bool:
    """Whether an age is told: "Sania Torvald, 45, ...", "43-year-old Sania Torvald"."""
    tokens = scan.tokens
    after = tokens.words[unit.last : unit.last + 3]
    if len(after) == 3 and after[0] == after[2] == "," and after[1].isdigit() and len(after[1]) == 2:
        return True
    return tokens.lower[max(0, unit.first - 4) : unit.first] == ["-", "year", "-", "old"]


def _role_text(scan: Scan, phrase: Phrase) -> str | None:
    """The office as written, from the organisation next to it: "Port Authority Director"."""
    tokens = scan.tokens
    first = phrase.role_first
    for unit in reversed(phrase.parties):
        entry = unit.entry
        beside = entry is not None and entry.sort in _OFFICE_PARTS
        if not beside or tokens.words[unit.last] in "'’":
            break
        first = unit.first
    return tokens.text[tokens.starts[first] : tokens.ends[phrase.role_last - 1]]


def _build(
    scan: Scan, first: int, name: Unit, role: str | None, party: str | None, organisation: str | None
) -> tuple[Mention, int]:
    tokens = scan.tokens
    known = _known(name)
    apposition = read_apposition(scan, name.last)
    after = name.last
    said: Apposition | None = apposition
    if said is not None:
        after = said.last
        role = role or said.role
        party = party or said.party
        organisation = organisation or said.organisation
    office = (
        office_before(tokens.text[: tokens.starts[first]]) if role is None and first == name.first else None
    )
    if office is not None:
        role = office
        first -= len(tokenise(office))
    start, end = tokens.starts[first], tokens.ends[name.last - 1]
    name_start = tokens.starts[name.first]
    mention = Mention(
        start,
        end,
        tokens.text[start:end],
        Kind.PERSON,
        None if "ambiguous" in known.flags else known.canonical or plain_name(tokens.text[name_start:end]),
        party or known.party,
        role or known.role,
        organisation or known.organisation,
        tokens.starts[name.last - 1],
        name_start,
        end,
        flags=flags_at(scan, first, name.last),
        appositive=(tokens.starts[said.first], tokens.ends[said.last - 1]) if said is not None else None,
    )
    return mention, after


def _known(name: Unit) -> Entry:
    """What the roster knows of a name; an empty entry if nothing."""
    if name.entry is not None:
        return name.entry
    return Entry(Sort.PERSON, None)
