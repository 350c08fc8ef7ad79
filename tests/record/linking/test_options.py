"""Options and their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.linking.test_families import term
from tracktwo.record.linking.options import Option, option_of, order_basis, ordered, strongest
from tracktwo.vocabulary import OrderBasis


def options(family: str, *terms: tuple[str, str | None]) -> list[Option]:
    return [
        option_of(term(head, None, head, **({"extent": extent} if extent else {})), family)
        for head, extent in terms
    ]


def test_vague_below_numbers_below_comparisons_below_tops() -> None:
    found = options(
        "hostilities",
        ("end", None),
        ("ceasefire", "42-day"),
        ("ceasefire", "broader"),
        ("ceasefire", "brief"),
        ("ceasefire", "permanent"),
        ("cessation", "complete"),
        ("ceasefire", "10-day"),
    )
    made, comparable = ordered(found)
    assert comparable
    assert [o.label for o in made] == [
        "brief ceasefire",
        "10-day ceasefire",
        "42-day ceasefire",
        "broader ceasefire",
        "permanent ceasefire",
        "end",
        "complete cessation",
    ]


def test_places_are_assumed_exactly_where_words_are_vague() -> None:
    basis = order_basis(
        options("release", ("release", "limited number"), ("release", "40"), ("release", "all"))
    )
    assert basis == {
        "no change": OrderBasis.MEANING,
        "limited": OrderBasis.ASSUMED,
        "40": OrderBasis.NUMBER,
        "all": OrderBasis.MEANING,
    }


def test_numbers_of_different_units_cannot_be_compared() -> None:
    _, comparable = ordered(options("money", ("rise", "4 percent"), ("rise", "200 euros")))
    assert not comparable


def test_one_value_under_two_writings_is_one_option() -> None:
    made, _ = ordered(options("hostilities", ("ceasefire", "42-day"), ("ceasefire", "six-week")))
    assert [o.label for o in made] == ["42-day ceasefire"]


def test_the_strongest_is_the_option() -> None:
    assert (
        strongest(options("release", ("release", "40"), ("release", "all"), ("release", "some"))).label
        == "all"
    )


def test_a_unit_read_as_the_theme_comes_back() -> None:
    assert option_of(
        term("contract", "years", "a contract of two years", extent="two"), "working-time"
    ).value == pytest.approx(730)


def test_without_any_extent_it_is_unspecified() -> None:
    found = option_of(term("release", "prisoners", "the release of prisoners"), "release")
    assert (found.label, found.basis) == ("unspecified", OrderBasis.ASSUMED)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=8))
def test_order_does_not_depend_on_the_order_of_mention(numbers: list[int]) -> None:
    found = options("release", *(("release", str(n)) for n in numbers))
    assert ordered(found)[0] == ordered(list(reversed(found)))[0]
    assert [int(o.label) for o in ordered(found)[0]] == sorted(set(numbers))
