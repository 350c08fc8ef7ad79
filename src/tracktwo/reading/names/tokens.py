"""Tokens of one sentence, finer than words, so that names match however they are punctuated."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: the words as written, in lower case with plain quotes and dashes, and offsets.

    ``owning`` says whether an apostrophe stands among them, or an "s" that lost its own.
    """

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    owning: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "owning", "'" in self.lower or "s" in self.words)

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, index: int) -> bool:
        """Whether the token follows the one before it without a space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]


def fold(word: str) -> str:
    """Lower case with typographic apostrophes and dashes made plain."""
    return word.translate(_APOSTROPHES).lower()


def plain_name(text: str) -> str:
    """A name as written, with single spaces and plain apostrophes."""
    return " ".join(text.replace("’", "'").split())


def tokenise(text: str) -> Tokens:
    """Split a sentence into runs of letters, runs of digits and single signs.

    Parameters
    ----------
    text : str
        One sentence; any text is taken.

    Returns
    -------
    Tokens
        In order; white space belongs to no token.
    """
    spans = [match.span() for match in _TOKEN.finditer(text)]
    plain = text.translate(_APOSTROPHES)  # sign for sign, so that the spans hold
    return Tokens(
        text,
        [text[start:end] for start, end in spans],
        [plain[start:end].lower() for start, end in spans],
        [start for start, _ in spans],
        [end for _, end in spans],
    )
