"""Whether any package at all could replace a proposal, of however many there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.deals.chances.closely import package_worths
from tracktwo.deals.chances.constraints import contradiction
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.deciding import blanks
from tracktwo.deals.chances.existence import DRAWS, Settled, settle
from tracktwo.deals.chances.exploring import known_options
from tracktwo.deals.chances.tabled import package_of_proposal
from tracktwo.vocabulary.outlook import Bracket, CoreOutlook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracktwo.deals.chances.problem import Problem, Variant

PROGRAMS, FEWEST = 400, 40  # at most, over all proposals and readings; draws for each of them
REFUSED = -1e15  # what a refused package is worth where it takes the place of no deal: less than any other
TOO_MANY = "too many to compare"
OF_PROPOSALS = f"{TOO_MANY}; told is of each proposal whether any package could replace it"


def of_proposals(problem: Problem, found: CoreOutlook) -> CoreOutlook:
    """Return how often each proposal is in the core of packages too many to compare with one another.

    A proposal is where no package at all can replace it, which a program decides draw by draw. Nothing is
    told where the worth of some option to somebody is not known.
    """
    kept, left_out = known_options(problem)
    constraints = constraints_of(problem.case, problem.space)
    tabled = {
        key: package
        for key, proposal in problem.case.proposals.items()
        if proposal.terms
        and (package := package_of_proposal(problem, key)) is not None
        and not constraints.broken_by(package)
    }
    if left_out or not tabled or contradiction(constraints, kept) is not None:
        return replace(found, reason=TOO_MANY)
    draws = min(max(PROGRAMS // (len(tabled) * len(problem.variants)), FEWEST), DRAWS, problem.draws)
    told = {}
    for key, package in tabled.items():
        asked = instead_of(problem, package)
        low = high = 0.0
        for variant in problem.variants:
            surely, may = _replaced(asked, variant, draws)
            low += variant.weight * (1 - may.high)
            high += variant.weight * (1 - surely.low)
        told[key] = Bracket(max(low, 0.0), min(high, 1.0))
    return replace(found, draws=draws, proposals=told, reason=OF_PROPOSALS)


def _replaced(asked: Problem, variant: Variant, draws: int) -> tuple[Settled, Settled]:
    """Return in which draws something replaces what took the place of no deal: for sure, and perhaps."""
    within = known_options(asked)[0], constraints_of(asked.case, asked.space)
    surely = settle(asked, variant.agreement, within, draws=draws)
    if not blanks(variant.agreement):
        return surely, surely
    return surely, settle(asked, variant.agreement, within, draws=draws, blank=True)


def instead_of(problem: Problem, package: Sequence[int]) -> Problem:
    """Return the question who prefers what to a package: it takes the place of no deal.

    Unheard seats prefer what their body prefers; those needed for nothing, or for more than there are, stay.
    """
    import numpy as np

    voters = tuple(
        v if v.shift is None else replace(v, shift=np.where(np.isfinite(v.shift), 0.0, v.shift))
        for v in problem.voters
    )
    worths = np.maximum(package_worths(problem, package), REFUSED)
    held = replace(problem.utilities, reservations=worths, basis="judgement")
    return replace(problem, utilities=held, voters=voters)
