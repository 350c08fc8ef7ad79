"""Introductions: what kind of organisation a name is said to be, so that "the airline" finds it again.

"The airline Skynord", "Skynord, a regional airline,", "the operator, Skynord,", "Skynord is an airline",
"the alliance of northern ports, known as the Pact".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.datafiles import data_of
from tracktwo.reading.names import Kind, Mention

_NAMED = frozenset({Kind.ORGANISATION, Kind.GROUP})
_NOUN = 40  # so many letters the words before a name may have
_FAR = 8  # so many words an aside before or after a name may have
_WITHIN = ("JJ", "NN", "VBN", "CD", "HYPH", "POS", "RB", ":")


def introduce(words: Words, context: Context) -> None:
    """Note for each organisation of a sentence by which nouns the sentence tells what it is.

    Parameters
    ----------
    words : Words
        The sentence.
    context : Context
        Its ``introduced`` is added to.
    """
    plain = not words.lows & kind_words()
    for word in words:
        speakers = word.group.speakers if word.group is not None else ()
        for mention in speakers:
            if mention.kind not in _NAMED or not mention.canonical:
                continue
            if plain and mention.text == mention.canonical:
                continue
            nouns = {*_beside(words, mention)}
            if len(speakers) == 1:
                nouns |= {*_told(words, word.i)}
            for noun in nouns:
                context.introduced.setdefault(noun, set()).add(mention.canonical)


@cache
def kind_words() -> frozenset[str]:
    """The nouns by which texts say what an organisation is."""
    return frozenset(data_of("tracktwo.reading.coreference", "pronouns.toml")["kinds"])


def _beside(words: Words, mention: Mention) -> Iterator[str]:
    """``the airline Skynord``, ``the pilots' union Skyforce``: nouns in the name as written or before it."""
    kinds = kind_words()
    own = (mention.canonical or "").lower()
    yield from kinds & set(mention.text.lower().replace(own, " ").replace(",", " ").split())
    at = words.start + mention.start
    before = words.text[max(words.start, at - _NOUN) : at].split(" ")
    if len(before) > 2 and not before[-1] and before[-2] in kinds and not before[-3].endswith(("'s", "’s")):
        yield before[-2]


def _told(words: Words, at: int) -> Iterator[str]:
    """The nouns of kind that an aside or a predicate gives the name at ``at``."""
    kinds = kind_words()
    before = words.low(at - 1)
    if before == "," and words.low(at - 2) in kinds and words.low(at + 1) in (",", "."):
        yield words.low(at - 2)
    if before in ("as", "the") and "known" in (words.low(at - 2), words.low(at - 3)):
        known = at - 2 if words.low(at - 2) == "known" else at - 3
        yield from _nearest(words, range(known - 1, max(-1, known - _FAR), -1))
    if words.low(at + 1) in (",", "is", "was") and words.low(at + 2) in ("a", "an", "the", "one"):
        yield from _head(words, at + 3)


def _nearest(words: Words, places: range) -> Iterator[str]:
    """The first noun of kind among places before an aside."""
    for k in places:
        if words.tag(k).startswith("V"):
            return
        if words.low(k) in kind_words():
            yield words.low(k)
            return


def _head(words: Words, first: int) -> Iterator[str]:
    """The head of "regional airline" before a comma, "of", "which" or the end."""
    for k in range(first, min(first + _FAR, len(words))):
        ends = words.low(k + 1) in (",", ".", "of", "which", "that", "in", "for", "based", "with")
        if words.low(k) in kind_words() and ends:
            yield words.low(k)
            return
        if words[k].group is None and not words.tag(k).startswith(_WITHIN):
            return
