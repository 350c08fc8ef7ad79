"""``of_case(case)``: the question a case with values puts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.ratifying import Ratifying
from tracktwo.deals.chances.unsaid import sound, unsaid
from tracktwo.errors import DealsError
from tracktwo.preferences import judged

if TYPE_CHECKING:
    from tracktwo.case import Case
    from tracktwo.vocabulary.utilities import Utilities

DRAWS = 4000


def of_case(case: Case, utilities: Utilities | None = None, *, draws: int = DRAWS, seed: int = 0) -> Problem:
    """Return who decides how, on what numbers, among which packages.

    Parameters
    ----------
    case : Case
    utilities : Utilities, optional
        Over ``case.packages.deal_space(case)``; default: the case's own ``values:``.
    draws : int
        How many, where the case's own values are drawn.
    seed : int

    Raises
    ------
    DealsError
        If the case has no party or no issue, a body can decide nothing, or a number means nothing.
    """
    if not case.parties:
        raise DealsError("there is no party", fix="Name those who are to agree under parties:")
    if not any(issue.options for issue in case.issues.values()):
        raise DealsError("there is no deal", why="no issue has options", fix="Name them under issues:")
    sound(case)
    found = judged(case, draws, seed) if utilities is None else utilities
    trees = Ratifying(case, found, seed)
    variants = trees.variants()
    own = trees.own()
    return Problem(
        case=case,
        utilities=found,
        voters=tuple(trees.voters),
        parties=tuple(case.parties),
        variants=variants,
        zopa=own,
        seed=seed,
        assumptions=(*trees.assumptions, *unsaid(case)),
    )
