from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.reports.sentences import _WINDOW, _divide, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Secretary of State Ann Lee met Maj Gen. Tom Roe in St. Ives.",
        "Gov. Roe and Lt. Gen. Lee agreed with Sen. Poe.",
        "The meeting began at 5 p.m. Tuesday under Art. 3.14 (adverse effects) of the treaty.",
        "Rep. Jones of the U.N. council quoted No. 5 and para. 7 of Dec. 1/CP.17.",
        "The council decided on aid; the ministers would meet again; nobody objected.",
        "On Sept. 3 the parties met 40 people.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("It pays for the fund.", "The ministers met."),
        ("They “cannot wait.”", "PERU said no."),
        ("Units were few (ERUs).", "Third, on fees."),
        ("It holds until 2050.", "In reply, Peru left."),
    ],
)
def test_a_lost_blank_ends_a_sentence_all_the_same(parts: tuple[str, str]) -> None:
    assert split("".join(parts)) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        "See ADP.2013.5.InformalSummary, which is short.",
        "Prof.Keller spoke on 350.ORG for an hour.",
        "Above 2?C in summer and www.example.com/Fees.The in winter.",
    ],
)
def test_names_of_files_sites_and_people_end_no_sentence(text: str) -> None:
    assert split(text) == [text]


def test_sentences_end_where_they_end() -> None:
    text = "He lives in the U.S. The union said yes. “We will not go.” Was it 5 percent? It was."
    assert split(text) == [
        "He lives in the U.S.",
        "The union said yes.",
        "“We will not go.”",
        "Was it 5 percent?",
        "It was.",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Peru spoke on Article 4.8.", "NORWAY objected."),
        ("Peru would delete Annex II.", "NORWAY objected."),
        ("Peru preferred option C.", "Norway objected."),
        ("Peru asked to drop options A and B.", "Norway objected."),
        ("The body took note of it (L.5/Add.1).", "Norway objected."),
        ("It named the rest (fees, fines and permits ).", "Norway objected."),
        ("Warming must stay under 1.5 °C.", "Norway objected."),
    ],
)
def test_numbers_letters_and_brackets_end_a_sentence_before_a_capital(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "John F. Roe met A.A.M. Lee.",
        "The text of Article 4. of the treaty holds.",
        "Mr. T. Roe saw Dr. C. Lee.",
    ],
)
def test_initials_and_what_goes_on_in_small_letters_do_not(text: str) -> None:
    assert split(text) == [text]


def test_line_breaks_inside_a_sentence_do_not_end_it() -> None:
    assert split("The parties\nmet on\r\nMonday. They\ntalked.") == [
        "The parties\nmet on\r\nMonday.",
        "They\ntalked.",
    ]


@given(st.text(max_size=200))
def test_sentences_are_in_order_and_hold_every_character_but_white_space(text: str) -> None:
    spans = sentences(text)
    at, held = 0, ""
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        held += text[start:end]
        at = end
    assert not text[at:].strip()
    assert "".join(held.split()) == "".join(text.split())


LINES = (
    "Norway rejected it.",
    "Dr. Lee met J. Roe on 4.5. in Oslo.",
    "No end here",
    "“Why?” she asked.",
    "x" * 30,
)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=40).map(" ".join), st.integers(20, 90))
def test_a_paragraph_as_long_as_a_book_is_divided_in_stretches(text: str, window: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracktwo.reports.sentences._WINDOW", window)
        spans = sentences(text)
    held = "".join(text[start:end] for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join(held.split()) == "".join(text.split())


def test_stretches_do_not_show_where_sentences_are_shorter_than_they() -> None:
    text = " ".join(f"The union rejected offer {n} of the company. Nobody spoke." for n in range(3000))
    assert len(text) > 2 * _WINDOW
    assert sentences(text) == _divide(text)
