"""``--explore``: the outlook on numbers somebody gave in the case file, labelled as exploratory.

Without it a brief carries no figure of anybody's acceptance (DESIGN section 10).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.brief.model import Brief
from tracktwo.errors import DealsError
from tracktwo.vocabulary.outlook import Outlook, ProposalOutlook

if TYPE_CHECKING:
    from tracktwo.case import Case

NO_CASE = "Figures need what packages are worth to each actor: write values: into case.yaml (tracktwo draft)."
LABEL = {
    "judgement": "Exploratory: computed from a user’s own judgement of what packages are worth, no finding.",
    "imported": "Exploratory: computed from values imported with a negotiation domain.",
    "inferred": "Exploratory: computed from values inferred from reported stances.",
}


def explored(brief: Brief, case: Case | None, seed: int = 0) -> Brief:
    """Return a brief with the model sections of a case that has values.

    Parameters
    ----------
    brief : Brief
        Composed; its outlook says why nothing is estimable from reports alone.
    case : Case or None
        The user's case of the same negotiation; None where there is none.
    seed : int

    Returns
    -------
    Brief
        The same where the case has no values or cannot be asked, but for the reason. Proposals the case does
        not have keep their outlook.
    """
    if case is None or not case.values:
        return replace(brief, outlook=replace(brief.outlook, reason=NO_CASE))
    from tracktwo import deals

    try:
        found = deals.outlook(deals.question(case, seed=seed), as_of=brief.as_of)
    except DealsError as error:
        # The brief is still worth having; what is wrong with the case is said where figures would stand.
        return replace(brief, outlook=replace(brief.outlook, reason=f"Not explored: {error}."))
    computed = {row.key: row for row in found.proposals}
    rows = tuple(_merged(row, computed.get(row.key)) for row in brief.outlook.proposals)
    own = tuple(row for row in found.proposals if row.key not in {r.key for r in rows})
    return replace(brief, outlook=replace(found, proposals=rows + own))


def _merged(reported: ProposalOutlook, computed: ProposalOutlook | None) -> ProposalOutlook:
    """Return a proposal's outlook; what reports leave open stays told where it is still not estimable."""
    if computed is None:
        return reported
    if computed.estimable:
        return computed
    conditions = tuple(dict.fromkeys((*computed.conditions, *reported.conditions)))
    return replace(computed, conditions=conditions)


def has_figures(outlook: Outlook) -> bool:
    """Say whether an outlook carries any figure to show."""
    return outlook.made is not None
