"""The word lists of the patterns (words.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> frozenset[str]:
    """One list of words.toml as a set of lower-case words or phrases."""
    data = tomllib.loads((files("tracktwo.reading.patterns") / "words.toml").read_text(encoding="utf-8"))
    return frozenset(data[name])
