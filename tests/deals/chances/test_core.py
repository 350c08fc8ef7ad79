"""The core of a case under its own agreement, against a clerk who compares every package with every other."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from tests.deals.chances.cases import case_from
from tests.deals.chances.clerk import Clerk, gain
from tests.deals.chances.test_by_hand import some_case
from tests.deals.chances.test_ratifying import COUNCIL
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.core import core
from tracktwo.deals.chances.problem import Problem
from tracktwo.vocabulary.outlook import Bracket


def replaces(problem: Problem, draw: int, new: tuple, old: tuple, reading: str, blank: bool) -> bool:
    """Whether those who prefer ``new`` to ``old`` can pass it, as a clerk finds."""
    prefers = {}
    for actor in problem.utilities.actors:
        one, other = gain(problem, draw, actor, new), gain(problem, draw, actor, old)
        unknown = one is None or other is None
        prefers[actor] = blank if unknown else one > other + 1e-9
    return Clerk(problem, draw, new, reading, blank, actors=prefers).passes()


def by_hand(problem: Problem, packages: list[tuple], draw: int, reading: str, blank: bool) -> set[tuple]:
    return {
        old
        for old in packages
        if not any(replaces(problem, draw, new, old, reading, blank) for new in packages)
    }


@pytest.mark.parametrize("seed", range(40))
def test_the_core_is_the_clerks(seed: int) -> None:
    problem = of_case(some_case(seed), draws=2, seed=seed)
    every = np.array(list(itertools.product(*map(range, problem.space.sizes))))
    allowed = constraints_of(problem.case, problem.space).allow(every)
    packages = [tuple(row) for row in every[allowed].tolist()]
    found = core(problem)
    if not packages:
        assert found.reason == "no package is possible"
        return
    low, high = 0.0, 0.0
    inside = {key: [0.0, 0.0] for key in found.proposals}
    for draw, variant in itertools.product(range(problem.draws), problem.variants):
        share = variant.weight / problem.draws
        surely = by_hand(problem, packages, draw, variant.name, True)
        possibly = by_hand(problem, packages, draw, variant.name, False)
        assert surely <= possibly
        low, high = low + share * len(surely), high + share * len(possibly)
        for key, shares in inside.items():
            terms = {issue: t.option for issue, t in problem.case.proposals[key].terms.items()}
            shares[0] += share * (problem.package(terms) in surely)
            shares[1] += share * (problem.package(terms) in possibly)
    assert found.expected is not None
    assert (found.expected.low, found.expected.high) == pytest.approx((low, high))
    for key, shares in inside.items():
        assert (found.proposals[key].low, found.proposals[key].high) == pytest.approx(tuple(shares))


def test_who_can_pass_and_who_can_stop_is_told_of_the_agreement() -> None:
    text = COUNCIL.replace("RATIFICATION", "{}").replace("VALUES", "  a: {options: {}, reservation: 0}\n")
    plain = core(of_case(case_from(text.replace("AGREEMENT", "")))).coalitions["as stated"]
    assert plain.winning == (("A", "B", "C"),)
    assert plain.blocking == (("A",), ("B",), ("C",))
    weighted = text.replace("AGREEMENT", "agreement: [{body: council, rule: {quota: 2/3}}]\n")
    told = core(of_case(case_from(weighted))).coalitions["as stated"]  # votes 3, 2, 1: four of six
    assert set(told.winning) == {("A", "B"), ("A", "C")}
    assert set(told.blocking) == {("A",), ("B", "C")}
    veto = weighted.replace("c: 1}", "c: 1}, vetoes: [c]").replace("2/3", "1/2")
    told = core(of_case(case_from(veto))).coalitions["as stated"]
    assert set(told.winning) == {("A", "C"), ("B", "C")}
    assert set(told.blocking) == {("C",), ("A", "B")}
    seated = weighted + "  s1: {options: {}, reservation: 0}\n  s2: {options: {}, reservation: 0}\n"
    nested = seated.replace(
        "{quota: 2/3}", "{any: [unanimity, {all: [majority, {body: upper, rule: unanimity}]}]}"
    )
    told = core(of_case(case_from(nested))).coalitions["as stated"]
    assert set(told.winning) == {("A", "B", "C"), ("A", "B", "S1", "S2"), ("A", "C", "S1", "S2")}
    open_ = weighted.replace(
        "{members: [a, b, c], votes: {a: 3, b: 2, c: 1}}", "{size: 5, members: [a, b, c]}"
    )
    told = core(of_case(case_from(open_))).coalitions["as stated"]
    assert (told.winning, told.reason) == ((), "who decides in a body that must agree is not known")


LINE = """\
title: Line
parties: {a: , b: , c: }
bodies: {council: {members: [a, b, c]}}
AGREEMENTissues: {x: {options: [no change, "10", "20", "30", "40"]}}
proposals: {mid: {terms: {x: "20"}}, far: {terms: {x: "40"}}}
values:
  a: {options: {x: {no change: 0, "10": 4, "20": 3, "30": 2, "40": 1}}, reservation: 0}
  b: {options: {x: {no change: 0, "10": 3, "20": 4, "30": 3, "40": 2}}, reservation: 0}
  c: {options: {x: {no change: 0, "10": 1, "20": 2, "30": 3, "40": 4}}, reservation: 0}
