"""What somebody is urged to do with a proposal: "urged the members to reject it" stands against it."""

from __future__ import annotations

import re

from tracktwo.record.linking.wordlists import first_key, pattern, table
from tracktwo.vocabulary import Act, Claim

_TO = re.compile(r"^(?:\w+\s+){0,4}?to\s+", re.IGNORECASE)


def urged(claim: Claim) -> Act:
    """Return support or oppose where the object is to accept or to reject something; else the act itself."""
    way = first_key(_first_words(claim.object), table("phrases")["urged"]) if claim.act is Act.URGE else None
    return Act(way) if way else claim.act


def urged_about(claim: Claim) -> str:
    """Return the words for what is to be accepted or rejected ("it" of "to reject it"); else the object."""
    words = claim.object or ""
    if urged(claim) is claim.act:
        return words
    told = [word for group in table("phrases")["urged"].values() for word in group]
    found = pattern(tuple(told)).search(words)
    return words[found.end() :].strip() if found else words


def _first_words(words: str | None) -> str:
    """Return the verb of "to accept the offer" with the word after it; empty without "to"."""
    found = _TO.match(words or "")
    return " ".join((words or "")[found.end() :].split()[:2]) if found else ""
