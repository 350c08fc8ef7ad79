"""Remits: what an office is of or for ("Minister for the Middle East", "head of the Port Authority")."""

from __future__ import annotations

from tracktwo.reading.names.fields import INSIDE
from tracktwo.reading.names.holders import is_held, name_at
from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.scan import PARTIES, Scan
from tracktwo.reading.names.units import Unit
from tracktwo.reading.names.words import common_words


def office_of(scan: Scan, at: int) -> tuple[int, Unit | None]:
    """Past "of the Port Authority" or "for Climate Action"; the party or organisation named there."""
    tokens = scan.tokens
    if at >= len(tokens) or tokens.lower[at] not in ("of", "for", "to", "at", "from"):
        return at, None
    here = at + 1
    if here < len(tokens) and tokens.lower[here] == "the":
        here += 1
    unit = scan.unit(here)
    if unit is None and _past_plain_words(scan, here) > here:
        return _past_plain_words(scan, here), None
    if tokens.lower[at] in ("for", "to", "from"):
        field = _past_lands(scan, here)
        taken = scan.sort(here) is Sort.PLACE and tokens.lower[at] == "for"
        if field > here and (taken or is_held(scan, field)):
            return field, None
        if (
            scan.unknown(here)
            and tokens.lower[at] != "for"
            and is_held(scan, scan.units[here].last, apposed=True)
        ):
            return scan.units[here].last, None
    if unit is not None and unit.entry is not None and unit.entry.sort in PARTIES | {Sort.BODY}:
        if tokens.lower[at] in ("for", "to", "at", "from") and unit.entry.sort not in (
            Sort.ORGANISATION,
            Sort.BODY,
        ):
            return at, None
        return _past_organ(scan, unit.last), unit
    if unit is not None and unit.entry is not None and unit.entry.sort is Sort.ROLE:
        end, tail = office_of(scan, unit.last)  # "Special Envoy of the Secretary-General for Peru, Ada Lund"
        return (end, tail) if end > unit.last and is_held(scan, end, apposed=True) else (at, None)
    if tokens.lower[at] == "to" and is_held(scan, _remit(scan, here)):
        return _remit(scan, here), None
    if tokens.lower[at] in ("of", "for"):
        end = further_fields(scan, _remit(scan, here)) if _remit(scan, here) > here else here
        whose = scan.unit(end + 1) if end < len(tokens) and tokens.lower[end] == "of" else None
        if end > here and whose is not None and scan.sort(end + 1) in (Sort.STATE, Sort.PLACE):
            return whose.last, whose
        return (end, None) if end > here else (at, None)
    return at, None


def _past_plain_words(scan: Scan, at: int) -> int:
    """Past a long field up to its holder: "the House of Commons Dana Hale"; ``at`` where none follows it."""
    tokens, end = scan.tokens, at
    while end < len(tokens) and end not in scan.units:
        if not (tokens.words[end][0].isupper() or tokens.lower[end] in INSIDE):
            return at
        end += 1
    held = name_at(scan, end, strict=True)
    return end if held is not None and tokens.words[end - 1] not in (",", "and") else at


def _past_lands(scan: Scan, at: int) -> int:
    """Past the lands an office is for: "the Middle East", "Sudan and South Sudan"; ``at`` where none is."""
    end = at
    while scan.sort(at) in (Sort.PLACE, Sort.STATE):
        end = scan.units[at].last
        if end >= len(scan.tokens) or scan.tokens.lower[end] != "and":
            break
        at = end + 1 + (scan.tokens.lower[end + 1 : end + 2] == ["the"])
    return end


def _past_organ(scan: Scan, at: int) -> int:
    """Past the part of an organisation that an office is of: "the African Union Commission"."""
    words = scan.words
    if not scan.near(at) or scan.tokens.lower[at] not in words.body_nouns | words.state_organs:
        return at
    return at if scan.near(at + 1) and scan.unknown(at + 1) else at + 1


def _remit(scan: Scan, at: int) -> int:
    """Past one field of an office: "Environment and Forests", "Nuclear Safety"."""
    tokens, end = scan.tokens, at
    while end < len(tokens) and tokens.words[end][0].isupper() and scan.sort(end) is None:
        if end > at and _begins_a_name(scan, end):
            return end
        end += 1
        if end + 1 < len(tokens) and tokens.words[end] == "and" and tokens.words[end + 1][0].isupper():
            end += 1
    return end


def _begins_a_name(scan: Scan, at: int) -> bool:
    """Whether a name of two words or more begins here that no field would begin with."""
    unit, low = scan.unit(at), scan.tokens.lower[at]
    several = unit is not None and unit.entry is None and unit.last - unit.first > 1
    return several and (low in scan.words.given_names or low not in common_words())


def further_fields(scan: Scan, at: int) -> int:
    """Past more fields of an office: "(Minister of Energy), Transport, Science and Technology".

    Plain words only, and the last after "and": what else follows is a list of people.
    """
    words, here = scan.tokens.words, at
    for _ in range(6):
        if here + 1 >= len(words) or words[here] not in (",", "and"):
            return at
        last = words[here] == "and" or words[here + 1] == "and"
        start = here + 1 + (words[here] == "," and words[here + 1] == "and")
        here = start
        while here < len(words) and words[here][0].isupper() and scan.tokens.lower[here] in common_words():
            here += 1
        if here == start:
            return at
        if last:
            return here
    return at
