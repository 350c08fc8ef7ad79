"""Possessors: whose deed a noun tells ("the Tarun regime's escalating attacks", "raids by Peru")."""

from __future__ import annotations

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.owners import part_of
from tracktwo.reading.clauses.people import is_side, people_of
from tracktwo.reading.clauses.phrases import phrase_ending, phrase_from
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context, resolve_pronoun
from tracktwo.reading.coreference.first_person import PLURAL, SINGULAR

_THIRD = frozenset({"its", "their", "his", "her"})
_BETWEEN = ("JJ", "VBG", "VBN", "RB", "NN", "CD", "HYPH", "POS")


def possessors(words: Words, i: int, context: Context) -> tuple[ActorRef, ...]:
    """Who stands before the noun at ``i`` as its owner; nobody where no owner is named.

    A place before a noun ("the Damascus attacks") is where it happened, not who did it.
    """
    for k in range(i - 1, max(-1, i - 9), -1):
        word = words[k]
        if word.group is not None:
            return _named(words, k, i)
        if word.tag == "POS" and words[k - 1].group is None:
            return _described(words, k, context)
        if word.tag == "PRP$":
            return _pronoun(words, k, context)
        if k == i - 1 and words.armed and is_side(word.low):
            start, end = word.start, word.end
            return (ActorRef(None, words.text[start:end], start, end, unnamed=True, kind="unnamed"),)
        if not word.tag.startswith(_BETWEEN):
            return ()
    return ()


def _named(words: Words, k: int, i: int) -> tuple[ActorRef, ...]:
    """A name owns with an apostrophe, as an adjective, or right before the noun."""
    group = words[k].group
    assert group is not None
    near = k == i - 1 or words.tag(k + 1) == "POS" or any(m.modifier for m in group.mentions)
    if not near and not all(words.tag(n).startswith(("JJ", "NN")) for n in range(k + 1, i)):
        return ()
    return tuple(a for a in actors_of(group, words.start) if not a.generic)


def _described(words: Words, k: int, context: Context) -> tuple[ActorRef, ...]:
    phrase = phrase_ending(words, k - 1)
    return () if phrase is None else part_of(words, phrase, context) or people_of(words, phrase)


def _pronoun(words: Words, k: int, context: Context) -> tuple[ActorRef, ...]:
    word = words[k]
    if word.low in SINGULAR | PLURAL:
        return (ActorRef(None, word.text, word.start, word.end, kind="first"),)
    if word.low not in _THIRD:
        return ()
    owner = _owner_before(words, k, context) if word.low in ("its", "their") else None
    if owner is not None:
        return owner
    found = resolve_pronoun(word.low, word.text, word.start, word.end, context)
    return found if isinstance(found, tuple) else ()


def _owner_before(words: Words, k: int, context: Context) -> tuple[ActorRef, ...] | None:
    """``Peru's raids as well as its siege``: the owner of what "its" is joined to."""
    for n in range(k - 1, max(0, k - 25), -1):
        if words.tag(n) in ("VBD", "VBZ", "MD") or words[n].low in (";", ":"):
            return None
        if words.tag(n) == "POS" and words[n - 1].group is not None:
            group = words[n - 1].group
            assert group is not None
            return tuple(a for a in actors_of(group, words.start) if a.name and not a.generic) or None
        if words.tag(n) == "POS":
            return _described(words, n, context) or None
    return None


def agents(words: Words, after: int, context: Context) -> tuple[ActorRef, ...]:
    """Who stands after "by" at ``after``: names, "forces of X", unnamed people."""
    if words.low(after) != "by" or after + 1 >= len(words):
        return ()
    phrase = phrase_from(words, after + 1)
    if phrase is None:
        return ()
    group = words[phrase.head].group
    if group is not None:
        found = tuple(a for a in actors_of(group, words.start) if not a.generic)
        if found:
            return found
    return part_of(words, phrase, context) or people_of(words, phrase)
