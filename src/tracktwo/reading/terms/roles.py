"""Who gives, who gets, and where, as the words of a term say."""

from __future__ import annotations

from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind, Mention


def _party(mention: Mention) -> str | None:
    return mention.party or mention.canonical


def _mentions(words: Words, k: int) -> tuple[Mention, ...]:
    group = words[k].group
    return group.speakers if group is not None else ()


def giver_of(words: Words, start: int, at: int, end: int) -> str | None:
    """Who gives: the possessor or demonym before the head, or the "by" phrase after."""
    for k in range(max(start, 0), end):
        for mention in _mentions(words, k):
            if mention.kind is Kind.PLACE:
                continue
            if words.low(k - 1) == "by" and k > at:
                return _party(mention)
            if k < at and (mention.modifier or mention.possessive):
                return _party(mention)
            if at < start <= k and not words[k].punct and words.tag(k + 1).startswith("NN") and k + 1 < end:
                return _party(mention)
    return None


def getter_of(words: Words, after: int, end: int) -> str | None:
    """Who gets or is concerned: the name after "to", "for" or "against"."""
    for k in range(after, end):
        if words.low(k - 1) in ("against", "to", "for"):
            for mention in _mentions(words, k):
                if mention.kind is not Kind.PLACE and "located" not in mention.flags:
                    return _party(mention)
                if words.low(k - 1) == "against":
                    return _party(mention)
    return None


def place_of(words: Words, after: int, end: int) -> str | None:
    """Where: the place after "in", "from" or the like."""
    for k in range(after, end):
        if words.low(k - 1) in ("in", "into", "from", "to", "inside", "across", "near", "at"):
            for mention in _mentions(words, k):
                if mention.kind in (Kind.PLACE, Kind.STATE):
                    return mention.canonical or mention.text
    return None
