"""Statements as discourse network analysis codes them: who, of which organisation, agrees or not with what.

Leifeld, P. (2017), "Discourse network analysis: policy debates as dynamic networks", in The Oxford Handbook
of Political Networks. Only an actor's own asserted stances are statements: what one side says of another is
not its position, and a hedge is no agreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracktwo.interop.exported import Exported
from tracktwo.vocabulary import Act, Claim, Modality, Picture, Stance, Voice

AGREES = frozenset(
    {Act.SUPPORT, Act.ACCEPT, Act.PROPOSE, Act.OFFER, Act.DEMAND, Act.PREFER, Act.CONCEDE, Act.PLEDGE}
    | {Act.AGREE, Act.VOTE_FOR, Act.RATIFY}
)
DISAGREES = frozenset({Act.OPPOSE, Act.REJECT, Act.WITHDRAW, Act.RULE_OUT, Act.VOTE_AGAINST})


@dataclass(frozen=True, slots=True)
class Statement:
    """One actor for or against one concept in one claim; ``date`` is the report's, null when undated."""

    claim: str
    report: str
    actor: str
    person: str | None
    organisation: str | None
    concept: str
    agreement: bool
    date: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Stand:
    """Who stands how on which concept, by which claims."""

    actor: str
    party: str | None
    concept: str
    agreement: bool
    claims: tuple[str, ...]


def statements(exported: Exported) -> tuple[Statement, ...]:
    """Return the statements of an export, in the order of the reports; names already taken out."""
    claims = {claim.id: claim for claim in exported.claims}
    order = {claim: number for number, claim in enumerate(claims)}
    found: dict[Statement, None] = {}
    for picture in exported.pictures:
        for stand in (*_stances(picture), *_proposals(picture, claims)):
            for claim in (claims[one] for one in stand.claims if one in claims):
                found.setdefault(_statement(stand, claim, exported))
    return tuple(sorted(found, key=lambda one: order[one.claim]))


def _stances(picture: Picture) -> Iterator[_Stand]:
    names = {issue.key: issue.name for issue in picture.issues}
    names |= {proposal.key: proposal.name for proposal in picture.proposals}
    for stance in picture.stances:
        agreement = _agreement(stance)
        matter = stance.proposal or stance.issue
        if agreement is None or matter is None or stance.actor is None or stance.open_set:
            continue
        concept = names.get(matter, matter)
        if stance.proposal is None and stance.option:
            concept = f"{concept}: {stance.option}"
        yield _Stand(stance.actor, stance.party, concept, agreement, stance.claims)


def _proposals(picture: Picture, claims: Mapping[str, Claim]) -> Iterator[_Stand]:
    """A side stands for what it proposes; what a mediator puts forward says nothing of its own gain."""
    sides = {party.name for party in picture.parties}
    for proposal in picture.proposals:
        for claim in (claims[one] for one in proposal.claims if one in claims):
            own = claim.act in (Act.PROPOSE, Act.OFFER) and claim.voice is Voice.OWN
            if own and claim.actor and claim.party in sides and claim.modality is Modality.ASSERTED:
                yield _Stand(claim.actor, claim.party, proposal.name, True, (claim.id,))


def _statement(stand: _Stand, claim: Claim, exported: Exported) -> Statement:
    mask = exported.masks.text
    return Statement(
        claim=claim.id,
        report=mask(claim.report),
        actor=mask(stand.actor),
        person=mask(stand.actor) if stand.actor != stand.party else None,
        organisation=mask(stand.party or stand.actor),
        concept=mask(stand.concept),
        agreement=stand.agreement,
        date=claim.report_date,
        text=mask(claim.quote),
    )


def _agreement(stance: Stance) -> bool | None:
    if stance.modality is not Modality.ASSERTED or stance.voice not in (Voice.OWN, Voice.REPORTER):
        return None
    return True if stance.act in AGREES else False if stance.act in DISAGREES else None
