"""Rows on a terminal: a table where its words fit, else two lines a row, else one entry under another."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tracktwo.cli.page import bold, columns, filled, folded, show, wide

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
    room = columns()
    headings = [printable(heading) for heading in headings]
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = _widths(headings, rows, room, BROKEN if room >= NARROW else room)
    if widths is not None and not as_entries:
        show([bold(line) for line in _table_row(headings, widths)])
        show(line for row in rows for line in _table_row(row, widths))
    elif as_entries or not _print_folded(room, headings, rows):
        _print_entries(room, headings, rows)


def _table_row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row, each cell folded into its column."""
    parts_of = [folded(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*parts_of, fillvalue=""):
        yield (" " * _GAP).join(map(filled, parts, widths)).rstrip()


def fits(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Say whether rows would be a table without broken words."""
    return _widths(headings, rows, columns(), BROKEN) is not None


def printable(text: str) -> str:
    """Return ``text`` with control characters shown, not sent: a report must not steer the terminal."""
    if text.isprintable():
        return text
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
    told = [(heading, *cells) for heading, *cells in zip(headings, *rows, strict=True)]
    full = [max(map(_width, column)) for column in told]
    found = [_least(column, longest) for column in told]
    spare = width - _GAP * (len(told) - 1) - 1 - sum(found)
    if spare < 0:
        return None
    for _ in range(min(spare, sum(full) - sum(found))):
        at = max(range(len(found)), key=lambda n: full[n] / found[n])
        found[at] += 1
    return found


def _width(text: str) -> int:
    return max(map(wide, text.split("\n")))


def _least(column: Sequence[str], longest: int) -> int:
    """Return the width under which a column would break words, or cells that should keep together."""
    words = [wide(word) for text in column for word in text.split()]
    short = max(map(_width, column[1:]), default=0)
    return max(min(max(words, default=1), longest), short if short <= SHORT else 1)


def _print_folded(room: int, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Print what is long in a row on lines of their own, and what is short under headings beneath it.

    Nothing is printed, and False returned, where even that would break words, or all is long or short.
    """
    told = [*zip(*rows, strict=True)]
    short = [n for n, cells in enumerate(told) if max(map(wide, cells)) <= SHORT]
    long = [n for n in range(len(headings)) if n not in short]
    widths = {n: max(map(wide, (headings[n], *told[n]))) for n in short}
    longest = max((wide(word) for n in long for cell in told[n] for word in cell.split()), default=0)
    if not (short and long) or max(longest, sum(widths.values()) + _GAP * len(short)) > room:
        return False
    indent = " " * _GAP

    def line(cells: Sequence[str]) -> str:
        return (indent + indent.join(filled(cells[n], widths[n]) for n in short)).rstrip()

    lines = [bold(line(headings))]
    for row in rows:
        words = [f"{headings[n]}: {row[n]}" if n != long[0] else row[n] for n in long if row[n].strip()]
        lines += textwrap.wrap(" · ".join(words), room, break_on_hyphens=False)
        lines.append(line(row))
    show(lines)
    return True


def _print_entries(room: int, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    label = min(max(map(wide, headings)) + _GAP, room // 2)
    lines = []
    for at, row in enumerate(rows):
        lines += [""] if at else []
        for heading, cell in zip(headings, row, strict=True):
            if not cell.strip():
                continue
            labels = textwrap.wrap(heading, max(label - _GAP, 1)) or [""]
            told = textwrap.wrap(cell, max(room - label, 1), break_on_hyphens=False)
            pairs = zip_longest(labels, told, fillvalue="")
            lines += [bold(filled(one, label)) + other for one, other in pairs]
    show(lines)
