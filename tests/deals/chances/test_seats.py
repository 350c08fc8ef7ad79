"""Unheard seats: the order statistics say what drawing every seat says."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from tests.deals.chances.cases import problem_of
from tracktwo.case import ActorValues, Approval, Rule, RuleKind
from tracktwo.deals.chances.closely import close
from tracktwo.deals.chances.seats import shifts
from tracktwo.vocabulary import Body


@pytest.mark.parametrize(("size", "need"), [(1, 1), (9, 5), (9, 9), (1240, 621)])
def test_enough_seats_say_yes_as_often_as_binomial_counting_says(size: int, need: int) -> None:
    from scipy.stats import binom

    draws, gain, spread = 40_000, 0.05, 1.5
    needs = np.full((draws, 1), need)
    found = shifts(needs, np.full(draws, size), spread, np.random.default_rng(0))
    share = float((gain > found[:, 0]).mean())
    each = 1 / (1 + np.exp(-gain / spread))
    assert share == pytest.approx(binom.sf(need - 1, size, each), abs=0.012)


def test_several_needs_are_of_the_same_people() -> None:
    needs = np.tile(np.arange(-1, 12), (2000, 1))
    found = shifts(needs, np.full(2000, 10), 2.0, np.random.default_rng(1))
    assert (found[:, :2] == -np.inf).all()
    assert (found[:, -1] == np.inf).all()
    assert (np.diff(found[:, 2:-1], axis=1) > 0).all()


def test_heard_and_unheard_seats_vote_together() -> None:
    """Three heard (two for, one against) and six unheard who are for with chance q: 5 of 9 need 3 of 6."""
    from scipy.stats import binom

    draws = 20_000
    worths = np.zeros((draws, 4, 2))
    worths[:, :, 1] = [1, 1, -1, 0.4]
    body = Body("k", "K", "p", 9, ("a", "b", "c"))
    rule = Rule(RuleKind.MAJORITY)
    problem = problem_of(
        worths, np.zeros((draws, 4)), [2], {"p": (Approval("k", rule),)}, {"k": body}, ("a", "b", "c", "k")
    )
    from dataclasses import replace

    from tracktwo.deals.chances.asking import of_case

    case = replace(problem.case, values={"k": ActorValues(spread=1.0)})
    seen = close(of_case(case, problem.utilities), (1,))
    each = 1 / (1 + np.exp(-0.4))
    assert seen.passes().mean() == pytest.approx(binom.sf(2, 6, each), abs=0.012)


def test_unknown_seats_without_values_are_blank_unless_they_cannot_matter() -> None:
    worths = np.zeros((1, 3, 2))
    worths[:, :, 1] = [1, 1, -1]
    approval = Approval("k", Rule(RuleKind.QUOTA, quota=Fraction(2, 3)))
    for size, low, high in ((3, True, True), (4, False, True), (10, False, True)):
        body = Body("k", "K", "p", size, ("a", "b", "c"))
        problem = problem_of(worths, np.zeros((1, 3)), [2], {"p": (approval,)}, {"k": body}, "abc")
        seen = close(problem, (1,))
        assert (bool(seen.passes().all()), bool(seen.passes(blank=True).all())) == (low, high)
        assert bool(problem.blanks()) == (size > 3)


def test_a_silent_member_with_many_votes_counts_with_all_of_them() -> None:
    """Two heard votes of twelve are no majority, whatever is known of the third member."""
    worths = np.zeros((1, 2, 2))
    worths[:, :, 1] = 1
    body = Body("k", "K", "p", None, ("a", "b", "c"), votes=(("c", 10),))
    needs = {"p": (Approval("k", Rule(RuleKind.MAJORITY)),)}
    problem = problem_of(worths, np.zeros((1, 2)), [2], needs, {"k": body}, "ab")
    seen = close(problem, (1,))
    assert (bool(seen.passes().all()), bool(seen.passes(blank=True).all())) == (False, True)
    assert "c says yes" in {blank.condition for blank in problem.blanks()}


def test_a_silent_member_with_many_votes_or_a_veto_is_drawn_by_itself() -> None:
    from dataclasses import replace

    from tracktwo.deals.chances.asking import of_case

    draws = 20_000
    worths = np.zeros((draws, 3, 2))
    worths[:, :, 1] = [1, 1, 0.4]
    each = 1 / (1 + np.exp(-0.4))
    for body in (
        Body("k", "K", "p", None, ("a", "b", "c"), votes=(("c", 10),)),
        Body("k", "K", "p", None, ("a", "b", "c"), vetoes=("c",)),
    ):
        needs = {"p": (Approval("k", Rule(RuleKind.MAJORITY)),)}
        problem = problem_of(worths, np.zeros((draws, 3)), [2], needs, {"k": body}, ("a", "b", "k"))
        case = replace(problem.case, values={"k": ActorValues(spread=1.0)})
        seen = close(of_case(case, problem.utilities), (1,))
        assert seen.passes().mean() == pytest.approx(each, abs=0.012)
