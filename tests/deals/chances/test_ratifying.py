"""Rules inside rules, approvals for some issues only, councils of parties."""

from __future__ import annotations

import itertools

import pytest

from tests.deals.chances.cases import case_from
from tracktwo.case import Case
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.closely import close

COUNCIL = """\
title: Council
parties: {a: RATIFICATION, b: , c: }
third_parties: {house: {members: {m1: {}, m2: {}, m3: {}, s1: {}, s2: {}}}}
bodies:
  lower: {members: [m1, m2, m3]}
  upper: {members: [s1, s2]}
  council: {members: [a, b, c], votes: {a: 3, b: 2, c: 1}}
issues: {x: {options: [no change, done]}, y: {options: [no change, done]}}
AGREEMENTvalues:
VALUES"""
SEATS = ("a", "b", "c", "m1", "m2", "m3", "s1", "s2")


def case_of(yes: dict[str, bool], rule: str = "{}", agreement: str = "") -> Case:
    """Return a case in which everybody likes x as told, and nobody minds y."""
    values = "".join(
        f"  {who}: {{options: {{x: {{done: {1 if likes else -1}}}, y: {{done: 1}}}}, reservation: 0}}\n"
        for who, likes in yes.items()
    )
    text = COUNCIL.replace("RATIFICATION", rule).replace("AGREEMENT", agreement).replace("VALUES", values)
    return case_from(text)


def passes(yes: dict[str, bool], rule: str = "{}", agreement: str = "", package: tuple = (1, 0)) -> bool:
    return bool(close(of_case(case_of(yes, rule, agreement)), package).passes().all())


NESTED = (
    "{ratification: [{body: lower, rule:"
    " {any: [unanimity, {all: [majority, {body: upper, rule: {quota: 1/2}}]}]}}]}"
)


def test_rules_nest_as_deep_as_a_constitution() -> None:
    everybody = dict.fromkeys(SEATS, True)
    for m1, m2, m3, s1, s2 in itertools.product((True, False), repeat=5):
        yes = everybody | {"m1": m1, "m2": m2, "m3": m3, "s1": s1, "s2": s2}
        lower = m1 + m2 + m3
        expected = lower == 3 or (lower >= 2 and s1 + s2 >= 1)
        assert passes(yes, NESTED) is expected


def test_an_approval_for_some_issues_is_asked_only_where_they_change() -> None:
    rule = "{ratification: [{body: upper, rule: unanimity, scope: [x]}]}"
    yes = dict.fromkeys(SEATS, True) | {"s1": False}
    assert not passes(yes, rule, package=(1, 0))
    assert not passes(yes, rule, package=(1, 1))
    assert passes(yes, rule, package=(0, 1))
    unclear = "{ratification: [{body: upper, rule: unanimity, scope: [the big question]}]}"
    problem = of_case(case_of(dict.fromkeys(SEATS, True), unclear))
    assert any("the big question" in line for line in problem.assumptions)


@pytest.mark.parametrize(("quota", "winning"), [("1/2", 3), ("2/3", 4), ("1", 6)])
def test_a_council_of_parties_counts_their_votes(quota: str, winning: int) -> None:
    agreement = f"agreement: [{{body: council, rule: {{quota: {quota}}}}}]\n"
    for a, b, c in itertools.product((True, False), repeat=3):
        yes = dict.fromkeys(SEATS, True) | {"a": a, "b": b, "c": c}
        assert passes(yes, agreement=agreement) is (3 * a + 2 * b + c >= winning)


def test_in_a_council_a_party_still_needs_its_own_bodies() -> None:
    agreement = "agreement: [{body: council, rule: {quota: 2/3}}]\n"
    rule = "{ratification: [{body: upper, rule: unanimity}]}"
    yes = dict.fromkeys(SEATS, True) | {"s2": False}
    assert not passes(yes, rule, agreement)  # a falls, 3 of 6 votes remain
    assert passes(dict.fromkeys(SEATS, True), rule, agreement)


def test_a_party_without_values_of_its_own_says_what_its_bodies_say() -> None:
    rule = "{ratification: [{body: upper, rule: majority}]}"
    yes = {who: True for who in SEATS if who != "a"}
    problem = of_case(case_of(yes, rule))
    assert not problem.blanks()
    assert close(problem, (1, 0)).passes().all()
    assert any("A says yes where those who must approve do" in line for line in problem.assumptions)
    assert not passes(yes | {"s1": False}, rule)
