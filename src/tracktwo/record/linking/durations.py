"""How long something is expected to last, and times by which something must be done: not the same."""

from __future__ import annotations

import re

from tracktwo.record.linking.material import Material, flag
from tracktwo.record.linking.mentions import is_pronoun, is_talks
from tracktwo.record.linking.wordlists import mentions, pattern, phrases
from tracktwo.record.linking.words import bare, tidy, without_ending
from tracktwo.vocabulary import Act, Claim, Deadline, Duration, Modality

_DAYS = re.compile(r"(\d+(?:\.\d+)?)\s*(hour|day|week|month|year)?", re.IGNORECASE)
_PER = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_THREATS = (Act.THREATEN, Act.WARN, Act.PLEDGE, Act.STATE, Act.EXPECT)
_UNREAL = (Modality.NEGATED, Modality.DENIED)


def find_durations(material: Material) -> tuple[Duration, ...]:
    """Return reported durations with their bounds in days; an expected duration is never a deadline."""
    found: dict[tuple[str, int], Duration] = {}
    for claim in material.claims:
        marked = flag(claim, "duration")
        if marked is None or len(marked.readings) < 2:
            continue
        bound, text = marked.readings[0], marked.readings[1]
        days = _days(text)
        low = days if bound in ("at_least", "exactly", "about") else None
        high = days if bound in ("at_most", "exactly", "about") else None
        expected = claim.act is Act.EXPECT and claim.object
        words = tidy(claim.object or text) if expected else text
        about = _about(material, claim)
        found.setdefault(
            (claim.report, claim.predicate_start), Duration(about, words, low, high, (claim.id,))
        )
    return tuple(found.values())


def _about(material: Material, claim: Claim) -> str:
    """Return what lasts: the subject, or for a pronoun the talks named last before it."""
    subject = claim.actor_text or claim.actor
    if not is_pronoun(subject):
        return bare(subject or claim.object or claim.predicate)
    before = [c for c in material.claims if c.report == claim.report and c.start < claim.start]
    return next((bare(c.actor_text or "") for c in reversed(before) if is_talks(c.actor_text)), "talks")


def find_deadlines(material: Material) -> tuple[Deadline, ...]:
    """Return times by which something must be done: required acts with a time, threats that name a day."""
    found: dict[tuple[str, str], Deadline] = {}
    for claim in material.claims:
        if claim.modality in _UNREAL or not claim.event_text or not _binding(claim):
            continue
        after = (claim.object_start or 0) > claim.predicate_end  # "has until Friday to answer": to answer
        given = claim.object if after and claim.method.endswith(":deadline") else None
        about = without_ending(given or material.words(claim), claim.event_text)
        key = (claim.event_text.lower(), claim.event_to or claim.event_from or claim.report)
        known = found.get(key)
        ids = (*known.claims, claim.id) if known else (claim.id,)
        found[key] = Deadline(
            known.about if known else about, tidy(claim.event_text), claim.event_to or claim.event_from, ids
        )
    return tuple(found.values())


def _binding(claim: Claim) -> bool:
    words = f"{claim.predicate} {claim.object or ''} {claim.event_text or ''} {claim.condition or ''}"
    if mentions(words, "deadline"):
        return True
    if claim.modality is Modality.REQUIRED or mentions(claim.predicate, "must"):
        return _by_then(claim)
    return (
        claim.act in (Act.THREATEN, Act.WARN) and bool(claim.condition) and mentions(words, "work_stoppage")
    )


def _by_then(claim: Claim) -> bool:
    """Whether the time is one to be done by, not one on which something is."""
    at = claim.quote.find(claim.event_text or "")
    before = claim.quote[max(0, at - 12) : at] + (claim.event_text or "")[:8]
    return pattern(phrases("by_words"), inflected=False).search(before) is not None


def _days(text: str) -> float | None:
    match = _DAYS.search(text.replace("-", " "))
    if match is None:
        from tracktwo.record.linking.extents import extent_of

        extent = extent_of(text)
        return round(extent.value, 4) if extent and extent.unit == "days" else None
    return round(float(match.group(1)) * _PER[(match.group(2) or "day").lower()], 4)
