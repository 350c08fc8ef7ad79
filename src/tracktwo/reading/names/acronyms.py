"""Acronyms: the short form a text gives right after a name ("the Harbour Workers' Union (HWU)")."""

from __future__ import annotations

import re

_LETTERS = r"[\"“‘']?([A-Z][A-Za-z&/-]{1,9})[\"”’']?"
_ACRONYM = re.compile(
    rf"\s*\(\s*(?:the\s+|or\s+|also\s+)?{_LETTERS}\s*\)"
    rf"|,?\s+(?:or|(?:also |better |commonly )?known as)\s+(?:the\s+)?{_LETTERS}(?=,)"
)


def short_form(sentence: str, start: int, end: int) -> str | None:
    """The acronym right after ``sentence[start:end]`` whose letters are those of its words; else None."""
    match = _ACRONYM.match(sentence, end)
    if match is None:
        return None
    acronym = match.group(1) or match.group(2)
    return acronym if _initials(acronym, sentence[start:end]) else None


def _initials(acronym: str, name: str) -> bool:
    """Whether the capitals of an acronym are, in order, first letters of the name's words."""
    firsts = [word[0].upper() for word in re.findall(r"[^\W\d_]+", name)]
    wanted = [letter for letter in acronym if letter.isupper()]
    rest = iter(firsts)
    return len(wanted) > 1 and all(letter in rest for letter in wanted)
