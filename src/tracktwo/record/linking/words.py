"""Small operations on words: keys, surnames, articles."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tracktwo.record.linking.wordlists import phrases

_NOT_KEY = re.compile(r"[^a-z0-9]+")
_QUOTES = re.compile(r"[“”\"‘’`](?!s\b)|(?<!\w)'|'(?!\w)")
_WORD = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s+")


def slug(text: str) -> str:
    """Return ``text`` as a key: lower-case ASCII letters, digits and single hyphens; never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_KEY.sub("-", plain.replace("'", "").lower()).strip("-") or "unnamed"


def tidy(text: str) -> str:
    """Return ``text`` with white space as single blanks and no sign at its end."""
    return _SPACE.sub(" ", text).strip(" \t\n,;:.")


def without_ending(text: str, ending: str | None) -> str:
    """Return ``text`` without ``ending`` where it ends in it and goes on before it."""
    short = tidy(text)
    last = tidy(ending or "")
    return tidy(short[: -len(last)]) if last and short.endswith(last) and len(short) > len(last) else short


def bare(text: str) -> str:
    """Return ``text`` tidied, without an article or demonstrative at its start."""
    words = tidy(text).split(" ")
    while len(words) > 1 and words[0].lower() in phrases("determiners"):
        words = words[1:]
    return " ".join(words)


def head_phrase(text: str, most: int = 4) -> str:
    """Return the noun phrase a text begins with, in small letters, at most ``most`` words."""
    kept: list[str] = []
    words = _QUOTES.sub("", bare(text).lower()).split(" ")
    while len(words) > 1 and (words[0].endswith("ing") or words[0] in phrases("determiners")):
        words = words[1:]
    for word in words:
        plain = word.strip(",;:.()[]")
        if plain in phrases("matter_ends") or any(sign.isdigit() for sign in plain):
            break
        if plain:
            kept.append(plain)
        if word != plain and word[-1] in ",;:.)]":
            break
    return " ".join(kept[-most:] if len(kept) <= most + 1 else kept[:most])


def surname(name: str) -> str:
    """Return the family name of a person: the last word with the small words before it ("van Dijk")."""
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower().strip("-") in phrases("name_particles"):
        at -= 1
    return " ".join(words[at:]) if words else name


def has_words(text: str | None, name: str) -> bool:
    """Whether ``name`` stands in ``text`` as whole words, any letter case."""
    return (
        bool(text and name)
        and name.lower() in (text or "").lower()
        and re.search(r"(?<!\w)" + re.escape(name) + r"(?!\w)", text or "", re.IGNORECASE) is not None
    )


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words and numbers of a text ("freezing rents": freez, rent), small words left
    out.
    """
    found = set()
    for word in _WORD.findall(text.lower()):
        if word in phrases("small_words") or word in phrases("determiners"):
            continue
        for ending in ("ing", "ed", "es", "s", "e"):
            if word.endswith(ending) and len(word) - len(ending) > 2 and not word.isdigit():
                word = word.removesuffix(ending)
                break
        found.add(word[:-1] if len(word) > 3 and word[-1] == word[-2] else word)
    return frozenset(found)


def unique(key: str, taken: object) -> str:
    """Return ``key``, or ``key-2``, ``key-3`` ... if it is among ``taken`` (anything with ``in``)."""
    number, made = 2, key
    while made in taken:  # type: ignore[operator]
        made, number = f"{key}-{number}", number + 1
    return made
