"""Seats: which version of which text a view shows, and in which order, before any header or claim is read."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tracktwo.record.dating import Dating, datings, day_in_view


@dataclass(frozen=True, slots=True)
class Seat:
    """One version of a report in view: all that its claims need to know of it, and no more.

    ``reading_id`` is the reading its claims come from, ``read_date`` the report's date as the reader knew it;
    ``date`` is the date it has in this view, ``dating`` what somebody said of it later. ``current`` is False
    for a version that a later one under the same key has superseded; ``aliases`` are other keys that carry
    the same text.
    """

    report_id: int
    text_id: int
    reading_id: int
    key: str
    date: dt.date | None
    dating: Dating | None
    read_date: dt.date | None
    recorded_at: str
    current: bool
    aliases: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key under which the report is known."""
        return (self.key, *self.aliases)


@dataclass(frozen=True, slots=True)
class _Carried:
    """A text under the key it is shown under, the number of that version, and the keys that carry it now."""

    report_id: int
    current: bool
    keys: list[str]


def seats(
    connection: sqlite3.Connection,
    entry: int,
    as_of: dt.date | None = None,
    *,
    superseded: bool = False,
    of: Collection[int] | None = None,
) -> tuple[Seat, ...]:
    """Return the reports in view: dated ones in order of date, then undated ones, each in order of key.

    Parameters
    ----------
    connection : sqlite3.Connection
    entry : int
        The last entry that counts as known.
    as_of : date, optional
        Only what had been reported by this day; undated reports are in no dated view.
    superseded : bool
        Whether to include versions that later ones have replaced.
    of : collection of int, optional
        Only reports whose claims come from these readings; nothing is read of any other.
    """
    texts = (
        "" if of is None else f"AND text_id IN (SELECT text_id FROM readings WHERE {among('reading_id', of)})"
    )
    found = [
        seat
        for seat in _seats(connection, entry, texts)
        if (seat.current or superseded)
        and (as_of is None or (seat.date is not None and seat.date <= as_of))
        and (of is None or seat.reading_id in of)
    ]
    return tuple(sorted(found, key=_order))


def among(column: str, ids: Collection[int]) -> str:
    """Return the condition that a column holds one of these numbers, which may be more than can be bound."""
    return f"{column} IN ({', '.join(str(int(one)) for one in sorted(ids))})"


def _seats(connection: sqlite3.Connection, entry: int, texts: str) -> Iterator[Seat]:
    keys = f"AND key IN (SELECT key FROM reports WHERE entry <= {entry} {texts})" if texts else ""
    carried = _carried(connection, entry, texts, keys)
    readings = connection.execute(
        "SELECT text_id, max(reading_id), read_date, recorded_at FROM readings JOIN entries USING (entry) "
        f"WHERE entry <= ? {texts} GROUP BY text_id",
        (entry,),
    )
    latest = {text_id: rest for text_id, *rest in readings}
    given = datings(connection, entry, keys)
    rows = connection.execute(
        f"SELECT report_id, text_id, key, date, date_basis FROM reports WHERE entry <= ? {texts}", (entry,)
    )
    for report_id, text_id, key, written, basis in rows:
        shown = carried[text_id]
        if shown.report_id != report_id or text_id not in latest:
            continue
        reading_id, read, recorded_at = latest[text_id]
        dating = given.get(key)
        yield Seat(
            report_id,
            text_id,
            reading_id,
            key,
            day_in_view(_day(written), basis, dating),
            dating,
            _day(read),
            recorded_at,
            shown.current,
            tuple(other for other in shown.keys if other != key),
        )


def _carried(connection: sqlite3.Connection, entry: int, texts: str, keys: str) -> dict[int, _Carried]:
    """Return, by text, under which version it is shown: the first key that still carries it, or did last."""
    newest = connection.execute(
        f"SELECT max(report_id) FROM reports WHERE entry <= ? {keys} GROUP BY key", (entry,)
    )
    standing = {row[0] for row in newest}
    rows = connection.execute(
        f"SELECT report_id, text_id, key FROM reports WHERE entry <= ? {texts} ORDER BY report_id", (entry,)
    )
    found: dict[int, _Carried] = {}
    for report_id, text_id, key in rows:
        before = found.get(text_id)
        if report_id in standing and before is not None and before.current:
            before.keys.append(key)
        elif report_id in standing:
            found[text_id] = _Carried(report_id, True, [key])
        elif before is None or not before.current:
            found[text_id] = _Carried(report_id, False, [])
    return found


def _order(seat: Seat) -> tuple[bool, dt.date, str, int]:
    return (seat.date is None, seat.date or dt.date.min, seat.key, seat.text_id)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
