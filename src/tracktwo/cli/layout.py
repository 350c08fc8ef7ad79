"""Rows on a terminal: a table where its words fit, else two lines a row, else one entry under another."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

# A cell this short is a day, a number or one or two words: it keeps its width.
SHORT = 12
# On anything wider, a table may break words that are longer than this.
NARROW = 60
BROKEN = 20
_GAP = 2


def print_rows(headings: Sequence[str], rows: Sequence[Sequence[str]], *, as_entries: bool = False) -> None:
    """Print rows under headings, nothing cut off; nothing in them can steer the terminal.

    Parameters
    ----------
    headings : sequence of str
    rows : sequence of sequence of str
        As many cells as headings each.
    as_entries : bool
        Under one another even where a table would fit.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    # Rich would end the program with 1; that the reader (head, less) has gone is no failure.
    console.on_broken_pipe = _reader_has_gone  # type: ignore[method-assign]
    headings = [printable(heading) for heading in headings]
    rows = [[printable(cell) for cell in row] for row in rows]
    longest = BROKEN if console.width >= NARROW else console.width
    widths = _widths(headings, rows, console.width, longest)
    if widths is None or as_entries:
        if as_entries or not _print_folded(console, headings, rows):
            _print_entries(console, headings, rows)
        return
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, _GAP, 0, 0))
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(Text(heading), overflow="fold", width=width)
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _reader_has_gone() -> None:
    raise BrokenPipeError


def fits(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Say whether rows would be a table without broken words."""
    from rich.console import Console

    return _widths(headings, rows, Console().width, BROKEN) is not None


def printable(text: str) -> str:
    """Return ``text`` with control characters shown, not sent: a report must not steer the terminal."""
    return "".join(
        c if c.isprintable() or c == "\n" else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )


def _widths(
    headings: Sequence[str], rows: Sequence[Sequence[str]], width: int, longest: int
) -> list[int] | None:
    """Return how wide each column is; null where words of up to ``longest`` letters do not fit whole.

    Room beyond the longest words goes, bit by bit, to the column whose longest cell takes the most lines.
    """
    columns = [(heading, *cells) for heading, *cells in zip(headings, *rows, strict=True)]
    full = [max(map(_width, column)) for column in columns]
    found = [_least(column, longest) for column in columns]
    spare = width - _GAP * (len(columns) - 1) - 1 - sum(found)
    if spare < 0:
        return None
    for _ in range(min(spare, sum(full) - sum(found))):
        at = max(range(len(found)), key=lambda n: full[n] / found[n])
        found[at] += 1
    return found


def _width(text: str) -> int:
    return max(map(len, text.split("\n")))


def _least(column: Sequence[str], longest: int) -> int:
    """Return the width under which a column would break words, or cells that should keep together."""
    words = [len(word) for text in column for word in text.split()]
    short = max(map(_width, column[1:]), default=0)
    return max(min(max(words, default=1), longest), short if short <= SHORT else 1)


def _print_folded(console: Console, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Print what is long in a row on lines of their own, and what is short under headings beneath it.

    Nothing is printed, and False returned, where even that would break words, or all is long or short.
    """
    from rich.text import Text

    columns = [*zip(*rows, strict=True)]
    short = [n for n, cells in enumerate(columns) if max(map(len, cells)) <= SHORT]
    long = [n for n in range(len(headings)) if n not in short]
    widths = {n: max(map(len, (headings[n], *columns[n]))) for n in short}
    longest = max((len(word) for n in long for cell in columns[n] for word in cell.split()), default=0)
    if not (short and long) or max(longest, sum(widths.values()) + _GAP * len(short)) > console.width:
        return False
    indent = " " * _GAP

    def line(cells: Sequence[str]) -> str:
        return (indent + indent.join(f"{cells[n]:{widths[n]}}" for n in short)).rstrip()

    console.print(Text(line(headings), style="bold"))
    for row in rows:
        told = [f"{headings[n]}: {row[n]}" if n != long[0] else row[n] for n in long if row[n].strip()]
        for words in textwrap.wrap(" · ".join(told), console.width, break_on_hyphens=False):
            console.print(Text(words), soft_wrap=True)
        console.print(Text(line(row)), soft_wrap=True)
    return True


def _print_entries(console: Console, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.text import Text

    wide = min(max(map(len, headings)) + _GAP, console.width // 2)
    room = max(console.width - wide, 1)
    for at, row in enumerate(rows):
        if at:
            console.print()
        for heading, cell in zip(headings, row, strict=True):
            if not cell.strip():
                continue
            labels = textwrap.wrap(heading, max(wide - _GAP, 1)) or [""]
            lines = textwrap.wrap(cell, room, break_on_hyphens=False)
            for label, line in zip_longest(labels, lines, fillvalue=""):
                shown = Text(f"{label:{wide}}", style="bold") + Text(line, style="not bold")
                console.print(shown, soft_wrap=True)
