"""Offices in small letters right before a name: "depot steward Jane Keller"."""

from __future__ import annotations

import re

_PASSED = re.compile(
    r"\b(?:said|says|by|and|but|with|of|for|that|which|who|when|while|as|than|or|told|met|if)$"
)
_ROLE = re.compile(r"((?:[A-Za-z][a-z]+ )?[a-z]{3,})\s$")


def office_before(before: str) -> str | None:
    """The office right before a name ("depot steward"), if small words say one."""
    match = _ROLE.search(before)
    if match is None or _PASSED.search(match.group(1)):
        return None
    words = match.group(1).split()
    office = words[-1]
    if not office.endswith(
        (
            "er",
            "or",
            "ist",
            "ant",
            "ard",
            "man",
            "woman",
            "chief",
            "head",
            "leader",
            "president",
            "mayor",
            "judge",
            "delegate",
        )
    ):
        return None
    return match.group(1)
