"""Joined tracks, deals in steps and leverage: what must hold of any numbers, and plain loops beside them.

Joining two tracks never loses where everybody needed must agree and no deal is worth at least as much as no
change: of two packages each better than no deal for everybody, the sum is better still, as neither is then
worth less than nothing. Without either premise it may lose, which two small cases show.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.deals.chances.cases import case_from
from tests.deals.chances.clerk import Clerk, gain
from tests.deals.chances.test_by_hand import OPTIONS, PEOPLE, some_case, some_rule, some_values
from tracktwo import deals
from tracktwo.case import ActorValues, Approval, Case, CaseParty, Phase, Span, ValueCondition
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.closely import close
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.moves.phasing import least_chance
from tracktwo.vocabulary import Body, Issue, PackageTerm, Proposal, Stage, Track

seeds = st.integers(0, 10**9)


def talks(seed: int, *, bodies: bool = True, floor: tuple[float, float] = (-3.0, 3.0)) -> Case:
    """Return a case in which everybody has values, with a track about i and j and one about k."""
    rng = random.Random(seed)
    issues = ["i", "j", "k"]
    parties = ["a", "b", "c"][: rng.randint(2, 3)]
    base = some_case(seed)
    held = {key: Body(key, key.upper(), "a", None, PEOPLE[:3], votes=(("m1", 2),)) for key in ("b1", "b2")}
    made: dict[str, CaseParty] = {}
    for party in parties:
        needs = tuple(Approval(rng.choice(["b1", "b2"]), some_rule(rng)) for _ in range(rng.randint(0, 1)))
        people = base.parties["a"].members if party == "a" else {}
        made[party] = CaseParty(party, party.upper(), members=people, ratification=needs if bodies else ())

    def worth(who: str) -> ActorValues:
        values = some_values(rng, issues)
        options = {i: {o: Span.point(float(rng.randint(-4, 5))) for o in OPTIONS[1:]} for i in issues}
        low = rng.uniform(*floor)
        values = replace(values, options=options, conditions=(), cap=None, patience=Span.point(1.0))
        return replace(values, reservation=Span(low, low + rng.choice([0.0, 2.0])))

    def tabled(key: str, terms: dict[str, str]) -> Proposal:
        held = {issue: PackageTerm(option, ()) for issue, option in terms.items()}
        return Proposal(key, key, "a", None, Stage.TABLED, None, None, held)

    return Case(
        "talks",
        parties=made,
        bodies=held if bodies else {},
        issues={i: Issue(i, i, "", None, OPTIONS, True) for i in issues},
        proposals={"p": tabled("p", {"i": "low", "j": "high"}), "q": tabled("q", {"k": "low"})},
        tracks={
            key: Track(key, key.upper(), None, None, "direct", proposals=(p,))
            for key, p in (("one", "p"), ("two", "q"))
        },
        values={who: worth(who) for who in (*parties, *(PEOPLE if bodies else ()))},
        combinations=base.combinations if bodies else (),
    )


def by_loops(problem: Problem) -> dict[str, tuple[float, float, float, float]]:
    """Return for each reading P(first), P(second), P(each), P(across both), every package tried by hand."""
    constraints = constraints_of(problem.case, problem.space)
    tracks = ({"i", "j"}, {"k"})
    found = {}
    for variant in problem.variants:
        rows = []
        for draw in range(problem.draws):
            some = [False, False, False]
            for package in itertools.product(*map(range, problem.space.sizes)):
                changed = {
                    issue for issue, option in problem.space.deal(package).items() if option != "no change"
                }
                if constraints.broken_by(package):
                    continue
                kinds = [bool(changed) and changed <= tracks[0], bool(changed) and changed <= tracks[1]]
                kinds.append(bool(changed & tracks[0]) and bool(changed & tracks[1]))
                if any(kinds) and Clerk(problem, draw, package, variant.name, False).passes():
                    some = [one or kind for one, kind in zip(some, kinds, strict=True)]
            rows.append((some[0], some[1], some[0] and some[1], some[2]))
        found[variant.name] = tuple(np.mean(rows, axis=0).tolist())
    return found


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_joining_tracks_is_what_plain_loops_say(seed: int) -> None:
    problem = of_case(talks(seed), draws=3, seed=seed % 100)
    rows = deals.linkages(problem)
    assert len(rows) == 1
    loops = by_loops(problem)
    shares = [np.array([v.weight * x for x in loops[v.name]]) for v in problem.variants]
    expected = np.sum(shares, axis=0)
    told = (rows[0].p_first, rows[0].p_second, rows[0].p_apart, rows[0].p_joined)
    assert told == pytest.approx(tuple(expected))
    assert rows[0].value == pytest.approx(expected[3] - expected[2])
    for name, (_, _, apart, joined) in loops.items():
        assert rows[0].value_by_rule[name] == pytest.approx(joined - apart)


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_joining_tracks_never_loses_where_all_must_agree_and_no_deal_is_worth_no_change(seed: int) -> None:
    row = deals.linkages(of_case(talks(seed, bodies=False, floor=(0.0, 4.0)), draws=30, seed=seed % 100))[0]
    assert row.value >= -1e-12
    assert row.p_joined >= row.p_apart - 1e-12


def test_joining_tracks_may_lose_where_no_deal_is_bad_or_a_majority_decides() -> None:
    bad = case_from(
        "title: t\nparties: {a: , b: }\n"
        "issues: {x: {options: [no change, done]}, y: {options: [no change, done]}}\n"
        "tracks: {one: {proposals: [p]}, two: {proposals: [q]}}\n"
        "proposals: {p: {terms: {x: done}}, q: {terms: {y: done}}}\n"
        "values:\n  a: {options: {x: {done: -2}, y: {done: -2}}, reservation: -3}\n"
        "  b: {options: {x: {done: 1}, y: {done: 1}}, reservation: 0}\n"
    )
    row = deals.linkages(of_case(bad))[0]
    assert (row.p_apart, row.p_joined, row.value) == (1.0, 0.0, -1.0)
    # Each measure has two of three behind it, and both together nobody but m1 (Ostrogorski 1902).
    house = case_from(
        "title: t\nparties: {a: {ratification: [{body: house, rule: majority}]}}\n"
        "bodies: {house: {party: a, members: [m1, m2, m3]}}\n"
        "third_parties: {city: {members: {m1: {}, m2: {}, m3: {}}}}\n"
        "issues: {x: {options: [no change, done]}, y: {options: [no change, done]}}\n"
        "tracks: {one: {proposals: [p]}, two: {proposals: [q]}}\n"
        "proposals: {p: {terms: {x: done}}, q: {terms: {y: done}}}\n"
        "values:\n  a: {options: {x: {done: 1}, y: {done: 1}}, reservation: 0}\n"
        "  m1: {options: {x: {done: 1}, y: {done: 1}}, reservation: 0}\n"
        "  m2: {options: {x: {done: 1}, y: {done: -2}}, reservation: 0}\n"
        "  m3: {options: {x: {done: -2}, y: {done: 1}}, reservation: 0}\n"
    )
    row = deals.linkages(of_case(house))[0]
    assert (row.p_apart, row.p_joined, row.value) == (1.0, 0.0, -1.0)


def phased(seed: int, follows: float | None, patience: float = 1.0) -> deals.Problem:
    case = talks(seed)
    case = replace(
        case,
        values={who: replace(held, patience=Span.point(patience)) for who, held in case.values.items()},
        combinations=(),
        phases=(Phase("p", "q", None if follows is None else Span.point(follows)),),
    )
    return of_case(case, draws=20, seed=seed % 100)


@settings(max_examples=40, deadline=None)
@given(seeds, st.floats(0, 1))
def test_a_certain_second_step_makes_steps_as_good_as_both_at_once(seed: int, chance: float) -> None:
    """With patience 1 and a certain second step; with none, or no patience, only the first counts."""
    row = deals.phases(phased(seed, 1.0))[0]
    assert row.p_phased_by_rule == row.p_comprehensive_by_rule
    assert row.p_phased == pytest.approx(row.p_comprehensive)
    for nothing in (phased(seed, 0.0), phased(seed, chance, 0.0)):
        alone = deals.phases(nothing)[0]
        assert alone.p_phased_by_rule == alone.p_first_alone_by_rule
        assert alone.p_first_alone == row.p_first_alone


@settings(max_examples=30, deadline=None)
@given(seeds, st.floats(0, 1), st.floats(0, 1))
def test_steps_pass_where_the_clerk_counts_the_next_one_in(seed: int, chance: float, patience: float) -> None:
    problem = phased(seed, chance, patience)
    row = deals.phases(problem)[0]
    first, both = (
        problem.package({"i": "low", "j": "high"}),
        problem.package({"i": "low", "j": "high", "k": "low"}),
    )
    assert first is not None
    assert both is not None
    for variant in problem.variants:
        passed = []
        for draw in range(problem.draws):
            gains = {
                w: (gain(problem, draw, w, first), gain(problem, draw, w, both))
                for w in problem.utilities.actors
            }
            yes = {
                w: (a or 0) + chance * patience * ((b or 0) - (a or 0)) > 1e-9 for w, (a, b) in gains.items()
            }
            passed.append(Clerk(problem, draw, first, variant.name, False, actors=yes).passes())
        assert row.p_phased_by_rule is not None
        assert row.p_phased_by_rule[variant.name] == pytest.approx(np.mean(passed))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(-50, 50), min_size=3, max_size=3, unique=True))
def test_performing_the_first_step_pays_from_the_published_chance_on(payoffs: list[int]) -> None:
    """(T - R) / (T - P), for any temptation > reward > punishment, by the formula and through a case."""
    p, r, t = sorted(payoffs)
    published = (t - r) / (t - p)
    assert least_chance(np.array([r - t]), np.array([r - p]), np.zeros(1))[0] == pytest.approx(published)
    text = (
        "title: t\nparties: {a: , b: }\n"
        "issues: {now: {options: [no change, done]}, later: {options: [no change, done]}}\n"
        "proposals: {one: {terms: {now: done}}, two: {terms: {later: done}}}\n"
        "phases: [{first: one, then: two, follows: CHANCE}]\n"
        "values:\n  a: VALUES\n  b: VALUES\n"
    )
    options = f"now: {{done: {r - t}}}, later: {{done: {t - p}}}"
    text = text.replace("VALUES", f"{{options: {{{options}}}, reservation: 0, patience: 1}}")
    for chance, passes in ((max(published - 1e-4, 0), 0.0), (min(published + 1e-4, 1), 1.0)):
        row = deals.phases(of_case(case_from(text.replace("CHANCE", f"{chance:.9f}"))))[0]
        assert row.p_phased == passes
        assert row.needs["A"] == pytest.approx(published)


def test_a_second_step_somebody_refuses_stops_no_first_step_that_nobody_expects_it_of() -> None:
    text = (
        "title: t\nparties: {a: , b: }\n"
        "issues: {now: {options: [no change, done]}, later: {options: [no change, done]}}\n"
        "proposals: {one: {terms: {now: done}}, two: {terms: {later: done}}}\n"
        "phases: [{first: one, then: two, follows: CHANCE}]\n"
        "red_lines: [{actor: b, text: never later, rules_out: {later: [done]}, hard: true}]\n"
        "values:\n  a: {options: {now: {done: 1}, later: {done: 1}}, reservation: 0, patience: 1}\n"
        "  b: {options: {now: {done: 1}, later: {done: 1}}, reservation: 0, patience: 1}\n"
    )
    for chance, passes in (("0", 1.0), ("0.5", 0.0)):
        row = deals.phases(of_case(case_from(text.replace("CHANCE", chance))))[0]
        assert (row.p_first_alone, row.p_comprehensive, row.p_phased) == (1.0, 0.0, passes)


@settings(max_examples=40, deadline=None)
@given(seeds, st.integers(-6, 6), st.booleans(), st.sampled_from(OPTIONS))
def test_leverage_shifts_its_target_where_it_holds_and_nothing_else(
    seed: int, worth: int, no_deal: bool, option: str
) -> None:
    case = talks(seed)
    lever = ValueCondition(
        if_={} if no_deal else {"i": (option,)}, no_deal=no_deal, worth=Span.point(float(worth)), by="x"
    )
    pulled = replace(case, values={**case.values, "a": replace(case.values["a"], conditions=(lever,))})
    before, after = (of_case(one, draws=8, seed=seed % 100) for one in (case, pulled))
    column = before.utilities.actors.index("a")
    for package in itertools.product(*map(range, before.space.sizes)):
        shift = -worth if no_deal else worth * (OPTIONS[package[0]] == option)
        expected = np.zeros((before.draws, len(before.utilities.actors)))
        expected[:, column] = shift
        moved = close(after, package).gains - close(before, package).gains
        assert moved == pytest.approx(expected)
        if shift >= 0:  # who gains by it accepts no less often, and what needs its yes passes no less often
            assert close(after, package).p_pass() >= close(before, package).p_pass() - 1e-12
