"""The word lists of the patterns (words.toml)."""

from __future__ import annotations

from functools import cache

from tracktwo.reading.datafiles import data_of


@cache
def listed(name: str) -> frozenset[str]:
    """One list of words.toml as a set of lower-case words or phrases."""
    return frozenset(data_of("tracktwo.reading.patterns", "words.toml")[name])
