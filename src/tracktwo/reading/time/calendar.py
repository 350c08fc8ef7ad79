"""Calendar: days from the parts of a form and the day a text was written; pure arithmetic."""

from __future__ import annotations

import calendar as _calendar
import datetime as dt
from dataclasses import dataclass

from tracktwo.vocabulary.claims import Basis

# A day of the year without a year is taken as the last one, unless the next one is this close:
# somebody who writes in November of 5 December means the coming one.
SOON_DAYS = 60


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both inclusive, and where they come from."""

    first: dt.date | None
    last: dt.date | None
    basis: Basis


UNKNOWN = Days(None, None, Basis.UNKNOWN)


def day(year: int, month: int, number: int) -> dt.date | None:
    """A day, or None where the calendar has none ("31 February")."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def month_days(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, _calendar.monthrange(year, month)[1])


def year_for(anchor: dt.date, month: int, number: int, *, future: bool) -> int:
    """The year of a day that is written without one.

    Parameters
    ----------
    anchor : date
        The day the text was written.
    month, number : int
        Month and day of the month; a day the month lacks counts as its last.
    future : bool
        Whether a coming day is meant (a limit, a plan).

    Returns
    -------
    int
        The next such day from ``anchor`` on if ``future``; else the last one up to ``anchor``, unless the
        coming one is at most ``SOON_DAYS`` away.
    """

    def on(year: int) -> dt.date:
        last = _calendar.monthrange(year, month)[1]
        return dt.date(year, month, min(number, last))

    coming = anchor.year if on(anchor.year) >= anchor else anchor.year + 1
    if future or (on(coming) - anchor).days <= SOON_DAYS:
        return coming
    return anchor.year if on(anchor.year) <= anchor else anchor.year - 1


def weekday_near(anchor: dt.date, weekday: int, which: str, *, future: bool) -> dt.date:
    """The day that a weekday means.

    "on Sunday" is the last one up to the day of writing, or from it on if ``future``; "last" the last one
    before it; "this" the one in the same week (Monday to Sunday); "next" the one in the week after.
    """
    monday = anchor - dt.timedelta(days=anchor.weekday())
    if which in ("this",):
        return monday + dt.timedelta(days=weekday)
    if which == "next":
        return monday + dt.timedelta(days=7 + weekday)
    if which == "coming" or (future and not which):
        return anchor + dt.timedelta(days=(weekday - anchor.weekday()) % 7 or (7 if which else 0))
    back = (anchor.weekday() - weekday) % 7
    if which in ("last", "past", "previous") and back == 0:
        back = 7
    return anchor - dt.timedelta(days=back)


def period(anchor: dt.date, unit: str, step: int) -> tuple[dt.date, dt.date] | None:
    """The week, weekend, month, quarter, year, decade or century ``step`` away from the current one."""
    if unit == "week":
        monday = anchor - dt.timedelta(days=anchor.weekday()) + dt.timedelta(days=7 * step)
        return monday, monday + dt.timedelta(days=6)
    if unit == "weekend":
        saturday = anchor + dt.timedelta(days=5 - anchor.weekday() + 7 * step)
        return saturday, saturday + dt.timedelta(days=1)
    if unit == "month":
        count = anchor.year * 12 + anchor.month - 1 + step
        return month_days(count // 12, count % 12 + 1)
    if unit == "quarter":
        count = anchor.year * 4 + (anchor.month - 1) // 3 + step
        year, first = count // 4, count % 4 * 3 + 1
        return month_days(year, first)[0], month_days(year, first + 2)[1]
    spans = {"year": 1, "decade": 10, "century": 100}
    if unit not in spans:
        return None
    size = spans[unit]
    first_year = anchor.year // size * size + step * size
    return dt.date(first_year, 1, 1), dt.date(first_year + size - 1, 12, 31)
