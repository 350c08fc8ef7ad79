"""Ends of what a noun that tells an act governs: the sentence's own verb, reasons, another one's act."""

from __future__ import annotations

from tracktwo.reading.acts import load_nouns
from tracktwo.reading.clauses.words import Words

_DETERMINES = frozenset({"DT", "PRP$", "POS", "JJ"})  # "the proposed Forest Council"
_REASONS = frozenset({"as", "because", "since", "although"})
_OPENS_CLAUSE = frozenset({"that", "which", "who", "whether", "how", "what", "when", "where", "while", "if"})


def main_verb(words: Words, first: int, last: int) -> int:
    """Where the verb stands whose subject the noun is, past the verbs of clauses inside ("a text that cuts X
    was opposed"); ``last`` where there is none.
    """
    inner = 0
    for k in range(first, last):
        inner += words.low(k) in _OPENS_CLAUSE
        if words.low(k) == "," and words.low(k + 1) in _REASONS and words.low(k + 2) != "well":
            return k  # "X's proposal for Y, as it would cost less": why somebody else is for it
        if words.low(k) == "compared":
            continue
        if words.tag(k) in ("VBD", "VBZ", "MD"):
            if not inner:
                return k
            inner -= 1
        done = words.tag(k) == "VBN" and not _DETERMINES & {words.tag(k - 1), words.tag(k - 2)}
        done = done and words.tag(k - 1) != "IN"
        if done and not inner and words[k + 1 if k + 1 < last else k].group:
            return k
    return last


def next_act(words: Words, first: int, last: int) -> int:
    """``X's suggestion of A and Y's proposal for B``: where another act begins, or ``last``."""
    for k in range(first + 1, last - 3):
        at = k + 2 if words.tag(k + 1) == "DT" else k + 1
        if words.low(k) == "and" and words[at].group is not None and words.tag(at + 1) == "POS":
            entry = load_nouns().nouns.get(words.low(at + 2))
            if entry is not None and words.low(at + 3) in entry.preps:
                return k
    return last
