"""The two clocks: what had been reported by a day, and what had been recorded by a moment."""

from __future__ import annotations

import datetime as dt
import sqlite3

from tracktwo.errors import UsageError

Day = str | dt.date | None

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"
_TICK = dt.timedelta(microseconds=1)


def day(value: Day, name: str = "date") -> dt.date | None:
    """Return ``value`` as a date; None stays None.

    Raises
    ------
    UsageError
        When the text is no ISO date (``YYYY-MM-DD``).
    """
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{name} {value!r} is no date", fix="Write it as YYYY-MM-DD") from error


def moment(value: Day) -> str | None:
    """Return the last recording time that counts as "by ``value``"; a day counts to its end, in UTC.

    Raises
    ------
    UsageError
        When the text is neither an ISO date nor an ISO time.
    """
    if value is None:
        return None
    if isinstance(value, str) and len(value) > len("YYYY-MM-DD"):
        try:
            value = dt.datetime.fromisoformat(value)
        except ValueError as error:
            raise UsageError(
                f"known-on {value!r} is no date", fix="Write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ"
            ) from error
    if isinstance(value, dt.datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=dt.UTC)
        return aware.astimezone(dt.UTC).strftime(_FORM)
    whole = day(value, "known-on")
    return f"{whole}T23:59:59.999999Z"


def now() -> dt.datetime:
    """Return the time in UTC."""
    return dt.datetime.now(dt.UTC)


def new_entry(connection: sqlite3.Connection, at: dt.datetime, what: str) -> int:
    """Append an entry and return its number.

    A computer's clock can be set back; recording time cannot: it is at least a microsecond after the
    entry before, so that "known on" has one answer.
    """
    last = connection.execute("SELECT recorded_at FROM entries ORDER BY entry DESC LIMIT 1").fetchone()
    if last is not None:
        before = dt.datetime.strptime(last[0], _FORM).replace(tzinfo=dt.UTC)
        at = max(at, before + _TICK)
    row = connection.execute(
        "INSERT INTO entries (recorded_at, what) VALUES (?, ?)", (at.astimezone(dt.UTC).strftime(_FORM), what)
    )
    return int(row.lastrowid or 0)


def last_entry(connection: sqlite3.Connection, known_on: Day = None) -> int:
    """Return the number of the last entry recorded by ``known_on`` (0 when there was none)."""
    bound = moment(known_on)
    if bound is None:
        row = connection.execute("SELECT max(entry) FROM entries").fetchone()
    else:
        row = connection.execute("SELECT max(entry) FROM entries WHERE recorded_at <= ?", (bound,)).fetchone()
    return int(row[0] or 0)
