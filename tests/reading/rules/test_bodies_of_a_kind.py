"""Ministries, councils and governments keep what tells them apart; "the ministry" is the one named before."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.vocabulary import Act


def _actors(claims: Read, *sentences: str) -> list[str | None]:
    return [claim.actor for claim in claims(*sentences)]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The finance ministry rejected the plan.", "Finance Ministry"),
        ("The Ministry of Finance rejected the plan.", "Finance Ministry"),
        ("The regional government offered a loan.", "Regional government"),
        ("The city council must approve the deal.", "City council"),
        ("The Federal Government of Peru welcomed the deal.", "Peru"),
        ("The Government of Peru welcomed the deal.", "Peru"),
    ],
)
def test_a_body_is_called_by_its_kind(claims: Read, sentence: str, actor: str) -> None:
    assert _actors(claims, sentence) == [actor]


def test_the_body_named_before(claims: Read) -> None:
    told = _actors(
        claims, "The finance ministry rejected the plan.", "The ministry said the costs were too high."
    )
    assert told == ["Finance Ministry", "Finance Ministry"]


def test_of_two_bodies_neither(claims: Read) -> None:
    told = _actors(
        claims,
        "The finance ministry rejected the plan, while the trade ministry supported it.",
        "The ministry said the costs were too high.",
    )
    assert told == ["Finance Ministry", "Trade Ministry", "Ministry"]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Peru's water minister, Ana Bell, said her country rejected the plan.", "Peru"),
        ("Ana Bell, leader of the Harbour Party, said her party rejected the plan.", "Harbour Party"),
        ("Peru said its delegation rejected the plan.", "Peru"),
        ("Ana Bell, a farmer, said her union rejected the plan.", None),
    ],
)
def test_the_side_somebody_belongs_to(claims: Read, sentence: str, actor: str | None) -> None:
    rejected = [claim for claim in claims(sentence) if claim.act is Act.REJECT]
    assert [(claim.actor, claim.party) for claim in rejected] in ([(actor, actor)], [("Union", None)])


@pytest.mark.parametrize("verb", ["led", "headed"])
def test_whoever_leads_a_side_is_of_it(claims: Read, verb: str) -> None:
    told = claims(f"The Harbour Party, {verb} by Ana Bell, rejected the plan.", "Bell called for talks.")
    assert [(claim.actor, claim.party) for claim in told if claim.actor == "Ana Bell"] == [
        ("Ana Bell", "Harbour Party")
    ]
