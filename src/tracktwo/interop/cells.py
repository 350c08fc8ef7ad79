"""Text for spreadsheets and markup: what a report says is shown, never run.

A spreadsheet runs a cell that begins with one of a few characters as a formula (CWE-1236), and control
characters steer terminals and break XML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

# Their full-width forms count, too: some spreadsheets fold them. After blanks and quotes as well.
_FORMULA = re.compile(r"""[\s"']*[=+\-@|%＝＋－＠]|[\t\r\n]""")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return ``text`` with control, reordering and half characters shown as U+FFFD; line breaks stay."""
    return _BIDI.sub("\N{REPLACEMENT CHARACTER}", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))


def neutral(text: str) -> str:
    """Return ``text`` as a spreadsheet will show it: behind a quote mark where it would run as a formula."""
    if text.isascii() and text.isprintable() and text[:1].isalnum():
        return text  # As nearly every cell is; the patterns would say the same, and take ten times as long.
    text = visible(text)
    return f"'{text}" if _FORMULA.match(text) else text


def bare(text: str) -> str:
    """Undo `neutral` where it put a quote mark."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def flat(value: Any) -> str | int | float:
    """Return a value as one cell: null is empty, yes and no for truth, JSON for lists and objects."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (Mapping, list, tuple)):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return str(value)


def cell(value: Any) -> str | int | float:
    """Return a value as one harmless cell."""
    made = flat(value)
    return neutral(made) if isinstance(made, str) else made
