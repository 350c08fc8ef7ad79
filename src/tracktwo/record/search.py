"""Full-text search over quotes and names; what a user types is words, never query syntax."""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from pathlib import Path

_WORD = re.compile(r"\w+")
# Keeps the index of words up to date with the claims of one reading or of one entry.
FILL = (
    "INSERT INTO quotes (rowid, quote, actor, party, actor_text) "
    "SELECT row_id, quote, actor, party, actor_text"
)


def matching(connection: sqlite3.Connection, words: str) -> frozenset[str]:
    """Return the ids of claims whose quote holds every word of ``words`` (stemmed, accents ignored).

    Other names of an issue count as the issue; see `alternatives`.
    """
    query = told_of(words)
    if query is None:
        return frozenset()
    rows = connection.execute(
        "SELECT id FROM claims WHERE row_id IN (SELECT rowid FROM quotes WHERE quotes MATCH ?)",
        (f"quote : {query}",),
    )
    return frozenset(row[0] for row in rows)


def told_of(words: str) -> str | None:
    """Return what FTS5 looks for to find ``words`` or their other names; null where there is no word.

    Each word is quoted, so that operators, column filters and quotation marks in it are text.
    """
    parts = [" OR ".join(map(phrase, ways)) for ways in alternatives(words)]
    return "(" + " AND ".join(f"({part})" for part in parts) + ")" if parts else None


def phrase(words: str) -> str:
    """Return words, one after the other, as FTS5 looks for them."""
    return '"' + " ".join(_WORD.findall(words)) + '"'


def alternatives(words: str) -> tuple[tuple[str, ...], ...]:
    """Return what has to be found, each with its other names; all of ``words``, in any order.

    "Loss and damage" may be told of as "liability and compensation"; which names go together is a data
    file. Small words that tell nothing apart ("and", "the") are looked for inside a name only.
    """
    left = " ".join(_WORD.findall(words.casefold()))
    found: list[tuple[str, ...]] = []
    for name, ways in _names():
        if f" {name} " in f" {left} ":
            found.append(ways)
            left = " ".join(f" {left} ".replace(f" {name} ", " \0 ").split())
    rest = [word for word in left.split() if word != "\0"]
    telling = [word for word in rest if word not in _lists()["small"]["words"]]
    return (*found, *((word,) for word in (telling or ([] if found else rest))))


@cache
def _names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every name of an issue with all names of it, the longest first."""
    named = [(name, tuple(ways)) for ways in _lists()["issue"]["names"] for name in ways]
    return tuple(sorted(named, key=lambda pair: (-len(pair[0].split()), pair[0])))


@cache
def _lists() -> dict[str, dict[str, list]]:  # type: ignore[type-arg]
    import tomllib

    file = Path(__file__).with_name("questions") / "data" / "synonyms.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
