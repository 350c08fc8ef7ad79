"""Lines and paragraphs of a stored text, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A line ends where Python's str.splitlines ends it, but for the rare separators that are data, not layout.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")
ITEM = re.compile(r"\s*(?:[-*+•‣▪–]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+|\||>)")
_HASHES = re.compile(r"\s{0,3}#{1,6}\s+\S")
_STOPPED = re.compile(r"[.:;,!?][\"'”’)\]]*$")
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]*\s*$")
_UNWRAPPED = 160  # nobody wraps lines at more columns than this: longer lines are whole paragraphs


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; code points of the stored text, half open."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; ``alone`` where blank lines or the text's ends stand on both sides."""

    lines: tuple[Line, ...]
    alone: bool

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.lines[-1].end


def paragraphs(text: str, start: int = 0) -> Iterator[Paragraph]:
    """Divide a text into paragraphs.

    Blank lines separate; so do headings marked by ``#``, list items, and line ends that no wrapping at a
    fixed width explains (a line that had room for the next word ended there on purpose).

    Parameters
    ----------
    text : str
        The stored text.
    start : int
        Where to begin (after front matter), in code points.

    Yields
    ------
    Paragraph
        In text order; together they hold every character that is not white space.
    """
    block: list[Line] = []
    for line in _lines(text, start):
        if line.start == line.end:
            yield from _divide(block)
            block = []
        else:
            block.append(line)
    yield from _divide(block)


def _lines(text: str, start: int) -> Iterator[Line]:
    for match in _LINE.finditer(text, start):
        raw = match.group()
        body = raw.strip()
        at = match.start() + len(raw) - len(raw.lstrip()) if body else match.start()
        yield Line(at, at + len(body), body)


def _divide(block: list[Line]) -> Iterator[Paragraph]:
    if not block:
        return
    width = max(len(line.text) for line in block)
    group = [block[0]]
    groups: list[list[Line]] = []
    for line in block[1:]:
        if _breaks(group, line, width):
            groups.append(group)
            group = [line]
        else:
            group.append(line)
    groups.append(group)
    for lines in groups:
        yield Paragraph(tuple(lines), alone=len(groups) == 1)


def _breaks(group: list[Line], following: Line, width: int) -> bool:
    """Decide whether a line end inside a block ends a paragraph."""
    line = group[-1]
    if _HASHES.match(line.text) or _HASHES.match(following.text):
        return True
    # "(a)" after a wrapped "agreed to" goes on with the sentence; after a stop or in a list it is an item.
    if ITEM.match(following.text) and (_STOPPED.search(line.text) or ITEM.match(group[0].text)):
        return True
    starts_low = following.text[0].islower()
    if width > _UNWRAPPED:
        return not starts_low or bool(_ENDED.search(line.text))
    room = width - len(line.text) - 1
    next_word = len(following.text.split(maxsplit=1)[0])
    return room >= next_word + 2 and not starts_low
