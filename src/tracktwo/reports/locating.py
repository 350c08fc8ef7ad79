"""Finding a coder's words in a stored text: line breaks, blanks and quotation marks may differ."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

_ALIKE = ("'‘’‚‛′", '"“”„‟″«»', "-‐‑‒–—")
_PLAIN = str.maketrans({mark: marks[0] for marks in _ALIKE for mark in marks})
_BLANKS, _SEVERAL = re.compile(r"\s+"), re.compile(r"\s\s+")


def places(words: str, text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return every (start, end) at which ``words`` stand in a stretch of ``text``, in code points.

    Where two overlap, the first of them.
    """
    wanted = " ".join(words.split()).translate(_PLAIN)
    if not wanted:
        return ()
    plain = _plain(text)
    stop = plain.after(len(text) if end is None else end)
    found, at = [], plain.text.find(wanted, plain.after(start), stop)
    while at >= 0:
        last = at + len(wanted)
        found.append((plain.before(at), plain.before(last - 1) + 1))
        at = plain.text.find(wanted, last, stop)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text with one kind of each mark and single blanks.

    ``cuts`` are the places in it after which something is missing, ``missing`` how many characters before
    the first of them, before the second, and so on.
    """

    text: str
    cuts: tuple[int, ...]
    missing: tuple[int, ...]

    def before(self, place: int) -> int:
        """Return where a character of the plain text stands in the text as it was."""
        return place + self.missing[bisect_right(self.cuts, place)]

    def after(self, place: int) -> int:
        """Return the first place of the plain text that stands at or behind a place of the text as it was."""
        if not self.cuts:
            return max(place, 0)
        return bisect_left(range(len(self.text) + 1), place, key=self.before)


@lru_cache(8)
def _plain(text: str) -> _Plain:
    # Of a text many claims are told one after the other.
    runs = [found.span() for found in _SEVERAL.finditer(text)]
    missing = (0, *accumulate(end - start - 1 for start, end in runs))
    cuts = tuple(start + 1 - gone for (start, _), gone in zip(runs, missing, strict=False))
    return _Plain(_BLANKS.sub(" ", text).translate(_PLAIN), cuts, missing)
