"""Somebody no list knows, told with what it is: "shipping company Norline", "Councillor Per Lund"."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.vocabulary import Act


@pytest.mark.parametrize(
    ("text", "actor", "act"),
    [
        ("Shipping company Norline backed the ban.", "Norline", Act.SUPPORT),
        ("On Monday the rebel group Harak rejected the text.", "Harak", Act.REJECT),
        ("Lender Crestbank agreed to extend the loan by two years.", "Crestbank", Act.AGREE),
        ("Councillor Per Lund said he would vote against it.", "Per Lund", Act.VOTE_AGAINST),
        ("Alderman Jo Hart opposed the plan.", "Jo Hart", Act.OPPOSE),
        ("The text was opposed by Norland and Estmark.", "Estmark", Act.OPPOSE),
    ],
)
def test_the_name_acts_under_itself(claims: Read, text: str, actor: str, act: Act) -> None:
    assert (actor, act) in [(claim.actor, claim.act) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The airline offered pilots a pay rise of 3 percent.", Act.OFFER),
        ("Creditors holding 60 percent of the bonds rejected the exchange.", Act.REJECT),
        ("Landlords want the cap removed.", Act.DEMAND),
    ],
)
def test_people_without_a_name_act(claims: Read, text: str, act: Act) -> None:
    assert (None, act) in [(claim.actor, claim.act) for claim in claims(text)]


@pytest.mark.parametrize(
    "text", ["Talks with shipping company Norline failed.", "The port offered fields of work."]
)
def test_nobody_acts(claims: Read, text: str) -> None:
    assert all(claim.act is Act.HAPPEN for claim in claims(text))
