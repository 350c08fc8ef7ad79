"""Which way an act points: for, against, or neither; and whether it is firm."""

from __future__ import annotations

from tracktwo.vocabulary import Act, Modality

_FOR = frozenset(
    {
        Act.SUPPORT,
        Act.ACCEPT,
        Act.PROPOSE,
        Act.OFFER,
        Act.PREFER,
        Act.CONCEDE,
        Act.AGREE,
        Act.DEMAND,
        Act.PLEDGE,
        Act.URGE,
        Act.VOTE_FOR,
        Act.RATIFY,
        Act.IMPLEMENT,
    }
)
_AGAINST = frozenset(
    {Act.OPPOSE, Act.REJECT, Act.RULE_OUT, Act.VOTE_AGAINST, Act.WITHDRAW, Act.SUSPEND, Act.VIOLATE}
)
_TURNED = frozenset({Modality.NEGATED, Modality.DENIED})
_FIRM = frozenset({Modality.ASSERTED, Modality.NEGATED, Modality.DENIED})


def direction(act: Act, modality: Modality) -> str | None:
    """Return "for", "against", "not for", "not against", "conditional", or null for an act without side.

    "Does not support" is *not for*: silence about the rest is no opposition.
    """
    if modality is Modality.CONDITIONAL or act is Act.CONDITION:
        return "conditional"
    way = "for" if act in _FOR else "against" if act in _AGAINST else None
    return f"not {way}" if way and modality in _TURNED else way


def firm(modality: Modality) -> bool:
    """Return whether an act is reported as done (or not done), not as planned, possible or required."""
    return modality in _FIRM


def opposite(one: str | None, other: str | None) -> bool:
    """Return whether two directions cannot both hold of one actor at one time."""
    return frozenset((one, other)) in _OPPOSITES


_OPPOSITES = frozenset(
    {
        frozenset({"for", "against"}),
        frozenset({"for", "not for"}),
        frozenset({"against", "not against"}),
    }
)
