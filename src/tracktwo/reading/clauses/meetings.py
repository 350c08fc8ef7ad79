"""Meetings: what "met" must stand before to tell that people came together."""

from __future__ import annotations

from tracktwo.reading.acts import Frame
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.matching import WEEKDAYS
from tracktwo.reading.clauses.people import is_one, is_people
from tracktwo.reading.clauses.words import Words

# When somebody was met, told without a preposition.
NO_NOUN = WEEKDAYS | {"today", "yesterday", "tomorrow", "tonight"}


def is_meeting(words: Words, last: int, frame: Frame) -> bool:
    """Whether what follows is met with, met or nothing: people or a place, no target, demand or welcome."""
    if frame.words == ("meet", "with"):
        if _reception(words, last):
            return False
        return words[last].group is not None or words.tag(last) != "NN"
    if frame.words != ("meet",):
        return True
    if words.low(last) == "with":
        known = words.tag(last + 1) != "NN" or words.speakers(last + 1) != ()
        return known and not _reception(words, last + 1)
    if words.low(last) in (
        "",
        ".",
        ",",
        "on",
        "in",
        "at",
        "for",
        "with",
        "to",
        "again",
        "separately",
        "briefly",
        "and",
        "informally",
        "late",
        "privately",
        "under",
        "over",
        "across",
        "near",
        "after",
        "before",
        "during",
        "outside",
        "inside",
        "until",
        "twice",
        "between",
        "behind",
        "amid",
        "as",
        "via",
        "through",
        "here",
        "there",
        "this",
        "last",
        "from",
        "by",
        "because",
        "while",
        "ahead",
    ):
        return True
    return words[last].group is not None or words.tag(last) == "RB" or people_follow(words, last)


def _reception(words: Words, at: int) -> bool:
    """``met with little enthusiasm``: how something was taken, no meeting."""
    for k in range(at, min(at + 5, len(words))):
        if words[k].group is not None or not words.tag(k).startswith(("JJ", "DT", "RB", "NN", "VBG", "VBN")):
            return False
        if words.low(k) in object_words("reception"):
            return True
    return False


def people_follow(words: Words, at: int) -> bool:
    """Whether a noun phrase whose last word means people starts here: "the striking miners", not "the miners'
    demands".
    """
    for k in range(at, min(at + 6, len(words))):
        # "Met his counterpart today": the day is no part of who was met.
        nouns_on = words.tag(k + 1).startswith(("NN", "POS")) and words.low(k + 1) not in NO_NOUN
        tag = words.tag(k)
        if words.low(k) == "of" and words.tag(k - 1) == "CD":
            continue  # "300 of its citizens"
        if words[k].group is not None and nouns_on:
            continue  # "their French counterparts", "the dockers' committee"
        if words[k].group is not None or (tag.startswith("NN") and not nouns_on):
            who = words[k].group is not None or is_people(words.low(k)) or is_one(words.low(k))
            return who and not nouns_on
        if not tag.startswith(("DT", "JJ", "CD", "PRP$", "NN", "VBG", "VBN", "POS")):
            return False
    return False
