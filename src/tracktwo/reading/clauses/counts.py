"""Counts of votes: how a vote went is no part of what was voted on."""

from __future__ import annotations

import re
from dataclasses import replace

from tracktwo.reading.clauses.draft import Draft
from tracktwo.vocabulary import Act

_DECIDING = frozenset(
    {Act.RATIFY, Act.VOTE, Act.VOTE_FOR, Act.VOTE_AGAINST, Act.SUPPORT, Act.OPPOSE, Act.ACCEPT, Act.REJECT}
)
_SCORE = r"\d{1,4}\s?(?:[-–]|to)\s?\d{1,4}\b"
_AFTER = re.compile(
    rf",?\s+(?:by|with|in)\s+(?:a\s+(?:vote|margin)\s+of\s+)?(?:{_SCORE}(?!\s*(?:%|per\s?cent))"
    r"|\d[\d,]*\s+votes?(?=\s+to\s+\d|\s+in\s+fav|\s+for\b|$)|a\s+(?:majority|show\s+of\s+hands)\b).*$",
    re.DOTALL,
)
_DAY = r"(?:\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
_BEFORE = re.compile(rf"^{_SCORE}{_DAY}\s+(?:in favou?r of|to|for|against|on)\s+(?=\S)")


def without_count(text: str, draft: Draft) -> Draft:
    """Leave the count out of what was voted on.

    Parameters
    ----------
    text : str
        The stored text the draft's spans count in.
    draft : Draft
        One act; only votes, approvals and stances are looked at.

    Returns
    -------
    Draft
        "the accord by 98 votes to 67 on Friday" gives "the accord", "7-4 on Tuesday to raise fees" gives
        "to raise fees".
    """
    if draft.act not in _DECIDING or draft.object is None or draft.content:
        return draft
    first, last = draft.object
    words = text[first:last]
    before, after = _BEFORE.match(words), _AFTER.search(words)
    if before is not None:
        # An infinitive keeps its "to".
        first += before.end() - (len("to ") if before.group().rstrip().endswith(" to") else 0)
    elif after is not None and after.start() > 0:
        last = first + after.start()
    return replace(draft, object=(first, last))
