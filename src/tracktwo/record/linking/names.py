"""What sort of thing a name names, and which known names a text holds, by the public name lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tracktwo.reading.names.gazetteer import load_gazetteer
from tracktwo.reading.names.lexicon import Entry, Sort
from tracktwo.reading.names.tokens import tokenise
from tracktwo.record.linking.wordlists import mentions, phrases

_NAMING = (Sort.STATE, Sort.GROUP, Sort.ORGANISATION, Sort.BODY, Sort.COLLECTIVE, Sort.PLACE)


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text: its span, sort, canonical name, party, and the words before it."""

    start: int
    end: int
    sort: Sort
    name: str | None
    party: str | None
    text: str
    before: str


@cache
def _entries() -> Mapping[str, Entry]:
    known: dict[str, Entry] = {}
    for sort in _NAMING:
        for entry in load_gazetteer().entries():
            if entry.sort is sort and entry.canonical is not None:
                known.setdefault(entry.canonical.lower(), entry)
    return known


@lru_cache(maxsize=65536)
def sort_of(name: str | None) -> Sort | None:
    """Return the sort under which a canonical name is listed, or None."""
    entry = _entries().get(name.lower()) if name else None
    return entry.sort if entry else None


def owner_of(name: str | None) -> str | None:
    """Return the party a listed organisation or body belongs to, or None."""
    entry = _entries().get(name.lower()) if name else None
    return entry.party if entry else None


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[Found, ...]:
    """Return the listed names of ``text`` in order, longest match first, never overlapping."""
    tokens, lexicon = tokenise(text), load_gazetteer()
    found: list[Found] = []
    at = 0
    while at < len(tokens):
        match = lexicon.match(tokens, at)
        if match is None:
            at += 1
            continue
        length, entry = min(match[0], len(tokens) - at), match[1]
        start, end = tokens.starts[at], tokens.ends[at + length - 1]
        before = text[:start].rstrip().rsplit(" ", 1)[-1].lower() if start else ""
        if entry.sort not in (Sort.ROLE, Sort.UNNAMED, Sort.GENERIC, Sort.PRE):
            found.append(Found(start, end, entry.sort, entry.canonical, entry.party, text[start:end], before))
            at += length
        else:
            at += 1
    return tuple(found)


def is_person(name: str | None, party: str | None = None) -> bool:
    """Whether a claim's actor looks like a person: a name of several words that no list knows."""
    return bool(name) and name != party and _may_be_person(name or "")


@lru_cache(maxsize=65536)
def _may_be_person(name: str) -> bool:
    if sort_of(name) is not None:
        return False
    words = name.split()
    capitals = [word for word in words if word[:1].isupper()]
    return len(words) > 1 and len(capitals) > 1 and not mentions(name, "body_words")


def is_collective(name: str | None) -> bool:
    """Whether a name stands for an unspecified set ("international community")."""
    return sort_of(name) is Sort.COLLECTIVE


def place_in(text: str) -> str | None:
    """Return the last place or state that stands after a word of place ("in Norway"), or None.

    A capital is returned as itself: whether it stands for its government is not decided here.
    """
    for found in reversed(names_in(text)):
        if found.before in ("in", "into", "to", "at", "inside", "from", "of", "near"):
            if found.sort is Sort.SEAT:
                return found.text
            if found.sort in (Sort.STATE, Sort.PLACE):
                return found.name
    return None


_ROOM = re.compile(r"\b(?:in|at)\s+the\s+((?:[A-Z][\w’'-]+\s)*[A-Z][\w’'-]+)")
_UNLISTED = re.compile(
    r"\b(?:in|at)\s+(?:the\s+(?:\w+\s+)?(?:town|city|port|village|capital)\s+of\s+)?((?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*)"
)


def named_place(text: str) -> str | None:
    """Return where something is said to be, also by a place no list knows ("in Aarnby")."""
    listed = place_in(text)
    if listed is not None:
        return listed
    found = [
        m.group(1)
        for m in _UNLISTED.finditer(text)
        if m.group(1).split()[0].lower() not in phrases("not_places")
    ]
    rooms = [m.group(1) for m in _ROOM.finditer(text) if mentions(m.group(1).rsplit(" ", 1)[-1], "venues")]
    return found[-1] if found else rooms[-1] if rooms else None
