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
    found = list(_TOKEN.finditer(text))
    words = [match.group() for match in found]
    starts = [match.start() for match in found]
    ends = [match.end() for match in found]
    plain = text.translate(_APOSTROPHES)  # sign for sign, so that the places hold
    if plain == text:
        return Tokens(text, words, list(map(str.lower, words)), starts, ends)
    lower = [plain[start:end].lower() for start, end in zip(starts, ends, strict=True)]
    return Tokens(text, words, lower, starts, ends)
