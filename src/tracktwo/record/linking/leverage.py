"""What somebody says will follow for another under a condition; whom it is meant for may be inferred."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.record.linking.belonging import answers_to
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.parties import party_of
from tracktwo.record.linking.wordlists import mentions
from tracktwo.record.linking.words import has_words, tidy
from tracktwo.vocabulary import Act, Claim, Leverage, Modality

_REACH = 4
_FEW = 3  # among more sides than these, whoever acts just before is no sign of who is meant


def find_leverage(material: Material, sides: frozenset[str], ledger: Ledger) -> tuple[Leverage, ...]:
    """Return conditional warnings and threats, each once, with their target, marked where inferred."""
    found: dict[tuple[str, str], Leverage] = {}
    for claim in material.acting(Act.WARN, Act.THREATEN):
        if not claim.condition or claim.modality in (Modality.NEGATED, Modality.DENIED):
            continue
        by = party_of(claim) or claim.actor or claim.actor_text
        if by is None:
            continue
        known = found.get((by, tidy(claim.condition).lower()))
        if known is not None:
            found[(by, known.if_.lower())] = replace(known, claims=(*known.claims, claim.id))
            continue
        on, basis = _target(material, claim, sides)
        spoken = mentions(claim.predicate, "speaking")
        then = _without(
            claim.condition, tidy(claim.object if claim.object and spoken else material.words(claim))
        )
        if on and basis != "reported":
            ledger.assume(f"“{then} {tidy(claim.condition)}” ({by}): meant for {on} is {basis}.")
        if_ = tidy(claim.condition)
        found[(by, if_.lower())] = Leverage(by, on, basis, if_, then, (claim.id,))
    return tuple(found.values())


def _without(condition: str, words: str) -> str:
    """Return what is said to follow, without the condition it may end with."""
    bare = words.removesuffix(tidy(condition)).rstrip(" ,")
    return bare or words


def _target(material: Material, claim: Claim, sides: frozenset[str]) -> tuple[str | None, str]:
    """Return the target as stated, else the party whose body or member acts nearest before it."""
    own = party_of(claim)
    named = [side for side in sorted(sides) if side != own and has_words(claim.object, side)]
    named = named or [side for side in sorted(sides) if side != own and answers_to(side, claim.object)]
    if len(named) == 1:
        return named[0], f"inferred: {named[0]} is named in what is warned of"
    if claim.toward:
        return claim.toward, "reported"
    if own in sides and len(sides) == 2:
        return _other(sides, own)
    if own in sides and len(sides) > _FEW:
        return None, "not stated"
    beside = [c for c in material.beside(claim) if c.id != claim.id]
    before = [c for c in material.claims if c.report == claim.report and c.start < claim.start]
    starts = sorted({c.start for c in before})[-_REACH:]
    near = [*beside, *(c for c in reversed(before) if c.start in starts)]
    for other in near:
        party = party_of(other)
        if party in sides and party != own and other.act is not Act.USE_FORCE:
            where = "in the same sentence" if other in beside else "just before it"
            who = other.actor or other.actor_text or party
            return party, f"inferred: {who} of {party} acts {where}; no addressee is stated"
    return None, "not stated"


def _other(sides: frozenset[str], own: str | None) -> tuple[str, str]:
    other = next(side for side in sides if side != own)
    return other, f"inferred: {other} is the only other side; no addressee is stated"
