"""Pages put together to one text: running heads and page numbers left out, sentences across pages whole."""

from __future__ import annotations

import re
from collections import Counter

_NUMBER = re.compile(r"(?:page\s+)?\W*\d{1,4}\W*(?:(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_STOPPED = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_FEWEST = 3  # pages from which on a line at the same edge is seen to repeat


def join_pages(pages: list[str]) -> tuple[str, int]:
    """Put the texts of pages together.

    A line at the top or bottom edge of more than half of the pages (numbers apart), or one that is a page
    number, belongs to the page and not to the text. A sentence that goes on over the page is not broken.

    Parameters
    ----------
    pages : list of str
        The text of each page.

    Returns
    -------
    str
        The text.
    int
        How many lines of page furniture were left out.
    """
    lines = [page.strip().splitlines() for page in pages]
    repeated = _repeated(lines)
    before = _count(lines)
    kept = [_without_edges(page, repeated, len(pages) > 1) for page in lines]
    text = ""
    for page in filter(None, kept):
        goes_on = text and not _STOPPED.search(text) and page[0].lstrip()[:1].islower()
        text += ("" if not text else "\n" if goes_on else "\n\n") + "\n".join(page)
    return text, before - _count(kept)


def _count(pages: list[list[str]]) -> int:
    return sum(bool(line.strip()) for page in pages for line in page)


def _repeated(pages: list[list[str]]) -> frozenset[str]:
    """What stands at the edge of more than half of the pages."""
    if len(pages) < _FEWEST:
        return frozenset()
    seen = Counter(form for page in pages for form in {_form(line) for line in (*page[:1], *page[-1:])})
    return frozenset(form for form, times in seen.items() if times > len(pages) / 2)


def _form(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()).lower())


def _without_edges(page: list[str], repeated: frozenset[str], several: bool) -> list[str]:
    def is_edge(line: str) -> bool:
        return (
            not line.strip()
            or _form(line) in repeated
            or (several and _NUMBER.fullmatch(line.strip()) is not None)
        )

    start, end = 0, len(page)
    while start < end and is_edge(page[start]):
        start += 1
    while end > start and is_edge(page[end - 1]):
        end -= 1
    return page[start:end]
