"""What kinds of things verbs govern: talks, deals, proposals (objects.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def object_words(kind: str) -> frozenset[str]:
    """The words of one kind ("talks", "deal", "theme", "proposal")."""
    data = tomllib.loads((files("tracktwo.reading.acts") / "objects.toml").read_text(encoding="utf-8"))
    return frozenset(data[kind])
