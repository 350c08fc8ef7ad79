"""What kinds of things verbs govern: talks, deals, proposals (objects.toml)."""

from __future__ import annotations

from functools import cache

from tracktwo.reading.datafiles import data_of


@cache
def object_words(kind: str) -> frozenset[str]:
    """The words of one kind ("talks", "deal", "theme", "proposal")."""
    return frozenset(data_of("tracktwo.reading.acts", "objects.toml")[kind])


def is_list(kind: str) -> bool:
    """Whether words are listed under a kind."""
    return kind in data_of("tracktwo.reading.acts", "objects.toml")
