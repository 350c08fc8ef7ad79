"""Counting draws x packages x voters gives what plain loops give, whatever the rules."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.deals.chances.cases import accepted, every_package, problem_of
from tracktwo.case import Approval, Rule, RuleKind
from tracktwo.deals.chances import packages as rooms
from tracktwo.deals.chances.closely import close
from tracktwo.deals.chances.packages import listed_packages
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.surveying import survey
from tracktwo.vocabulary import Body, Counted

SEATS = ("a", "b", "c", "d")


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Problem, Body, Rule, bool]:
    """Return one party whose yes is a body's, with votes, vetoes and abstentions; does it decide at all."""
    votes = draw(st.lists(st.integers(0, 3), min_size=4, max_size=4))
    abstaining = draw(st.sets(st.sampled_from(SEATS), max_size=2))
    vetoes = draw(st.sets(st.sampled_from(SEATS), max_size=2))
    counted = draw(st.sampled_from(Counted))
    quota = draw(st.sampled_from([None, Fraction(1, 3), Fraction(2, 3), Fraction(3, 4), Fraction(1)]))
    kind = RuleKind.MAJORITY if quota is None else RuleKind.QUOTA
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    seed = draw(st.integers(0, 1000))
    body = Body(
        "k", "K", "p", None, SEATS,
        votes=tuple(zip(SEATS, votes, strict=True)),
        vetoes=tuple(sorted(vetoes)),
        abstaining=tuple(sorted(abstaining)),
        counted=counted,
    )  # fmt: skip
    rule = Rule(kind, quota=quota)
    voting = sum(v for s, v in zip(SEATS, votes, strict=True) if s not in abstaining)
    if not voting + (sum(votes) - voting if counted is Counted.SEATS else 0):
        return draw(bodies())
    rng = np.random.default_rng(seed)
    draws = draw(st.sampled_from([1, 5]))
    worths = rng.integers(-2, 3, (draws, 4, sum(sizes))).astype(float)
    floors = rng.integers(-1, 2, (draws, 4)).astype(float)
    made = problem_of(worths, floors, sizes, {"p": (Approval("k", rule),)}, {"k": body}, SEATS, seed)
    return made, body, rule, True


def by_hand(body: Body, rule: Rule, yes: np.ndarray) -> bool:
    """Count one vote as a clerk would; ``yes`` holds one answer a seat."""
    votes = dict(body.votes)
    cast = [seat for seat in SEATS if seat not in body.abstaining]
    whole = sum(votes[s] for s in (cast if body.counted is Counted.CAST else SEATS))
    given_ = sum(votes[s] for s, said in zip(SEATS, yes, strict=True) if said and s in cast)
    refused = any(not said for s, said in zip(SEATS, yes, strict=True) if s in body.vetoes and s in cast)
    enough = 2 * given_ > whole if rule.quota is None else given_ >= rule.quota * whole
    return bool(enough and not refused)


@settings(max_examples=150, deadline=None)
@given(bodies())
def test_a_body_decides_as_counted_by_hand(made: tuple) -> None:
    problem, body, rule, _ = made
    found = survey(problem, every_package(problem), threads=1)
    rows = found.packages.at(np.arange(len(found.packages)))
    yes = accepted(problem, rows)
    for n, package in enumerate(rows):
        by_draw = [by_hand(body, rule, yes[draw, :, n]) for draw in range(problem.draws)]
        assert found.passes[0, n] == sum(by_draw)
        assert close(problem, package).passes()[0].tolist() == by_draw


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([1, 40]))
def test_passing_blocking_and_zopa_are_those_of_plain_loops(seed: int, draws: int) -> None:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 4, rng.integers(1, 5)).tolist()
    worths = rng.integers(-3, 4, (draws, 3, sum(sizes))).astype(float)
    floors = rng.integers(-3, 3, (draws, 3)).astype(float)
    problem = problem_of(worths, floors, sizes, {"a": (), "b": (), "c": ()}, {}, "abc")
    found = survey(problem, every_package(problem), threads=2)
    rows = found.packages.at(np.arange(len(found.packages)))
    yes = accepted(problem, rows)
    assert (found.accepts == yes.sum(axis=0)).all()
    assert (found.passes[0] == yes.all(axis=1).sum(axis=0)).all()
    assert (found.zopa == yes.all(axis=1).any(axis=1)).all()
    assert (found.any_passes[0] == found.zopa).all()
    for party in range(3):
        others = np.delete(yes, party, axis=1).all(axis=1)
        assert (found.sole[party] == (others & ~yes[:, party]).sum(axis=0)).all()
    # Each package of the zone of possible agreement is accepted by every party.
    for draw, n in np.argwhere(yes.all(axis=1)):
        assert all(one[draw] for one in close(problem, rows[n]).yes)


