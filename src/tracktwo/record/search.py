"""Full-text search over quotes; what a user types is words, never query syntax."""

from __future__ import annotations

import re
import sqlite3

_WORD = re.compile(r"\w+")


def matching(connection: sqlite3.Connection, words: str) -> frozenset[str]:
    """Return the ids of claims whose quote holds every word of ``words`` (stemmed, accents ignored).

    Each word is quoted for FTS5, so that operators, column filters and quotation marks in it are text.
    """
    found = _WORD.findall(words)
    if not found:
        return frozenset()
    query = " ".join(f'"{word}"' for word in found)
    rows = connection.execute(
        "SELECT id FROM claims WHERE row_id IN (SELECT rowid FROM quotes WHERE quotes MATCH ?)", (query,)
    )
    return frozenset(row[0] for row in rows)
