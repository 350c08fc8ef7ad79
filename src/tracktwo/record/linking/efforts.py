"""Strands of talks as a report tells them: who leads one, who met where something was proposed."""

from __future__ import annotations

from tracktwo.record.linking.drafts import Draft
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.mentions import is_effort
from tracktwo.record.linking.names import names_in
from tracktwo.record.linking.words import bare
from tracktwo.vocabulary import Act, Claim


def led_efforts(material: Material, claim: Claim) -> dict[str, str]:
    """Return the efforts that the sentence of a claim, or the one before it, says somebody leads.

    Returns
    -------
    dict of str to str
        The leader (its party, where it has one) by the words for the effort.
    """
    return {
        bare(c.object or "").lower(): c.party or c.actor or ""
        for c in material.around(claim, before=1)
        if c.act is Act.MEDIATE and is_effort(c.object)
    }


def met_there(material: Material, claim: Claim, *sides: str | None) -> Claim | None:
    """Return the meeting of somebody of another side in the sentence where something was proposed."""
    for other in material.beside(claim):
        if other.act is Act.MEET and other.party is not None and other.party not in sides:
            return other
    return None


def told(met: Claim) -> str | None:
    """Return who was told: the body the person's office names, else the person, else the side."""
    body = next((f.name for f in names_in(met.role or "") if f.party == met.party), None)
    return body or met.actor or met.party


def name_addressee(draft: Draft, met: Claim) -> str:
    """Set the addressee of a proposal by inference, and return the sentence that says so."""
    draft.to = told(met)
    draft.to_basis = f"inferred: {met.actor or met.party} was at the meeting where it was proposed"
    return f"{draft.name}: addressed to {draft.to}, {draft.to_basis}."
