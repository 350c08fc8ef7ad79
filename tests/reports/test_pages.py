from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.reports.formats.pages import join_pages


def test_running_heads_and_numbers_are_left_out_and_counted() -> None:
    pages = [
        f"HARBOUR POST 2 April\nText of page {name}.\n{number} of 3" for number, name in enumerate("abc", 1)
    ]
    assert join_pages(pages) == ("Text of page a.\n\nText of page b.\n\nText of page c.", 6)


def test_a_sentence_over_the_page_is_whole() -> None:
    pages = ["The union said on Monday that it\n1", "2\nwould strike.", "Title\nNew talks began."]
    assert join_pages(pages) == (
        "The union said on Monday that it\nwould strike.\n\nTitle\nNew talks began.",
        2,
    )


def test_a_single_page_and_two_pages_keep_their_lines() -> None:
    assert join_pages(["7"]) == ("7", 0)
    assert join_pages(["Head\nOne.", "Head\nTwo."]) == ("Head\nOne.\n\nHead\nTwo.", 0)
    assert join_pages(["One.\n\nTwo.", "Three."]) == ("One.\n\nTwo.\n\nThree.", 0)
    assert join_pages(["", " \n"]) == ("", 0)


@given(st.lists(st.text(alphabet="ab1 \n.", max_size=30), max_size=6))
def test_lines_are_left_out_only_at_the_edges_of_pages_and_counted(pages: list[str]) -> None:
    text, left_out = join_pages(pages)
    lines = [line for page in pages for line in page.strip().splitlines() if line.strip()]
    kept = [line for line in text.splitlines() if line.strip()]
    assert len(kept) + left_out == len(lines)
    remaining = iter(lines)
    assert all(line in remaining for line in kept)
