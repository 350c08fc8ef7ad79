"""What must hold for any preferences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.deals.helpers import all_vectors, make
from tracktwo import deals
from tracktwo.deals import coalitions, frontier
from tracktwo.deals.power import power
from tracktwo.errors import DealsError
from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Utilities

worth = st.integers(-4, 6).map(float)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[list[list[float]]], list[float]]:
    parties = draw(st.integers(1, 3))
    option = st.lists(worth, min_size=parties, max_size=parties)
    issues = draw(st.lists(st.lists(option, min_size=1, max_size=3), min_size=1, max_size=3))
    return issues, draw(st.lists(worth, min_size=parties, max_size=parties))


@settings(max_examples=150, deadline=None)
@given(cases())
def test_no_dominated_package_is_on_the_frontier_and_each_solution_is_accepted_by_all(case: tuple) -> None:
    issues, floor = case
    ours = deals.analyse(make(issues, floor))
    vectors = all_vectors(issues)
    assert ours.frontier is not None
    for deal in ours.frontier:
        assert not any(
            all(a >= b for a, b in zip(v, deal.utilities, strict=True)) and v != deal.utilities
            for v in vectors
        )
    for deal in (ours.nash, ours.kalai_smorodinsky, ours.egalitarian, ours.max_welfare):
        assert deal is None or all(u >= d for u, d in zip(deal.utilities, floor, strict=True))


@settings(max_examples=150, deadline=None)
@given(cases(), st.lists(st.sampled_from([0.25, 0.5, 2.0, 8.0]), min_size=3, max_size=3))
def test_scaling_a_party_moves_no_nash_or_kalai_smorodinsky_deal(case: tuple, factors: list[float]) -> None:
    issues, floor = case
    scale = factors[: len(floor)]
    scaled = [[[u * f for u, f in zip(o, scale, strict=True)] for o in issue] for issue in issues]
    before = deals.analyse(make(issues, floor))
    after = deals.analyse(make(scaled, [d * f for d, f in zip(floor, scale, strict=True)]))
    for name, score in (("nash", nash_score), ("kalai_smorodinsky", spread_score)):
        first, second = getattr(before, name), getattr(after, name)
        assert (first is None) == (second is None)
        if first is not None and second is not None:
            back = [u / f for u, f in zip(second.utilities, scale, strict=True)]
            assert score(back, before, floor) == pytest.approx(score(first.utilities, before, floor))


def nash_score(utilities: list[float], _: deals.Analysis, floor: list[float]) -> float:
    return float(np.prod(np.array(utilities) - floor))


def spread_score(utilities: list[float], ours: deals.Analysis, floor: list[float]) -> float:
    assert ours.frontier is not None
    ideal = np.array([d.utilities for d in ours.frontier]).max(axis=0) - floor
    ratios = ((np.array(utilities) - floor)[ideal > 0]) / ideal[ideal > 0]
    return float(ratios.max() - ratios.min()) if len(ratios) else 0.0


values = st.lists(st.lists(st.integers(-3, 3), min_size=4, max_size=4), min_size=1, max_size=8)


@settings(max_examples=200, deadline=None)
@given(values, st.lists(st.integers(0, 4), min_size=4, max_size=4), st.data())
def test_another_veto_player_never_enlarges_a_win_set(
    rows: list, weights: list[int], data: st.DataObject
) -> None:
    if not sum(weights):
        return
    quota = data.draw(st.integers(1, sum(weights)))
    packages, nothing = np.array(rows), np.zeros(4)
    vetoes: frozenset[int] = frozenset()
    before = set(coalitions.win_set(packages, nothing, coalitions.Rule(tuple(weights), quota)).tolist())
    for member in data.draw(st.permutations(range(4))):
        vetoes |= {member}
        after = set(
            coalitions.win_set(packages, nothing, coalitions.Rule(tuple(weights), quota, vetoes)).tolist()
        )
        assert after <= before
        before = after
    assert before == {n for n, row in enumerate(rows) if min(row) > 0}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=7), st.data())
def test_power_is_that_of_counting_coalitions(weights: list[int], data: st.DataObject) -> None:
    if not sum(weights):
        return
    quota = data.draw(st.integers(1, sum(weights)))
    found = power(weights, quota)
    rule = coalitions.Rule(tuple(weights), quota)
    others = range(2 ** len(weights))
    for member in range(len(weights)):
        swings = sum(
            not bits >> member & 1
            and not rule.wins({i for i in range(len(weights)) if bits >> i & 1})
            and rule.wins({i for i in range(len(weights)) if bits >> i & 1} | {member})
            for bits in others
        )
        assert found.swings[member] == swings
    assert sum(found.shapley_shubik) == 1
    assert sum(found.banzhaf) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=6), st.data())
def test_every_winning_coalition_meets_every_blocking_one(weights: list[int], data: st.DataObject) -> None:
    if not sum(weights):
        return
    rule = coalitions.Rule(tuple(weights), data.draw(st.integers(1, sum(weights))))
    for winning in coalitions.minimal_winning(rule):
        assert rule.wins(set(winning))
        assert not any(rule.wins(set(winning) - {member}) for member in winning)
        for blocking in coalitions.minimal_blocking(rule):
            assert set(winning) & set(blocking)


def test_ten_to_the_fifty_deals_have_a_frontier() -> None:
    rng = np.random.default_rng(0)
    space = DealSpace(tuple(DealIssue(f"i{n}", tuple("abcdefghij")) for n in range(50)))
    utilities = Utilities(space, ("x", "y"), rng.random((1, 2, 500)), np.zeros((1, 2)))
    assert space.size == 10**50
    solved = deals.solve(utilities)
    front = solved.frontier.values
    assert len(front) > 1000
    assert (np.diff(front[:, 0]) < 0).all()
    assert (np.diff(front[:, 1]) > 0).all()
    top = sum(utilities.part_worths[0, 0].reshape(50, 10).max(axis=1))
    assert front[0, 0] / solved.scaled.unit == pytest.approx(top)
    rows = solved.frontier.packages[[0, len(front) // 2, -1]]
    worths = utilities.part_worths[0][:, rows + np.array(space.offsets)].sum(axis=2).T
    assert worths == pytest.approx(front[[0, len(front) // 2, -1]] / solved.scaled.unit, abs=1e-9)


def test_a_frontier_too_large_to_hold_still_gives_solutions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frontier, "MAX_WORK", 10**8)
    rng = np.random.default_rng(1)
    space = DealSpace(tuple(DealIssue(f"i{n}", tuple("abcd")) for n in range(14)))
    utilities = Utilities(space, tuple("pqrstuvwxy"), rng.random((1, 10, 56)), np.zeros((1, 10)))
    ours = deals.analyse(utilities)
    assert ours.frontier is None
    assert ours.frontier_size is None
    assert "too large" in ours.definitions["frontier"]
    assert ours.nash is not None
    assert ours.egalitarian is not None
    assert ours.max_welfare is not None
    assert min(ours.egalitarian.utilities) >= min(ours.nash.utilities)
    assert sum(ours.max_welfare.utilities) >= sum(ours.nash.utilities)
    assert np.prod(ours.nash.utilities) >= np.prod(ours.max_welfare.utilities)


@pytest.mark.parametrize(
    ("weights", "quota", "message"),
    [
        ((), 1, "no members"),
        ((1, 1), 3, "above the total"),
        ((1, -1), 1, "negative"),
        ((1, 1), 0, "not positive"),
    ],
)
def test_impossible_bodies_are_said(weights: tuple[int, ...], quota: int, message: str) -> None:
    with pytest.raises(DealsError, match=message):
        power(weights, quota)
    with pytest.raises(DealsError):
        coalitions.Rule(weights, quota)


def test_impossible_deal_spaces_are_said() -> None:
    nobody = Utilities(DealSpace((DealIssue("i", ("a",)),)), (), np.zeros((1, 0, 1)), np.zeros((1, 0)))
    with pytest.raises(DealsError, match="no party"):
        deals.analyse(nobody)
    nothing = Utilities(DealSpace(()), ("p",), np.zeros((1, 1, 0)), np.zeros((1, 1)))
    with pytest.raises(DealsError, match="no deal"):
        deals.analyse(nothing)
    with pytest.raises(DealsError, match="not a finite number"):
        deals.analyse(make([[[float("nan")]]]))
    with pytest.raises(DealsError, match="too large"):
        deals.analyse(make([[[1e30]]]))


def test_one_party_gets_its_best_deal() -> None:
    ours = deals.analyse(make([[[1.0], [3.0]], [[2.0], [0.0]]]))
    assert ours.frontier_size == 1
    assert ours.nash is not None
    assert ours.nash.deal == {"i0": "v1", "i1": "v0"}


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 7), st.data())
def test_with_fewer_alternatives_than_nakamuras_number_the_core_is_never_empty(
    members: int, data: st.DataObject
) -> None:
    quota = data.draw(st.integers(members // 2 + 1, members))
    number = coalitions.nakamura(members, quota)
    alternatives = data.draw(st.integers(1, min((number or 6) - 1, 5)))
    orders = data.draw(st.lists(st.permutations(range(alternatives)), min_size=members, max_size=members))
    stable = coalitions.core(np.array(orders).T, coalitions.Rule((1,) * members, quota))
    assert len(stable) > 0
