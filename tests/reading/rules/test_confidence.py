"""Confidence: a rule's share, lowered by what makes a claim unsure; the same for the same claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.conftest import Read
from tracktwo.reading.confidence import confidence_of, traits_of
from tracktwo.reading.confidence.prior import HIGHEST


def test_a_named_actor_is_surer_than_an_unnamed_one_or_a_pronoun(claims: Read) -> None:
    (named,) = claims("Norway rejected the fee.")
    (unnamed,) = claims("Officials rejected the fee.")
    _, pronoun = claims("Norway opposed the levy.", "It rejected the fee.")
    assert named.confidence is not None
    assert unnamed.confidence is not None
    assert pronoun.confidence is not None
    assert named.confidence > unnamed.confidence
    assert named.confidence > pronoun.confidence
    assert "unnamed" in traits_of(unnamed)
    assert "pronoun" in traits_of(pronoun)


@pytest.mark.parametrize("words", ["would reject", "may reject", "plans to reject"])
def test_what_is_only_in_prospect_is_less_sure(claims: Read, words: str) -> None:
    (told,) = claims("Norway rejected the fee.")
    (hedged,) = claims(f"Norway {words} the fee.")
    assert told.confidence is not None
    assert hedged.confidence is not None
    assert hedged.confidence < told.confidence
    assert "hedged" in traits_of(hedged)


def test_the_confidence_a_claim_has_is_that_of_its_rule_and_traits(claims: Read) -> None:
    for claim in claims("Norway said it would reject the fee.", "The levy was approved on Monday."):
        assert claim.confidence == confidence_of(claim.method.split(":")[-1], traits_of(claim))
        assert traits_of(replace(claim, confidence=0.1)) == traits_of(claim)


@given(st.text(max_size=20), st.lists(st.sampled_from(["unnamed", "hedged", "pronoun", "no such trait"])))
def test_any_rule_and_traits_give_a_chance(rule: str, traits: list[str]) -> None:
    assert 0.0 < confidence_of(rule, traits) <= HIGHEST
    assert confidence_of(rule, traits * 2) == confidence_of(rule, traits)
