"""Openers: whom a sentence is about though no act of theirs is read.

"Jane Keller opened the session." makes "she" her; "The front was founded in 2004." keeps "it" the front.
"""

from __future__ import annotations

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.people import is_one_person
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.coreference.resolve import is_described, is_pronoun, resolve_pronoun
from tracktwo.reading.names import Kind

_SIDES = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.GROUP})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What a sentence begins with that does not begin with its subject; so many words it may have.
_FRONTED = frozenset({"IN", "VBG", "VBN", "RB", "TO", "WRB"})
_FRONT = 20
_IN_OFFICES = ("NN", "JJ", "POS", "IN", "DT", "HYPH", "VBN")
_ASIDE = 12


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
    first = _after_front(words) or _named_after_office(words) or (1 if words.tag(0) == "DT" else 0)
    group = words[first].group
    if group is None:
        return _referred(words, first, context) or _somebody(words, first)
    if len(group.speakers) != 1 or group.on_behalf_of:
        return ()
    one = group.speakers[0]
    if (
        one.possessive
        or one.modifier
        or not (one.kind in _SIDES or (one.kind is Kind.PERSON and words.tag(first - 1) != "DT"))
    ):
        return ()
    at = next(k for k in range(first, len(words) + 1) if k == len(words) or words[k].group is not group)
    at = at + 1 if words.low(first - 1) == "," == words.low(at) else _past_aside(words, at)
    if one.kind is Kind.PERSON:
        return actors_of(group, words.start) if words.tag(at) == "VBD" else ()
    return actors_of(group, words.start) if words.tag(_past_adverbs(words, at)) in _FINITE else ()


def front_of(words: Words) -> int:
    """Where the phrase ends that stands before the subject ("After meeting Lund, he"); 0 where none does.

    A clause with a verb of its own is none ("When Lund left, he"), nor what tells who said it.
    """
    if words.tag(0) not in ("IN", "VBG", "VBN", "TO") or words.low(0) in ("according", "as"):
        return 0
    for k in range(1, min(_FRONT, len(words))):
        if words.low(k) == ",":
            return k
        if words.tag(k) in _FINITE:
            return 0
    return 0


def _after_front(words: Words) -> int:
    """Where the name stands that follows "After leaving office," or "In 1998"; 0 where none does."""
    if words.tag(0) not in _FRONTED:
        return 0
    for k in range(2, min(_FRONT, len(words))):
        before = words.low(k - 2) if words.tag(k - 1) == "DT" else words.low(k - 1)
        dated = words.low(0) in ("in", "on") and k == 2 and (words.tag(1) == "CD" or before in DAYS)
        if words[k].group is not None and words[k - 1].group is None and (before == "," or dated):
            return k
    return 0


def _named_after_office(words: Words) -> int:
    """Where the name stands in "His deputy, Ben Lode, took over"; 0 where none does."""
    if words.tag(0) not in ("DT", "PRP$") or words[1].group is not None:
        return 0
    for k in range(3, min(_ASIDE, len(words))):
        if words[k].group is not None and words.low(k - 1) == ",":
            return k if words.low(k + 1) == "," and words.tag(k + 2) in _FINITE else 0
        if words.low(k - 1) == "," or not words.tag(k - 1).startswith(_IN_OFFICES):
            return 0
    return 0


def _past_aside(words: Words, at: int) -> int:
    """Past ", the former mayor," between a name and its verb."""
    if words.low(at) != "," or words.tag(at + 1) not in ("DT", "PRP$", "NN", "JJ"):
        return at
    close = next((k for k in range(at + 2, min(at + _ASIDE, len(words))) if words.low(k) == ","), None)
    return at if close is None else close + 1


def _referred(words: Words, first: int, context: Context) -> tuple[ActorRef, ...]:
    """``It was founded in 2004``, ``The group joined the council``: who it goes on with."""
    word = words[first]
    pronoun = first == 0 and word.tag == "PRP" and is_pronoun(word.low)
    described = first == 1 and words.low(0) == "the" and is_described(word.low)
    if not (pronoun or described) or words.tag(_past_adverbs(words, first + 1)) not in _FINITE:
        return ()
    found = resolve_pronoun(word.low, word.text, word.start, word.end, context)
    return found if isinstance(found, tuple) else ()


def _somebody(words: Words, first: int) -> tuple[ActorRef, ...]:
    """``The old driver waited``: a person without a name, whom "he" means from now on."""
    head = first
    while words.tag(head) in ("JJ", "NN") and words.tag(head + 1) in ("JJ", "NN"):
        head += 1
    if first != 1 or words.tag(head) != "NN" or any(words[k].group for k in range(first, head + 1)):
        return ()
    if not is_one_person(words.low(head)) or words.tag(_past_adverbs(words, head + 1)) not in _FINITE:
        return ()
    start, end = words[first].start, words[head].end
    return (ActorRef(None, words.text[start:end], start, end, unnamed=True, kind="unnamed"),)


def _past_adverbs(words: Words, at: int) -> int:
    while words.tag(at).startswith("RB") or words.low(at) in (",", "however"):
        at += 1
    return at
