"""Amounts: "4.5 percent", "at least 40", "a limited number", "four shifts of ten hours a week"."""

from __future__ import annotations

import re

from tracktwo.reading.clauses.words import Words
from tracktwo.reading.terms.heads import load_heads

# "two extra days" is an amount of days.
_MORE = frozenset(
    {"extra", "more", "additional", "further", "paid", "working", "calendar", "consecutive", "unpaid"}
)
_UNITS = frozenset({"days", "weeks", "months", "years", "hours", "day", "week", "month", "year", "hour"})
_YEAR = re.compile(r"(?:19|20)\d\d$")


def text_of(words: Words, first: int, last: int) -> str | None:
    """The stored text of a word range, or None."""
    span = words.span(first, last)
    return words.text[span[0] : span[1]] if span else None


def extent_before(words: Words, start: int, at: int) -> str | None:
    """Words before the head that say how far the commitment goes ("brief", "42-day")."""
    heads = load_heads()
    found: list[str] = []
    k = start
    while k < at:
        low = words.low(k)
        measure = measure_end(words, k, at)
        if measure > k:
            found.append(text_of(words, k, measure) or "")
            k = measure
            continue
        if low in heads.extents or low in heads.quantifiers:
            found.append(words[k].text)
        k += 1
    return " ".join(found) or None


def measure_end(words: Words, k: int, last: int) -> int:
    """End of a measure that starts at ``k``: "42-day", "4 percent", "15%", "40", "three-year"."""
    if words.tag(k) != "CD" and not re.match(r"^[$€£]?\d", words.low(k)):
        return k
    j = k + 1
    if words.low(j) == "-" and j + 1 < last + 1:
        return j + 2
    if words.low(j) in ("%", "percent", "per", "million", "billion", "percentage"):
        j += 1
        if words.low(j) in ("cent", "points"):
            j += 1
        return j
    if words.low(j) in _MORE and words.low(j + 1) in _UNITS:
        return j + 2
    if words.low(j) in ("day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours"):
        return j + 1
    if words.low(k).endswith(("-day", "-week", "-month", "-year", "-hour", "%")):
        return j
    return j


def amount_at(words: Words, first: int, end: int) -> tuple[int, str | None]:
    """Skip a quantity at the start of a theme: the new start and the extent."""
    heads = load_heads()
    k = first
    if words.low(k) in ("a", "the", "an"):
        k += 1
    j = k
    while (
        j < end
        and words.tag(j).startswith(("JJ", "VBN"))
        and words[j].group is None
        and words.low(j) not in heads.amounts
    ):
        j += 1
    if words.low(j) in heads.amounts and words.low(j + 1) == "of":
        return j + 2, text_of(words, k, j + 1)
    if words.low(k) in heads.quantifiers:
        stop = k + 1
        if words.tag(stop) == "CD":
            stop += 1
        extent = text_of(words, k, stop)
        if words.low(stop) == "of":
            stop += 1
        if words.low(stop) in ("the", "its", "their"):
            stop += 1
        return stop, extent
    if words.low(k) == "at" and words.low(k + 1) in ("least", "most"):
        measure = measure_end(words, k + 2, end)
        return measure, text_of(words, k, measure)
    if words.low(k) in ("less", "more", "fewer") and words.low(k + 1) == "than":
        measure = measure_end(words, k + 2, end)
        return measure, text_of(words, k, measure)
    if words.low(k) in ("up", "about", "around", "some", "roughly", "nearly"):
        skip = k + (2 if words.low(k + 1) == "to" else 1)
        measure = measure_end(words, skip, end)
        if measure > skip:
            return measure, text_of(words, k, measure)
    measure = measure_end(words, k, end)
    if measure > k:
        return measure + (1 if words.low(measure) == "of" else 0), text_of(words, k, measure)
    return first, None


def amount_after(words: Words, first: int, end: int) -> str | None:
    """The measure in "by 4 percent", "of 3%", "to 35 hours", "for 14 days" after the head or theme."""
    for k in range(first, end):
        if words.low(k) in ("by", "of", "to", "at", "for") and k + 1 < end:
            start = k + 1
            while words.low(start) in (
                "at",
                "least",
                "most",
                "about",
                "up",
                "to",
                "around",
                "a",
                "the",
                "nearly",
                "only",
            ):
                start += 1
            measure = measure_end(words, start, end)
            if words.low(k) == "by" and measure == start + 1 and _YEAR.match(words.low(start)):
                continue  # when, not how much
            if measure > start:
                if measure < end and words.tag(measure) == "NNS":
                    measure += 1
                while measure < end and words.low(measure) in (
                    "days",
                    "weeks",
                    "months",
                    "years",
                    "hours",
                    "percent",
                    "a",
                    "week",
                    "year",
                    "month",
                    "per",
                    "below",
                    "above",
                ):
                    measure += 1
                first_word = k + 1
                return text_of(words, first_word, measure)
    return None
