"""Leverage: what a package's chances are with and without somebody's lever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.chances.closely import close
from tracktwo.deals.chances.problem import Problem
from tracktwo.vocabulary.outlook import SwingRow


def leverage_swings(problem: Problem, package: Sequence[int]) -> list[SwingRow]:
    """Return P(passes) without and with each lever, one row a condition whose ``by`` names somebody.

    The other numbers are the same in both: they are keyed by what they are for.
    """
    from tracktwo.deals.chances.asking import of_case

    if problem.utilities.basis == "inferred":
        return []
    names = dict(named_actors(problem.case))
    made = []
    for key, values in problem.case.values.items():
        for position, condition in enumerate(values.conditions):
            if condition.by is None:
                continue
            kept = tuple(
                replace(c, worth=replace(c.worth, low=0.0, high=0.0)) if n == position else c
                for n, c in enumerate(values.conditions)
            )
            case = replace(
                problem.case, values={**problem.case.values, key: replace(values, conditions=kept)}
            )
            without = of_case(case, draws=max(problem.draws, 2), seed=problem.seed)
            name = f"leverage of {names.get(condition.by, condition.by)} on {names.get(key, key)}"
            shares = [close(one, package).p_pass(blank=True) for one in (without, problem)]
            made.append(SwingRow(name, "leverage", "without it", shares[0], "with it", shares[1]))
    return made
