"""Reported proposals as packages."""

from __future__ import annotations

from collections.abc import Sequence

from tracktwo.deals.chances.problem import Problem


def package_of_proposal(problem: Problem, key: str) -> tuple[int, ...] | None:
    """Return a proposal's package; null where it leaves out an issue that has no option *no change*."""
    terms = problem.case.proposals[key].terms
    return problem.package({issue: term.option for issue, term in terms.items()})


def tabled(problem: Problem, package: Sequence[int]) -> tuple[str, ...]:
    """Return the keys of the proposals with exactly this package."""
    wanted = tuple(package)
    return tuple(
        key
        for key, proposal in problem.case.proposals.items()
        if proposal.terms and package_of_proposal(problem, key) == wanted
    )
