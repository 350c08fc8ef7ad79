"""Acts whose object can be a proposal mentioned before, and objects that are whole statements instead."""

from __future__ import annotations

from tracktwo.record.linking.drafts import noun_of
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.mentions import points_back
from tracktwo.vocabulary import Act, Claim, Modality

REFERRING = frozenset(
    {
        Act.SUPPORT, Act.OPPOSE, Act.ACCEPT, Act.REJECT, Act.PREFER, Act.DISCUSS, Act.VOTE, Act.VOTE_FOR,
        Act.VOTE_AGAINST, Act.RATIFY, Act.WITHDRAW, Act.AGREE, Act.CRITICISE, Act.IMPLEMENT, Act.CONDITION,
        Act.CONCEDE, Act.URGE, Act.SUSPEND, Act.STATE, Act.EXPECT, Act.RULE_OUT,
    }
)  # fmt: skip
# Acts by which somebody stands for or against a proposal.
STANDING = frozenset(
    {
        Act.SUPPORT, Act.OPPOSE, Act.ACCEPT, Act.REJECT, Act.PREFER, Act.CONDITION, Act.CRITICISE,
        Act.VOTE_FOR, Act.VOTE_AGAINST, Act.RULE_OUT, Act.AGREE, Act.URGE,
    }
)  # fmt: skip
_SPEAKING = (Act.STATE, Act.EXPECT, Act.URGE)
_SHORT = 6


def is_speech(claim: Claim) -> bool:
    """Whether the object is a whole statement rather than words for a proposal."""
    return claim.act in _SPEAKING and len((claim.object or "").split()) > _SHORT


def any_deal_before(material: Material, claim: Claim) -> bool:
    """Whether "it" that needs approval is what the sentence before said needs it: any deal."""
    if claim.act is not Act.RATIFY:
        return False
    before = [c for c in material.around(claim, before=1) if c.start < claim.start and c.act is Act.RATIFY]
    return any(noun_of(c.object) is not None and not points_back(c.object) for c in before)


def is_package(claim: Claim) -> bool:
    """Whether an act is reported as done on something called a deal that says how much of what."""
    real = claim.modality is Modality.ASSERTED
    return real and noun_of(claim.object) is not None and any(term.extent for term in claim.terms)
