"""What an act makes of a third party: mediates, convenes, hosts, suggests, presses, warns, supplies."""

from __future__ import annotations

from tracktwo.record.linking.names import is_collective
from tracktwo.record.linking.no_package import service_of
from tracktwo.record.linking.wordlists import first_key, mentions, table
from tracktwo.vocabulary import Act, Claim, Modality

_BY_ACT = {
    Act.PROPOSE: "suggests",
    Act.OFFER: "suggests",
    Act.URGE: "presses",
    Act.DEMAND: "presses",
    Act.CRITICISE: "criticises",
    Act.WARN: "warns",
    Act.THREATEN: "threatens",
    Act.SANCTION: "sanctions",
}
_UNREAL = (Modality.NEGATED, Modality.DENIED)


def role_of(claim: Claim) -> str | None:
    """Return the role one claim gives its actor, or None.

    Pressing is not mediating, and hosting is not convening: an act of mediation is told apart by its
    predicate, and without a telling word counts as mediating.
    """
    if claim.modality in _UNREAL:
        return None
    if claim.act is Act.MEDIATE:
        return first_key(claim.predicate, table("phrases")["roles"]) or "mediates"
    if claim.act is Act.MEET and mentions(claim.predicate, "convening"):
        return first_key(claim.predicate, table("phrases")["roles"])
    if claim.act is Act.OFFER and (service := service_of(claim)) is not None:
        return f"offers to {service.removesuffix('s')}"
    if claim.act is Act.URGE and is_collective(claim.actor):
        return "calls"
    if claim.act is Act.PLEDGE and mentions(f"{claim.predicate} {claim.object or ''}", "guarantees"):
        return "guarantees"
    if claim.act is Act.MEET and mentions(claim.predicate, "explore"):
        return "explores"
    return _BY_ACT.get(claim.act)


def mediates_by_office(claim: Claim) -> bool:
    """Whether a report calls the actor a mediator: "mediator Lena Marsh said"."""
    return claim.actor is not None and mentions(claim.role, "mediating_offices")


def supplies(claim: Claim) -> bool:
    """Whether a warning or threat shows that its actor supplies something ("arms transfers")."""
    return claim.act in (Act.WARN, Act.THREATEN, Act.SUSPEND) and mentions(claim.object, "supplies")
