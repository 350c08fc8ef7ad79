"""Holders: the name of who holds an office, with titles before it and letters after it."""

from __future__ import annotations

from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.scan import Scan
from tracktwo.reading.names.units import Unit


def name_at(scan: Scan, at: int, *, strict: bool = False) -> Unit | None:
    """The name of a person that starts at a token (``strict``: two words at least, or a known one)."""
    unit = scan.unit(at)
    if unit is None or not scan.near(at):
        return None
    if unit.entry is not None:
        known = unit.entry.sort is Sort.PERSON or (unit.entry.sort is Sort.SURNAME and not strict)
        return unit if known else None
    first = scan.tokens.words[at]
    if first.isupper() and len(first) > 1 and unit.last - unit.first == 1:
        return None
    if strict and unit.last - unit.first < 2:
        return None
    return unit


def closes(scan: Scan, at: int) -> bool:
    """Whether an apposition may end here: at a sign or the end of the sentence."""
    return at >= len(scan.tokens) or scan.tokens.words[at] in ",.;:)"


def past_titles(scan: Scan, at: int) -> int:
    """Past "the Rt Hon", "Mr" and "Brigadier General" before a name."""
    here = at + (scan.tokens.lower[at : at + 1] == ["the"])
    while here < len(scan.tokens):
        unit = scan.unit(here)
        if unit is not None and unit.entry is not None and "title" in unit.entry.flags:
            here = unit.last
        elif scan.tokens.lower[here] == "rt" or (scan.tokens.words[here] == "." and here > at):
            here += 1
        else:
            break
    return here


def past_letters(scan: Scan, at: int) -> int:
    """Past the letters some people bear after their name: "Dana Hale MP"."""
    words = scan.tokens.words
    while at < len(words) and scan.tokens.lower[at] in scan.words.after_names and words[at][0].isupper():
        at += 1
    return at


def is_held(scan: Scan, at: int, *, apposed: bool = False) -> bool:
    """Whether who holds an office is named right here or between commas ("Ambassador to Peru, Ada Lund,")."""
    if not apposed and name_at(scan, at) is not None:
        return True
    if at + 1 >= len(scan.tokens) or scan.tokens.words[at] != ",":
        return False
    name = name_at(scan, past_titles(scan, at + 1), strict=True)
    return name is not None and closes(scan, past_letters(scan, name.last))
