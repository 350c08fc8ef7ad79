"""Exchange: what is given for what ("in exchange for", "in return for", "in return")."""

from __future__ import annotations

from tracktwo.reading.clauses.words import Words

_FIRST = ("exchange", "return")


def exchange_of(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Where an exchange is told inside a word range.

    Returns
    -------
    tuple of int or None
        The word where "in exchange for" starts and the word after it; for a bare "in return" both are
        the words around it; None without an exchange.
    """
    for i in range(first, last - 1):
        if words.low(i) == "in" and words.low(i + 1) in _FIRST:
            return (i, i + 3 if words.low(i + 2) == "for" else i + 2)
    return None
