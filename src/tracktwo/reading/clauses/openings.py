"""Openings: "On Friday evening negotiators for the union left": a time without its comma, then who acts."""

from __future__ import annotations

from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.phrases import Phrase, phrase_ending
from tracktwo.reading.clauses.words import Words

_LEADS = frozenset(
    {"on", "by", "last", "this", "late", "early", "in", "since", "earlier", "later", "at", "that", "next"}
)
_TIMES = DAYS | {
    "night",
    "noon",
    "midnight",
    "midday",
    "weekend",
    "yesterday",
    "today",
    "tonight",
    "dawn",
    "day",
}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def after_opening(words: Words, verb: int) -> Phrase | None:
    """Who acts after an opening time that no comma closes.

    Parameters
    ----------
    words : Words
        The sentence.
    verb : int
        Its first finite verb.

    Returns
    -------
    Phrase or None
        The first name after the time, where only what hangs on it stands between it and the verb.
    """
    start = _opening(words)
    if start == 0 or any(words.tag(k) in _FINITE for k in range(verb)):
        return None
    at = start + 1 if words.tag(start) == "DT" else start
    if at >= verb or words[at].group is None or words.low(at + 1) in (",", "and"):
        return None
    return phrase_ending(words, at) if not any(words[k].punct for k in range(at, verb)) else None


def _opening(words: Words) -> int:
    """The first word after a time the sentence begins with; 0 where it begins with none."""
    at = 0
    while at < len(words) and words.low(at) in _LEADS:
        at += 1
    first = at
    while at < len(words) and (words.low(at) in _TIMES or words.tag(at) == "CD"):
        at += 1
    return at if at > first and any(words.low(k) in _TIMES for k in range(first, at)) else 0
