"""Rows on a terminal: a table where its words fit, else one entry under another."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

# A cell this short is a day, a number or one or two words: it keeps its width.
SHORT = 12
# On anything wider, columns of a few words still read better than entries.
NARROW = 60
_GAP = 2


def print_rows(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under headings; nothing in them can steer the terminal.

    Parameters
    ----------
    headings : sequence of str
    rows : sequence of sequence of str
        As many cells as headings each.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    headings = [printable(heading) for heading in headings]
    rows = [[printable(cell) for cell in row] for row in rows]
    if console.width < NARROW and _needed(headings, rows) > console.width:
        _print_entries(console, headings, rows)
        return
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, _GAP, 0, 0))
    for heading, cells in zip(headings, zip(*rows, strict=True), strict=True):
        # What is left is for the columns that hold sentences.
        short = max(map(len, cells)) <= SHORT
        table.add_column(Text(heading), overflow="fold", no_wrap=short, min_width=len(heading))
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def printable(text: str) -> str:
    """Return ``text`` with control characters shown, not sent: a report must not steer the terminal."""
    return "".join(
        c if c.isprintable() or c == "\n" else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )


def _needed(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """The width under which words would be broken."""
    longest = [
        max(len(word) for cell in (heading, *cells) for word in (cell.split() or [""]))
        for heading, cells in zip(headings, zip(*rows, strict=True), strict=True)
    ]
    return sum(longest) + _GAP * (len(longest) - 1)


def _print_entries(console: Console, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.text import Text

    wide = max(map(len, headings)) + _GAP
    for at, row in enumerate(rows):
        if at:
            console.print()
        for heading, cell in zip(headings, row, strict=True):
            if not cell.strip():
                continue
            room = max(console.width - wide, SHORT)
            for number, line in enumerate(textwrap.wrap(cell, room, break_on_hyphens=False)):
                label = Text(f"{heading:{wide}}" if not number else " " * wide, style="bold")
                console.print(label + Text(line, style="not bold"), soft_wrap=True)
