"""Taking names out of an export: whole names and their parts, in every field and every quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLES = frozenset(
    {"al", "el", "ben", "bin", "ibn", "abu", "von", "van", "de", "del", "der", "di", "da", "la", "le"}
)
_SHORTEST = 3
# These fields hold keys and codes that other rows refer to, never words of a report.
_CODES = frozenset(
    {"id", "method", "status", "act", "voice", "modality", "event_basis", "hash", "media_type"}
)


@dataclass(frozen=True, slots=True)
class Masks:
    """Names and what stands for them in an export; ``surfaces`` are other spellings of a name."""

    replacements: Mapping[str, str]
    pattern: re.Pattern[str] | None
    lookup: Mapping[str, str]
    first_words: frozenset[str]

    def text(self, text: str) -> str:
        """Return ``text`` without the masked names."""
        # Most sentences name nobody masked, and the words of one are looked up faster than a long pattern.
        if self.pattern is None or self.first_words.isdisjoint(_tokens(text)):
            return text
        return self.pattern.sub(lambda m: self.lookup[_folded(m.group())], text)

    def value(self, value: Any, name: str = "") -> Any:
        """Return a plain value (text, lists and objects of it) without the masked names."""
        if self.pattern is None or name in _CODES:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {key: self.value(item, str(key)) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.value(item, name) for item in value]
        return value


def masks(
    replacements: Mapping[str, str],
    *,
    spellings: Mapping[str, Iterable[str]] | None = None,
    kept: Iterable[str] = (),
    texts: Iterable[str] = (),
) -> Masks:
    """Return the masks for some names.

    Parameters
    ----------
    replacements : mapping of name to what stands for it
    spellings : mapping of name to other words for the same person, optional
    kept : iterable of str
        Names that stay: a part of a masked name that is also a part of one of these is left alone.
    texts : iterable of str
        What will be masked: a part of a name that is also an ordinary lower-case word in it is left alone.
    """
    safe = {word for name in kept for word in _WORD.findall(name)}
    ordinary: set[str] = set()
    for text in texts if replacements else ():
        ordinary.update(word for word in _WORD.findall(text) if word.islower())
    lookup: dict[str, str] = {}
    whole: list[str] = []
    parts: list[str] = []
    for name, stands in replacements.items():
        for spelling in (name, *(spellings or {}).get(name, ())):
            if len(spelling.split()) > 1 or spelling not in safe:
                lookup.setdefault(_folded(spelling), stands)
                whole.append(spelling)
            for part in _parts(spelling):
                if part not in safe and part.casefold() not in ordinary and _folded(part) not in lookup:
                    lookup[_folded(part)] = stands
                    parts.append(part)
    first_words = frozenset(words[0] for words in map(_tokens, (*whole, *parts)) if words)
    return Masks(dict(replacements), _pattern(whole, parts), lookup, first_words)


def _tokens(text: str) -> list[str]:
    return [word for word in re.split(r"[\W_]+", text.casefold()) if word]


def _parts(name: str) -> list[str]:
    words = _WORD.findall(name)
    return [w for w in words if len(words) > 1 and len(w) >= _SHORTEST and w.casefold() not in _PARTICLES]


def _pattern(whole: list[str], parts: list[str]) -> re.Pattern[str] | None:
    # A name may be broken over a line, and stand in capitals or in a file's name; its parts may not.
    joined = (r"[\s_-]+".join(map(re.escape, re.split(r"[\s_-]+", name))) for name in _longest(whole))
    pieces = [f"(?i:{one})" for one in joined] + [re.escape(one) for one in _longest(parts)]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(pieces)})(?![^\W_])") if pieces else None


def _longest(names: Iterable[str]) -> list[str]:
    return sorted(set(names), key=lambda name: (-len(name), name))


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).casefold()
