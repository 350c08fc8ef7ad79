"""traits_of: what in a claim makes its reading less, or more, sure than its rule's usual one."""

from __future__ import annotations

from tracktwo.vocabulary import Act, Claim, Modality

_LONG = 400
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which"})
_HEDGED = frozenset(
    {Modality.POSSIBLE, Modality.CONDITIONAL, Modality.PLANNED, Modality.INTENDED, Modality.REQUIRED}
)
_NOTABLE = frozenset({Act.USE_FORCE, Act.EXPECT, Act.MEET, Act.STATE, Act.HAPPEN})


def traits_of(claim: Claim) -> tuple[str, ...]:
    """Traits of a claim as ``priors.toml`` names them.

    Parameters
    ----------
    claim : Claim
        Whatever its confidence.

    Returns
    -------
    tuple of str
        Its flags' codes, then what its fields show: who acts and how sure that is, how the act is presented,
        and kinds of acts that are read with more or less success than others.
    """
    found = [flag.code for flag in claim.flags]
    if claim.actor is None and not claim.unnamed and claim.actor_text:
        found.append("actor-unknown")
    if claim.unnamed:
        found.append("unnamed")
    if (claim.actor_text or "").lower() in _PRONOUNS:
        found.append("pronoun")
    if claim.modality in _HEDGED:
        found.append("hedged")
    if claim.act in _NOTABLE:
        found.append(claim.act.value)
    if claim.object is None:
        found.append("no-object")
    elif len(claim.object) > _LONG:
        found.append("long-object")
    return tuple(dict.fromkeys(found))
