"""A measure told again without its matter, and measures told apart by when they hold."""

from __future__ import annotations

import pytest

from tests.record.linking.made import Text, linked
from tests.record.linking.test_families import term
from tracktwo.record.linking.options import option_of
from tracktwo.vocabulary import Act, LinkKind


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("a ban on night loading from July", "ban from July"),
        ("a ban on night loading until midnight", "ban until midnight"),
        ("a ban on imports from Norland", "ban"),
        ("a ban on night loading", "ban"),
    ],
)
def test_when_a_measure_holds_tells_its_options_apart(words: str, label: str) -> None:
    assert option_of(term("ban", "night loading", words), "other").label == label


def told(*second: str) -> Text:
    """A measure on one or several matters, and then the measure alone."""
    t = Text("a", "2031-01-01")
    for matter in second:
        t.sentence(f"Marland proposed a ban on {matter}.")
        t.claim(
            Act.PROPOSE, "proposed", f"a ban on {matter}", actor="Marland", party="Marland",
            terms=[term("ban", matter, f"a ban on {matter}")],
        )  # fmt: skip
    t.sentence("Tarvia offered a ban until midnight.")
    t.claim(
        Act.OFFER, "offered", "a ban until midnight", actor="Tarvia", party="Tarvia",
        terms=[term("ban", None, "a ban until midnight")],
    )  # fmt: skip
    return t


def test_a_measure_alone_is_about_the_one_matter_it_was_told_of() -> None:
    picture = linked(told("night loading"))
    offer = next(p for p in picture.proposals if p.by == "Tarvia")
    assert {issue: one.option for issue, one in offer.terms.items()} == {
        "night-loading": "ban until midnight"
    }
    assert any(
        join.kind is LinkKind.ISSUE and "does not say of what" in join.reason for join in picture.joins
    )


def test_of_two_matters_none_is_chosen() -> None:
    picture = linked(told("night loading", "plastic nets"))
    assert not any("does not say of what" in join.reason for join in picture.joins)
