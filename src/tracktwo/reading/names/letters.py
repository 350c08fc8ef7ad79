"""Letters: capital and small letters of the Latin alphabets, for classes of regular expressions."""

from __future__ import annotations


def _ranges(letters: str) -> str:
    """The letters as ranges of neighbours, and single ones."""
    parts: list[list[str]] = []
    for letter in letters:
        if parts and ord(letter) == ord(parts[-1][1]) + 1:
            parts[-1][1] = letter
        else:
            parts.append([letter, letter])
    return "".join(first if first == last else f"{first}-{last}" for first, last in parts)


# Latin-1, Latin Extended-A and -B, and Latin Extended Additional (Vietnamese).
_LATIN = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
UPPER = _ranges("".join(letter for letter in _LATIN if letter.isupper()))
LOWER = _ranges("".join(letter for letter in _LATIN if letter.islower() and letter not in "ªº"))
