"""How a vote went and who told of it are no part of what was done; what is only supposed was not."""

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


@pytest.mark.parametrize(
    "text",
    [
        "Chile would agree to six months provided that drones were banned from the strip.",
        "Chile would agree to six months on condition that drones were banned from the strip.",
        "Chile would agree to six months as long as drones were banned from the strip.",
        "Chile would agree to six months if drones were banned from the strip.",
    ],
)
def test_what_is_only_supposed_did_not_happen(claims: Read, text: str) -> None:
    assert {claim.act.value for claim in claims(text)} <= {"accept", "agree"}


def test_what_is_said_did_happen(claims: Read) -> None:
    assert "sanction" in {
        claim.act.value for claim in claims("Chile said that drones were banned from the strip.")
    }
