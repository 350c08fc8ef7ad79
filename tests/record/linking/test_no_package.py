"""What is no proposal, whose "its plan" is, what was agreed on in outline; in words of our own."""

from __future__ import annotations

from pathlib import Path

from tests.record.linking.test_whose_it_is import picture_of, stances
from tracktwo.vocabulary import Stage

TALKS = "Norland and Estmark held talks on the dam on Monday. "


def test_an_offer_to_mediate_is_a_role_and_no_package(tmp_path: Path) -> None:
    picture = picture_of(tmp_path, TALKS + "Corvia offered to mediate. Norland accepted its offer.")
    assert not picture.proposals
    roles = {role.role for third in picture.third_parties for role in third.roles}
    assert "offers to mediate" in roles


def test_what_is_only_announced_is_not_tabled(tmp_path: Path) -> None:
    assert not picture_of(tmp_path, TALKS + "Corvia said it would table a plan on Friday.").proposals


def test_an_offer_with_a_condition_is_one(tmp_path: Path) -> None:
    picture = picture_of(tmp_path, TALKS + "Norland offered to free ten engineers if Estmark opens the road.")
    assert [p.by for p in picture.proposals] == ["Norland"]


def test_its_plan_is_the_plan_of_who_puts_it_forward(tmp_path: Path) -> None:
    first = TALKS + "Corvia suggested a plan to raise the dam."
    second = TALKS + "Norland tabled its Quiet Harbour Plan. Estmark rejected it."
    picture = picture_of(tmp_path, first, second)
    assert {p.by for p in picture.proposals} == {"Corvia", "Norland"}
    assert "Quiet Harbour Plan" in {p.name for p in picture.proposals}
    assert ("Estmark", "reject", "Norland") in stances(picture)
    assert ("Estmark", "reject", "Corvia") not in stances(picture)


def test_what_is_agreed_in_outline_is_not_the_offer_of_a_month_before(tmp_path: Path) -> None:
    first = TALKS + "Norland offered to release more water."
    second = "Norland and Estmark agreed on the outline of a settlement, Ada Lund said. "
    second += "Estmark supported the settlement."
    picture = picture_of(tmp_path, first, second)
    stages = {p.by: p.stage for p in picture.proposals}
    assert stages["Norland"] is Stage.TABLED
    assert stages[None] is Stage.AGREED
    assert ("Estmark", "support", None) in stances(picture)


def test_what_unnamed_people_say_was_agreed_is_not_agreed(tmp_path: Path) -> None:
    text = TALKS + "Norland and Estmark signed an accord on the dam, two officials said."
    assert Stage.AGREED not in {p.stage for p in picture_of(tmp_path, text).proposals}


def test_a_denial_that_something_was_considered_tells_of_no_meeting(tmp_path: Path) -> None:
    text = TALKS + "The Estmark cabinet denies that it ever considered a cut of 5 percent."
    assert not [m for m in picture_of(tmp_path, text).meetings if m.body]


def test_a_party_named_with_an_office_is_the_person(tmp_path: Path) -> None:
    text = "Mayor Paula Reeve welcomed the talks. The Greens have struck a deal with Mayor Paula Reeve."
    assert "Mayor Paula Reeve" not in {p.name for p in picture_of(tmp_path, text).parties}


def test_it_that_needs_approval_is_called_by_what_it_is(tmp_path: Path) -> None:
    text = (
        TALKS + "Norland put forward a plan. The Estmark parliament must approve it by a two-thirds majority."
    )
    scopes = [r.scope for r in picture_of(tmp_path, text).ratification]
    assert all("it" not in scope for scope in scopes)
