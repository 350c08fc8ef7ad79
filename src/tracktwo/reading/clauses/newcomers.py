"""Newcomers: whoever acts under a capitalised name that no list knows, but for reports of a plenary."""

from __future__ import annotations

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.matching import WEEKDAYS
from tracktwo.reading.clauses.people import is_people
from tracktwo.reading.clauses.phrases import Phrase
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.datafiles import data_of
from tracktwo.reading.names.words import load_words

_PROPER = ("NNP", "NNPS")


def newcomer(words: Words, phrase: Phrase) -> tuple[ActorRef, ...]:
    """Who a subject names where nothing else says who that is, under the name as written.

    Parameters
    ----------
    words : Words
        The sentence.
    phrase : Phrase
        The subject of a verb that tells an act.

    Returns
    -------
    tuple of ActorRef
        One organisation, its name with the names right before it ("U.S. Africa Command"); empty for what
        may be a place, a day or a paper, and in reports of a standing meeting, whose names are known.
    """
    head = words[phrase.head]
    if words.plenary or head.group is not None or head.tag not in _PROPER or not head.text[:1].isupper():
        return ()
    first = phrase.head
    while first > 0 and _adjoins(words, first):
        first -= 1
    names = [words.text[words[k].start : words[k].end] for k in range(first, phrase.head + 1)]
    lists = data_of("tracktwo.reading.patterns", "runs.toml")
    things = {*lists["doings"], *lists["landmarks"], *load_words().things_first}  # "Lake Tana", "Radio Sel"
    if head.low in lists["things"] or names[0].lower() in things:
        return ()
    if len(names) == 1 and (is_people(head.low) or (not _initials(head.text) and phrase.head == 0)):
        return ()  # any word has a capital at the beginning
    start, end = words[first].start, head.end
    text = words.text[start:end]
    return (ActorRef(text, text, start, end, party=text, kind="organisation"),)


def _initials(text: str) -> bool:
    return text.isupper() and len(text) > 2


def _adjoins(words: Words, at: int) -> bool:
    """Whether the word before belongs to the same capitalised name."""
    before = words[at - 1]
    if words.text[before.end : words[at].start] != " " or before.low in WEEKDAYS:
        return False
    named = before.group is not None and all(m.text[:1].isupper() for m in before.group.mentions)
    return named or (before.tag in _PROPER and before.text[:1].isupper())
