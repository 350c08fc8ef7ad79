"""The whole words that name a source: title, apposition and what hangs on the noun, up to the verb."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.phrases import left_of
from tracktwo.reading.clauses.verb_words import AUX
from tracktwo.reading.clauses.words import Words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"who", "which", "whose", "whom", "that", "where", "when", "while", "but", "as", "and"})
_REACH = 16


def in_full(words: Words, draft: Draft) -> Draft:
    """A draft of saying whose actor is written out as the text names the source.

    Parameters
    ----------
    words : Words
        The sentence.
    draft : Draft
        Returned unchanged where nothing is told as said, where several speak, or for a pronoun.

    Returns
    -------
    Draft
        Its actor's ``text``, ``start`` and ``end`` cover the phrase; the name stays.
    """
    actor = draft.actor
    if not draft.content or actor is None or actor.start < 0 or actor.relation != "speaker":
        return draft
    spot = _spot(words, actor)
    if spot is None:
        return draft
    verb = words.at_offset(draft.predicate[0])
    first, last = spot
    last = _before_verb(words, last, verb) if verb >= last else _after_verb(words, last)
    inside = draft.object is not None and draft.object[0] < actor.start < draft.object[1]
    first = left_of(words, first) if inside else _from_left(words, first)
    start, end = words[first].start, words[last - 1].end
    if start > actor.start or end < actor.end:
        return draft
    return replace(draft, actor=replace(actor, text=words.text[start:end], start=start, end=end))


def _spot(words: Words, actor: ActorRef) -> tuple[int, int] | None:
    """The words of the actor; None for one of several, or somebody a group is named with."""
    at = words.at_offset(actor.start)
    last = words.at_offset(actor.end - 1) + 1
    if at >= len(words) or last > len(words) or words.tag(at) in ("PRP", "WP", "WDT"):
        return None
    group = words[last - 1].group
    if group is None:
        return at, last
    others = (*group.on_behalf_of, *group.supported_by, *group.opposed_by, *group.joined_by)
    if len(group.speakers) != 1 or others or group.collective is not None:
        return None
    return at, last


def _before_verb(words: Words, last: int, verb: int) -> int:
    """How far the phrase goes on towards the verb after it."""
    stop = verb
    while stop > last and (words.low(stop - 1) in AUX or words.tag(stop - 1).startswith("RB")):
        stop -= 1
    return _without_asides(words, last, stop) if stop - last <= _REACH else last


def _after_verb(words: Words, last: int) -> int:
    """Where the phrase ends after ", said X": with its apposition, before a time or the next clause."""
    if words.low(last) not in (",", "of", "for", "from"):
        return last
    stop = last
    while stop < min(len(words), last + _REACH) and words[stop].text not in ('"', "“", ".", ";", ":"):
        if words.low(stop) in DAYS:
            return last
        stop += 1
    return _without_asides(words, last, stop)


def _without_asides(words: Words, last: int, stop: int) -> int:
    """Leave out relative clauses, participles and times; all or nothing."""
    for k in range(last, stop):
        low, tag = words.low(k), words.tag(k)
        after_comma = words.low(k - 1) == ","
        relative = low in _RELATIVE and (low != "and" or after_comma)
        if relative or (after_comma and (tag == "VBG" or low in ("on", "in", "at", "after", "however"))):
            end = k - 1 if after_comma else k
            return end if end > last and after_comma and relative else last
        if tag in _FINITE or low in DAYS or words[k].text in ("“", "”", '"', ";", ":"):
            return last
    while stop > last and words[stop - 1].punct and words[stop - 1].text not in (")", '"'):
        stop -= 1
    return stop


def _from_left(words: Words, first: int) -> int:
    """Where the phrase starts: with its adjectives and title, or the office before a comma."""
    start = left_of(words, first)
    if words.low(start - 1) != "," or start < 3 or words.tag(start) in ("DT", "PRP$"):
        return start
    for k in range(start - 2, max(-1, start - 12), -1):
        low, tag = words.low(k), words.tag(k)
        if tag in _FINITE or words[k].punct or low in ("said", "and", "that", "by"):
            return start
        if tag == "DT" and words.low(k - 1) not in ("of", "for", "from", "in", "at", "to"):
            opens = (
                k == 0 or words[k - 1].punct or words.low(k - 1) in ("said", "but", "and", "which", "that")
            )
            titled = words.tag(k + 1).startswith(("NN", "JJ")) or words[k + 1].group is not None
            return k if opens and titled else start
        if (
            k == 0
            and tag.startswith(("NN", "JJ"))
            and any(words.low(n) in ("for", "of") for n in range(start))
        ):
            return 0
    return start


__all__ = ["in_full"]
