"""How far an act brings a proposal: agreed by two sides, ratified, in force, withdrawn by its author."""

from __future__ import annotations

from tracktwo.record.linking.drafts import Draft
from tracktwo.record.linking.material import Material
from tracktwo.vocabulary import Act, Claim, Modality, Stage, Voice

OWN_STAGE = {Act.RATIFY: Stage.RATIFIED, Act.IMPLEMENT: Stage.IN_FORCE, Act.WITHDRAW: Stage.WITHDRAWN}
_DIRECT = (Voice.OWN, Voice.REPORTER)


def moves(claim: Claim, draft: Draft) -> bool:
    """Whether an act moves a proposal on: its own author withdraws it; what is agreed can be ratified."""
    if claim.act is Act.WITHDRAW:
        return draft.by is None or claim.actor == draft.by or claim.party in (draft.by, draft.party)
    by_body = claim.actor is not None and claim.voice in _DIRECT
    return by_body and draft.stage in (Stage.AGREED, Stage.RATIFIED)


def agreed_stage(material: Material, claim: Claim, default: Stage = Stage.UNDER_NEGOTIATION) -> Stage:
    """Agreed needs two sides that agreed, in words, one of them named; one side's yes is a stance.

    That others say so who are not named is not enough.
    """
    sides = {c.party or c.actor or c.actor_text for c in material.together(claim)} - {None}
    told = claim.voice in _DIRECT or (claim.attribution and all(s.name for s in claim.attribution))
    real = claim.modality is Modality.ASSERTED and bool(told)
    agreed = claim.act is Act.AGREE and real and len(sides) > 1
    return Stage.AGREED if agreed else default
