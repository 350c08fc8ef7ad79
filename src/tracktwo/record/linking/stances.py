"""Where parties and their members are reported to stand, in their own voice, on a proposal or an option."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.record.linking.issues import IssueBook
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.names import is_person
from tracktwo.record.linking.options import UNSPECIFIED
from tracktwo.record.linking.proposals import ProposalBook
from tracktwo.record.linking.taking_back import takes_back_stance
from tracktwo.record.linking.urging import urged
from tracktwo.vocabulary import Act, Claim, Modality, Stance, Voice

_ON_PROPOSALS = (
    Act.SUPPORT, Act.OPPOSE, Act.ACCEPT, Act.REJECT, Act.PREFER, Act.CONDITION, Act.CRITICISE,
    Act.VOTE_FOR, Act.VOTE_AGAINST, Act.RULE_OUT, Act.AGREE,
)  # fmt: skip
_ON_ISSUES = (*_ON_PROPOSALS, Act.DEMAND, Act.OFFER, Act.CONCEDE, Act.PLEDGE, Act.URGE)
_OWN = (Voice.OWN, Voice.REPORTER)
_NOT_YET = (Modality.INTENDED, Modality.POSSIBLE)


def find_stances(
    material: Material, proposals: ProposalBook, issues: IssueBook, sides: frozenset[str]
) -> tuple[Stance, ...]:
    """Return the stances of parties, their members and bodies, and of named others of no reported side.

    What one side says of another is never that side's stance, nor what a third party says of its own wishes.
    What some other source says a named member did with a proposal is kept in that voice, with its source.
    Acts on a proposal give one stance each, on terms of no proposal one an issue. Several claims of the same
    stance on the same day are one stance.
    """
    found: dict[Stance, tuple[str | None, list[str]]] = {}
    for claim in material.acting(*_ON_ISSUES, Act.WITHDRAW):
        on_proposal = claim.id in proposals.linked
        if not _counts(claim, sides) and not (on_proposal and (_hearsay(claim, sides) or _loose(claim))):
            continue
        for stance in _of(claim, proposals, issues):
            _, ids = found.setdefault(replace(stance, source=None), (stance.source, []))
            ids.append(claim.id)
    return tuple(replace(stance, source=source, claims=tuple(ids)) for stance, (source, ids) in found.items())


def _counts(claim: Claim, sides: frozenset[str]) -> bool:
    if claim.method.endswith(":red-line"):
        return False  # what is not negotiable may be kept or kept out: no stance for or against it
    if claim.voice not in _OWN or claim.party not in sides or claim.modality in _NOT_YET:
        return False
    foreign = [s for s in claim.attribution if s.party != claim.party and s.name != claim.actor]
    return not (foreign and any(s.party in sides for s in foreign))


def _hearsay(claim: Claim, sides: frozenset[str]) -> bool:
    """Whether somebody else says what a named member of a side did, as done or as not done."""
    told = claim.voice is Voice.THIRD_PARTY and bool(claim.attribution) and claim.act in _ON_PROPOSALS
    member = claim.party in sides and is_person(claim.actor, claim.party)
    return told and member and claim.modality in (Modality.ASSERTED, Modality.NEGATED, Modality.DENIED)


def _loose(claim: Claim) -> bool:
    """Whether somebody named, of whom no report says whose side they are on, takes a stance of their own."""
    own = claim.voice in _OWN and claim.act in _ON_PROPOSALS and claim.modality not in _NOT_YET
    named = claim.actor is not None and not claim.unnamed and claim.party is None
    return own and named and all(s.name == claim.actor for s in claim.attribution)


def _of(claim: Claim, proposals: ProposalBook, issues: IssueBook) -> list[Stance]:
    draft = proposals.linked.get(claim.id)
    if claim.act is Act.WITHDRAW:
        # Whoever takes back its own proposal moves that proposal; only a stance taken back is a stance.
        return [_stance(claim, draft.key, None, None)] if draft and takes_back_stance(claim) else []
    if draft is not None and claim.act is not Act.DEMAND:
        act = urged(claim)
        on_it = replace(_stance(claim, draft.key, None, None), act=act)
        return [on_it] if act in _ON_PROPOSALS else []
    topic = issues.topics.get(claim.id)
    made = [_stance(claim, None, topic, None)] if topic else []
    for n in issues.numbers(claim):
        label = issues.option(claim, n).label
        made.append(_stance(claim, None, issues.of(claim, n), label if label != UNSPECIFIED else None))
    return made


def _stance(claim: Claim, proposal: str | None, issue: str | None, option: str | None) -> Stance:
    source = next((s.name or s.text for s in claim.attribution), None)
    return Stance(
        actor=claim.actor,
        party=claim.party,
        act=claim.act,
        modality=claim.modality,
        voice=claim.voice,
        proposal=proposal,
        issue=issue,
        option=option,
        over=None,
        condition=claim.condition,
        date=claim.event_from or claim.report_date,
        source=source or claim.report,
        claims=(),
        open_set=claim.actor is None,
    )
