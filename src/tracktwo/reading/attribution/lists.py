"""The word lists of attribution (sources.toml)."""

from __future__ import annotations

from functools import cache

from tracktwo.reading.datafiles import data_of


@cache
def source_list(kind: str) -> frozenset[str]:
    """One list: documents, nouns, no_sources."""
    return frozenset(data_of("tracktwo.reading.attribution", "sources.toml")[kind])


def document_nouns() -> frozenset[str]:
    """Nouns of documents that can be a source."""
    return source_list("documents")
