"""What a name was said to be finds it again: "the airline" is the airline SkyNord."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read


def last(claims: Read, *sentences: str) -> set[str | None]:
    return {claim.actor for claim in claims(*sentences) if claim.quote == sentences[-1]}


@pytest.mark.parametrize(
    ("sentences", "meant"),
    [
        (
            ("The airline SkyNord and the pilots' union Skyforce met.", "The airline criticised the plan."),
            "SkyNord",
        ),
        (
            ("The airline SkyNord and the pilots' union Skyforce met.", "The union rejected the offer."),
            "Skyforce",
        ),
        (
            (
                "The drivers' union Transport United met the operator, Velorail Group.",
                "The company criticised the plan.",
            ),
            "Velorail Group",
        ),
        (
            ("The coalition of ports, known as the Sarran Alliance, rejected it.", "The coalition said no."),
            "Sarran Alliance",
        ),
        (
            ("The Norvane Telecom company rejected the demand.", "The company criticised the plan."),
            "Norvane Telecom",
        ),
        (("The charity Open Hands criticised the plan.", "The charity urged a vote."), "Open Hands"),
    ],
)
def test_the_one_introduced_so_is_meant(claims: Read, sentences: tuple[str, ...], meant: str) -> None:
    assert last(claims, *sentences) == {meant}


@pytest.mark.parametrize(
    "sentence",
    [
        "Another union supported the offer.",
        "A second union supported the offer.",
        "The teachers' union supported the offer.",
        "A smaller union supported the offer.",
        "The company supported the offer.",
        "The bank supported the offer.",
    ],
)
def test_somebody_else_is_not(claims: Read, sentence: str) -> None:
    found = last(claims, "The pilots' union Skyforce rejected the plan.", sentence)
    assert found
    assert "Skyforce" not in found
