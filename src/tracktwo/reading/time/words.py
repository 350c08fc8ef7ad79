"""Words about time, from the data file, as pieces of patterns."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Lists and tables of ``words.toml``; names in small letters."""

    lists: dict[str, tuple[str, ...]]
    numbers: dict[str, int]
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, tuple[float, float]]

    def any(self, name: str) -> str:
        """A pattern for any phrase of a list, the longest first, in any letter case."""
        return any_of(self.lists[name])

    def number(self, text: str) -> int | None:
        """The value of digits or number words up to ninety-nine; None for what is no number."""
        total = 0
        for part in re.split(r"[\s-]+", text.strip().lower()):
            value = int(part) if part.isdigit() else self.numbers.get(part)
            if value is None:
                return None
            total = total * value if value == 100 and total else total + value
        return total


def any_of(phrases: tuple[str, ...], *, anycase: bool = True) -> str:
    """A non-capturing pattern for any of some phrases."""
    longest = sorted(phrases, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest)
    return f"(?i:{body})" if anycase else f"(?:{body})"


def capitals(names: dict[str, int]) -> str:
    """A pattern for names with a first capital or all in capitals, and short forms with a full stop."""
    full = {max((name for name in names if names[name] == value), key=len) for value in names.values()}
    short = {name.title() for name in names} - {name.title() for name in full}
    words = sorted(
        (*(name.title() for name in names), *(name.upper() for name in names)), key=len, reverse=True
    )
    return "(?:" + "|".join(word + (r"\.?" if word.title() in short else "") for word in words) + ")"


@cache
def load_time_words() -> TimeWords:
    """Read the words; shared between callers."""
    source = files("tracktwo.reading.time") / "data" / "words.toml"
    data = tomllib.loads(source.read_text("utf-8"))
    return TimeWords(
        {key: tuple(value) for key, value in data.items() if isinstance(value, list)},
        {str(key): int(value) for key, value in data["numbers"].items()},
        {str(key).lower(): int(value) for key, value in data["months"].items()},
        {str(key).lower(): int(value) for key, value in data["weekdays"].items()},
        {str(key): (float(value[0]), float(value[1])) for key, value in data["units"].items()},
    )
