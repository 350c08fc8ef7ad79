"""Finding a coder's words in a stored text: line breaks, blanks and quotation marks may differ."""

from __future__ import annotations

import re

_MARKS = {
    **dict.fromkeys("'‘’‚‛′", "['‘’‚‛′]"),
    **dict.fromkeys('"“”„‟″«»', '["“”„‟″«»]'),
    **dict.fromkeys("-‐‑‒–—", "[-‐‑‒–—]"),
}


def places(words: str, text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return every (start, end) at which ``words`` stand in a stretch of ``text``, in code points."""
    pieces = words.split()
    if not pieces:
        return ()
    pattern = r"\s+".join("".join(_MARKS.get(c, re.escape(c)) for c in piece) for piece in pieces)
    stop = len(text) if end is None else end
    return tuple((m.start(), m.end()) for m in re.compile(pattern).finditer(text, start, stop))
