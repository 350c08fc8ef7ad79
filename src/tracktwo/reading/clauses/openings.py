"""Openings: who acts after what opens a sentence or clause ("On Friday evening negotiators left", "as rebels
advanced").
"""

from __future__ import annotations

from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.nearness import _WITHIN
from tracktwo.reading.clauses.people import is_one, is_people
from tracktwo.reading.clauses.phrases import Phrase, phrase_ending
from tracktwo.reading.clauses.verb_words import AUX
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
# What opens a clause of its own; "such as", "known as" and "as well as" do not.
_JOINTS = frozenset(
    {"as", "while", "when", "where", "because", "although", "though", "whereas", "once", "until", "since"}
    | {"after", "before"}
)
_NO_CLAUSE = frozenset({"such", "known", "well", "described", "seen", "designated", "regarded"})


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


def after_joint(words: Words, verb: int) -> Phrase | None:
    """``The talks stalled as army helicopters raided the town``: all that stands between the word that opens
    a clause and its verb is who acts.
    """
    if words.lows.isdisjoint(_JOINTS):
        return None
    j = verb - 1
    while j > 0 and (words.low(j) in AUX or words.tag(j).startswith("RB")):
        j -= 1
    found = phrase_ending(words, j) if words.tag(j).startswith("NN") else None
    if found is None or words.low(found.first - 1) not in _JOINTS:
        return None
    return None if words.low(found.first - 2) in _NO_CLAUSE else found


def people_before(words: Words, verb: int) -> Phrase | None:
    """``In the spring the two armies clashed``: people right before the verb, whatever the parse says."""
    j = verb - 1
    while j > 0 and (words.low(j) in AUX or words.tag(j).startswith("RB")):
        j -= 1
    found = phrase_ending(words, j) if j >= 0 else None
    if found is None:
        return None
    many = words.tag(found.head) == "NNS" and is_people(words.low(found.head))
    one = words.tag(found.first) == "DT" and is_one(words.low(found.head))
    one = one and words.low(found.first - 1) in ("", ",")
    if not many and not one:
        return None
    return None if words.low(found.first - 1) in _WITHIN else found


def _opening(words: Words) -> int:
    """The first word after a time the sentence begins with; 0 where it begins with none."""
    at = 0
    while at < len(words) and words.low(at) in _LEADS:
        at += 1
    first = at
    while at < len(words) and (words.low(at) in _TIMES or words.tag(at) == "CD"):
        at += 1
    return at if at > first and any(words.low(k) in _TIMES for k in range(first, at)) else 0
