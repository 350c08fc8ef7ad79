"""Bargaining solutions at the middle of the values: properties of these numbers, not predictions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING

from tracktwo.case.packages import NO_CHANGE
from tracktwo.deals.analysis import Analysis, Deal, analyse
from tracktwo.deals.chances.constraints import Constraints, When, contradiction
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.exploring import known_options
from tracktwo.errors import DealsError
from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.chances.problem import Problem
    from tracktwo.vocabulary.utilities import Utilities

    Index = NDArray[np.intp]

PAIR, MOST, LISTED, QUICK = 2, 10**12, 5_000_000, 20_000
DRAWS = 100  # in which a solution's choice is compared with that at the middle
SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "max_welfare")
DISAGREEMENT = "what no deal is worth to each party, at its mean over the draws"
WHERE = (
    "they are told where each party has values of its own and some package is possible; with combinations or "
    "conditions up to 5 million packages, for more than two parties up to 10^12"
)


def bargaining(problem: Problem) -> Analysis | None:
    """Return frontier and solutions among the parties, each number at its mean over the draws.

    *No change* on every issue is no deal, so no solution is that package, nor one that a combination forbids.
    Null as ``WHERE`` says. Options whose worth is not known to everybody, or that a party refuses, are left
    out.
    """
    held = problem.utilities
    if any(key not in held.actors for key in problem.parties):
        return None
    kept = _acceptable(problem)
    if contradiction(constraints_of(problem.case, problem.space), kept) is not None:
        return None
    found = _solved(problem, kept, slice(None))
    return found and replace(found, definitions=found.definitions | {"disagreement": DISAGREEMENT})


def picked(problem: Problem, found: Analysis | None) -> dict[str, float] | None:
    """Return in what share of draws each solution picks the package it picks at the middle of the values.

    Null where there are none, nothing differs between draws, or they take too long to go through.
    """
    if found is None:
        return None
    kept = _acceptable(problem)
    size = prod(len(k) for k in kept)
    if problem.draws == 1 or size > (MOST if len(problem.parties) <= PAIR else QUICK):
        return None
    if size > QUICK and (problem.case.combinations or problem.utilities.rules):
        return None
    same = dict.fromkeys(SOLUTIONS, 0)
    draws = min(problem.draws, DRAWS)
    for draw in range(draws):
        one = _solved(problem, kept, slice(draw, draw + 1))
        for key in SOLUTIONS:
            middle, here = getattr(found, key), None if one is None else getattr(one, key)
            same[key] += middle is not None and here is not None and middle.deal == here.deal
    return {key: count / draws for key, count in same.items()}


def _solved(problem: Problem, kept: Sequence[Index], draws: slice) -> Analysis | None:
    """Return the solutions at the mean of some draws; null where they are too many to look for."""
    held = _middle(problem, kept, draws)
    size = prod(len(k) for k in kept)
    try:
        if not problem.case.combinations and held.additive:
            if len(problem.parties) > PAIR and size > MOST:
                return None
            found = analyse(held, core=False)
            if not any(_no_deal(getattr(found, key)) for key in SOLUTIONS):
                return found
        if size > LISTED:
            return None
        constraints = constraints_of(problem.case, problem.space)
        return analyse(_restricted(held, constraints, kept), core=False)
    except DealsError:
        return None


def _acceptable(problem: Problem) -> tuple[Index, ...]:
    """Return the options of each issue whose worth is known and that no party refuses."""
    import numpy as np

    held = problem.utilities
    kept, _ = known_options(problem)
    if held.refusals is None:
        return kept
    refused = np.asarray(held.refusals[[held.actors.index(key) for key in problem.parties]].any(axis=0))
    starts = problem.space.offsets
    return tuple(np.asarray(k[~refused[s + k]]) for s, k in zip(starts, kept, strict=True))


def _middle(problem: Problem, kept: Sequence[Index], draws: slice) -> Utilities:
    """Return the parties' values at the means of some draws, over the options kept, in words."""
    import numpy as np

    held, case = problem.utilities, problem.case
    rows = [held.actors.index(key) for key in problem.parties]
    columns = np.concatenate([s + k for s, k in zip(problem.space.offsets, kept, strict=True)])
    issues = zip(problem.space.issues, kept, strict=True)
    rules = []
    for number, rule in enumerate(held.rules):
        when = _within(rule.when, kept)
        if rule.actor in rows and when is not None:
            worth = rule.worth if held.rule_worths is None else float(held.rule_worths[draws, number].mean())
            rules.append(replace(rule, actor=rows.index(rule.actor), when=when, worth=worth))
    return replace(
        held,
        space=DealSpace(
            tuple(DealIssue(case.issues[i.name].name, tuple(i.options[n] for n in k)) for i, k in issues)
        ),
        actors=tuple(case.parties[key].name for key in problem.parties),
        part_worths=held.part_worths[draws].mean(axis=0, keepdims=True)[:, rows][:, :, columns],
        reservations=held.reservations[draws].mean(axis=0, keepdims=True)[:, rows],
        caps=tuple(held.cap(row) for row in rows),
        rules=tuple(rules),
        rule_worths=None,
        refusals=None,
        varied=(),
    )


def _within(when: When, kept: Sequence[Index]) -> When | None:
    """Return a condition over the options kept, null where none of them meets it."""
    found = tuple(
        (issue, frozenset(n for n, option in enumerate(kept[issue].tolist()) if option in options))
        for issue, options in when
    )
    return found if all(options for _, options in found) else None


def _restricted(held: Utilities, constraints: Constraints, kept: Sequence[Index]) -> Utilities:
    """Return preferences under which what a combination forbids is far worse than no deal, for everybody."""
    import numpy as np

    numbers = (held.part_worths, held.reservations, np.array([rule.worth for rule in held.rules]))
    far = float(sum(np.abs(n).sum() for n in numbers)) + 1.0
    sizes = [int(options.max()) + 1 for options in kept]
    banned = [found for when in _forbidden(constraints, sizes) if (found := _within(when, kept)) is not None]
    rules = tuple(Rule(actor, when, -far) for when in banned for actor in range(len(held.actors)))
    return replace(held, rules=held.rules + rules)


def _forbidden(constraints: Constraints, sizes: Sequence[int]) -> Iterator[When]:
    """Yield where a package breaks a combination, as plain conditions."""
    for one in constraints.of:
        if not one.then:
            yield one.if_
        for issue, options in one.then:
            rest = dict(one.if_)
            rest[issue] = rest.get(issue, frozenset(range(sizes[issue]))) - options
            yield tuple(rest.items())


def _no_deal(deal: Deal | None) -> bool:
    return deal is not None and all(option == NO_CHANGE for option in deal.deal.values())
