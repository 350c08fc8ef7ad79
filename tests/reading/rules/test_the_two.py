"""Two who came together, and offices of them, in the sentences after."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.vocabulary import Act

MET = "Vice President Joe Marsh spoke by phone today with Prime Minister Ali Abadi."


@pytest.mark.parametrize("they", ["They", "The two leaders", "Both leaders", "The two", "The two also"])
def test_the_two_who_talked(claims: Read, they: str) -> None:
    told = claims(MET, f"{they} discussed the truce.")
    assert [c.actor for c in told if c.act is Act.DISCUSS] == ["Joe Marsh", "Ali Abadi"]


def test_the_two_a_few_sentences_later(claims: Read) -> None:
    told = claims(MET, "The talks lasted an hour.", "The two leaders agreed to meet again.")
    assert [c.actor for c in told if c.act is Act.AGREE] == ["Joe Marsh", "Ali Abadi"]


SIDES = "The Harbour Union met Norline Ferries on Monday."
BOTH = ["Harbour Union", "Norline Ferries"]


@pytest.mark.parametrize("they", ["Both sides", "The two sides", "Both parties", "Both organisations"])
@pytest.mark.parametrize(
    "before",
    [
        SIDES,
        "The Harbour Union clashed with Norline Ferries.",
        "The Harbour Union and Norline Ferries clashed.",
    ],
)
def test_two_organisations_are_both_sides(claims: Read, they: str, before: str) -> None:
    told = claims(before, f"{they} discussed the truce.")
    assert {c.actor for c in told if c.act is Act.DISCUSS} == set(BOTH)


def test_both_sides_of_a_report_that_names_only_two(claims: Read) -> None:
    told = claims(
        "The Harbour Union suspended its strike.",
        "Norline Ferries welcomed the decision.",
        "Both sides discussed the truce.",
    )
    assert {c.actor for c in told if c.act is Act.DISCUSS} == set(BOTH)


@pytest.mark.parametrize(
    ("before", "they"),
    [
        (("The Harbour Union suspended its strike.", "The rebels welcomed Norline Ferries."), "Both sides"),
        (("Peru and Chile condemned the raid.", "Norway rejected the plan."), "Both sides"),
        ((SIDES,), "Both countries"),
        (("Peru met Chile on Monday.",), "Both unions"),
        ((SIDES,), "Both hospitals"),
    ],
)
def test_both_may_be_others(claims: Read, before: tuple[str, ...], they: str) -> None:
    told = claims(*before, f"{they} discussed the truce.")
    assert {c.actor for c in told if c.act is Act.DISCUSS} <= {None}


def test_one_organisation_may_be_they(claims: Read) -> None:
    told = claims(SIDES, "They rejected the offer.")
    assert {c.actor for c in told if c.act is Act.REJECT} != set(BOTH)


@pytest.mark.parametrize("they", ["The two ministries", "Two leaders of the strike", "The two villages"])
def test_two_others_are_not_they(claims: Read, they: str) -> None:
    told = claims(MET, f"{they} discussed the truce.")
    assert not {"Joe Marsh", "Ali Abadi"} & {c.actor for c in told if c.act is Act.DISCUSS}


@pytest.mark.parametrize(
    ("named", "office"),
    [
        ("Secretary of State Ann Lee met the envoy.", "The Secretary"),
        ("Gen. Ann Lee met the envoy.", "The general"),
        ("Foreign Minister Ann Lee met the envoy.", "The minister"),
    ],
)
def test_an_office_is_whoever_holds_it(claims: Read, named: str, office: str) -> None:
    told = claims(named, f"{office} rejected the plan.")
    assert [c.actor for c in told if c.act is Act.REJECT] == ["Ann Lee"]


def test_they_are_still_the_two_while_only_they_are_told_of(claims: Read) -> None:
    told = claims(MET, "The Vice President said the truce must hold.", "They agreed to meet again.")
    assert [c.actor for c in told if c.act is Act.AGREE] == ["Joe Marsh", "Ali Abadi"]


def test_a_press_secretary_is_not_the_secretary(claims: Read) -> None:
    told = claims(
        "Press Secretary Peter Cook read a statement.",
        "Secretary of Defense Ann Lee met the envoy.",
        "The secretary rejected the plan.",
    )
    assert [c.actor for c in told if c.act is Act.REJECT] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("named", "who"),
    [
        ("Secretary Lee met the envoy.", "Lee"),
        ("Defence Secretary Ann Lee met the Secretary of State.", None),
    ],
)
def test_an_office_told_in_full_is_whoever_holds_it_for_short(
    claims: Read, named: str, who: str | None
) -> None:
    told = claims(named, "The Secretary of State rejected the plan.")
    assert [c.actor for c in told if c.act is Act.REJECT] == [who]


def test_the_former_and_the_latter(claims: Read) -> None:
    told = claims(
        "Ann Lee and Omar Lode signed the truce.", "The former left, while the latter promised to stay."
    )
    assert [c.actor for c in told if c.act is Act.PLEDGE] == ["Omar Lode"]
