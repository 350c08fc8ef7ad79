"""How a vote went, and who told of it, are no part of what was voted on or done."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("The Norwegian parliament approved the accord by 98 votes to 67 on Friday.", {"the accord"}),
        ("The Norwegian parliament backed the accord with 120 votes in favour.", {"the accord"}),
        ("The Norwegian parliament voted 7-4 on Tuesday to raise fees by 5%.", {"to raise fees by 5%"}),
        ("Chile rejected a cut by 10 to 15 percent.", {"a cut by 10 to 15 percent"}),
        ("Peru supported raising the fee by 4 votes per member.", {"raising the fee by 4 votes per member"}),
        ("Chile rejected a cut of 98 votes.", {"a cut of 98 votes"}),
    ],
)
def test_counts_of_votes(claims: Read, text: str, objects: set[str]) -> None:
    assert {claim.object for claim in claims(text)} == objects


def test_who_told_of_it_is_no_part_of_the_deed(claims: Read) -> None:
    text = "Chile offered to free ten prisoners without conditions, officials on both sides said."
    objects = {claim.object for claim in claims(text) if claim.act.value == "offer"}
    assert objects == {"to free ten prisoners without conditions"}


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("Kenya would settle for 15%.", {"15%"}),
        ("Peru could live with 400 tonnes if Chile shares its data.", {"400 tonnes"}),
        ("Norway has to live with the consequences.", set()),
        ("Families live with the fear of war.", set()),
        ("Norway settled for a draw.", set()),
    ],
)
def test_settling_for_a_figure_accepts_it(claims: Read, text: str, accepted: set[str]) -> None:
    assert {claim.object for claim in claims(text) if claim.act.value == "accept"} == accepted
