"""Bodies without a name, names with a capital noun behind them: never whoever was named before."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.vocabulary import Act, Modality


def who(told: tuple, act: Act) -> list[str | None]:  # type: ignore[type-arg]
    return [claim.actor for claim in told if claim.act is act]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Labour Group, with nine seats, rejects the closure.", "Labour Party"),
        ("The Hamas Movement rejects the closure.", "Hamas"),
        ("The Hamas movement rejects the closure.", "Hamas"),
    ],
)
def test_what_a_known_organisation_is_may_stand_in_capitals(claims: Read, text: str, name: str) -> None:
    told = claims("The Coast List proposes to close the pool.", text)
    assert who(told, Act.REJECT) == [name]


def test_another_group_of_which_no_list_knows_is_not_the_one_before(claims: Read) -> None:
    told = claims(
        "The Coast List proposes to close the pool.", "The Arbour group of owners rejects the closure."
    )
    assert "Coast List" not in who(told, Act.REJECT)


@pytest.mark.parametrize("body", ["airline", "bank", "club", "ferry operator"])
def test_it_beside_an_unnamed_body_is_that_body(claims: Read, body: str) -> None:
    told = claims("The Pilots' Association welcomed the proposal.", f"The {body} said it was studying it.")
    assert who(told, Act.SUPPORT) == ["Pilots' Association"]
    assert set(who(told, Act.DISCUSS)) == {None}


def test_it_beside_a_spokesman_is_still_whom_he_speaks_for(claims: Read) -> None:
    told = claims("Norland welcomed the proposal.", "A spokesman said it would accept the fee.")
    assert who(told, Act.ACCEPT) == ["Norland"]


@pytest.mark.parametrize(
    ("name", "noun"),
    [("Skybridge Airways", "airline"), ("Halden Homes", "landlord"), ("Toren Steel", "steelmaker")],
)
def test_what_the_last_word_of_a_name_tells(claims: Read, name: str, noun: str) -> None:
    told = claims(
        f"{name} and its staff held talks.",
        f"{name} made an offer.",
        "Talks went on.",
        f"The {noun} rejected the plan.",
    )
    assert who(told, Act.REJECT) == [name]


def test_of_two_airlines_neither_is_the_airline(claims: Read) -> None:
    told = claims("Skybridge Airways and Coastal Airways held talks.", "The airline rejected the plan.")
    assert not {"Skybridge Airways", "Coastal Airways"} & set(who(told, Act.REJECT))


def test_a_member_of_a_committee_is_not_the_committee(claims: Read) -> None:
    told = claims(
        "Ada Lund, a member of the committee, supports the plan.", "The committee rejected the fee."
    )
    assert who(told, Act.SUPPORT) == ["Ada Lund"]
    assert "Ada Lund" not in who(told, Act.REJECT)


def test_the_head_of_an_office_with_of_is_still_found(claims: Read) -> None:
    told = claims("Secretary of State Ada Lund supports the plan.", "The Secretary rejected the fee.")
    assert who(told, Act.REJECT) == ["Ada Lund"]


def test_the_premier_is_the_prime_minister(claims: Read) -> None:
    told = claims("Prime Minister Ada Lund met the miners.", "The premier rejected the fee.")
    assert who(told, Act.REJECT) == ["Ada Lund"]


def test_a_newspaper_is_no_company(claims: Read) -> None:
    told = claims("According to the Coast Echo, the company had accepted the fee.")
    assert "Coast Echo" not in who(told, Act.ACCEPT)


def test_a_delegation_speaks_for_its_state(claims: Read) -> None:
    told = claims("The delegation of Peru supported the draft.", "The delegation of Chile rejected it.")
    assert who(told, Act.SUPPORT) == ["Peru"]
    assert who(told, Act.REJECT) == ["Chile"]


def test_it_is_said_says_nothing_of_who_was_named_before(claims: Read) -> None:
    told = claims("The Coast List backed the plan.", "Ada Lund, it is said, rejects the fee.")
    assert who(told, Act.REJECT) == ["Ada Lund"]


def test_the_leader_of_a_list_lends_no_state(claims: Read) -> None:
    told = claims(
        "Coast List leader Ute Berg called the plan a mistake.", "Prime Minister Ada Lund rejected it."
    )
    assert [c.party for c in told if c.act is Act.REJECT] == [None]


@pytest.mark.parametrize("verb", ["called the tax", "branded the tax"])
def test_what_somebody_only_calls_an_attack_is_none(claims: Read, verb: str) -> None:
    told = claims(f'Ada Lund {verb} "a raid on savers".')
    assert Act.USE_FORCE not in {c.act for c in told}


def test_an_attack_that_somebody_speaks_of_is_one(claims: Read) -> None:
    told = claims("Ada Lund condemned an attack on a convoy.")
    assert Act.USE_FORCE in {c.act for c in told}


def test_a_tax_is_no_punishment_and_a_tariff_may_be(claims: Read) -> None:
    assert Act.SANCTION not in {c.act for c in claims("Norway raised the property tax by 3 percent.")}
    assert Act.SANCTION in {c.act for c in claims("Norway raised tariffs on Chile.")}


def test_clashing_over_a_matter_is_no_fight(claims: Read) -> None:
    assert Act.USE_FORCE not in {c.act for c in claims("Norway and Chile clashed over the fee.")}
    assert Act.USE_FORCE in {c.act for c in claims("Police clashed with miners in Lima.")}


def test_each_parliament_of_several_states_approves(claims: Read) -> None:
    told = claims("The accord must be ratified by the parliaments of Peru and Chile.")
    needed = [(c.actor, c.party) for c in told if c.method.endswith("required-approval")]
    assert needed == [("Parliament", "Peru"), ("Parliament", "Chile")]
    assert all(c.modality is Modality.REQUIRED for c in told)


def test_the_second_body_that_must_approve(claims: Read) -> None:
    told = claims("The deal must be approved by Chile's senate and by Peru's parliament.")
    assert {("Senate", "Chile"), ("Parliament", "Peru")} <= {(c.actor, c.party) for c in told}


def test_hours_counted_with_a_participle_are_a_matter_of_their_own(claims: Read) -> None:
    (told,) = claims("Norway demands a limit of 85 flying hours a month.")
    assert [(t.head, t.theme, t.extent) for t in told.terms] == [("limit", "flying hours a month", "85")]


def test_what_a_deal_says_a_side_would_pay_is_no_pledge(claims: Read) -> None:
    told = claims("Under the deal Norway would pay 3 million dollars.")
    assert Act.PLEDGE not in {c.act for c in told}
    (held,) = (c for c in told if c.act is Act.PROPOSE)
    assert (held.actor, held.object) == (None, "Norway would pay 3 million dollars")


def test_what_a_deal_lists_is_all_of_the_deal(claims: Read) -> None:
    told = claims("Under the deal Norway would pay 3 million dollars, reopen the port and freeze fees.")
    assert {c.act for c in told if c.actor} == set()


def test_what_a_side_pledges_itself_is_a_pledge(claims: Read) -> None:
    assert Act.PLEDGE in {c.act for c in claims("Norway pledged 3 million dollars under the deal.")}


def test_an_airline_is_an_organisation_and_an_act_on_air_is_none(claims: Read) -> None:
    told = claims("Aurelia Air has offered 6 percent over two years.", "Lawmakers amended the Clean Air Act.")
    assert [c.party for c in told if c.act is Act.OFFER] == ["Aurelia Air"]
    assert "Clean Air" not in {c.actor for c in told}
