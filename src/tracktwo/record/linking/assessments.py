"""Readings of an event: whose, and how sure; they stand side by side and are never merged."""

from __future__ import annotations

from collections.abc import Sequence

from tracktwo.record.linking.material import Material
from tracktwo.record.linking.names import names_in
from tracktwo.record.linking.wordlists import mentions
from tracktwo.record.linking.words import has_words, surname, tidy
from tracktwo.vocabulary import Act, Assessment, Claim

_JUDGING = (Act.STATE, Act.EXPECT)
_SINGLE = ("death", "attack", "event", "change of office")


def _goes_on(claim: Claim, sides: set[str]) -> bool:
    """Whether a sentence right after goes on about it: the side that was struck, or who succeeds."""
    about = claim.object or ""
    return mentions(about, "succession") or any(f.party in sides for f in names_in(about))


def assessments_of(
    material: Material, kind: str, target: str | None, claims: Sequence[Claim]
) -> tuple[Assessment, ...]:
    """Return what sources say an event means or does.

    A statement or expectation of a source counts if it stands in the sentence that brings up a single
    happening, or names who was struck by it.
    """
    if kind not in _SINGLE:
        return ()
    sentences = {(c.report, c.start) for c in claims}
    following = {
        (c.report, c.start) for first in claims[:1] for c in material.around(first, after=2)
    } - sentences
    sides = {f.party for c in claims for f in names_in(c.object or "") if f.party}
    own = {c.id for c in claims}
    name = surname(target) if target is not None else None
    found = []
    for claim in material.acting(*_JUDGING):
        source = claim.actor or (claim.actor_text if claim.unnamed else None)
        if claim.id in own or source is None:
            continue
        named = name is not None and has_words(claim.object, name)
        follows = (claim.report, claim.start) in following and _goes_on(claim, sides)
        if named or follows or (claim.report, claim.start) in sentences:
            text = tidy(claim.object or claim.predicate)
            found.append(Assessment(source, text, claim.modality, (claim.id,)))
    return tuple(found)
