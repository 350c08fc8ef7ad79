"""Openers: whom a sentence is about though no act of theirs is read.

"Jane Keller opened the session." makes "she" her; "The front was founded in 2004." keeps "it" the front.
"""

from __future__ import annotations

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.coreference.resolve import is_described, is_pronoun, resolve_pronoun
from tracktwo.reading.names import Kind

_SIDES = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.GROUP})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def opener(words: Words, context: Context) -> tuple[ActorRef, ...]:
    """The one whom the first words name, right before the verb; nobody where that is not plain.

    Parameters
    ----------
    words : Words
        The sentence.
    context : Context
        Who a pronoun or "the group" is.
    """
    if len(words) < 2:
        return ()
    first = 1 if words.tag(0) == "DT" else 0
    group = words[first].group
    if group is None:
        return _referred(words, first, context)
    if len(group.speakers) != 1 or group.on_behalf_of:
        return ()
    one = group.speakers[0]
    if one.possessive or one.modifier or not (one.kind in _SIDES or (one.kind is Kind.PERSON and first == 0)):
        return ()
    at = next(k for k in range(first, len(words) + 1) if k == len(words) or words[k].group is not group)
    if one.kind is Kind.PERSON:
        return actors_of(group, words.start) if words.tag(at) == "VBD" else ()
    return actors_of(group, words.start) if words.tag(_past_adverbs(words, at)) in _FINITE else ()


def _referred(words: Words, first: int, context: Context) -> tuple[ActorRef, ...]:
    """``It was founded in 2004``, ``The group joined the council``: who it goes on with."""
    word = words[first]
    pronoun = first == 0 and word.tag == "PRP" and is_pronoun(word.low)
    described = first == 1 and words.low(0) == "the" and is_described(word.low)
    if not (pronoun or described) or words.tag(_past_adverbs(words, first + 1)) not in _FINITE:
        return ()
    found = resolve_pronoun(word.low, word.text, word.start, word.end, context)
    return found if isinstance(found, tuple) else ()


def _past_adverbs(words: Words, at: int) -> int:
    while words.tag(at).startswith("RB") or words.low(at) in (",", "however"):
        at += 1
    return at
