"""Whatever a case says or leaves out, the answer is whole, consistent, and no nicer than what is known."""

from __future__ import annotations

import contextlib
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracktwo import deals
from tracktwo.case import (
    ActorValues,
    Approval,
    Case,
    CaseParty,
    Combination,
    Rule,
    RuleKind,
    Span,
    ValueCondition,
)
from tracktwo.errors import DealsError
from tracktwo.vocabulary import Body, Counted, Issue, Member, OrderBasis, PackageTerm, Proposal, Stage

OPTIONS = ("no change", "some", "40", "all")
PEOPLE = ("m", "n", "o")
RULES = (
    Rule(),
    Rule(RuleKind.LEADER),
    Rule(RuleKind.MAJORITY),
    Rule(RuleKind.UNANIMITY),
    Rule(RuleKind.QUOTA, quota=Fraction(2, 3)),
    Rule(RuleKind.ANY, of=(Rule(RuleKind.LEADER), Rule(RuleKind.UNANIMITY))),
    Rule(RuleKind.ALL, of=(Rule(RuleKind.MAJORITY), Rule(body="other"))),
)
number = st.integers(-4, 4).map(float)
span = st.tuples(number, st.sampled_from([0.0, 0.0, 2.0])).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@st.composite
def values(draw: st.DrawFn, issues: tuple[str, ...]) -> ActorValues:
    options = {
        issue: draw(st.dictionaries(st.sampled_from(OPTIONS[1:]), span, max_size=3)) for issue in issues
    }
    lever = ValueCondition(if_={issues[0]: ("all",)}, no_deal=draw(st.booleans()), worth=draw(span), by="x")
    return ActorValues(
        options=options,
        reservation=draw(st.none() | span),
        spread=draw(st.sampled_from([None, 0.5])),
        conditions=(lever,) if draw(st.booleans()) else (),
        cap=draw(st.sampled_from([None, None, 3.0])),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    issues = ("i", "j")[: draw(st.integers(1, 2))]
    parties = ("a", "b", "c")[: draw(st.integers(1, 3))]
    members = {key: Member(key, key.upper()) for key in PEOPLE}
    needs = {
        p: (Approval("k", draw(st.sampled_from(RULES))),) if draw(st.booleans()) else () for p in parties
    }
    body = Body(
        "k", "K", "a", draw(st.sampled_from([None, 3, 5, 900])), draw(st.sampled_from([None, PEOPLE])),
        vetoes=draw(st.sampled_from([(), ("m",)])),
        abstaining=draw(st.sampled_from([(), ("o",)])),
        counted=draw(st.sampled_from(Counted)),
    )  # fmt: skip
    valued = [actor for actor in (*parties, *PEOPLE, "k") if draw(st.integers(0, 3))]
    terms = draw(st.dictionaries(st.sampled_from(issues), st.sampled_from(OPTIONS[1:]), min_size=1))
    ban = Combination(
        if_={issues[0]: ("all",)}, then=draw(st.sampled_from([{}, {issues[-1]: ("some", "40")}]))
    )
    return Case(
        "any",
        parties={
            p: CaseParty(p, p.upper(), members=members if p == "a" else {}, ratification=needs[p])
            for p in parties
        },
        bodies={"k": body, "other": Body("other", "Other", "a")},
        issues={i: Issue(i, i, "", None, OPTIONS, True, {"some": OrderBasis.ASSUMED}) for i in issues},
        proposals={
            "p": Proposal(
                "p",
                "P",
                "a",
                None,
                Stage.TABLED,
                None,
                None,
                {i: PackageTerm(o, ()) for i, o in terms.items()},
            )
        },
        combinations=(ban,) if draw(st.booleans()) else (),
        values={actor: draw(values(issues)) for actor in valued},
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.integers(0, 3))
def test_every_answer_is_whole_and_consistent(case: Case, seed: int) -> None:
    problem = deals.question(case, draws=60, seed=seed)
    found = deals.outlook(problem)
    row = found.proposals[0]
    for chance in (row.p_accept or {}).values():
        assert 0 <= chance.low <= chance.p <= chance.high <= 1
        assert 0 <= chance.prior <= 1
    assert (row.p_pass is not None) == row.estimable
    if row.p_pass is not None:
        shares = [rule.p for rule in (row.p_pass_by_rule or {}).values()]
        assert 0 <= row.p_pass.low <= min(shares) <= row.p_pass.p + 1e-9
        assert row.p_pass.p - 1e-9 <= max(shares) <= row.p_pass.high <= 1
    if found.p_zopa is not None and found.p_zopa_low is not None and found.p_zopa_high is not None:
        assert 0 <= found.p_zopa_low <= found.p_zopa <= found.p_zopa_high <= 1
    assert row.estimable or row.conditions
    assert row.estimable or row.reason
    if row.estimable and row.p_pass_by_rule:
        assert abs(sum(rule.weight for rule in row.p_pass_by_rule.values()) - 1) < 1e-9
    told = deals.blocking(problem, "p")
    for blocker in told.blockers:
        assert 0 < blocker.p <= 1
    if row.estimable and row.p_pass_by_rule and told.p_ratified and not row.reason:
        for rule, chance in row.p_pass_by_rule.items():
            shares = [by_rule[rule] for by_rule in told.p_ratified.values()]
            assert all(share is None or chance.p <= share + 1e-9 for share in shares)
    own = all(party in problem.utilities.actors for party in problem.parties)
    if found.p_some_pass is not None and found.p_zopa is not None and own:
        assert found.p_some_pass <= found.p_zopa + 1e-9
    if found.best and found.p_some_pass is not None:
        assert found.best[0].p_pass <= found.p_some_pass + 1e-6
        assert all(one.low <= one.p_pass + 1e-6 for one in found.best)
    if problem.blanks():
        assert found.best is None
        assert found.p_some_pass is None
    with contextlib.suppress(DealsError):  # where nothing can be weighed, which other tests are about
        for offer in deals.offers(problem):
            assert 0 <= offer.p_pass <= 1
            assert offer.changes