"""
COUNCIL_OF_THREE = "agreement: [{body: council, rule: majority}]\n"


def test_the_core_of_a_council_by_majority_is_the_median_and_of_all_together_the_line() -> None:
    found = core(of_case(case_from(LINE.replace("AGREEMENT", COUNCIL_OF_THREE))))
    assert (found.size, found.packages, found.draws) == (1, "4", 1)
    assert found.proposals == {"mid": Bracket(1.0, 1.0), "far": Bracket(0.0, 0.0)}
    assert found.passing == Bracket(1.0, 1.0)
    together = core(of_case(case_from(LINE.replace("AGREEMENT", ""))))
    assert together.size == 4
    forbidden = LINE.replace("AGREEMENT", COUNCIL_OF_THREE) + "combinations: [{if: {x: ['20']}}]\n"
    without = core(of_case(case_from(forbidden)))  # 10 and 30 beat 40; b alone minds which of the two
    assert without.size == 2
    assert without.proposals == {"far": Bracket(0.0, 0.0)}


def test_a_silent_member_leaves_a_bracket_that_holds_whatever_it_wants() -> None:
    silent = "\n".join(line for line in LINE.splitlines() if not line.startswith("  c:")) + "\n"
    for agreement in (COUNCIL_OF_THREE, ""):
        text = silent.replace("AGREEMENT", agreement)
        found = core(of_case(case_from(text)))
        assert found.expected is not None
        assert found.unknown == ("no values of C",)
        sizes = []
        for order in itertools.permutations(range(4)):
            worths = ", ".join(
                f'"{option}": {worth}' for option, worth in zip((10, 20, 30, 40), order, strict=True)
            )
            told = core(of_case(case_from(text + f"  c: {{options: {{x: {{{worths}}}}}, reservation: 0}}\n")))
            assert told.expected is not None
            assert told.expected.low == told.expected.high == told.size
            assert found.expected.low <= told.expected.low <= found.expected.high
            sizes.append(told.size)
        assert agreement or len(set(sizes)) > 1
        assert found.expected.low < found.expected.high


def test_unheard_seats_prefer_what_their_body_prefers() -> None:
    """Drawn seats differ in how they take no deal, not in which of two packages they like better."""
    text = (
        "title: t\nparties: {a: {ratification: [{body: house, rule: majority}]}, b: }\n"
        "bodies: {house: {party: a, size: 21, members: unknown}}\n"
        'issues: {x: {options: [no change, "1", "2", "3"]}}\n'
        "values:\n"
        '  a: {options: {x: {"1": 1, "2": 2, "3": 3}}, reservation: 0}\n'
        '  b: {options: {x: {"1": 1, "2": 2, "3": 3}}, reservation: 0}\n'
        '  house: {options: {x: {"1": 3, "2": 1, "3": 1}}, reservation: 0, spread: 2}\n'
    )
    found = core(of_case(case_from(text), draws=50))
    assert found.expected == Bracket(3.0, 3.0)  # the house lets neither 1 nor 2 go
    free = core(
        of_case(case_from(text.replace("{ratification: [{body: house, rule: majority}]}", "")), draws=50)
    )
    assert free.expected == Bracket(1.0, 1.0)
    assert found.passing is not None
    assert found.passing.low < 3.0  # though at times it takes no deal over 3


def test_what_cannot_be_compared_is_said() -> None:
    many = "title: t\nparties: {a: , b: }\nissues:\n" + "".join(
        f"  i{n}: {{options: [no change, {', '.join(str(k) for k in range(9))}]}}\n" for n in range(30)
    )
    found = core(of_case(case_from(many)))
    assert (found.packages, found.reason) == ("about 10^30", "nobody’s values are known")
    one = many + "values: {a: {options: {i0: {'1': 1}}, reservation: 0}}\n"
    assert core(of_case(case_from(one))).reason == "too many to compare"
    assert found.coalitions["as stated"].winning == (("A", "B"),)
    hard = core(of_case(case_from(LINE.replace("AGREEMENT", COUNCIL_OF_THREE))), cells=10)
    assert "told is of each proposal whether any package could replace it" in (hard.reason or "")
    assert hard.proposals == {"mid": Bracket(1.0, 1.0), "far": Bracket(0.0, 0.0)}
    contradictory = LINE.replace("AGREEMENT", "") + "combinations: [{if: {x: ['10','20','30','40']}}]\n"
    assert core(of_case(case_from(contradictory))).reason == "no package is possible"


def test_a_majority_may_cycle_and_then_the_core_is_empty() -> None:
    text = LINE.replace("AGREEMENT", COUNCIL_OF_THREE)
    for actor, worths in (("a", (3, 2, 1)), ("b", (1, 3, 2)), ("c", (2, 1, 3))):
        line = next(one for one in text.splitlines() if one.startswith(f"  {actor}:"))
        held = ", ".join(f'"{x}": {w}' for x, w in zip((10, 20, 30), worths, strict=True))
        text = text.replace(line, f'  {actor}: {{options: {{x: {{{held}, "40": 0}}}}, reservation: 0}}')
    found = core(of_case(case_from(text)))
    assert (found.size, found.empty) == (0, Bracket(1.0, 1.0))
