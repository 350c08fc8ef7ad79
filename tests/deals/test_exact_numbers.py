"""Published numbers that belong to this room."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from tests.deals.helpers import make
from tracktwo import deals
from tracktwo.deals import coalitions, continuous, transfers
from tracktwo.deals.analysis import Convention
from tracktwo.deals.power import power
from tracktwo.errors import DealsError

# Nash 1950: value to Bill and to Jack; Bill owns the first five, Jack the last four.
BILLS = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
JACKS = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}
BARTER = [[[bill, 0], [0, jack]] for bill, jack in (*BILLS.values(), *JACKS.values())]
OWN = (12, 6)


def test_barter_of_nash_1950() -> None:
    ours = deals.analyse(make(BARTER, OWN))
    assert ours.disagreement == OWN
    assert ours.nash is not None
    assert ours.nash.utilities == (24, 11)
    kept = [
        good for good, option in zip((*BILLS, *JACKS), ours.nash.deal.values(), strict=True) if option == "v0"
    ]
    assert kept == ["box", "pen", "toy", "knife"]


@pytest.mark.parametrize("ideal", ["all", "rational"])
@pytest.mark.parametrize("ratios", ["spread", "maximin"])
def test_kalai_smorodinsky_of_the_barter_under_every_definition(ideal: str, ratios: str) -> None:
    ours = deals.analyse(make(BARTER, OWN), Convention(ideal=ideal, ratios=ratios))  # type: ignore[arg-type]
    assert ours.kalai_smorodinsky is not None
    assert ours.kalai_smorodinsky.utilities == (12 + 12, 6 + 5)


def test_ideal_point_and_egalitarian_deal_of_the_barter() -> None:
    ours = deals.analyse(make(BARTER, OWN))
    assert ours.frontier is not None
    rational = [d.utilities for d in ours.frontier if d.utilities[0] >= 12 and d.utilities[1] >= 6]
    assert (max(u for u, _ in rational) - 12, max(v for _, v in rational) - 6) == (18, 8)
    assert ours.egalitarian is not None
    assert ours.egalitarian.utilities == (12 + 8, 6 + 6)


def test_continuous_division() -> None:
    def first(x: float) -> float:
        return x

    def second(x: float) -> float:
        return max(1 - x, 0.0) ** 0.5

    assert continuous.nash_share(first, second) == pytest.approx(2 / 3, abs=1e-7)
    assert continuous.kalai_smorodinsky_share(first, second) == pytest.approx((5**0.5 - 1) / 2, abs=1e-12)
    with pytest.raises(DealsError):
        continuous.nash_share(first, second, disagreement=(2, 0))


def test_continuous_division_from_a_disagreement_inside() -> None:
    share = continuous.nash_share(lambda x: x, lambda x: 1 - x, disagreement=(0.2, 0.1))
    assert share == pytest.approx(0.55, abs=1e-7)
    share = continuous.kalai_smorodinsky_share(lambda x: x, lambda x: 1 - x, disagreement=(0.2, 0.1))
    assert share == pytest.approx(0.55, abs=1e-12)


def test_weighted_nash_moves_with_the_weights() -> None:
    line = make([[[x, 10 - x] for x in range(11)]])
    for weights, expected in (((1.0, 1.0), 5), ((3.0, 2.0), 6), ((1.0, 9.0), 1)):
        ours = deals.analyse(line, Convention(weights=weights))
        assert ours.nash is not None
        assert ours.nash.utilities[0] == expected


def test_power_in_the_european_community_of_six() -> None:
    found = power((4, 4, 4, 2, 2, 1), 12)
    assert found.shapley_shubik == (Fraction(7, 30),) * 3 + (Fraction(3, 20),) * 2 + (Fraction(0),)
    assert found.banzhaf == (Fraction(5, 21),) * 3 + (Fraction(1, 7),) * 2 + (Fraction(0),)


def test_power_in_the_security_council() -> None:
    found = power((7,) * 5 + (1,) * 10, 39)
    assert found.shapley_shubik == (Fraction(421, 2145),) * 5 + (Fraction(4, 2145),) * 10
    assert [round(float(b), 5) for b in found.banzhaf[4:6]] == [0.16693, 0.01654]


def test_power_of_unequal_shareholders_and_of_a_hundred_voters() -> None:
    assert power((50, 49, 1), 51).shapley_shubik == (Fraction(2, 3), Fraction(1, 6), Fraction(1, 6))
    assert power((1,) * 100, 67).shapley_shubik == (Fraction(1, 100),) * 100
    assert power((Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)), Fraction(2, 3)).shapley_shubik == (
        Fraction(2, 3),
        Fraction(1, 6),
        Fraction(1, 6),
    )


IDEALS = np.array([10, 40, 60, 90])
PACKAGES = np.arange(0, 101, 10)
LINE = -np.abs(PACKAGES[:, None] - IDEALS[None, :])
STATUS_QUO = -np.abs(20 - IDEALS)


@pytest.mark.parametrize(
    ("quota", "expected"), [(2, [30, 40, 50, 60, 70, 80, 90]), (3, [30, 40, 50]), (4, [])]
)
def test_ratification_in_one_dimension(quota: int, expected: list[int]) -> None:
    passing = coalitions.win_set(LINE, STATUS_QUO, coalitions.Rule((1,) * 4, quota))
    assert PACKAGES[passing].tolist() == expected


def test_the_median_is_the_core_and_cycles_have_none() -> None:
    rule = coalitions.Rule.majority(3)
    line = -np.abs(np.arange(11)[:, None] - np.array([2, 5, 9]))
    assert coalitions.core(line, rule).tolist() == [5]
    condorcet = np.array([[3, 1, 2], [2, 3, 1], [1, 2, 3]])
    assert coalitions.core(condorcet, rule).tolist() == []
    assert coalitions.objections(condorcet, rule, 0) == ((2, (1, 2)),)


@pytest.mark.parametrize(
    ("members", "quota", "number"), [(9, 6, 3), (4, 3, 4), (5, 3, 3), (3, 2, 3), (7, 7, None)]
)
def test_nakamura_number(members: int, quota: int, number: int | None) -> None:
    assert coalitions.nakamura(members, quota) == number


def test_transfers_are_what_is_missing_in_money() -> None:
    money = transfers.Money("compensation", (1.0, 2.0, 4.0))
    found = transfers.transfers((3.0, 5.0, 1.0), (4.0, 1.0, 1.0), money, {"compensation"})
    assert found.needed == (1.0, 0.0, 0.0)
    assert found.surplus == (0.0, 2.0, 0.0)
    assert found.feasible
    assert not transfers.transfers((1.0, 5.0, 1.0), (4.0, 1.0, 1.0), money, {"compensation"}).feasible


def test_transfers_need_money_as_an_issue_and_never_go_to_a_person() -> None:
    with pytest.raises(DealsError, match="not considered"):
        transfers.transfers((1.0,), (2.0,), transfers.Money("money", (1.0,)), {"borders"})
    with pytest.raises(DealsError, match="to a person"):
        transfers.transfers((1.0,), (2.0,), transfers.Money("money", (1.0,), frozenset({0})), {"money"})
    with pytest.raises(DealsError, match="worth nothing"):
        transfers.transfers((1.0,), (2.0,), transfers.Money("money", (0.0,)), {"money"})
