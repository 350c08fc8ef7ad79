"""The date of a report, with where it comes from and the words that say it. Never a file's date."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tracktwo.vocabulary.reports import DateBasis

# What people call the field that holds a report's date, best first; modification dates are not among them.
FIELDS = (
    "date",
    "published",
    "publication date",
    "publication_date",
    "pubdate",
    "date published",
    "issued",
    "dated",
)

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A report's date (None where unknown), its basis, the words that say it, and remarks."""

    date: dt.date | None
    basis: DateBasis
    words: str | None = None
    notes: tuple[str, ...] = ()


@cache
def _months() -> Mapping[str, int]:
    data = tomllib.loads(files("tracktwo.reports").joinpath("data/dates.toml").read_text("utf-8"))
    return {name: int(number) for name, number in data["months"].items()}


def full_dates(words: str) -> tuple[dt.date, ...]:
    """Find the full calendar dates written in some words.

    Day, month and year must all be written. A date in figures alone counts only where its order is beyond
    doubt: year first, or one of day and month above 12 (or both the same).

    Parameters
    ----------
    words : str
        For example ``"Monday, 18 March 2024"`` or ``"2024-03-18T10:00:00Z"``.

    Returns
    -------
    tuple of datetime.date
        In the order they are written, without repetition.
    """
    found: list[tuple[int, dt.date]] = []

    def keep(at: int, year: str, month: int | None, day: str) -> None:
        if month is not None:
            try:
                found.append((at, dt.date(int(year), month, int(day))))
            except ValueError:
                return  # such a day does not exist

    for hit in [*_ISO.finditer(words), *_COMPACT.finditer(words)]:
        keep(hit.start(), hit[1], int(hit[2]), hit[3])
    for hit in _DAY_FIRST.finditer(words):
        keep(hit.start(), hit[3], _months().get(hit[2].lower()), hit[1])
    for hit in _MONTH_FIRST.finditer(words):
        keep(hit.start(), hit[3], _months().get(hit[1].lower()), hit[2])
    for hit in _NUMERIC.finditer(words):
        first, second = int(hit[1]), int(hit[2])
        if first > 12 or first == second:
            keep(hit.start(), hit[3], second, hit[1])
        elif second > 12:
            keep(hit.start(), hit[3], first, hit[2])
    return tuple(dict.fromkeys(date for _, date in sorted(found)))


def report_date(given: dt.date | None, metadata: Mapping[str, str], headers: Iterable[str]) -> Dated:
    """Decide a report's date: given, else metadata, else a header inside the text, else unknown.

    Parameters
    ----------
    given : datetime.date, optional
        The date a user gave.
    metadata : mapping of str to str
        What the file says about itself, keys in lower case.
    headers : iterable of str
        Words of date headers, datelines and dated titles, in text order.

    Returns
    -------
    Dated
        With a note where two sources disagree or the words name no full date.
    """
    sources: list[tuple[DateBasis, str]] = [
        *((DateBasis.METADATA, metadata[name]) for name in FIELDS if metadata.get(name)),
        *((DateBasis.HEADER, words) for words in headers),
    ]
    title = metadata.get("title", "")
    if not sources and _WEEKDAY.search(title) and len(full_dates(title)) == 1:
        sources.append((DateBasis.METADATA, title))  # "HIGHLIGHTS, TUESDAY, 14 NOVEMBER 2000"
    found: Dated | None = None
    partial: str | None = None
    notes: list[str] = []
    for basis, words in sources:
        dates = full_dates(words)
        if len(dates) != 1:
            partial = partial or words
            notes.append(f"{words!r} is not one full date that can only be read one way")
        elif found is None:
            found = Dated(dates[0], basis, words)
        elif dates[0] != found.date:
            notes.append(f"its {basis.value} says {dates[0]}, its {found.basis.value} {found.date}")
    if given is not None:
        if found is not None and found.date != given:
            notes.append(f"its {found.basis.value} says {found.date}")
        return Dated(given, DateBasis.GIVEN, found.words if found else partial, tuple(notes))
    if found is not None:
        return Dated(found.date, found.basis, found.words, tuple(notes))
    return Dated(None, DateBasis.UNKNOWN, partial, tuple(notes))
