"""Rows on a page: what Rich would print, without the time it takes to load."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tracktwo.cli.layout import print_rows
from tracktwo.cli.page import bold, columns, folded, wide

LETTERS = "abcde fghij  klmno\n"
WIDE = "日本語の交渉"
TEXTS = st.text(st.sampled_from(LETTERS + WIDE), max_size=60)


def by_rich(headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> list[str]:
    console = Console(file=io.StringIO(), width=200)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(Text(heading), overflow="fold", width=width)
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]  # type: ignore[attr-defined]


@settings(deadline=None, max_examples=100)
@given(text=TEXTS, width=st.integers(2, 30))
def test_text_is_folded_as_rich_folds_it(text: str, width: int) -> None:
    wrapped = Text(text).wrap(Console(width=width), width, overflow="fold")
    assert folded(text, width) == ([line.plain.rstrip() for line in wrapped] or [""])


@settings(deadline=None, max_examples=100)
@given(text=TEXTS, width=st.integers(2, 30))
def test_no_line_is_too_long_and_no_letter_lost(text: str, width: int) -> None:
    lines = folded(text, width)
    assert max(map(wide, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_a_table_is_richs_table(rows: list[tuple[str, str]]) -> None:
    headings = ["the one", "the other"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "200")
        shown = io.StringIO()
        patch.setattr(sys, "stdout", shown)
        print_rows(headings, rows)
    full = [
        max(wide(line) for text in (heading, *cells) for line in text.split("\n"))
        for heading, *cells in zip(headings, *rows, strict=True)
    ]
    assert shown.getvalue().splitlines() == by_rich(headings, rows, full)


def test_a_wide_letter_takes_two_columns_and_a_mark_none() -> None:
    assert [wide(text) for text in ("", "abc", "日本", "e\N{COMBINING ACUTE ACCENT}")] == [0, 3, 4, 1]


@pytest.mark.parametrize(("said", "wanted"), [("123", 123), ("0", 80), ("", 80), ("many", 80)])
def test_how_wide_the_page_is(said: str, wanted: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_terminal(_: int) -> os.terminal_size:
        raise OSError

    monkeypatch.setattr(os, "get_terminal_size", no_terminal)
    monkeypatch.setenv("COLUMNS", said)
    assert columns() == wanted
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((61, 20)))
    assert columns() == (wanted if said == "123" else 61)


@pytest.mark.parametrize(("term", "marked"), [("xterm", True), ("dumb", False)])
def test_headings_are_bold_on_a_terminal_only(
    term: str, marked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    assert bold("actor") == "actor"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert bold("actor") == ("\x1b[1mactor\x1b[0m" if marked else "actor")
