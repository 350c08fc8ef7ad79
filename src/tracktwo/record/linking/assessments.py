"""Readings of an event: whose, and how sure; they stand side by side and are never merged."""

from __future__ import annotations

from collections.abc import Sequence

from tracktwo.record.linking.material import Material
from tracktwo.record.linking.words import has_words, surname, tidy
from tracktwo.vocabulary import Act, Assessment, Claim

_JUDGING = (Act.STATE, Act.EXPECT)
_SINGLE = ("death", "attack", "event", "change of office")


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
    own = {c.id for c in claims}
    found = []
    for claim in material.acting(*_JUDGING):
        source = claim.actor or (claim.actor_text if claim.unnamed else None)
        if claim.id in own or source is None:
            continue
        named = target is not None and has_words(claim.object, surname(target))
        if named or (claim.report, claim.start) in sentences:
            text = tidy(claim.object or claim.predicate)
            found.append(Assessment(source, text, claim.modality, (claim.id,)))
    return tuple(found)