def test_halves_and_lists_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(4)
    sizes = [3, 4, 2, 3]
    worths = rng.normal(size=(50, 2, sum(sizes)))
    problem = problem_of(worths, rng.normal(size=(50, 2)), sizes, {"a": (), "b": ()}, {}, "ab")
    whole = survey(problem, every_package(problem))
    monkeypatch.setattr(rooms, "WHOLE", 1)
    monkeypatch.setattr(rooms, "WIDTH", 5)
    split = every_package(problem)
    assert min(split.shape) > 1
    halves = survey(problem, split)
    listed = survey(problem, listed_packages(split.at(np.arange(len(split)))))
    assert (halves.passes == listed.passes).all()
    rows = split.at(np.arange(len(split)))
    same = [whole.packages.number(row) for row in rows.tolist()]
    assert (whole.passes[:, same] == halves.passes).all()
    assert [split.number(row) for row in rows.tolist()] == list(range(len(split)))


def test_ratification_in_one_dimension() -> None:
    """Ideals 10, 40, 60, 90, status quo 20, packages 0, 10, .., 100, strict preference."""
    ideals, offers = np.array([10, 40, 60, 90]), np.arange(0, 101, 10)
    worths = -np.abs(offers[None, :] - ideals[:, None]).astype(float)[None]
    floors = -np.abs(20 - ideals).astype(float)[None]
    passed = {}
    for quota in (Fraction(1, 2), Fraction(3, 4), Fraction(1)):
        body = Body("k", "K", "p", None, SEATS)
        rule = Rule(RuleKind.QUOTA, quota=quota)
        problem = problem_of(worths, floors, [len(offers)], {"p": (Approval("k", rule),)}, {"k": body}, SEATS)
        found = survey(problem, every_package(problem))
        passed[quota] = offers[found.passes[0] == 1].tolist()
    assert passed == {
        Fraction(1, 2): [30, 40, 50, 60, 70, 80, 90],
        Fraction(3, 4): [30, 40, 50],
        Fraction(1): [],
    }


@settings(max_examples=60, deadline=None)
@given(bodies(), st.sampled_from(SEATS))
def test_another_veto_player_never_enlarges_a_win_set(made: tuple, more: str) -> None:
    problem, body, rule, _ = made
    stricter = replace(body, vetoes=tuple(dict.fromkeys((*body.vetoes, more))))
    held = problem.utilities
    again = problem_of(
        held.part_worths,
        held.reservations,
        problem.space.sizes,
        {"p": (Approval("k", rule),)},
        {"k": stricter},
        SEATS,
    )
    before = survey(problem, every_package(problem)).passes
    assert (survey(again, every_package(again)).passes <= before).all()


def test_many_packages_over_many_issues_are_counted_as_a_few_are() -> None:
    rng = np.random.default_rng(5)
    sizes = [3] * 9
    worths = rng.integers(-4, 5, (40, 2, sum(sizes))).astype(float)
    problem = problem_of(worths, rng.integers(-2, 3, (40, 2)) + 0.5, sizes, {"a": (), "b": ()}, {}, "ab")
    refused = np.zeros((2, sum(sizes)), dtype=np.bool_)
    refused[0, 4] = True
    problem = replace(problem, utilities=replace(problem.utilities, refusals=refused))
    rows = rng.integers(0, 3, (rooms.LONG + 7, 9))
    found = survey(problem, listed_packages(rows))
    few = [survey(problem, listed_packages(rows[n : n + 500])) for n in range(0, len(rows), 500)]
    assert (found.passes == np.concatenate([one.passes for one in few], axis=1)).all()
    assert (found.accepts[0][rows[:, 1] == 1] == 0).all()
    assert found.accepts[0].any()
