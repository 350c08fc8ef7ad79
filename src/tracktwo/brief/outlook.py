"""Could it pass? From reports alone: the reason why no figure is given, and what would have to hold."""

from __future__ import annotations

from tracktwo.brief.conditions import MOST_NAMES, conditions
from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Names, same
from tracktwo.brief.words import listed
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
    return Outlook(
        proposals=tuple(
            ProposalOutlook(
                key=proposal.key,
                estimable=False,
                reason=_reason(brief, proposal.key, names),
                conditions=tuple(c.text for c in conditions(brief, proposal, names)),
            )
            for proposal in brief.proposals
        ),
        reason=NOT_BUILT if brief.proposals else "No proposal is reported.",
    )


def _reason(brief: Brief, proposal: str, names: Names) -> str:
    by = next((p.by for p in brief.proposals if p.key == proposal), None)
    silent = []
    for party in brief.parties.values():
        here = [s for s in brief.stances if s.proposal == proposal]
        if same(by, party.name, names) or any(same(s.actor, party.name, names) for s in here):
            continue
        inside = any(same(s.party, party.name, names) for s in here)
        silent.append(f"{party.name} as a whole" if inside else party.name)
    said = []
    if silent:
        who = (
            listed(silent, "or")
            if len(silent) <= MOST_NAMES
            else f"{len(silent)} of {len(brief.parties)} parties"
        )
        said.append(f"no position of {who} on it is reported")
    blind = [
        names.name(r.body)
        for party in brief.parties.values()
        for r in party.ratification
        if not r.members_known or r.rule == "unknown"
    ]
    if blind:
        said.append(f"rule or members of the {listed(list(dict.fromkeys(blind)))} are not reported")
    if not said:
        return NOT_BUILT
    text = "; ".join(said)
    return f"{text[0].upper()}{text[1:]}."
