"""A pronoun after an office nobody is named in never means whoever was named before."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read

BEFORE = "Ana Berg of the Harbour Union opposed the plan."


@pytest.mark.parametrize(
    "text",
    [
        "The minister said he was in favour of it.",
        "The premier said she backed the plan.",
        "A spokesman said he rejected the offer.",
    ],
)
def test_the_office_itself_is_meant(claims: Read, text: str) -> None:
    assert "Ana Berg" not in {claim.actor for claim in claims(BEFORE, text) if claim.quote == text}


@pytest.mark.parametrize(
    "text", ["She backed the second plan.", "Officials said she backed the second plan."]
)
def test_without_one_it_is_whoever_was_named(claims: Read, text: str) -> None:
    assert ("Ana Berg", "support") in {(claim.actor, claim.act.value) for claim in claims(BEFORE, text)}
