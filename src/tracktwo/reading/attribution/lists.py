"""The word lists of attribution (sources.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def source_list(kind: str) -> frozenset[str]:
    """One list: documents, nouns, no_sources."""
    data = tomllib.loads((files("tracktwo.reading.attribution") / "sources.toml").read_text(encoding="utf-8"))
    return frozenset(data[kind])


def document_nouns() -> frozenset[str]:
    """Nouns of documents that can be a source."""
    return source_list("documents")
