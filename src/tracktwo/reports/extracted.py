"""What a file format hands on: the stored text, and what the format itself knows about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Extracted:
    """The stored text of a file with what its format says about it.

    ``headings`` are spans (code points of ``text``, half open) the format marks as headings;
    ``metadata`` has lower-case keys (``title``, ``date``, ``publisher`` where the file names them).
    """

    text: str
    media_type: str
    headings: tuple[tuple[int, int], ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def join_blocks(blocks: list[tuple[str, bool]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Join blocks of extracted text by blank lines.

    Parameters
    ----------
    blocks : list of (str, bool)
        Each block's text and whether the format marks it as a heading; empty blocks are dropped.

    Returns
    -------
    str
        The stored text.
    tuple of (int, int)
        The headings' spans in it.
    """
    parts: list[str] = []
    headings: list[tuple[int, int]] = []
    at = 0
    for raw, is_heading in blocks:
        block = raw.strip()
        if not block:
            continue
        if is_heading:
            headings.append((at, at + len(block)))
        parts.append(block)
        at += len(block) + 2
    return "\n\n".join(parts), tuple(headings)
