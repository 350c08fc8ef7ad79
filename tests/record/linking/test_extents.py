"""How much a term asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.record.linking.extents import extent_of
from tracktwo.vocabulary import OrderBasis


@pytest.mark.parametrize(
    ("text", "tier", "value", "unit"),
    [
        ("40", 2, 40.0, ""),
        ("at least 40", 2, 40.0, ""),
        ("1,240", 2, 1240.0, ""),
        ("15%", 2, 15.0, "%"),
        ("6.5 per cent", 2, 6.5, "%"),
        ("42-day", 2, 42.0, "days"),
        ("six-week", 2, 42.0, "days"),
        ("two years", 2, 730.0, "days"),
        ("16 euros", 2, 16.0, "euro"),
        ("2 million crowns", 2, 2e6, "crown"),
        ("forty", 2, 40.0, ""),
        ("all 120", 4, 0.0, ""),
        ("permanent", 4, 0.0, ""),
    ],
)
def test_numbers_and_tops(text: str, tier: int, value: float, unit: str) -> None:
    found = extent_of(text)
    assert found is not None
    assert (found.tier, found.value, found.unit) == (tier, pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "label", "tier"),
    [
        ("a limited number", "limited", 1),
        ("brief", "brief", 1),
        ("broader", "broader", 3),
        ("some", "some", 1),
    ],
)
def test_vague_words_have_an_assumed_place(text: str, label: str, tier: int) -> None:
    found = extent_of(text)
    assert found is not None
    assert (found.label, found.tier, found.basis) == (label, tier, OrderBasis.ASSUMED)


@pytest.mark.parametrize("text", [None, "", "  ", "immediate", "possible"])
def test_what_says_nothing_about_how_much(text: str | None) -> None:
    assert extent_of(text) is None


def test_an_unlisted_word_is_vague_and_kept_as_written() -> None:
    found = extent_of("a purple")
    assert found is not None
    assert (found.label, found.tier, found.basis) == ("a purple", 1, OrderBasis.ASSUMED)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_larger_numbers_stand_higher(one: int, other: int) -> None:
    a, b = extent_of(str(one)), extent_of(f"{other:,}")
    assert a is not None
    assert b is not None
    assert (a.value < b.value) == (one < other)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    found = extent_of(text)
    assert found is None or 1 <= found.tier <= 4
