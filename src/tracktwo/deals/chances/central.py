"""Bargaining solutions at the middle of the values: properties of these numbers, not predictions."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING

from tracktwo.case.packages import NO_CHANGE
from tracktwo.deals.analysis import Analysis, Deal, analyse
from tracktwo.deals.chances.exploring import known_options
from tracktwo.errors import DealsError
from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Rule

if TYPE_CHECKING:
    from tracktwo.deals.chances.problem import Problem
    from tracktwo.vocabulary.utilities import Utilities

PAIR, MOST = 2, 10**12
SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "max_welfare")


def bargaining(problem: Problem) -> Analysis | None:
    """Return frontier and solutions among the parties, each number at its mean over the draws.

    *No change* on every issue is no deal, so no solution is that package.
    Null where some party has no values of its own, packages are under combinations, preferences come with
    conditions, or more than two parties have more than 10^12 packages. Options whose worth is not known to
    everybody, or that a party refuses, are left out.
    """
    import numpy as np

    held, case = problem.utilities, problem.case
    if case.combinations or held.rules or any(key not in held.actors for key in problem.parties):
        return None
    rows = [held.actors.index(key) for key in problem.parties]
    kept, _ = known_options(problem)
    if held.refusals is not None:
        refused = np.asarray(held.refusals[rows].any(axis=0))
        starts = problem.space.offsets
        kept = tuple(k[~refused[s + k]] for s, k in zip(starts, kept, strict=True))
    columns = np.concatenate([s + k for s, k in zip(problem.space.offsets, kept, strict=True)])
    if len(rows) > PAIR and prod(len(k) for k in kept) > MOST:
        return None
    names = [case.issues[issue.name].name for issue in problem.space.issues]
    space = DealSpace(
        tuple(
            DealIssue(name, tuple(issue.options[n] for n in k))
            for name, issue, k in zip(names, problem.space.issues, kept, strict=True)
        )
    )
    middle = replace(
        held,
        space=space,
        actors=tuple(case.parties[key].name for key in problem.parties),
        part_worths=held.part_worths.mean(axis=0, keepdims=True)[:, rows][:, :, columns],
        reservations=held.reservations.mean(axis=0, keepdims=True)[:, rows],
        caps=tuple(held.cap(row) for row in rows),
        refusals=None,
        varied=(),
    )
    try:
        found = analyse(middle)
        if any(_no_deal(getattr(found, key)) for key in SOLUTIONS):
            found = analyse(_without_no_deal(middle))
    except DealsError:
        return None
    return found


def _no_deal(deal: Deal | None) -> bool:
    return deal is not None and all(option == NO_CHANGE for option in deal.deal.values())


def _without_no_deal(held: Utilities) -> Utilities:
    """Return preferences under which *no change* everywhere is far worse than no deal, for everybody."""
    import numpy as np

    still = tuple((n, frozenset({i.options.index(NO_CHANGE)})) for n, i in enumerate(held.space.issues))
    far = float(np.abs(held.part_worths).sum() + np.abs(held.reservations).sum()) + 1.0
    return replace(held, rules=tuple(Rule(actor, still, -far) for actor in range(len(held.actors))))
