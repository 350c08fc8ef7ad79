"""The record's answers, in the rows of the brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from tracktwo.brief.model import ChangeRow, ConflictRow, GapRow, PositionRow
from tracktwo.vocabulary import Claim, Picture, Report, plain

Row = TypeVar("Row", PositionRow, ChangeRow, ConflictRow, GapRow)


def positions(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: str | None
) -> tuple[PositionRow, ...]:
    """Return who is reported to stand where, one row a cell of the matrix."""
    try:
        from tracktwo.record.questions import positions as question
    except ImportError:
        from tracktwo.brief import fallback

        return fallback.positions(picture, as_of)

    return _fit(PositionRow, question(picture, reports, claims, as_of=_date(as_of)))


def changes(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: str | None
) -> tuple[ChangeRow, ...]:
    """Return what the newest dated reports brought, against those before them.

    Empty where fewer than two dates are known: an undated report is neither earlier nor later.
    """
    try:
        from tracktwo.record.questions import changes as question
    except ImportError:
        return ()

    since = previous_date(reports, as_of)
    if since is None:
        return ()
    return _fit(ChangeRow, question(picture, reports, claims, since=since, as_of=_date(as_of)))


def conflicts(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: str | None
) -> tuple[ConflictRow, ...]:
    """Return what reports say against each other, and readings of one event side by side."""
    try:
        from tracktwo.record.questions import conflicts as question
    except ImportError:
        from tracktwo.brief import fallback

        return fallback.conflicts(picture)

    return _fit(ConflictRow, question(picture, reports, claims, as_of=_date(as_of)))


def gaps(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: str | None
) -> tuple[GapRow, ...]:
    """Return what no report says."""
    try:
        from tracktwo.record.questions import gaps as question
    except ImportError:
        from tracktwo.brief import fallback

        return fallback.gaps(picture)

    return _fit(GapRow, question(picture, reports, claims, as_of=_date(as_of)))


def previous_date(reports: Iterable[Report], as_of: str | None) -> dt.date | None:
    """Return the second newest report date up to ``as_of``, or null."""
    limit = _date(as_of)
    dates = {r.date for r in reports if r.date is not None and (limit is None or r.date <= limit)}
    return sorted(dates)[-2] if len(dates) > 1 else None


def _date(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None


def _fit(kind: type[Row], rows: Iterable[Any]) -> tuple[Row, ...]:
    """Keep of the record's rows what the brief shows; enums become their words."""
    made = []
    for row in rows:
        known = {f.name: getattr(row, f.name) for f in fields(kind) if hasattr(row, f.name)}
        made.append(kind(**{name: _simple(value) for name, value in known.items()}))
    return tuple(made)


def _simple(value: Any) -> Any:
    if isinstance(value, (list, tuple, set, frozenset)):
        return tuple(_simple(item) for item in value)
    return plain(value)
