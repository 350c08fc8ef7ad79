"""Who holds an office is found after whatever the office is for, and the office alone is its holder."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read

NAMED = [
    ("Minister for Overseas Trade Tobias Renn said the deal was good.", "Tobias Renn"),
    ("Secretary of State for International Development Justine Grey said aid would come.", "Justine Grey"),
    ("UK Special Representative for Norland Gareth Hale said the truce must hold.", "Gareth Hale"),
    ("British Ambassador to Norland Frank Collier said the embassy would open.", "Frank Collier"),
    ("EU Commissioner for Crisis Management Christos Styl said the EU would give more.", "Christos Styl"),
    ("The European Commissioner for Aid and Crisis Management, Hans Styl, said no.", "Hans Styl"),
    ("Minister of Environment, Forests and Climate Change Ravi Sen said it would act.", "Ravi Sen"),
    ("Assistant Secretary for African Affairs Linda Patters said the aid would arrive.", "Linda Patters"),
    ("Under Secretary for Political Affairs Wendy Sher met the delegation.", "Wendy Sher"),
    ("Leader of the House of Commons Penny Mord rejected the motion.", "Penny Mord"),
    ("Chief of the Defence Staff General Nick Hout said the forces were ready.", "Nick Hout"),
    ("Chargé d'Affaires Peter Wils said the mission was open.", "Peter Wils"),
    ("Air Vice-Marshal Greg Bagley said the crews had done well.", "Greg Bagley"),
    ("PM Weller spoke to Chancellor Renn about the truce.", "Weller"),
]


@pytest.mark.parametrize(("text", "actor"), NAMED)
def test_the_name_begins_after_the_field(claims: Read, text: str, actor: str) -> None:
    assert actor in {claim.actor for claim in claims(text)}


def test_two_offices_are_two_people(claims: Read) -> None:
    text = "The President of Norland Anna Weller and the President of Ostra Karl Renn signed the treaty."
    assert {claim.actor for claim in claims(text)} == {"Anna Weller", "Karl Renn"}


def test_the_organisation_before_a_name_is_whose_the_president_is(claims: Read) -> None:
    (claim,) = claims("President of the Dock Workers Union Jane Keller rejected the offer.")
    assert (claim.actor, claim.party) == ("Jane Keller", "Dock Workers Union")


def test_no_name_is_made_of_a_state_after_a_field(claims: Read) -> None:
    told = claims("The Minister for Trade of New Zealand rejected the offer.")
    assert {claim.actor for claim in told} <= {None, "New Zealand"}


def test_two_bare_offices_hold_no_name_of_each_other(claims: Read) -> None:
    told = claims("The Prime Minister and President Renn discussed the truce.")
    assert {claim.actor for claim in told} == {None, "Renn"}


@pytest.mark.parametrize(
    ("first", "second", "actor"),
    [
        (
            "International Development Secretary Ada Grey pledged aid.",
            "The Development Secretary met the unions.",
            "Ada Grey",
        ),
        ("Prime Minister David Hart spoke to the king.", "The PM said the truce must hold.", "David Hart"),
        ("UN envoy Staffan Lund briefed the Council.", "The Special Envoy met the king.", "Staffan Lund"),
    ],
)
def test_the_office_alone_is_its_holder(claims: Read, first: str, second: str, actor: str) -> None:
    assert actor in {claim.actor for claim in claims(first, second) if claim.start > len(first)}


@pytest.mark.parametrize(
    "text", ["The Health Secretary rejected the claim.", "Talks with Peru began at 5 PM Monday."]
)
def test_neither_a_field_nor_an_hour_is_somebody(claims: Read, text: str) -> None:
    assert {claim.actor for claim in claims(text)} <= {None}
