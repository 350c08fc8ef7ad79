"""What a case with values says, and what it must not say."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from tests.deals.chances.cases import TALKS, case_from, problem_of
from tracktwo import deals
from tracktwo.case import Approval, Rule, RuleKind
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.closely import close
from tracktwo.deals.chances.constraints import Constraints
from tracktwo.deals.chances.exploring import explore
from tracktwo.deals.chances.outlook import outlook, pivotal, proposal_outlook
from tracktwo.deals.chances.packages import all_packages
from tracktwo.deals.chances.tabled import package_of_proposal
from tracktwo.errors import DealsError
from tracktwo.vocabulary import Body

KNOWN_BOARD = (
    TALKS.replace(
        "board: {party: port, size: unknown, members: unknown}", "board: {party: port, members: [port-chair]}"
    )
    .replace("  port: {rat", "  port: {members: {port-chair: {}}, rat")
    .replace(
        "  kay: {opt",
        '  port-chair: {options: {pay: {"4": -4, "8": -8}, hours: {fewer: -1}}, reservation: -5}\n'
        "  kay: {opt",
    )
)


def test_a_body_of_which_nothing_is_known_leaves_the_answer_open() -> None:
    found = outlook(of_case(case_from(TALKS)))
    offer = next(row for row in found.proposals if row.key == "offer")
    assert offer.estimable is False
    assert "neither size nor members of Board are known" in (offer.reason or "").lower().replace(
        "board", "Board"
    )
    assert offer.conditions == ("Board approves under its rule",)
    assert offer.p_pass_by_rule is not None
    assert list(offer.p_pass_by_rule) == ["leader alone"]
    assert offer.p_pass_by_rule["leader alone"].p == 1.0
    assert found.best is None
    assert found.p_some_pass is None
    assert "not estimable" in (found.reason or "")


def test_what_fails_whatever_the_unknown_do_is_known_to_fail() -> None:
    found = outlook(of_case(case_from(TALKS)))
    demand = next(row for row in found.proposals if row.key == "demand")
    assert demand.estimable
    assert demand.p_pass_by_rule is not None
    assert {rule.p for rule in demand.p_pass_by_rule.values()} == {0.0}
    assert demand.blockers is not None
    assert (demand.blockers[0].actor, demand.blockers[0].p) == ("Port", 1.0)


def test_every_reading_of_an_unknown_rule_is_shown_and_weighed() -> None:
    found = outlook(of_case(case_from(KNOWN_BOARD)))
    offer = next(row for row in found.proposals if row.key == "offer")
    assert offer.estimable
    assert offer.p_pass_by_rule is not None
    assert list(offer.p_pass_by_rule) == ["leader alone", "majority", "two thirds", "unanimity"]
    assert sum(rule.weight for rule in offer.p_pass_by_rule.values()) == pytest.approx(1)
    assert offer.p_accept is not None
    assert offer.p_accept["Union"].p == 1.0
    assert 0 < offer.p_accept["Union"].prior < 1


def test_where_a_vague_option_stands_is_averaged_over_and_told() -> None:
    problem = of_case(case_from(KNOWN_BOARD))
    names = {one.name: one for one in problem.utilities.varied}
    place = names["Pay: where “some” stands"]
    assert place.labels == ("between no change and 4", "between 4 and 8")
    row = proposal_outlook(problem, "vague")
    assert row.p_accept is not None
    union = row.p_accept["Union"]  # 3 of the first 4 fall short, all between 4 and 8 suffice
    assert union.p == pytest.approx((0.25 + 1) / 2, abs=0.01)
    assert union.low == pytest.approx(0.25, abs=0.03)
    assert union.high == pytest.approx(1.0)
    assert outlook(problem).landscape is not None


def test_members_pivotal_and_blocking() -> None:
    problem = of_case(case_from(KNOWN_BOARD))
    offer = close(problem, package_of_proposal(problem, "offer") or ())
    shares = pivotal(offer)
    assert (shares["Kay"], shares["Moss"], shares["Lee"]) == (1.0, 1.0, 0.0)  # 2 of 3, Lee against
    assert shares["Union"] == 1.0


def test_contradictory_combinations_are_named_and_nothing_else_is_lost() -> None:
    text = TALKS + (
        "combinations:\n"
        "  - {then: {pay: ['4']}}\n"
        "  - {if: {pay: ['4']}, then: {hours: [fewer]}}\n"
        "  - {if: {hours: [fewer]}}\n"
        "  - {if: {pay: ['8']}}\n"
    )
    found = outlook(of_case(case_from(text)))
    assert "No package is possible" in (found.reason or "")
    assert "pay: 4" in (found.reason or "").lower()
    assert "pay: 8" not in (found.reason or "").lower()
    assert found.p_zopa == 0.0
    assert [row.key for row in found.proposals] == ["offer", "demand", "vague"]


def test_forbidden_packages_never_pass() -> None:
    text = KNOWN_BOARD + "combinations: [{if: {pay: ['4'], hours: ['no change']}}]\n"
    problem = of_case(case_from(text))
    offer = proposal_outlook(problem, "offer")
    assert offer.reason is not None
    assert "breaks what every package must keep" in offer.reason
    found = explore(problem)
    assert found.packages is not None
    assert found.survey is not None
    number = found.packages.number(package_of_proposal(problem, "offer") or ())
    assert number is not None
    assert not found.survey.passes[:, number].any()
    assert found.packages.feasible() == len(found.packages) - 2  # the other is no deal at all


def test_one_party_no_party_and_a_body_without_members_are_said() -> None:
    alone = case_from(
        "title: t\nparties: {a: }\nissues: {x: {options: [no change, some]}}\n"
        "values: {a: {options: {x: {some: 1}}, reservation: 0}}\n"
    )
    found = outlook(of_case(alone))
    assert "one party only" in (found.reason or "")
    assert found.best is not None
    assert found.best[0].terms == {"x": "some"}
    with pytest.raises(DealsError, match="no party"):
        of_case(case_from("title: t\nissues: {x: {options: [a, b]}}\n"))
    with pytest.raises(DealsError, match="no deal"):
        of_case(case_from("title: t\nparties: {a: }\n"))
    empty = of_case(case_from(TALKS.replace("members: [kay, lee, moss]", "members: []")))
    offer = outlook(empty).proposals[0]
    assert not offer.estimable
    assert "“Branch” has no members" in (offer.reason or "")
    assert "Branch approves under its rule" in offer.conditions
    assert set(offer.p_accept or {}) >= {"Union", "Port"}  # what can be told is told
    mute = of_case(
        case_from(TALKS.replace("[kay, lee, moss]}", "[kay, lee, moss], votes: {kay: 0, lee: 0, moss: 0}}"))
    )
    assert "“Branch” cannot decide anything" in (outlook(mute).proposals[0].reason or "")


def test_an_actor_without_values_is_left_open_not_guessed() -> None:
    text = TALKS.replace("  port: {options", "  harbour-master: {options").replace(
        "{roles: [presses], members: {", "{roles: [presses], members: {harbour-master: {}, "
    )
    found = outlook(of_case(case_from(text)))
    offer = next(row for row in found.proposals if row.key == "offer")
    assert offer.p_pass_by_rule is None
    assert "no values of Port" in (offer.reason or "").replace("No", "no")
    assert "Port says yes" in offer.conditions
    assert found.p_zopa is None
    assert found.p_zopa_no_evidence is None


def test_where_nothing_passes_it_says_who_accepts_nothing() -> None:
    text = KNOWN_BOARD.replace(
        "hours: {fewer: -1}}, reservation: -6}", "hours: {fewer: -1}}, reservation: 1}"
    )
    found = outlook(of_case(case_from(text)))
    assert found.reason == "No package looked at passes in any draw; Port would accept none of them."
    assert found.p_zopa == 0.0
    assert found.best is not None
    assert found.best[0].p_pass == 0.0


def test_red_lines_that_leave_no_option_fail_every_package() -> None:
    text = KNOWN_BOARD + (
        "red_lines:\n"
        "  - {actor: union, text: never less, rules_out: {pay: [no change, some, '4']}, hard: true}\n"
        "  - {actor: port, text: never all, rules_out: {pay: ['8']}, hard: true}\n"
    )
    found = outlook(of_case(case_from(text)))
    assert found.p_zopa == found.p_some_pass == 0.0
    assert (found.reason or "").startswith("No package looked at passes in any draw")


def test_a_vote_is_pivotal_as_often_as_penrose_counts_where_every_yes_is_a_fair_coin() -> None:
    """EEC-6 [12; 4,4,4,2,2,1]: 10, 6 and 0 swings of 32."""
    seats, votes = "abcdef", (4, 4, 4, 2, 2, 1)
    rng = np.random.default_rng(0)
    worths = np.zeros((20_000, 6, 2))
    worths[:, :, 1] = rng.normal(size=(20_000, 6))
    body = Body("k", "K", "p", None, tuple(seats), votes=tuple(zip(seats, votes, strict=True)))
    rule = Rule(RuleKind.QUOTA, quota=Fraction(12, 17))
    needs = {"p": (Approval("k", rule),)}
    problem = problem_of(worths, np.zeros((20_000, 6)), [2], needs, {"k": body}, seats)
    found = list(pivotal(close(problem, (1,))).values())
    assert found == pytest.approx([n / 32 for n in (10, 10, 10, 6, 6, 0)], abs=0.015)


def test_too_many_packages_to_list_is_said() -> None:
    with pytest.raises(DealsError, match="too many to list") as caught:
        all_packages([np.arange(10)] * 30, Constraints(()))
    assert "about 10^30" in str(caught.value)


def test_what_the_values_do_not_cover_is_told() -> None:
    text = TALKS.replace('terms: {pay: "4"}}', 'open: true, terms: {pay: "4"}}') + (
        "leverage: [{by: city, on: port, on_basis: named, if: a strike, then: it will close the quay}]\n"
        "red_lines: [{actor: union, text: no night work},"
        " {actor: union, text: never eight, rules_out: {pay: ['8']}}]\n"
    )
    told = " | ".join(of_case(case_from(text)).assumptions)
    assert "“it will close the quay” (City on Port) is worth nothing to it here" in told
    assert "“no night work” of Union fails no package" in told
    assert "“never eight” of Union counts as an objection" in told
    assert "terms of Offer are reported as incomplete" in told


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("reservation: -6", "reservation: -6, patience: 2", "patience of “port”"),
        ("reservation: -6", "reservation: -6e300", "of “port” is too large"),
        ("reservation: -6", "reservation: -6, spread: -1", "spread of “port”"),
        ("reservation: -6", "reservation: -6, money: 0", "worth something to “port”"),
        ("values:", "phases: [{first: offer, then: demand, follows: [0, 2]}]\nvalues:", "“demand” follows"),
    ],
)
def test_numbers_that_mean_nothing_are_refused(old: str, new: str, words: str) -> None:
    with pytest.raises(DealsError, match=words):
        of_case(case_from(TALKS.replace(old, new, 1)))


def test_no_bargaining_solution_is_no_deal() -> None:
    """The union loses by any rise; yet no change at all, worth 0 to both, is no deal either may pick."""
    text = (
        "title: t\nparties: {a: , b: }\nissues: {x: {options: [no change, some, more]}}\n"
        "values:\n  a: {options: {x: {some: -1, more: -3}}, reservation: -2}\n"
        "  b: {options: {x: {some: -1, more: 1}}, reservation: -2}\n"
    )
    found = deals.bargaining(of_case(case_from(text)))
    assert found is not None
    for name in ("nash", "kalai_smorodinsky", "egalitarian", "max_welfare"):
        assert getattr(found, name).deal == {"X": "some"}
    unwilling = text.replace("{some: -1, more: -3}", "{some: -5, more: -5}")
    none = deals.bargaining(of_case(case_from(unwilling)))
    assert none is not None
    assert none.nash is none.egalitarian is None


def test_of_packages_nobody_tells_apart_one_is_told() -> None:
    text = TALKS.replace("  hours: {options", "  tea: {options: [no change, free, twice]}\n  hours: {options")
    for actor in ("union", "port", "kay", "lee", "moss"):
        text = text.replace(f"  {actor}: {{options: {{", f"  {actor}: {{weights: {{tea: 0}}, options: {{")
    found = outlook(of_case(case_from(text))).landscape
    assert found is not None
    terms = [dict(row.terms) for row in found.best]
    assert len(terms) == len({tuple(one.items()) for one in terms}) > 1
    assert not any("tea" in one for one in terms)
    needed = text.replace("values:", "combinations: [{then: {tea: [free, twice]}}]\nvalues:", 1)
    found = outlook(of_case(case_from(needed))).landscape
    assert found is not None
    assert all("tea" in row.terms for row in found.best)
