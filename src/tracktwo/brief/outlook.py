"""Could it pass? From reports alone: the reason why no figure is given, and what would have to hold."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.brief.conditions import MOST_NAMES, Conditions
from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Names
from tracktwo.brief.process import approvals
from tracktwo.brief.words import listed
from tracktwo.vocabulary import Proposal, Stance
from tracktwo.vocabulary.outlook import Outlook, ProposalOutlook

NOT_BUILT = "What each actor would accept is not inferred yet, so no figure is given."


def outlook(brief: Brief) -> Outlook:
    """Return every proposal's outlook: not estimable, why, and what would be needed.

    Parameters
    ----------
    brief : Brief
        Composed but for its outlook.
    """
    names = Names.of(brief)
    needed = Conditions(brief, names)
    # Of a proposal only the stances on it matter; a plenary has thousands of both.
    taken: dict[str | None, list[Stance]] = {}
    for stance in brief.stances:
        taken.setdefault(stance.proposal, []).append(stance)
    return Outlook(
        proposals=tuple(
            ProposalOutlook(
                key=proposal.key,
                estimable=False,
                reason=_reason(here, proposal, names),
                conditions=tuple(c.text for c in needed.of(here, proposal)),
            )
            for proposal in brief.proposals
            for here in [replace(brief, stances=tuple(taken.get(proposal.key, ())))]
        ),
        reason=NOT_BUILT if brief.proposals else "No proposal is reported.",
    )


def _reason(brief: Brief, proposal: Proposal, names: Names) -> str:
    """Say why nothing can be said on a proposal; ``brief`` holds the stances on it only."""
    spoken = {names.name(who) for who in (proposal.by, *(s.actor for s in brief.stances)) if who}
    told_of = {names.name(s.party) for s in brief.stances if s.party}
    silent = []
    for party in brief.parties.values():
        name = names.name(party.name)
        if name not in spoken:
            silent.append(f"{party.name} as a whole" if name in told_of else party.name)
    said = []
    if silent:
        who = (
            listed(silent, "or")
            if len(silent) <= MOST_NAMES
            else f"{len(silent)} of {len(brief.parties)} parties"
        )
        said.append(f"no position of {who} on it is reported")
    blind = [names.name(r.body) for r, _ in approvals(brief) if not r.members_known or r.rule == "unknown"]
    if blind:
        said.append(f"rule or members of the {listed(list(dict.fromkeys(blind)))} are not reported")
    if not said:
        return NOT_BUILT
    text = "; ".join(said)
    return f"{text[0].upper()}{text[1:]}."
