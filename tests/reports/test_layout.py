from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.reports.layout import paragraphs


def split(text: str) -> list[str]:
    return [text[part.start : part.end] for part in paragraphs(text)]


def test_blank_lines_divide() -> None:
    assert split("One.\n\nTwo.\r\n \t\r\nThree.") == ["One.", "Two.", "Three."]


def test_wrapped_lines_stay_together() -> None:
    text = "The parties agreed on Monday to meet\nagain in the second week of the month,\nthe mediator said."
    assert split(text) == [text]


def test_a_line_with_room_for_the_next_word_ended_on_purpose() -> None:
    text = "Title of the report\nThe parties agreed on Monday to meet again soon in town."
    assert split(text) == ["Title of the report", "The parties agreed on Monday to meet again soon in town."]


def test_long_lines_are_paragraphs() -> None:
    long = "The parties agreed. " * 12
    assert split(f"{long}\n{long}\nShort one.") == [long.strip(), long.strip(), "Short one."]


def test_items_and_marked_headings_stand_alone() -> None:
    assert split("# Title\nThe list:\n- one\n- two\n1. three") == [
        "# Title",
        "The list:",
        "- one",
        "- two",
        "1. three",
    ]


def test_an_item_mark_in_the_middle_of_a_wrapped_sentence_is_no_item() -> None:
    text = "The parties agreed on Monday that they would\n(a) meet and that they would talk after"
    assert split(text) == [text]


@given(st.text(max_size=300))
def test_paragraphs_hold_everything_but_white_space(text: str) -> None:
    at = 0
    for part in paragraphs(text):
        assert at <= part.start < part.end
        assert not text[at : part.start].strip()
        at = part.end
    assert not text[at:].strip()
