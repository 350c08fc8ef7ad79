"""Our own words: neutral verbs with their hedges, quoting, listing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.brief.words import (
    capital,
    content_hedge,
    counted,
    day_words,
    direction,
    is_vague,
    listed,
    noted,
    quoted,
    verb_phrase,
)
from tracktwo.vocabulary import Act, Modality


@pytest.mark.parametrize(
    ("act", "modality", "many", "words"),
    [
        ("support", "asserted", False, "supports"),
        ("support", None, True, "support"),
        ("oppose", "negated", False, "does not oppose"),
        ("accept", "conditional", False, "would accept"),
        ("reject", "possible", True, "may reject"),
        ("ratify", "required", False, "is required to approve"),
        ("withdraw", "denied", False, "denies withdrawing"),
        ("urge", "planned", True, "plan to urge"),
        # The hedge of a speech act is that of what is said.
        ("state", "possible", False, "speaks of"),
        ("propose", "conditional", False, "proposes"),
        ("propose", "negated", False, "does not propose"),
    ],
)
def test_verbs_keep_their_hedge(act: str, modality: str | None, many: bool, words: str) -> None:
    assert verb_phrase(act, modality, many=many) == words


def test_content_hedges_are_only_those_of_speech() -> None:
    assert content_hedge("warn", "conditional") == "conditional"
    assert content_hedge("accept", "conditional") is None
    assert content_hedge("warn", "negated") is None


def test_every_act_and_modality_has_words() -> None:
    for act in Act:
        for modality in Modality:
            words = verb_phrase(act.value, modality.value)
            assert words
            assert "_" not in words
            assert "{" not in words


def test_a_verb_without_its_object_loses_its_preposition() -> None:
    assert verb_phrase("vote", "negated", bare=True) == "does not vote"
    assert verb_phrase("support", bare=True) == "supports"


def test_direction_is_lost_with_a_negation() -> None:
    assert direction("support") == "for"
    assert direction("reject", "conditional") == "against"
    assert direction("support", "negated") == "other"
    assert direction(None) == "other"


@pytest.mark.parametrize("extent", ["a limited number", "brief", "some", "partial"])
def test_vague_extents(extent: str) -> None:
    assert is_vague(extent)


@pytest.mark.parametrize("extent", ["40", "42-day", "all", "permanent", "brief 10-day", "somersault"])
def test_extents_that_are_not_vague(extent: str) -> None:
    assert not is_vague(extent)


def test_quotes_nest_flatten_and_cut_at_words() -> None:
    assert quoted('a "small" deal') == "“a ‘small’ deal”"
    assert quoted("a “small”\n deal") == "“a ‘small’ deal”"
    assert quoted("one two three", 9) == "“one two…”"


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_a_cut_quote_is_never_longer_than_asked(text: str, limit: int) -> None:
    assert len(quoted(text, limit)) <= limit + 2


def test_our_notes_stay_outside_the_quotation_marks() -> None:
    assert noted("opposed") == "“opposed”"
    assert noted("leader (dead, as reported)") == "“leader” (dead, as reported)"


def test_lists_counts_and_days() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"], "or") == "a or b"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert counted(0, "report") == "no reports"
    assert counted(1, "party", "parties") == "1 party"
    assert counted(2, "party", "parties") == "2 parties"
    assert day_words("2031-03-02") == "2 March 2031"
    assert day_words(None) == "undated"
    assert day_words("soon") == "soon"
    assert capital("") == ""
    assert capital("eBay’s") == "EBay’s"
