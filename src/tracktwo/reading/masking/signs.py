"""Signs around names that tell a list of actors from other lists, and what it belongs to."""

from __future__ import annotations

import re

from tracktwo.reading.names.mention import Kind

# No list of actors is longer; a cap keeps a page of bare names from being read once for each of them.
LONGEST = 60
SETS = frozenset({Kind.UNNAMED, Kind.GENERIC, Kind.COLLECTIVE, Kind.BODY})
WHOSE = frozenset({Kind.STATE, Kind.PLACE, Kind.ORGANISATION, Kind.GROUP})
THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
SOME = re.compile(
    r"\b(?:(?:some|many|several|most|all|various|numerous|certain|a\s+few|a\s+number\s+of)(?:\s+other)?|other)\s+$"
)
BY = re.compile(r"\bby\s+(?:the\s+)?$")
VERB_BEFORE = re.compile(r"(?:[a-z]ed|said|by no means)\s+(?:the\s+)?$")
INSIDE = re.compile(r"\b(?:for|with|of|by|in|to|from|on|against|between|towards?)\s+(?:the\s+)?$")
# A place after one of these joins nobody: "before Lima, with Norway asking for more days".
WHERE = re.compile(r"\b(?:in|at|to|from|before|after|since|of|for|on|until|near|outside)\s+(?:the\s+)?$")
TOLD = re.compile(
    r"(?:\b[A-Z][\w.-]*,?|\))\s+(?:also\s+)?(?:said|(?:highlight|not|stress|emphasi[sz]|urg|welcom|call|support|propos|suggest|stat|indicat|clarif|argu|"
    r"oppos|underlin|underscor|report|request|question|explain|express|prefer|favou?r|add|identif|announc)i?ed)\b"
)
# "A, B, C and many others": a list although nobody named ends it.
AND_OTHERS = re.compile(
    r",? and (?:(?:many|several|some|a few|numerous|\w+) others\b|"
    r"(?:(?:the|all|many|some|several) )?other (?:[a-z-]+ ){0,2}?[a-z]+s\b)"
)
# "not only A but also B": both.
NOT_ONLY = re.compile(
    r"\bnot\s+(?:only|just|merely|simply|alone)\s+(?:by\s+|from\s+|with\s+)?(?:the\s+)?$", re.IGNORECASE
)
BUT_ALSO = re.compile(r"(\s*,)?\s*but\s+(?:also\s+)?(?:by\s+|from\s+|with\s+)?", re.IGNORECASE)
# "In the contact group, A and B opposed": where it was, no actor.
FRONTED = re.compile(
    r"(?:^|[:;.]\s+)(?:In|At|During|Before|After|Within|Under|Throughout)\s+(?:\S+\s+){0,3}$"
)
TOPIC = re.compile(r"(?:On|In|At|Regarding|Concerning|With|As|During|After|Following|Under|Responding)\b")
VERB_AFTER = re.compile(
    r"\s+(?:(?:also|then|both|each|further|strongly)\s+)?(?:[a-z]+ed|said|did|was|were|had|called)\b"
)
# What a person is, in a few words without an article: "including [human rights] lawyer Ada Lund".
_DESCRIBED = re.compile(r"(?<=[a-z]) (?:(?:[A-Z][a-z]+-)?[a-z-]{3,} ){1,3}$")


def introduces(examples: re.Pattern[str], glue: str, kind: Kind) -> bool:
    """Whether the words between a set and somebody say that it is one of them."""
    if kind is Kind.PERSON:
        described = _DESCRIBED.search(glue)
        if described is not None and examples.fullmatch(glue[: described.start()] + " "):
            return True
    return examples.fullmatch(glue) is not None
