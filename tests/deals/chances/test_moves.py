"""Blockers, objections, offers, linked tracks, steps and payments."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.deals.chances.cases import case_from
from tracktwo import deals
from tracktwo.deals.chances.closely import close
from tracktwo.deals.moves.objecting import objections
from tracktwo.deals.moves.phasing import least_chance
from tracktwo.errors import DealsError, NotFoundError
from tracktwo.vocabulary import Act, Modality, Stance, Voice

LAND = """\
title: Land
parties: {a: , b: }
affected: {tenants: {reason: they live on it}}
issues:
  rent: {options: [no change, low, high]}
  term: {options: [no change, short, long]}
  water: {options: [no change, shared]}
tracks: {one: {proposals: [lease]}, two: {proposals: [well]}}
proposals:
  lease: {by: a, terms: {rent: high, term: {option: short, texts: [for the tenants]}}}
  well: {by: b, terms: {water: shared}}
values:
  a: {options: {rent: {low: 2, high: 4}, term: {short: 0, long: -1}, water: {shared: -3}}, reservation: 0}
  b: {options: {rent: {low: -1, high: -4}, term: {short: 1, long: 3}, water: {shared: 6}}, reservation: 0}
red_lines: [{actor: b, text: no high rent, rules_out: {rent: [high]}}]
"""


def test_the_smallest_change_that_meets_an_objection() -> None:
    found = deals.blocking(deals.question(case_from(LAND)), "lease")
    assert [(row.actor, row.p) for row in found.blockers] == [("B", 1.0)]
    row = found.blockers[0]
    assert [o.text for o in row.objections] == ["no high rent"]
    assert row.meets_objection is not None
    # Dropping rent altogether is two places away, lowering it one.
    assert row.meets_objection.changes == {"rent": ("high", "low")}
    assert row.to_even_chance is not None
    assert len(row.to_even_chance.changes) == 1
    assert row.to_even_chance.p_accept["B"] == (0.0, 1.0)
    assert [(one.name, one.named) for one in found.affected] == [("Tenants", True)]


def test_objections_come_from_own_stances_and_map_where_their_words_do() -> None:
    case = case_from(LAND)

    def stance(act: Act, **more: object) -> Stance:
        plain = {"proposal": None, "issue": None, "option": None, "over": None, "condition": None}
        held = {"actor": "B", "party": "b", "modality": Modality.ASSERTED, "voice": Voice.OWN, "date": None}
        return Stance(act=act, source=None, claims=("c",), **{**held, **plain, **more})  # type: ignore[arg-type]

    told = (
        stance(Act.ACCEPT, proposal="lease", modality=Modality.CONDITIONAL, condition="only if term is long"),
        stance(Act.OPPOSE, proposal="lease", voice=Voice.OTHER_SIDE),
        stance(Act.DEMAND, issue="rent", option="low"),
        stance(Act.SUPPORT, proposal="lease"),
        stance(Act.OPPOSE, proposal="lease", condition="out of principle"),
    )
    found = [(o.text, dict(o.meets)) for o in objections(case, "lease", told)]
    assert found == [
        ("no high rent", {"rent": ("no change", "low")}),
        ("only if term is long", {"term": ("long",)}),
        ("demand: Rent, low", {"rent": ("low",)}),
        ("out of principle", {}),
    ]


def test_an_unknown_proposal_is_named_with_those_there_are() -> None:
    problem = deals.question(case_from(LAND))
    with pytest.raises(NotFoundError, match="leas") as caught:
        deals.blocking(problem, "leas")
    assert "lease, well" in str(caught.value)
    assert deals.blocking(problem, "LEASE").outlook.key == "lease"


def test_offers_are_likelier_than_their_base_and_say_who_stands_against() -> None:
    problem = deals.question(case_from(LAND))
    rows = deals.offers(problem, "lease")
    assert rows
    for row in rows:
        package = problem.package(row.terms)
        assert package is not None
        assert close(problem, package).p_pass() == row.p_pass
        assert row.p_pass >= row.p_pass_before == 0.0
        assert set(row.changes) <= {"rent", "term", "water"}
    mediator = [row for row in rows if row.for_ == "a mediator"]
    assert mediator[0].p_pass == 1.0
    assert len(mediator[0].changes) == 1
    with pytest.raises(NotFoundError):
        deals.offers(problem, "nothing")
    empty = replace(problem.case, values={"a": problem.case.values["a"]})
    with pytest.raises(DealsError, match="no values of B"):
        deals.offers(deals.question(empty))


def test_joining_tracks_adds_what_neither_has_alone() -> None:
    """Rent alone only serves a, water alone only b; together both gain."""
    text = LAND.replace("term: {short: 0, long: -1}", "term: {short: -1, long: -1}").replace(
        "term: {short: 1, long: 3}", "term: {short: -1, long: -1}"
    )
    rows = deals.linkages(deals.question(case_from(text)))
    assert [row.tracks for row in rows] == [("One", "Two")]
    assert (rows[0].p_apart, rows[0].p_joined, rows[0].value) == (0.0, 1.0, 1.0)
    together = deals.linkages(deals.question(case_from(text.replace("[well]", "[well, lease]"))))
    assert together == rows  # the shared issues count for the narrower track
    same = deals.linkages(deals.question(case_from(text.replace("[well]", "[lease]"))))
    assert same == ()


def test_the_first_step_pays_from_the_published_chance_on() -> None:
    """Performing pays if delta >= (T-R)/(T-P): temptation 5, reward 3, punishment 1."""
    t, r, p = 5.0, 3.0, 1.0
    found = least_chance(np.array([r - t]), np.array([r - p]), np.zeros(1))
    assert found[0] == pytest.approx((t - r) / (t - p)) == pytest.approx(0.5)
    assert least_chance(np.array([1.0]), np.array([0.0]), np.zeros(1))[0] == 0
    assert least_chance(np.array([-1.0]), np.array([-0.5]), np.zeros(1))[0] == np.inf


@pytest.mark.parametrize(("chance", "passes"), [(0.4, 0.0), (0.6, 1.0)])
def test_a_deal_in_steps_passes_in_view_of_the_next(chance: float, passes: float) -> None:
    text = LAND + f"phases: [{{first: lease, then: well, follows: {chance}}}]\n"
    text = text.replace("reservation: 0}", "reservation: 0, patience: 1}")
    text = text.replace("water: {shared: -3}", "water: {shared: 0}")
    rows = deals.phases(deals.question(case_from(text)))
    assert len(rows) == 1
    assert rows[0].p_first_alone == 0.0  # b has -3 in the first step, 3 in both
    assert rows[0].p_comprehensive == 1.0
    assert rows[0].p_phased == passes
    assert rows[0].needs == {"A": 0.0, "B": 0.5}
    silent = deals.phases(deals.question(case_from(text.replace(f", follows: {chance}", ""))))
    assert silent[0].p_phased is None
    assert silent[0].needs == {"A": 0.0, "B": 0.5}


def test_payments_only_where_money_is_declared() -> None:
    assert deals.blocking(deals.question(case_from(LAND)), "lease").payments is None
    text = LAND.replace("reservation: 0}", "reservation: 0, money: 2}")
    text += "money: {issue: rent, unit: pounds}\n"
    paid = deals.blocking(deals.question(case_from(text)), "lease").payments
    assert paid is not None
    assert paid.needed == {"A": 0.0, "B": 1.5}
    assert (paid.unit, paid.p_feasible) == ("pounds", 1.0)


def test_money_that_would_go_to_a_person_is_never_moved() -> None:
    text = (
        LAND.replace("reservation: 0}", "reservation: 0, money: 2}") + "money: {issue: rent, unit: pounds}\n"
    )
    text = text.replace("b: }", "b: {members: {bob: {name: Bob Stone}}}}")
    free = deals.blocking(deals.question(case_from(text)), "lease")
    assert (free.paid, free.payments is None) == ((), False)
    assert any("rent" in row.changes for row in deals.offers(deals.question(case_from(text)), "lease"))
    for getter, name in (("bob", "Bob Stone"), ("Bob Stone", "Bob Stone"), ("tenants", "Tenants")):
        paid = text.replace("rent: high, term", f"rent: {{option: high, getter: {getter}}}, term")
        problem = deals.question(case_from(paid))
        found = deals.blocking(problem, "lease")
        assert (found.paid, found.payments) == ((name,), None)
        for change in (found.blockers[0].meets_objection, found.blockers[0].to_even_chance):
            assert change is None or "rent" not in change.changes
        assert not any("rent" in row.changes for row in deals.offers(problem, "lease"))


def test_offers_where_no_package_is_possible_say_why() -> None:
    text = LAND + "combinations: [{then: {rent: [high]}}, {if: {rent: [high]}}]\n"
    with pytest.raises(DealsError, match="no package is possible") as caught:
        deals.offers(deals.question(case_from(text)), "lease")
    assert "Rent: high; not Rent: high" in str(caught.value)


def test_leverage_shifts_its_target_wherever_it_holds_and_is_shown() -> None:
    lever = (
        "reservation: 0, conditions: [{no_deal: true, worth: -5, by: city},"
        " {if: {water: [no change]}, worth: -1, by: city}]}"
    )
    head, _, tail = LAND.rpartition("reservation: 0}")
    case = case_from(head + lever + tail)
    before, after = deals.question(case_from(LAND)), deals.question(case)
    lease = before.package({"rent": "high", "term": "short"})
    assert lease is not None
    assert close(before, lease).gains[0].tolist() == [4.0, -3.0]
    assert close(after, lease).gains[0].tolist() == [4.0, 1.0]  # -3 + 5 - 1
    found = deals.outlook(after).landscape
    assert found is not None
    assert [row.name for row in found.tornado] == ["leverage of city on B"] * 2


def test_a_space_of_ten_to_the_thirty_is_answered_in_part() -> None:
    options = ", ".join(f'"{n}"' for n in range(1, 10))
    issues = "\n".join(f"  i{n}: {{options: [no change, {options}]}}" for n in range(30))
    up = ", ".join(f'i{n}: {{"1": 1, "5": 5, "9": 9}}' for n in range(30))
    down = ", ".join(f'i{n}: {{"1": -1, "5": {-6 if n % 2 else -4}, "9": -9}}' for n in range(30))
    text = (
        f"title: Big\nparties: {{a: , b: }}\nissues:\n{issues}\n"
        f"values:\n  a: {{options: {{{up}}}, reservation: 20}}\n"
        f"  b: {{options: {{{down}}}, reservation: -30}}\n"
        "proposals: {p: {by: a, terms: {i0: '5', i1: '5'}}}\n"
    )
    problem = deals.question(case_from(text), draws=200)
    found = deals.outlook(problem)
    assert found.landscape is not None
    assert found.landscape.packages == "about 10^30"
    assert 0 < found.landscape.looked_at <= 20_000
    assert found.p_zopa_high is not None
    assert found.p_zopa_low is not None
    assert found.p_zopa_low <= found.p_zopa_high
    assert found.best is not None
    assert found.best[0].p_pass > 0.9


def test_what_was_once_demanded_yields_to_what_is_objected_to_now() -> None:
    demand = Stance(
        "M",
        "b",
        Act.DEMAND,
        Modality.ASSERTED,
        Voice.OWN,
        None,
        "term",
        "long",
        None,
        None,
        None,
        None,
        ("c",),
    )
    refusal = replace(
        demand, act=Act.ACCEPT, modality=Modality.NEGATED, issue=None, option=None, proposal="lease"
    )
    case = case_from(
        LAND.replace("b: }", "b: {members: {m: {}}}}").replace("red_lines", "judgements: []\nred_lines")
    )
    problem = deals.question(case)
    found = deals.blocking(problem, "lease", (demand, refusal)).blockers[0]
    assert [(o.actor, o.text, o.basis) for o in found.objections] == [
        ("B", "no high rent", "red line as reported"),
        ("M", "demand: Term, long", "demand as reported"),
        ("M", "not accept Lease", "stance as reported"),
    ]
    assert found.meets_objection is not None
    assert found.meets_objection.changes == {"rent": ("high", "low")}
    alone = deals.question(replace(case, red_lines=()))
    met = deals.blocking(alone, "lease", (demand,)).blockers[0].meets_objection
    assert met is not None
    assert met.changes == {"term": ("short", "long")}


def test_each_party_is_told_by_itself_and_the_affected_with_their_own_view() -> None:
    text = LAND.replace(
        "reservation: 0}\n  b:",
        "reservation: 0}\n  tenants: {options: {rent: {low: -1, high: -3},"
        " term: {short: -2, long: 1}, water: {shared: 1}}, reservation: 0}\n  b:",
    )
    found = deals.blocking(deals.question(case_from(text)), "lease")
    assert found.p_ratified == {"A": {"as stated": 1.0}, "B": {"as stated": 0.0}}
    assert found.affected[0].p_accept == 0.0
    assert "Tenants" not in {row.actor for row in found.blockers}  # nobody asks them
    silent = replace(case_from(LAND), values={"a": case_from(LAND).values["a"]})
    half = deals.blocking(deals.question(silent), "lease")
    assert half.p_ratified == {"A": {"as stated": 1.0}, "B": {"as stated": None}}


def test_the_offer_of_largest_expected_gain_is_fearons() -> None:
    """War wins p = .5 at a cost of .1 to a and of anything up to .4 to b: offer .65, risk of war .375."""
    shares = [f"{n / 20:.2f}" for n in range(1, 20)]
    to_a = ", ".join(f'"{x}": {x}' for x in shares)
    to_b = ", ".join(f'"{x}": {1 - float(x):.2f}' for x in shares)
    listed = ", ".join(f'"{x}"' for x in shares)
    case = case_from(
        "title: land\nparties: {a: , b: }\n"
        f"issues: {{share: {{options: [no change, {listed}]}}}}\n"
        'proposals: {p: {by: b, terms: {share: "0.50"}}}\n'
        f"values:\n  a: {{options: {{share: {{{to_a}}}}}, reservation: 0.4}}\n"
        f"  b: {{options: {{share: {{{to_b}}}}}, reservation: [0.1, 0.5]}}\n"
    )
    rows = [row for row in deals.offers(deals.question(case)) if row.for_ == "A"]
    assert rows[0].terms == {"share": "0.65"}
    assert rows[0].p_pass == pytest.approx(1 - 0.375, abs=0.002)
    assert rows[0].risk is not None
    assert (rows[0].risk.actor, rows[0].risk.p) == ("B", pytest.approx(0.375, abs=0.002))


def test_who_can_stop_anything_in_a_body_is_told() -> None:
    text = LAND.replace("b: }", "b: {ratification: [{body: board, rule: majority}]}}").replace(
        "affected:",
        "bodies: {board: {party: b, members: [kay, lee, moss], votes: {kay: 2}}}\n"
        "third_parties: {city: {members: {kay: {}, lee: {}, moss: {}}}}\naffected:",
    )
    found = deals.blocking(deals.question(case_from(text)), "lease")
    # Kay's two of four votes stop a majority of three; so do Lee and Moss together.
    assert [len(one) for one in found.stopping[0].coalitions] == [1, 2]
    assert [row.votes for row in found.power] == [2, 1, 1]


HOUSE = LAND.replace("b: }", "b: {ratification: [{body: board, rule: RULE}]}}").replace(
    "affected:",
    "bodies: {board: {party: b, members: [kay, lee, moss]MORE}, court: {party: b, members: [nan, oz]}}\n"
    "third_parties: {city: {members: {kay: {}, lee: {}, moss: {}, nan: {}, oz: {}}}}\naffected:",
)
SEATED = "".join(
    f"  {who}: {{options: {{}}, reservation: 0}}\n" for who in ("kay", "lee", "moss", "nan", "oz")
)


def house(rule: str, more: str = "") -> deals.Problem:
    text = HOUSE.replace("RULE", rule).replace("MORE", more)
    return deals.question(case_from(text.replace("red_lines", SEATED + "red_lines")))


def test_a_veto_gives_power_and_an_abstention_takes_it() -> None:
    """Of three with a majority, a veto holder turns two thirds of all orders (as in [51; 50, 49, 1])."""
    veto = deals.blocking(house("majority", ", vetoes: [kay]"), "lease")
    assert [row.shapley_shubik for row in veto.power] == pytest.approx([2 / 3, 1 / 6, 1 / 6])
    assert [row.banzhaf for row in veto.power] == pytest.approx([3 / 5, 1 / 5, 1 / 5])
    assert veto.stopping[0].coalitions == (("Kay",), ("Lee", "Moss"))
    two = deals.blocking(house("majority", ", abstaining: [moss]"), "lease")  # two of three seats are needed
    assert [(row.member, row.shapley_shubik) for row in two.power] == [("Kay", 0.5), ("Lee", 0.5)]
    cast = deals.blocking(house("{quota: 1/2}", ", abstaining: [moss], counted: votes cast"), "lease")
    assert cast.stopping[0].coalitions == (("Kay", "Lee"),)  # one of two suffices


def test_who_can_stop_anything_in_nested_approvals_is_told() -> None:
    rule = "{any: [unanimity, {all: [majority, {body: court, rule: unanimity}]}]}"
    found = deals.blocking(house(rule), "lease")
    told = {row.body: set(row.coalitions) for row in found.stopping}
    assert told["Board (unanimity)"] == {("Kay",), ("Lee",), ("Moss",)}
    assert told["Board (majority)"] == {("Kay", "Lee"), ("Kay", "Moss"), ("Lee", "Moss")}
    assert told["Court (unanimity)"] == {("Nan",), ("Oz",)}
    whole = told["B"]  # the party itself, two of the board, or one of the board with one of the court
    assert whole == {
        ("B",),
        ("Kay", "Lee"),
        ("Kay", "Moss"),
        ("Lee", "Moss"),
        *((one, other) for one in ("Kay", "Lee", "Moss") for other in ("Nan", "Oz")),
    }
