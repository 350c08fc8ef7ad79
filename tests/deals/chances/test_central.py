"""Bargaining solutions of cases with combinations, conditions and red lines, against listing packages."""

from __future__ import annotations

import itertools
from dataclasses import replace
from math import prod

import numpy as np
import pytest

from tests.deals.chances.cases import case_from
from tests.deals.chances.clerk import gain
from tests.deals.chances.test_by_hand import some_case
from tracktwo import deals
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.constraints import of_case as constraints_of

SOLUTIONS = {
    "nash": prod,
    "egalitarian": lambda gains: sorted(gains)[0],
    "max_welfare": sum,
}


@pytest.mark.parametrize("seed", range(120))
def test_solutions_are_those_of_listing_what_is_allowed(seed: int) -> None:
    case = some_case(seed)
    parties = {
        key: replace(party, ratification=()) for key, party in case.parties.items() if key in case.values
    }
    if not parties:
        return
    case = replace(case, parties=parties, agreement=())
    problem = of_case(case, draws=1, seed=seed)
    every = np.array(list(itertools.product(*map(range, problem.space.sizes))))
    known = []
    for package in every[constraints_of(case, problem.space).allow(every)].tolist():
        gains = [gain(problem, 0, party, tuple(package)) for party in parties]
        if all(one is not None and one >= -1e-9 for one in gains):
            known.append([max(one or 0.0, 0.0) for one in gains])
    found = deals.bargaining(problem)
    if not known:
        assert found is None or found.nash is None
        return
    assert found is not None
    for name, score in SOLUTIONS.items():
        deal = getattr(found, name)
        assert deal is not None
        floors = problem.utilities.reservations[0]
        gains = [
            u - floors[problem.utilities.actors.index(p)]
            for u, p in zip(deal.utilities, parties, strict=True)
        ]
        assert score([max(one, 0.0) for one in gains]) == pytest.approx(max(map(score, known)), abs=1e-7)


def test_in_how_many_draws_a_solution_picks_the_same_is_counted() -> None:
    """Where few stands between no change and 4 decides which of them a solution picks."""
    text = (
        "title: t\nparties: {a: , b: }\n"
        "issues: {x: {options: [no change, few, '4'], order_basis: {few: assumed}},"
        " y: {options: [no change, done]}}\n"
        "values:\n  a: {options: {x: {'4': 4}, y: {done: 0}}, reservation: 0}\n"
        "  b: {options: {x: {'4': -4}, y: {done: 4}}, reservation: 0}\n"
    )
    problem = of_case(case_from(text), draws=100)
    found = deals.bargaining(problem)
    assert found is not None
    assert found.nash is not None
    assert found.nash.deal == {"X": "few", "Y": "done"}
    told = deals.picked(problem, found)
    assert told is not None
    assert told["nash"] == 1.0  # 4 leaves b nothing, whatever few is
    assert 0 < told["max_welfare"] <= 1.0
    lean = of_case(case_from(text.replace("y: {done: 4}", "y: {done: 5}")), draws=100)
    # Few is worth f to a and 5 - f to b, four is worth 4 and 1: few wins the product where 1 < f < 4.
    half = deals.picked(lean, deals.bargaining(lean))
    assert half is not None
    assert half["nash"] == pytest.approx(0.75, abs=0.02)
    assert deals.picked(lean, None) is None
    assert (
        deals.picked(
            of_case(case_from(text.replace("few, ", "").replace(", order_basis: {few: assumed}", ""))), found
        )
        is None
    )
