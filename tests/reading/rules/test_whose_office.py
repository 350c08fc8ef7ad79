"""Whose minister, leader or negotiator a person is: as the text says, never guessed from a noun."""

from __future__ import annotations

import re

import pytest

from tests.reading.conftest import Read
from tracktwo.reading.coreference.past import heads_of


def sentences(text: str) -> list[str]:
    """A passage sentence by sentence."""
    return re.split(r"(?<=\.) (?=[A-Z“])", text)


@pytest.mark.parametrize(
    ("text", "actor", "party"),
    [
        (
            "Norvia rejected it. “We want a fair share,” its chief negotiator, Björn Aune, said.",
            "Björn Aune",
            "Norvia",
        ),
        (
            "The Coast Party rejected the levy. “There will be no new tax,” party leader Henrik Falk said.",
            "Henrik Falk",
            "Coast Party",
        ),
        (
            "Talks at Riverside Hospital broke down. Hospital director Tom Reuter rejected the claim.",
            "Tom Reuter",
            "Riverside Hospital",
        ),
    ],
)
def test_the_side_that_the_words_give(claims: Read, text: str, actor: str, party: str) -> None:
    assert party in [claim.party for claim in claims(*sentences(text)) if claim.actor == actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The National Health Fund rejected the price. The health minister, Tom Oker, ruled out a levy.",
            "Tom Oker",
        ),
        ("The Farmers' Party and the Liberals backed it. Party leader Henrik Falk said no.", "Henrik Falk"),
        ("Norway can accept it if Kenya signs, Water Minister Yusuf Kari said.", "Yusuf Kari"),
        ("Nobody came. Its chief negotiator, Björn Aune, rejected the text.", "Björn Aune"),
    ],
)
def test_no_side_where_the_words_give_none(claims: Read, text: str, actor: str) -> None:
    assert [claim.party for claim in claims(*sentences(text)) if claim.actor == actor] in (
        [None],
        [None, None],
    )


def test_a_name_for_short_is_never_the_last_body_named(claims: Read) -> None:
    text = "The Coastal Bloc backed the text. The Sea Party voted against it. "
    text += "The Bloc's council postponed its vote."
    assert {c.party for c in claims(*sentences(text)) if c.predicate == "postponed"} <= {"Coastal Bloc", None}


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("National Health Fund", ("fund",)),
        ("Bank of Toren", ("bank",)),
        ("Alliance of the Coast", ("alliance",)),
        ("Riverside Hospital Trust", ("trust", "hospital")),
        ("Norline", ()),
    ],
)
def test_what_a_name_says_it_is(name: str, heads: tuple[str, ...]) -> None:
    assert heads_of(name) == heads
