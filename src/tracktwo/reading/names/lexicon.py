"""Lexicon: which token sequences are names or words for actors, found by longest match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tracktwo.reading.names.tokens import Tokens, tokenise


class Sort(StrEnum):
    """What an entry of the lexicon is good for; mentions are composed of these."""

    STATE = "state"
    DEMONYM = "demonym"
    PEOPLE = "people"
    SEAT = "seat"
    PLACE = "place"
    ORGANISATION = "organisation"
    GROUP = "group"
    BODY = "body"
    ROLE = "role"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"
    GENERIC = "generic"
    PERSON = "person"
    SURNAME = "surname"
    PRE = "pre"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a token sequence may name; ``role`` and ``organisation`` are for persons."""

    sort: Sort
    canonical: str | None
    party: str | None = None
    plural: bool = False
    flags: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to write an entry: the alias's own tokens say which must be capitals in the text."""

    shape: tuple[str, ...]
    entry: Entry


class Lexicon:
    """Aliases by their folded tokens.

    An alias token with a first capital matches words with a first capital; one all in capitals of at most
    five letters ("US", "IDF") only itself; one in small letters any writing. ``firsts`` holds, by the tokens
    in lower case that aliases begin with, how many tokens those have, the most first.
    """

    def __init__(self) -> None:
        self._ways: dict[tuple[str, ...], list[_Way]] = {}
        self.firsts: dict[str, tuple[int, ...]] = {}

    def add(self, alias: str, entry: Entry) -> None:
        """Add one alias; of two entries under one writing the first added wins."""
        tokens = tokenise(alias)
        if not len(tokens):
            return
        key = tuple(tokens.lower)
        ways = self._ways.setdefault(key, [])
        ways.append(_Way(tuple(_shape(word) for word in tokens.words), entry))
        known = self.firsts.get(key[0], ())
        if len(key) not in known:
            self.firsts[key[0]] = tuple(sorted({*known, len(key)}, reverse=True))

    def __len__(self) -> int:
        return len(self._ways)

    def entries(self) -> Iterator[Entry]:
        """All entries, in the order added."""
        for ways in self._ways.values():
            for way in ways:
                yield way.entry

    def find(self, alias: str) -> Entry | None:
        """The entry under exactly this writing, or None."""
        tokens = tokenise(alias)
        found = self.match(tokens, 0) if len(tokens) else None
        return found[1] if found is not None and found[0] == len(tokens) else None

    def any_in(self, tokens: Tokens) -> bool:
        """Whether any alias stands in a sentence."""
        firsts = self.firsts
        return any(low in firsts and self.match(tokens, at) for at, low in enumerate(tokens.lower))

    def match(self, tokens: Tokens, at: int) -> tuple[int, Entry] | None:
        """The longest alias that starts at token ``at``: how many tokens, and its entry."""
        lengths = self.firsts.get(tokens.lower[at])
        if lengths is None:
            return None
        rest = len(tokens.lower) - at
        for length in lengths:
            if length > rest:
                continue
            ways = self._ways.get(tuple(tokens.lower[at : at + length]))
            if ways is None:
                continue
            for way in ways:
                if _fits(way.shape, tokens.words[at : at + length]):
                    return length, way.entry
        return None


def _shape(word: str) -> str:
    """What the text must look like: the word itself (acronym), ``A`` (first capital) or ``a`` (anything)."""
    if not word[0].isupper():
        return "a"
    if word.isupper() and 1 < len(word) <= 5:
        return word
    return "A"


def _fits(shape: tuple[str, ...], words: list[str]) -> bool:
    for want, word in zip(shape, words, strict=True):
        if want == "a":
            continue
        if want == "A":
            if not word[0].isupper():
                return False
        elif want != word:
            return False
    return True
