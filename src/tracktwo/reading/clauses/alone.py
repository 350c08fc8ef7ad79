"""Alone: the one verb of its clause, which the parse makes a participle or an adjective."""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.clauses.words import Words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSES = frozenset({"that", "while", "as", "when", "where", "after", "before", "because", ";", ":"})


def only_one_left(words: Words, i: int) -> bool:
    """``Soldiers loyal to Lund deployed tanks``, ``the alliance advanced on the port``, parsed as what
    describes a noun: the one verb of its clause, right behind a noun.
    """
    word = words[i]
    if not word.low.endswith("ed") or word.tag not in ("VBN", "VBD", "JJ") or i == 0:
        return False
    before = i - 1
    while before > 0 and words.tag(before) == "RB":
        before -= 1
    if word.tag == "JJ":
        if words.tag(i + 1) not in ("IN", "RP") or word.low not in load_verbs().lemmas:
            return False
    elif word.dep not in ("amod", "compound"):
        return False
    if not words.tag(before).startswith("NN"):
        return False
    return not finite_around(words, i)


def finite_around(words: Words, i: int) -> bool:
    """Whether another finite verb stands in the clause of word ``i``, up to the next mark."""
    for k in range(i - 1, -1, -1):
        if words.low(k) in _CLAUSES:
            break
        if words.tag(k) in _FINITE:
            return True
    for k in range(i + 1, len(words)):
        if words.low(k) in _CLAUSES or words.low(k) == ",":
            break
        if words.tag(k) in _FINITE:
            return True
    return False
