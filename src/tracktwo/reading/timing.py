"""Timing: which day an act's own words about time mean, by the tense it is told in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.time import AHEAD, TimeExpression, coming, is_coming, nearer
from tracktwo.vocabulary import Act

# What a present tense announces: these acts are done on a day.
_SITTING = frozenset({Act.MEET, Act.VOTE, Act.RATIFY, Act.IMPLEMENT, Act.RESUME})


def in_its_tense(draft: Draft, time: TimeExpression, words: Words, told: dt.date | None) -> TimeExpression:
    """The day that an act's words mean, as of the day ``told``: coming ones for what is still to come."""
    if draft.modality in AHEAD:
        time = nearer(time, words.text, told)
    if told is None:
        return time
    at, end = (spot - words.start for spot in draft.predicate)
    quote = words.text[words.start : words.end]
    if is_coming(quote, at, end, words.text[time.start : time.end]):
        return coming(time, words.text, told)
    return time


def without_its_day(draft: Draft, time: TimeExpression | None) -> Draft:
    """``The council votes on 10 December``: that is when, and not what about."""
    if time is None or draft.object is None or draft.act is not Act.VOTE:
        return draft
    when = time.start <= draft.object[0] and draft.object[1] <= time.end
    return replace(draft, object=None, message=None) if when else draft


def lies_ahead(draft: Draft, time: TimeExpression | None, told: dt.date | None) -> bool:
    """Whether an act told in the present tense is on a day still to come ("votes on 10 December")."""
    if draft.act not in _SITTING or time is None or told is None:
        return False
    return time.from_ is not None and time.from_ > told
