"""Apposed: who is named between commas after a description ("the armed wing, the Harbour Brigade,")."""

from __future__ import annotations

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.phrases import Phrase
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind

_NAMES = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.GROUP, Kind.PERSON})
_DESCRIBED = frozenset({Kind.UNNAMED, Kind.GENERIC, Kind.BODY, Kind.ROLE})


def apposed_to(words: Words, phrase: Phrase) -> tuple[ActorRef, ...]:
    """Who a description stands for; nobody where no name follows it between commas.

    Parameters
    ----------
    words : Words
        The sentence.
    phrase : Phrase
        The description, a subject.

    Returns
    -------
    tuple of ActorRef
        "A, the B, and C" is a list and gives nobody.
    """
    own, comma = words[phrase.head].group, phrase.last
    if words.low(comma) != "," or (own is not None and any(m.kind not in _DESCRIBED for m in own.speakers)):
        return ()
    if not words.tag(phrase.head).startswith("NN") or not _told(words, phrase):
        return ()
    at = comma + 1 + (words.tag(comma + 1) == "DT")
    group = words[at].group if at < len(words) else None
    if group is None or group.pronoun is not None or group.collective is not None:
        return ()
    if len(group.speakers) != 1 or group.on_behalf_of or group.speakers[0].kind not in _NAMES:
        return ()
    if group.speakers[0].modifier or group.speakers[0].possessive:
        return ()
    while at < len(words) and words[at].group is group:
        at += 1
    if words.low(at) != "," or words.low(at + 1) in ("and", "or", "but") or words[at + 1].group is not None:
        return ()
    return actors_of(group, words.start)


def _told(words: Words, phrase: Phrase) -> bool:
    """Whether the description has an article, a number or an owner: no name stands before it in a list."""
    owned = any(words.tag(k) == "POS" for k in range(phrase.first, phrase.head))
    return owned or (words.tag(phrase.first) in ("DT", "PRP$", "CD") and words.low(phrase.first) != "no")
