"""Lengths: how long something lasts, and how long ago it was."""

from __future__ import annotations

import datetime as dt
import re

from tracktwo.reading.time.expression import TimeExpression, TimeKind
from tracktwo.reading.time.words import load_time_words
from tracktwo.vocabulary.claims import Basis

_CENTURIES = 366 * 2000


def _unit(text: str) -> tuple[float, float]:
    units = load_time_words().units
    low = text.lower()
    return units[low] if low in units else units[low.removesuffix("s")]


def length_of(form: re.Match[str], start: int) -> TimeExpression | None:
    """A length of time: "at least two weeks", "42-day", "for months"; None for "a year" on its own."""
    text = form.group()
    end = start + len(text)
    if form["u2"] or form["several"]:
        return TimeExpression(start, end, text, TimeKind.DURATION)
    words = load_time_words()
    least, most = _count(form["n"]), _count(form["n2"] or form["n"])
    if least is None or most is None:
        return None
    bound = " ".join((form["bound"] or "").lower().split())
    lead = (form["lead"] or "").lower()
    article = form["n"].lower() in ("a", "an")
    if article and not (bound or lead or "-" in (form["hyphen"] or "")):
        return None
    low, high = _unit(form["u"])
    at_least: float | None = least * low
    at_most: float | None = most * high
    if bound in words.lists["at_least"]:
        at_most = None
    elif bound in words.lists["at_most"]:
        at_least = None
    elif bound in words.lists["roughly"]:
        at_least = at_most = None
    kind = TimeKind.DURATION
    if lead == "within":
        kind, at_least = TimeKind.DEADLINE, None
    return TimeExpression(start, end, text, kind, None, None, Basis.UNKNOWN, at_least, at_most)


def _count(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        found = load_time_words().number(text)
        return None if found is None else float(found)


def ago_of(form: re.Match[str], start: int, anchor: dt.date | None) -> TimeExpression:
    """Days counted back from the day of writing; "two days later" counts from another event: left open."""
    text = form.group()
    end = start + len(text)
    way = " ".join(form["way"].lower().split())
    count = load_time_words().number(form["n"])
    if anchor is None or count is None or way not in ("ago", "from now"):
        return TimeExpression(start, end, text, TimeKind.DATE)
    low, high = _unit(form["u"])
    if high * count > _CENTURIES:
        return TimeExpression(start, end, text, TimeKind.DATE)
    near, far = dt.timedelta(days=int(low * count)), dt.timedelta(days=int(high * count))
    try:
        first, last = (anchor - far, anchor - near) if way == "ago" else (anchor + near, anchor + far)
    except OverflowError:
        return TimeExpression(start, end, text, TimeKind.DATE)
    return TimeExpression(start, end, text, TimeKind.DATE, first, last, Basis.RELATIVE)
