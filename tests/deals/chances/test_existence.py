"""Whether any package passes, of however many: the program against trying every package by hand."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from tests.deals.chances.cases import case_from
from tests.deals.chances.clerk import Clerk, gain
from tests.deals.chances.test_by_hand import some_case
from tests.deals.chances.test_core import by_hand
from tracktwo import deals
from tracktwo.deals.chances import core as core_of
from tracktwo.deals.chances import exploring
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.constraints import Constraints
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.existence import settle
from tracktwo.deals.chances.exploring import known_options
from tracktwo.deals.chances.problem import Problem


def allowed_packages(problem: Problem) -> tuple[tuple, list[tuple]]:
    kept, _ = known_options(problem)
    constraints = constraints_of(problem.case, problem.space)
    every = np.array(list(itertools.product(*(k.tolist() for k in kept))), dtype=np.intp)
    rows = every[constraints.allow(every)] if len(every) else every
    return (kept, constraints), [tuple(row) for row in rows.tolist()]


@pytest.mark.parametrize("seed", range(60))
def test_some_package_passes_where_trying_all_by_hand_finds_one(seed: int) -> None:
    problem = of_case(some_case(seed), draws=4, seed=seed)
    within, packages = allowed_packages(problem)
    if not packages:
        return
    for variant, blank in itertools.product(problem.variants, (False, True)):
        found = settle(problem, variant.agreement, within, blank=blank)
        some = [
            any(Clerk(problem, draw, package, variant.name, blank).passes() for package in packages)
            for draw in range(problem.draws)
        ]
        assert found.whole
        assert found.some.tolist() == some
        assert found.low == found.high == np.mean(some)


@pytest.mark.parametrize("seed", range(25))
def test_where_packages_are_not_listed_the_answers_are_the_same(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = of_case(some_case(seed), draws=20, seed=seed)
    listed = deals.outlook(problem)
    monkeypatch.setattr(exploring, "MOST_PACKAGES", 0)
    found = deals.outlook(problem)
    for name in ("p_zopa", "p_some_pass", "p_some_pass_by_rule"):
        assert getattr(found, name) == pytest.approx(getattr(listed, name)), name
    assert listed.landscape is not None
    assert found.landscape is not None
    assert listed.landscape.complete
    if found.landscape.looked_at:
        assert not found.landscape.complete
        assert "mixed-integer" in (found.definitions or {})["too many to list"]
    if found.best and listed.best:
        # Packages next to the likeliest are looked at, too: in small spaces the best is found.
        assert found.best[0].p_pass == pytest.approx(listed.best[0].p_pass)
        assert found.landscape.best_at_most is not None
        assert found.best[0].p_pass <= found.landscape.best_at_most + 1e-9


@pytest.mark.parametrize("seed", range(25))
def test_proposals_in_the_core_of_too_many_packages_are_the_clerks(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = of_case(some_case(seed), draws=3, seed=seed)
    (_, packages), (_, left_out) = allowed_packages(problem), known_options(problem)
    monkeypatch.setattr(core_of, "MOST", 0)
    found = core_of.core(problem)
    if left_out or not packages:
        assert not found.proposals
        return
    assert found.expected is None
    for key, held in found.proposals.items():
        terms = {issue: t.option for issue, t in problem.case.proposals[key].terms.items()}
        low, high = 0.0, 0.0
        for draw, variant in itertools.product(range(problem.draws), problem.variants):
            share = variant.weight / problem.draws
            low += share * (problem.package(terms) in by_hand(problem, packages, draw, variant.name, True))
            high += share * (problem.package(terms) in by_hand(problem, packages, draw, variant.name, False))
        assert (held.low, held.high) == pytest.approx((low, high))


def test_unheard_seats_count_in_the_program_as_they_do_in_the_survey(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "title: t\nparties: {a: {ratification: [{body: house, rule: {quota: 2/3}, scope: [x]}]}, b: }\n"
        "bodies: {house: {party: a, size: 21, members: [kay, lee], votes: {kay: 3}}}\n"
        "third_parties: {city: {members: {kay: {}, lee: {}}}}\n"
        'issues: {x: {options: [no change, "1", "2"]}, y: {options: [no change, "1"]}}\n'
        "values:\n"
        '  a: {options: {x: {"1": [0, 2], "2": 1}, y: {"1": [-1, 0]}}, reservation: [0, 1]}\n'
        '  b: {options: {x: {"1": [-1, 1], "2": [-2, 1]}, y: {"1": [0, 1]}}, reservation: [-1, 1]}\n'
        '  kay: {options: {x: {"1": [-1, 1], "2": 1}, y: {"1": 0}}, reservation: 0}\n'
        '  house: {options: {x: {"1": [-1, 2], "2": 0}, y: {"1": 1}}, reservation: 0, spread: 2}\n'
    )
    problem = of_case(case_from(text), draws=120)
    listed = deals.outlook(problem)
    monkeypatch.setattr(exploring, "MOST_PACKAGES", 0)
    found = deals.outlook(problem)
    assert listed.p_some_pass is not None
    assert 0.05 < listed.p_some_pass < 0.95
    assert found.p_some_pass == listed.p_some_pass
    assert found.p_zopa == listed.p_zopa


def test_preferences_no_program_can_hold_leave_a_bracket() -> None:
    problem = of_case(some_case(3), draws=5)
    held = problem.utilities
    dropping = replace(held, rules=(deals_rule(problem),), rule_worths=None)
    asked = replace(problem, utilities=dropping)
    within, _ = allowed_packages(problem)
    found = settle(asked, asked.variants[0].agreement, within)
    assert not found.some.any()
    assert (found.low, found.high) == (0.0, 1.0)
    known = np.ones(5, dtype=bool)
    assert settle(asked, asked.variants[0].agreement, within, known=known).low == 1.0


def deals_rule(problem: Problem) -> object:
    from tracktwo.vocabulary.utilities import Rule

    actor = problem.counted()[0]
    return Rule(actor, ((0, frozenset({0})),), drops=frozenset({0}))


def test_a_tie_is_no_gain_and_a_small_gain_is_one() -> None:
    text = (
        "title: t\nparties: {a: , b: }\nissues: {x: {options: [no change, some]}}\n"
        "values:\n  a: {options: {x: {some: WORTH}}, reservation: 3}\n"
        "  b: {options: {x: {some: 1}}, reservation: 0}\n"
    )
    for worth, some in (("3", False), ("3.0001", True)):
        problem = of_case(case_from(text.replace("WORTH", worth)))
        within = known_options(problem)[0], Constraints(())
        assert settle(problem, problem.zopa, within).some.tolist() == [some]
    assert gain(problem, 0, "a", (1,)) == pytest.approx(1e-4)
