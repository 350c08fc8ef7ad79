"""Apposition: what stands between commas or in brackets after a name ("Keller, union president,")."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.reading.names.holders import past_letters
from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.phrase import read_phrase
from tracktwo.reading.names.remits import further_fields
from tracktwo.reading.names.scan import PARTIES, Scan

_BEING = ("is", "was")
_LONGEST_CLAUSE = 14
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Apposition:
    """Tokens ``first`` to ``last`` (half open, without outer signs) and what they say."""

    first: int
    last: int
    role: str | None
    party: str | None
    organisation: str | None


def read_apposition(scan: Scan, at: int) -> Apposition | None:
    """What is apposed to a name that ends before token ``at``; None if nothing is."""
    tokens = scan.tokens
    if at + 1 >= len(tokens):
        return None
    first = _bracketed(scan, at) if tokens.words[at] == "(" else _letters(scan, at)
    here = at if first is None else first.last
    if here + 1 >= len(tokens) or tokens.words[here] != ",":
        return first
    if first is None and tokens.lower[here + 1] == "who":
        return _clause(scan, here + 1)
    aged = _age(scan, here + 1)
    if aged is not None:
        first, here = (_both(first, aged) if first is not None else aged), aged.last
    while here + 1 < len(tokens) and tokens.words[here] == ",":
        part = _office(scan, here + 1) or _party(scan, here + 1, alone=first is None)
        if part is None and first is not None and first.role is not None:
            part = _affiliation(scan, here + 1) or _unclosed(scan, here + 1)
        if part is None and aged is not None and here == aged.last:
            part = _calling(scan, here + 1)
        if part is None:
            break
        first = part if first is None else _both(first, part)
        here = part.last
    return first


def _letters(scan: Scan, at: int) -> Apposition | None:
    """``Dana Hale MP``: letters that say nothing of whose she is."""
    end = past_letters(scan, at)
    return Apposition(at, end, None, None, None) if end > at else None


def _both(first: Apposition, second: Apposition) -> Apposition:
    return Apposition(
        first.first,
        second.last,
        first.role or second.role,
        first.party or second.party,
        first.organisation or second.organisation,
    )


def _ends(scan: Scan, at: int) -> bool:
    """Whether an apposition may end before this token."""
    return at >= len(scan.tokens) or scan.tokens.words[at] in ",.;:)"


def _office(scan: Scan, at: int) -> Apposition | None:
    """An office, with its party: "Minister of Environment", "the EU's foreign policy chief"."""
    tokens = scan.tokens
    begin = at + 1 if tokens.lower[at] in _ARTICLES and at + 1 < len(tokens) else at
    phrase = read_phrase(scan, begin)
    if phrase is None or not phrase.roles or phrase.name is not None:
        return None
    if phrase.end > begin + 1 and tokens.lower[begin + 1] in ("of", "for"):
        phrase.end = further_fields(scan, phrase.end)
    phrase.end = _past_short_form(scan, phrase.end)
    if begin > at and not _ends(scan, phrase.end):
        beyond = _past_long_name(scan, phrase.end)
        phrase.role_last = phrase.end = beyond
        if beyond and scan.tokens.words[beyond - 1] == ")":
            phrase.role_last -= 3
    if not _ends(scan, phrase.end):
        return None
    party = organisation = None
    for unit in (*phrase.parties, phrase.tail):
        entry = unit.entry if unit is not None else None
        if entry is not None:
            party = party or entry.party
            if entry.sort in (Sort.ORGANISATION, Sort.GROUP):
                organisation = organisation or entry.canonical
    first = phrase.role_first
    for unit in reversed(phrase.parties):
        beside = unit.entry is not None and unit.entry.sort in (Sort.ORGANISATION, Sort.GROUP, Sort.BODY)
        if not beside or tokens.lower[unit.last] == "'":
            break
        first = unit.first
    role = tokens.text[tokens.starts[first] : tokens.ends[phrase.role_last - 1]]
    return Apposition(at, phrase.end, role, party, organisation)


def _past_short_form(scan: Scan, at: int) -> int:
    """Past a short form in brackets: "Chair of the Subsidiary Body for Implementation (SBI)"."""
    words = scan.tokens.words
    closed = at + 2 < len(words) and words[at] == "(" and words[at + 2] == ")"
    return at + 3 if closed and words[at + 1].isupper() else at


def _past_long_name(scan: Scan, at: int) -> int:
    """Past a name no list knows: "the Chair of the Joint Monitoring and Review Commission (JMRC)"."""
    tokens, here = scan.tokens, at
    while here < len(tokens) and here - at < 12:
        inside = here > at and tokens.lower[here] in ("and", "of", "for", "the", "'", "s", "-")
        if not (tokens.words[here][0].isupper() or inside or tokens.lower[here] in ("of", "for")):
            break
        here += 1
    here = _past_short_form(scan, here)
    return here if here < len(tokens) and tokens.words[here] == "," else at


def _party(scan: Scan, at: int, *, alone: bool) -> Apposition | None:
    """A state or organisation after a name: "Jacob Zuma, South Africa, said"; not the start of a list."""
    tokens = scan.tokens
    here = at + 1 if tokens.lower[at] == "the" and at + 1 < len(tokens) else at
    unit = scan.unit(here)
    entry = unit.entry if unit is not None else None
    if unit is None or entry is None or entry.sort not in PARTIES or entry.sort is Sort.DEMONYM:
        return None
    if not _ends(scan, unit.last):
        return None
    after = tokens.lower[unit.last + 1] if unit.last + 1 < len(tokens) else ""
    listed = (
        after in ("and", "or", "&") or scan.sort(unit.last + 1) is not None or scan.unknown(unit.last + 1)
    )
    if alone and listed and unit.last < len(tokens) and tokens.words[unit.last] == ",":
        return None
    organisation = entry.canonical if entry.sort is Sort.ORGANISATION else None
    return Apposition(at, unit.last, None, entry.party, organisation)


def _age(scan: Scan, at: int) -> Apposition | None:
    """An age between commas: "Ada Lund, 45, a teacher,"."""
    words = scan.tokens.words
    told = at + 1 < len(words) and words[at].isdigit() and len(words[at]) == 2 and words[at + 1] == ","
    return Apposition(at, at + 1, None, None, None) if told else None


def _calling(scan: Scan, at: int) -> Apposition | None:
    """What somebody is, in small words after an age: "a former teacher,"."""
    tokens = scan.tokens
    if tokens.words[at] not in ("a", "an", "the"):
        return None
    end = at + 1
    while end < len(tokens) and end - at < 8 and (tokens.words[end].islower() or tokens.words[end] == "-"):
        end += 1
    closed = end > at + 1 and end < len(tokens) and tokens.words[end] == ","
    return Apposition(at, end, None, None, None) if closed else None


def _affiliation(scan: Scan, at: int) -> Apposition | None:
    """An unknown body after an office: "Executive Secretary, UNFCCC,"."""
    tokens, here = scan.tokens, at
    while here < len(tokens) and here - at < 6 and tokens.words[here][0].isupper():
        if tokens.lower[here] in scan.words.function_words or tokens.lower[here] in scan.words.given_names:
            return None
        here += 1
    closed = here > at and here < len(tokens) and tokens.words[here] == ","
    after = tokens.lower[here + 1] if closed and here + 1 < len(tokens) else "and"
    return None if not closed or after in ("and", "or") else Apposition(at, here, None, None, None)


def _unclosed(scan: Scan, at: int) -> Apposition | None:
    """The body of an office whose second comma is left out: ", commander, Northern Command met with"."""
    unit = scan.unit(at)
    if unit is not None and scan.sort(at) in (Sort.STATE, Sort.DEMONYM):
        unit = scan.unit(unit.last)
    entry = unit.entry if unit is not None else None
    if unit is None or entry is None or entry.sort is not Sort.ORGANISATION or unit.last >= len(scan.tokens):
        return None
    goes_on = scan.tokens.words[unit.last].islower() and scan.tokens.lower[unit.last] not in (
        "and",
        "or",
        "of",
    )
    return Apposition(at, unit.last, None, entry.party, entry.canonical) if goes_on else None


def _bracketed(scan: Scan, at: int) -> Apposition | None:
    """A state, group or organisation in brackets: "Tibor Faragó (Hungary)"."""
    inner = _party(scan, at + 1, alone=False)
    if inner is None or inner.last >= len(scan.tokens) or scan.tokens.words[inner.last] != ")":
        return _seat(scan, at)
    return Apposition(at, inner.last + 1, None, inner.party, inner.organisation)


def _seat(scan: Scan, at: int) -> Apposition | None:
    """A party and a place, which no list knows: "(Labour, Leeds North)", "(R-Ohio)"."""
    words = scan.tokens.words
    end = at + 1
    while end < len(words) and end - at < 9 and (words[end][0].isupper() or words[end] in ",-&/"):
        end += 1
    closed = end > at + 3 and end < len(words) and words[end] == ")"
    return Apposition(at, end + 1, None, None, None) if closed else None


def _clause(scan: Scan, at: int) -> Apposition | None:
    """A clause that says what office is held: "who chairs the bargaining committee"; no other."""
    tokens = scan.tokens
    if at + 2 >= len(tokens) or tokens.lower[at + 1] not in scan.words.office_verbs:
        return None
    if tokens.lower[at + 1] in _BEING and tokens.lower[at + 2].endswith(("ing", "ed")):
        return None  # "who is mediating" tells a deed, not an office
    end = at + 2
    while end < len(tokens) and end - at < _LONGEST_CLAUSE and tokens.words[end] not in ",;:.":
        end += 1
    if end >= len(tokens) or tokens.words[end] != ",":
        return None
    role = tokens.text[tokens.starts[at + 1] : tokens.ends[end - 1]]
    return Apposition(at, end, role, None, None)
