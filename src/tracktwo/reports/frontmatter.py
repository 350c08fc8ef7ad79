"""Front matter: the block of ``key: value`` lines between two ``---`` lines at the top of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_BLOCK = re.compile(r"\s*---[ \t]*(?:\r\n|\n|\r)(.{0,20000}?)(?:\r\n|\n|\r)---[ \t]*(?=\r|\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*))?$")
_QUOTED = re.compile(r"""^(["'])(.*)\1$""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Front matter with its span in the text and its fields (keys in lower case)."""

    start: int
    end: int
    fields: Mapping[str, str]


def front_matter(text: str) -> FrontMatter | None:
    """Find the front matter of a text.

    The block is read leniently, as people write it, not as strict YAML: a line that is no ``key: value``
    continues the value above it. A block without a single field is not front matter.

    Parameters
    ----------
    text : str
        The whole stored text.

    Returns
    -------
    FrontMatter or None
        Its span and fields, or None where the text has none.
    """
    block = _BLOCK.match(text)
    if block is None:
        return None
    fields: dict[str, str] = {}
    last = ""
    for line in block.group(1).splitlines():
        named = _FIELD.match(line)
        if named:
            last = named.group(1).lower()
            fields[last] = (named.group(2) or "").strip()
        elif last and line.strip():
            fields[last] = f"{fields[last]} {line.strip().removeprefix('- ')}".strip()
    if not fields:
        return None
    start = len(text) - len(text.lstrip())
    return FrontMatter(start, block.end(), {key: _QUOTED.sub(r"\2", value) for key, value in fields.items()})
