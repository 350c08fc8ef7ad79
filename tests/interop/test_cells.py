"""Formulas, control characters and reordering marks do nothing in a cell, and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.interop.cells import bare, cell, neutral, visible

DANGEROUS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1+1",
    "＠x",
    "|calc",
    "%0A=1",
    "'=1",
    '"=1',
    "=cmd|'/c calc'!A1",
)


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_would_run_stands_behind_a_quote_mark(text: str) -> None:
    assert neutral(text) == f"'{text}"
    assert bare(neutral(text)) == text


@pytest.mark.parametrize("text", ["", "plain", "a=b", "'quoted'", "3 = 4", "No - never"])
def test_other_text_stays(text: str) -> None:
    assert neutral(text) == text
    assert bare(text) == text


def test_control_and_reordering_characters_are_shown() -> None:
    assert visible("a\x1b[31mb\x00c\u202ed\ud800e\n\x9b") == "a�[31mb�c�d�e\n�"


@given(st.text())
def test_no_text_runs_and_none_is_lost(text: str) -> None:
    made = neutral(text)
    first = made.lstrip()[:1] if made[:1] != "'" else "'"
    assert first not in tuple("=+-@|%＝＋－＠")
    assert bare(made) == visible(text)
    assert all(c in "\n\t\r\x85" or (ord(c) >= 32 and not 127 <= ord(c) < 160) for c in made)
    made.encode("utf-8")


def test_values_as_cells() -> None:
    assert [cell(value) for value in (None, True, False, 3, -0.5, [], {})] == [
        "",
        "yes",
        "no",
        3,
        -0.5,
        "",
        "",
    ]
    assert cell([{"head": "=x"}]) == '[{"head": "=x"}]'
    assert cell("=x") == "'=x"
