"""Sayings that somebody quotes: "Z was quoted as saying X", "the agency quoted Z as saying that X"."""

from __future__ import annotations

from tracktwo.reading.attribution.stretch import Stretch, before_verb, head_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.extents import clause_end
from tracktwo.reading.clauses.verb_words import BE
from tracktwo.reading.clauses.words import Words
from tracktwo.vocabulary import Act

_QUOTED = frozenset({"quoted", "cited", "reported", "paraphrased", "heard", "recorded"})
_QUOTES = _QUOTED | {"quotes", "cites", "quote", "cite", "quoting", "citing"}
_SAYING = frozenset({"saying", "telling", "warning", "adding", "stating"})
_REACH = 16


def told_in_quotations(words: Words) -> list[Draft]:
    """Sayings of whoever is quoted.

    Parameters
    ----------
    words : Words
        The sentence.

    Returns
    -------
    list of Draft
        Of who is quoted, whoever quotes.
    """
    found = []
    for i in words.places(_QUOTES):
        at = _saying_at(words, i)
        if at is None:
            continue
        if words.low(i) in _QUOTED and words.low(_before_adverbs(words, i)) in BE:
            stretch = before_verb(words, i)
            spot = (words[i].start, words[at].end)
        else:
            stretch = _quoted_one(words, i + 1, at)
            spot = (words[at].start, words[at].end)
        if stretch is not None:
            found += _told(words, stretch, spot, at)
    return found


def _saying_at(words: Words, i: int) -> int | None:
    """Where "saying" stands after "quoted", past who is quoted or who quotes."""
    for k in range(i + 1, min(i + _REACH, len(words) - 1)):
        if words.low(k) in _SAYING and (
            words.low(k - 1) == "as" or words.text[words[k].end :].lstrip()[:1] in '"“'
        ):
            return k
        if (words[k].punct and words.low(k) not in (",", "-", "'")) or words.tag(k) in ("VBD", "VBZ", "MD"):
            return None
    return None


def _before_adverbs(words: Words, i: int) -> int:
    k = i - 1
    while k > 0 and words.tag(k).startswith("RB"):
        k -= 1
    return k


def _quoted_one(words: Words, first: int, at: int) -> Stretch | None:
    """Who is quoted, between the verb and "as saying"."""
    last = at - 1 if words.low(at - 1) == "as" else at
    head = head_of(words, first, last) if first < last else None
    return None if head is None else Stretch(first, last, head)


def _told(words: Words, stretch: Stretch, spot: tuple[int, int], at: int) -> list[Draft]:
    span = words.span(stretch.first, stretch.last)
    start = min(at + 2 if words.low(at + 1) == "that" else at + 1, len(words) - 1)
    if (words[min(start, len(words) - 1)].punct and words[start].text not in '"“') or words.low(
        start
    ) == "by":
        comma = stretch.first - 1
        content = words.span(0, comma) if comma > 2 and words[comma].punct else None
    else:
        content = words.span(start, clause_end(words, start, content=True))
    if content is None or span is None:
        return []
    named = words[stretch.head].group
    name = named.speakers[0].canonical if named is not None and len(named.speakers) == 1 else None
    actor = ActorRef(name, words.text[span[0] : span[1]], *span, unnamed=name is None, kind="person")
    clause = (words.start, words.end)
    return [Draft(Act.STATE, "quoted-as", spot, clause, actor, content, content, content=True, word="quoted")]
