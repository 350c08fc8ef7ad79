"""Report dates given later, and what they do to the relative times of claims; nothing is read again."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from dataclasses import dataclass, replace

from tracktwo.vocabulary import Basis, Claim, DateBasis, Report

_WRITTEN_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Dating:
    """The last word on a report's date: a day, or null where given dates were taken back."""

    date: dt.date | None
    basis: DateBasis


def datings(connection: sqlite3.Connection, entry: int, keys: str = "") -> dict[str, Dating]:
    """Return, by report key, the last date given up to ``entry``; ``keys`` is a condition more."""
    rows = connection.execute(
        f"SELECT key, date, basis FROM dates WHERE entry <= ? {keys} ORDER BY row_id", (entry,)
    )
    return {
        key: Dating(dt.date.fromisoformat(date) if date else None, DateBasis(basis))
        for key, date, basis in rows
    }


def day_in_view(written: dt.date | None, basis: DateBasis | str, dating: Dating | None) -> dt.date | None:
    """Return the date of a report that was added with ``written``, on ``basis``; see `dated`."""
    if dating is None:
        return written
    return dating.date if dating.date is not None or basis == DateBasis.GIVEN else written


def dated(report: Report, dating: Dating | None) -> Report:
    """Return ``report`` with the date it has in this view.

    A dating taken back leaves what the text's own header or its metadata say, or no date at all.
    """
    if dating is None:
        return report
    if dating.date is not None:
        return replace(report, date=dating.date, date_basis=dating.basis)
    if report.date_basis is DateBasis.GIVEN:
        return replace(report, date=None, date_basis=DateBasis.UNKNOWN, date_text=None)
    return report


def timed(claim: Claim, read_date: dt.date | None, report_date: dt.date | None, *, moved: bool) -> Claim:
    """Return ``claim`` with its event dates as of ``report_date``.

    Parameters
    ----------
    claim : Claim
        As read while the report's date was taken to be ``read_date``.
    read_date, report_date : date or None
        The date at reading, and the one in this view.
    moved : bool
        Whether a reviewer has changed the written words since, so that they must be resolved anew.
    """
    if read_date == report_date and not moved:
        return claim
    if claim.event_text:
        if not moved and claim.event_basis is Basis.EXPLICIT and _WRITTEN_YEAR.search(claim.event_text):
            return claim
        # The reader's word list is loaded only where a date really moved.
        from tracktwo.reading.time import AHEAD, is_coming, resolve

        ahead = claim.modality in AHEAD
        at, end = claim.predicate_start - claim.start, claim.predicate_end - claim.start
        future = is_coming(claim.quote, at, end, claim.event_text)
        first, last, basis = resolve(claim.event_text, report_date, future=future, planned=ahead)
        return replace(claim, event_from=_iso(first), event_to=_iso(last), event_basis=basis)
    if moved:
        return replace(claim, event_from=None, event_to=None, event_basis=Basis.UNKNOWN)
    if claim.event_basis is Basis.REPORT:
        return replace(
            claim,
            event_from=_iso(report_date),
            event_to=_iso(report_date),
            event_basis=Basis.REPORT if report_date else Basis.UNKNOWN,
        )
    return claim


def _iso(date: dt.date | str | None) -> str | None:
    return str(date) if date is not None else None
