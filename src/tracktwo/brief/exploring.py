"""``--explore``: the outlook on numbers somebody gave in the case file, labelled as exploratory.

Without it a brief carries no figure of anybody's acceptance (DESIGN section 10).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from tracktwo.brief.model import Brief
from tracktwo.errors import DealsError
from tracktwo.vocabulary.outlook import Outlook, ProposalOutlook

if TYPE_CHECKING:
    from tracktwo.case import Case

WITHHELD = "Not explored: something in the case file rests only on what is confidential."
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


def rests_on_withheld(case: Case, withheld: frozenset[str]) -> bool:
    """Say whether something in a case rests only on claims that are not to be told.

    Figures are computed from a case as a whole: one such thing in it would show in all of them.
    """
    return any(rests and rests <= withheld for rests in _rests(case))


def _rests(value: Any) -> Iterator[frozenset[str]]:
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for item in value:
            yield from _rests(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name == "claims":
                yield frozenset(held)
            else:
                yield from _rests(held)


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
