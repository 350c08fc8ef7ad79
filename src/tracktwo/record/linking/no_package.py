"""What puts nothing on the table: services somebody offers, and proposals only announced."""

from __future__ import annotations

from tracktwo.record.linking.wordlists import first_key, table
from tracktwo.vocabulary import Act, Claim, Modality

_TO_COME = (Modality.PLANNED, Modality.CONDITIONAL, Modality.INTENDED, Modality.POSSIBLE)


def service_of(claim: Claim) -> str | None:
    """Return the role somebody offers to take ("offered to mediate": "mediates"), or None.

    Only the first words after "to" tell: "offered to open the port and host talks" offers more.
    """
    words = (claim.object or "").split()
    if claim.act is not Act.OFFER or words[:1] != ["to"]:
        return None
    return first_key(words[1] if len(words) > 1 else "", table("phrases")["roles"])


def puts_nothing(claim: Claim) -> bool:
    """Whether an act of proposing makes no proposal: "offered to mediate", "said she would table a plan"."""
    announced = claim.modality in _TO_COME and claim.condition is None and not claim.terms
    return announced or service_of(claim) is not None
