"""Resolution: one core form and its lead, against the day of writing."""

from __future__ import annotations

import datetime as dt
import re

from tracktwo.reading.time.calendar import UNKNOWN, Days, day, month_days, period, weekday_near, year_for
from tracktwo.reading.time.words import TimeWords
from tracktwo.vocabulary.claims import Basis

_EARLIEST = 1000


class Resolver:
    """Resolves core forms; ``future`` says that a coming day is meant where words leave it open."""

    def __init__(self, words: TimeWords, anchor: dt.date | None, *, future: bool) -> None:
        self.words = words
        self.anchor = anchor
        self.future = future

    def days(self, name: str, form: re.Match[str]) -> Days:
        """First and last day of a form; ``UNKNOWN`` where the day of writing is needed and missing."""
        try:
            return self._days(name, form)
        except (OverflowError, ValueError):
            # A year outside the calendar, or a day that a month lacks.
            return UNKNOWN

    def _days(self, name: str, form: re.Match[str]) -> Days:
        if name == "iso":
            return _explicit(day(int(form["y"]), int(form["m"]), int(form["d"])))
        if name in ("day_range", "month_day_range"):
            return self._range(name, form)
        if name in ("day_month", "month_day"):
            return self._month_day(form)
        if name in ("year", "year_range", "decade"):
            return _years(name, form)
        if name == "month":
            return self._month(form)
        if self.anchor is None:
            return UNKNOWN
        if name == "weekday":
            return self._weekday(self.anchor, form)
        if name == "running":
            found = period(self.anchor, form["u"].lower(), 0)
            return Days(*found, Basis.RELATIVE) if found else UNKNOWN
        if name == "near_day":
            return self._near(self.anchor, form)
        return self._period(self.anchor, form)

    def _number(self, month: str) -> int:
        return self.words.months[month.rstrip(".").lower()]

    def _month_day(self, form: re.Match[str]) -> Days:
        month, number = self._number(form["m"]), int(form["d"])
        if form["y"]:
            return _explicit(day(int(form["y"]), month, number))
        if self.anchor is None or not 1 <= number <= 31:
            return UNKNOWN
        found = day(year_for(self.anchor, month, number, future=self.future), month, number)
        return Days(found, found, Basis.RELATIVE) if found else UNKNOWN

    def _range(self, name: str, form: re.Match[str]) -> Days:
        end_month = self._number(form["m"])
        first_month = end_month
        if name == "day_range" and form["m1"]:
            first_month = self._number(form["m1"])
        if name == "month_day_range":
            first_month = end_month
            end_month = self._number(form["m2"]) if form["m2"] else end_month
        basis = Basis.EXPLICIT
        if form["y"]:
            year = int(form["y"])
        elif self.anchor is None:
            return UNKNOWN
        else:
            year = year_for(self.anchor, end_month, int(form["d2"]), future=self.future)
            basis = Basis.RELATIVE
        last = day(year, end_month, int(form["d2"]))
        first = day(year - (first_month > end_month), first_month, int(form["d"]))
        return Days(first, last, basis) if first and last and first <= last else UNKNOWN

    def _month(self, form: re.Match[str]) -> Days:
        month = self._number(form["m"])
        if form["y"]:
            return Days(*month_days(int(form["y"]), month), Basis.EXPLICIT)
        if self.anchor is None:
            return UNKNOWN
        anchor, which = self.anchor, (form["which"] or "").lower()
        if which == "this":
            year = anchor.year
        elif which == "next":
            year = anchor.year + (month <= anchor.month)
        elif which == "last":
            year = anchor.year - (month >= anchor.month)
        elif month == anchor.month:
            year = anchor.year
        else:
            year = year_for(anchor, month, 31 if not self.future else 1, future=self.future)
        return Days(*month_days(year, month), Basis.RELATIVE)

    def _weekday(self, anchor: dt.date, form: re.Match[str]) -> Days:
        which = (form["which"] or "").lower()
        weekdays = self.words.weekdays
        first = weekday_near(anchor, weekdays[form["w"].lower()], which, future=self.future)
        last = first
        if form["w2"]:
            last = first + dt.timedelta(days=(weekdays[form["w2"].lower()] - first.weekday()) % 7)
            if last > anchor and not self.future and not which:
                # "on Friday and Saturday" written on a Friday: both days lie behind or today.
                first, last = first - dt.timedelta(days=7), last - dt.timedelta(days=7)
        return Days(first, last, Basis.RELATIVE)

    def _near(self, anchor: dt.date, form: re.Match[str]) -> Days:
        near = " ".join(form["near"].lower().split())
        step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(near, 0)
        found = anchor + dt.timedelta(days=step)
        return Days(found, found, Basis.RELATIVE)

    def _period(self, anchor: dt.date, form: re.Match[str]) -> Days:
        which, unit = form["which"].lower(), form["u"].lower()
        back = which in ("last", "past", "previous")
        if form["n"]:
            count = self.words.number(form["n"])
            if count is None or unit not in self.words.units or which in ("following", "previous"):
                return UNKNOWN
            reach = dt.timedelta(days=int(self.words.units[unit][1] * count))
            first, last = (anchor - reach, anchor) if back else (anchor, anchor + reach)
            return Days(first, last, Basis.RELATIVE)
        if form["pl"] or which in ("following", "previous") or unit == "day":
            # "the previous week" and "the following day" count from another event.
            return UNKNOWN
        step = -1 if back else 1 if which in ("next", "coming") else 0
        found = period(anchor, unit, step)
        return Days(*found, Basis.RELATIVE) if found else UNKNOWN


def _explicit(found: dt.date | None) -> Days:
    return Days(found, found, Basis.EXPLICIT) if found else UNKNOWN


def _years(name: str, form: re.Match[str]) -> Days:
    year = int(form["y"])
    if not _EARLIEST <= year <= dt.MAXYEAR - 10:
        return UNKNOWN
    if name == "decade":
        return Days(dt.date(year, 1, 1), dt.date(year + 9, 12, 31), Basis.EXPLICIT)
    end = year
    if name == "year_range":
        end = int(form["y2"]) if len(form["y2"]) == 4 else year // 100 * 100 + int(form["y2"])
        if end <= year:
            return UNKNOWN
    return Days(dt.date(year, 1, 1), dt.date(end, 12, 31), Basis.EXPLICIT)


def _one_sided(after: dt.date | None, before: dt.date | None, step: int, basis: Basis) -> Days:
    """Days from the one after ``after``, or up to the one before ``before``."""
    try:
        shift = dt.timedelta(days=step)
        return Days(after + shift if after else None, before + shift if before else None, basis)
    except OverflowError:
        return UNKNOWN


def led(days: Days, lead: str, words: TimeWords, *, range_: bool = False) -> Days:
    """What a lead makes of days: "by" ends them, "before" ends them the day before, "since" begins them."""
    if days.first is None or days.last is None:
        return days
    if lead.endswith("end of"):
        limit = lead != "at the end of"
        return Days(None if limit else days.last, days.last, days.basis)
    if lead in ("before", "prior to", "ahead of"):
        return _one_sided(None, days.first, -1, days.basis)
    if lead in words.lists["limits"] or lead in words.lists["ends"] or lead in ("by the year",):
        return Days(None, days.last, days.basis)
    if lead in ("after", "after the year"):
        return _one_sided(days.last, None, 1, days.basis)
    if lead in words.lists["begins"] and not range_:
        return Days(days.first, None, days.basis)
    return days
