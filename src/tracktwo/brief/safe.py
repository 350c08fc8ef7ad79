"""Report text on a terminal: shown, never obeyed."""

from __future__ import annotations

import unicodedata

# Marks that reorder what stands around them; a report could use them to make a quote read otherwise.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def safe(text: str) -> str:
    """Return ``text`` with control and reordering characters made visible and line breaks flattened.

    Escape sequences become harmless: the escape character itself is replaced, its letters stay readable.
    """
    return "".join(_shown(c) for c in text)


def _shown(c: str) -> str:
    if c in "\n\r\t\v\f\x85\u2028\u2029":
        return " "
    if c in _BIDI or unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn"):
        return "\N{REPLACEMENT CHARACTER}"
    return c
