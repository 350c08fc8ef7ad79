"""The page that rows are shown on: how wide it is, whether bold shows, and words folded to fit."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from unicodedata import category, east_asian_width

_USUAL = 80  # columns, where nobody says
_WORD = re.compile(r"\s*\S+\s*")
_NO_STYLES = ("dumb", "unknown")  # terminals
_WIDTHLESS = ("Mn", "Me", "Cf")  # marks that stand over a letter


def columns() -> int:
    """Return how many columns there are: what COLUMNS says, else the terminal, else 80."""
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said):
        return int(said)
    for stream in (0, 1, 2):
        try:
            return os.get_terminal_size(stream).columns or _USUAL
        except OSError:
            continue
    return _USUAL


def bold(text: str) -> str:
    """Return ``text`` in bold where standard output is a terminal that shows it."""
    able = os.name == "posix" and os.environ.get("TERM", "").lower() not in _NO_STYLES
    return f"\x1b[1m{text}\x1b[0m" if able and sys.stdout.isatty() and text else text


def wide(text: str) -> int:
    """Return how many columns ``text`` takes: two for a wide East Asian letter, none for a mark over one."""
    if text.isascii():
        return len(text)
    return sum(0 if category(c) in _WIDTHLESS else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def filled(text: str, width: int) -> str:
    """Return ``text`` with blanks up to ``width`` columns."""
    return text + " " * (width - wide(text))


def folded(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` columns; only a word that fits no line is broken."""
    return [line.rstrip() for told in text.split("\n") for line in _lines(told, width)]


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in _WORD.findall(text):
        room = wide(word.rstrip())
        if wide(line) + room <= width:
            line += word
            continue
        if line:
            yield line
        *broken, line = _broken(word, width) if room > width else (word,)
        yield from broken
    yield line


def _broken(word: str, width: int) -> Iterator[str]:
    part = ""
    for letter in word:
        if part and wide(part) + wide(letter) > width:
            yield part
            part = ""
        part += letter
    yield part


def show(lines: Iterable[str]) -> None:
    """Print lines, all at once."""
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in lines))
    sys.stdout.flush()
