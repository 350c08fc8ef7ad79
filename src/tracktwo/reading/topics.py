"""Fronted topics: the "On fees," that opens a sentence belongs to what its first subject says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracktwo.reading.clauses.matching import DAYS
from tracktwo.vocabulary import Claim

_OPENING = re.compile(
    r"(?:on|regarding|concerning|as (?:for|to|regards)|with (?:regard|regards|respect|reference) to|"
    r"in (?:relation|regard|reference) to|relating to)\s+(?P<what>[^\W_][\s\S]*)",
    re.IGNORECASE,
)
# "On the last day of the session," is no topic.
_TIME = re.compile(
    r"(?:the|that|this)\s+(?:\w+\s+){0,2}(?:days?|mornings?|afternoons?|evenings?|nights?|weeks?|months?|eve)\b",
    re.IGNORECASE,
)
# "On fees, views differed, while Peru asked for a cap": the topic is the first subject's.
_SECOND = frozenset({"while", "whereas", "but", "although", "with"})
# Between the topic's comma and the subject's name stand at most an article and an office.
_OFFICE_WORDS = 6


def fronted_topics(claims: Iterable[Claim]) -> dict[str, str]:
    """The topic of each claim that a fronted one belongs to.

    Parameters
    ----------
    claims : iterable of Claim
        Of one report.

    Returns
    -------
    dict of str to str
        Claim ids and the topic's words ("On fees"), for the finite predicates of a sentence's first
        subject; participles, nouns and later subjects have none.
    """
    sentences: dict[int, list[Claim]] = {}
    for claim in claims:
        sentences.setdefault(claim.start, []).append(claim)
    return {
        claim.id: topic
        for several in sentences.values()
        if (found := _topic_of(several)) is not None
        for topic, owners in [found]
        for claim in owners
    }


def _topic_of(claims: Sequence[Claim]) -> tuple[str, list[Claim]] | None:
    finite = [c for c in claims if c.actor_start is not None and _is_finite(c)]
    if not finite:
        return None
    first = min(finite, key=lambda c: (c.predicate_start, c.actor_start))
    told = [c for c in finite if c.predicate_start == first.predicate_start]
    subjects = {c.actor_end for c in told}  # one name may be given with its article and without
    topic = _topic(first.quote[: min(c.actor_start or 0 for c in told) - first.start])
    if topic is None:
        return None
    inside = first.start + len(topic)
    owners = [c for c in finite if c.actor_end in subjects and (c.object_start or inside) >= inside]
    verbs = {c.predicate_start for c in owners}
    return topic, [c for c in finite if c in owners or c.predicate_start in verbs]


def _is_finite(claim: Claim) -> bool:
    word = claim.predicate.split()[0].lower()
    return not claim.method.endswith(":nominal-act") and not word.endswith("ing")


def _topic(before: str) -> str | None:
    """The topic in the words before a subject, without its comma; None for times and other openings."""
    cut = before.rfind(",")
    match = _OPENING.match(before[:cut].strip()) if cut > 0 else None
    between = before[cut + 1 :].lower().split()
    if match is None or len(between) > _OFFICE_WORDS or _SECOND & set(between):
        return None
    start = match.group("what").split()[0].strip(",").lower()
    return (
        None if start in DAYS or start.isdigit() or _TIME.match(match.group("what")) else before[:cut].strip()
    )
