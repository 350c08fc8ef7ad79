"""Whatever the constitution, the fast count equals a clerk's: nested rules, votes, vetoes, blanks, levers."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from tests.deals.chances.clerk import Clerk, gain
from tracktwo import deals
from tracktwo.case import (
    ActorValues,
    Approval,
    Case,
    CaseParty,
    CaseRedLine,
    Combination,
    Rule,
    RuleKind,
    Span,
    ValueCondition,
)
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.closely import close
from tracktwo.deals.chances.exploring import explore
from tracktwo.deals.chances.problem import Problem
from tracktwo.vocabulary import Body, Counted, Issue, Member, PackageTerm, Proposal, Stage

OPTIONS = ("no change", "low", "high")
PEOPLE = ("m1", "m2", "m3", "m4")
QUOTAS = (Fraction(1, 2), Fraction(2, 3), Fraction(1, 3), Fraction(1), Fraction(7, 9))


def some_rule(rng: random.Random, depth: int = 0) -> Rule:
    if depth < 2 and rng.random() < 0.25:
        inner = tuple(some_rule(rng, depth + 1) for _ in range(rng.randint(1, 3)))
        return Rule(rng.choice([RuleKind.ALL, RuleKind.ANY]), of=inner)
    body = rng.choice([None, None, "b1", "b2"])
    kind = rng.choice(["unknown", "leader", "majority", "unanimity", "quota", "quota"])
    quota = rng.choice(QUOTAS) if kind == "quota" else None
    return Rule(RuleKind(kind), quota=quota, body=body)


def some_body(rng: random.Random, key: str) -> Body:
    members = rng.sample(PEOPLE, rng.randint(1, 4))
    nameless = rng.choice([0, 0, 1, 2])
    votes = tuple((m, rng.randint(0, 4)) for m in members if rng.random() < 0.5)
    abstaining = tuple(m for m in members if rng.random() < 0.15)[: len(members) - 1]
    if not nameless + sum(dict(votes).get(m, 1) for m in members if m not in abstaining):
        votes = ()
    size = len(members) + nameless if nameless or rng.random() < 0.5 else None
    return Body(
        key, key.upper(), "a", size, tuple(members),
        votes=votes,
        vetoes=tuple(m for m in members if rng.random() < 0.2),
        abstaining=abstaining,
        counted=rng.choice(list(Counted)),
    )  # fmt: skip


def some_values(rng: random.Random, issues: list[str]) -> ActorValues:
    def span() -> Span:
        low = float(rng.randint(-4, 4))
        return Span(low, low + rng.choice([0, 0, 0, 2]))

    conditions: tuple[ValueCondition, ...] = ()
    if rng.random() < 0.3:
        where = {i: tuple(rng.sample(OPTIONS, rng.randint(1, 2))) for i in issues if rng.random() < 0.7}
        conditions = (ValueCondition(if_=where or {issues[0]: ("high",)}, worth=span(), by="x"),)
    if rng.random() < 0.15:
        conditions += (ValueCondition(no_deal=True, worth=span(), by="x"),)
    return ActorValues(
        options={i: {o: span() for o in OPTIONS[1:] if rng.random() < 0.95} for i in issues},
        reservation=span(),
        conditions=conditions,
        cap=rng.choice([None, None, None, 3.0]),
    )


def some_case(seed: int) -> Case:
    rng = random.Random(seed)
    parties, issues = ["a", "b", "c"][: rng.randint(1, 3)], ["i", "j", "k"][: rng.randint(1, 3)]
    bodies = {key: some_body(rng, key) for key in ("b1", "b2")}
    agreement: tuple[Approval, ...] = ()
    if rng.random() < 0.25:
        bodies["co"] = Body("co", "CO", None, None, tuple(parties), votes=(("a", 2),))
        agreement = (Approval("co", rng.choice([Rule(RuleKind.MAJORITY), Rule(RuleKind.UNANIMITY)])),)
    people = {m: Member(m, m) for m in PEOPLE}

    def needs() -> tuple[Approval, ...]:
        scopes = [(), (), (issues[0],)]
        chosen = ((rng.choice(["b1", "b2"]), rng.choice(scopes)) for _ in range(rng.choice([0, 1, 1, 2])))
        return tuple(Approval(body, some_rule(rng), scope=scope) for body, scope in chosen)

    then = rng.choice([{}, {issues[-1]: ("low", "no change")}])
    ban = Combination(if_={issues[0]: ("high",)}, then=then)
    line = CaseRedLine(rng.choice(parties), "never", rules_out={issues[0]: ("high",)}, hard=True)
    terms = {i: PackageTerm(rng.choice(OPTIONS[1:]), ()) for i in issues if rng.random() < 0.7}
    tabled = Proposal("p", "P", "a", None, Stage.TABLED, None, None, terms)
    return Case(
        "any",
        parties={
            p: CaseParty(p, p.upper(), members=people if p == "a" else {}, ratification=needs())
            for p in parties
        },
        bodies=bodies,
        agreement=agreement,
        issues={i: Issue(i, i, "", None, OPTIONS, True) for i in issues},
        proposals={"p": tabled} if terms else {},
        values={who: some_values(rng, issues) for who in (*parties, *PEOPLE) if rng.random() < 0.8},
        combinations=(ban,) if rng.random() < 0.3 else (),
        red_lines=(line,) if rng.random() < 0.3 else (),
    )


def clerks(problem: Problem, package: tuple[int, ...], reading: str, blank: bool) -> list[Clerk]:
    return [Clerk(problem, draw, package, reading, blank) for draw in range(problem.draws)]


@pytest.mark.parametrize("seed", range(70))
def test_the_fast_count_is_the_clerks(seed: int) -> None:
    problem = of_case(some_case(seed), draws=5 + 30 * (seed % 7 == 0), seed=seed)
    readings = [variant.name for variant in problem.variants]
    rng = random.Random(seed)
    everything = list(itertools.product(*(range(size) for size in problem.space.sizes)))
    for package in rng.sample(everything, min(3, len(everything))):
        for blank in (False, True):
            found = close(problem, package).passes(blank=blank)
            for n, reading in enumerate(readings):
                by_hand = [c.passes() for c in clerks(problem, package, reading, blank)]
                assert found[n].tolist() == by_hand
    seen = explore(problem)
    if seen.survey is None or seen.packages is None:
        return
    rows = seen.packages.at(np.arange(len(seen.packages)))
    allowed = np.ones(len(rows), bool) if seen.packages.allowed is None else seen.packages.allowed.ravel()
    for number in rng.sample(np.flatnonzero(allowed).tolist(), min(4, int(allowed.sum()))):
        package = tuple(rows[number].tolist())
        for n, reading in enumerate(readings):
            low, high = (clerks(problem, package, reading, blank) for blank in (False, True))
            assert seen.survey.passes[n, number] == sum(c.passes() for c in low)
            assert seen.survey.may_pass[n, number] == sum(c.passes() for c in high)
            for p, party in enumerate(problem.parties):
                assert seen.survey.ratifies[n, p, number] == sum(c.party(party) for c in low)
        for p, party in enumerate(problem.parties):
            assert seen.survey.sole[p, number] == sum(
                not clerk.passes() and replace(clerk, parties={party: True}).passes()
                for reading in readings
                for clerk in clerks(problem, package, reading, True)
            )


@pytest.mark.parametrize("seed", range(70))
def test_chances_and_blockers_are_the_clerks(seed: int) -> None:
    problem = of_case(some_case(seed), draws=6, seed=seed)
    case, readings = problem.case, [variant.name for variant in problem.variants]
    for row in deals.outlook(problem).proposals:
        terms = {issue: term.option for issue, term in case.proposals[row.key].terms.items()}
        package = problem.package(terms)
        assert package is not None
        for actor, chance in (row.p_accept or {}).items():
            key = actor if actor in case.values else actor.lower()
            yes = [(gain(problem, draw, key, package) or 0) > 1e-9 for draw in range(problem.draws)]
            assert chance.p == pytest.approx(np.mean(yes))
        if row.reason is not None and "It breaks" in row.reason:
            continue
        low = {r: [c.passes() for c in clerks(problem, package, r, False)] for r in readings}
        high = {r: [c.passes() for c in clerks(problem, package, r, True)] for r in readings}
        assert row.estimable == (low == high)
        known = {r: np.mean(low[r]) for r in readings if low[r] == high[r]}
        assert {r: c.p for r, c in (row.p_pass_by_rule or {}).items()} == pytest.approx(known)
        if row.blockers is None:
            continue
        told = {blocker.actor: blocker.p for blocker in row.blockers}
        for who in (*case.parties, *(key for key in case.values if key not in case.parties)):
            fixed = {"parties": {who: True}} if who in case.parties else {"actors": {who: True}}
            decides = [
                not clerk.passes() and Clerk(problem, clerk.draw, package, reading, True, **fixed).passes()
                for reading in readings
                for clerk in clerks(problem, package, reading, True)
            ]
            name = case.parties[who].name if who in case.parties else who
            assert told.get(name, 0.0) == pytest.approx(np.mean(decides))
