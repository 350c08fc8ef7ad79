"""A whole record as plain rows and back: everything ever appended, in the order it refers to itself."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from tracktwo.errors import RecordError, UsageError, Where
from tracktwo.record import views
from tracktwo.record.clock import last_entry, moment
from tracktwo.record.connection import writing
from tracktwo.record.rescuing import TABLES
from tracktwo.record.rows import CLAIM_COLUMNS, claim_of, report_of
from tracktwo.record.seats import seats
from tracktwo.record.verifying import claim_fault, text_fault

Row = tuple[Where, str, Mapping[str, Any]]
# The columns that hold JSON: in an archive they are lists and objects, not text.
_JSON = {
    "reports": ("segments", "notes", "metadata"),
    "claims": ("terms", "attribution", "flags"),
    "decisions": ("changes",),
}


def columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the columns of one of ``TABLES`` in their order."""
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))


def rows(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one of ``TABLES`` as JSON objects."""
    names = columns(connection, table)
    for values in connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY {names[0]}"):
        row = dict(zip(names, values, strict=True))
        for name in _JSON.get(table, ()):
            row[name] = json.loads(row[name])
        yield row


def restore(connection: sqlite3.Connection, path: Path, given: Iterable[Row]) -> dict[str, int]:
    """Fill an empty record with the rows of another; all of them or none.

    Parameters
    ----------
    connection, path
        Of the empty record.
    given : iterable of (where, table, row)
        In the order of ``TABLES``; ``where`` names the place in the file, for errors.

    Returns
    -------
    dict
        How many rows each table got.

    Raises
    ------
    UsageError
        When the record is not empty.
    RecordError
        Naming the place of the first row that cannot be.
    """
    done = dict.fromkeys(TABLES, 0)
    with writing(connection, path):
        if last_entry(connection):
            raise UsageError(
                "a whole record can only come into an empty one",
                where=str(path),
                fix="Name a new folder with --case; claims and reports of your own go in with other formats",
            )
        shapes = {table: columns(connection, table) for table in TABLES}
        for where, table, row in given:
            if table not in shapes:
                raise RecordError(f"a record has no table {table!r}", where=where)
            _insert(connection, where, (table, shapes[table]), row)
            done[table] += 1
        connection.execute("INSERT INTO quotes (quotes) VALUES ('rebuild')")
        _whole(connection, path)
    return done


def _insert(
    connection: sqlite3.Connection, where: Where, shape: tuple[str, tuple[str, ...]], row: Mapping[str, Any]
) -> None:
    table, names = shape
    if set(row) != set(names):
        odd = ", ".join(sorted(set(row) ^ set(names)))
        raise RecordError(f"this is no row of {table}", where=where, why=f"missing or unknown: {odd}")
    values = tuple(_stored(table, name, row[name]) for name in names)
    fault = _fault(connection, table, values)
    if fault:
        raise RecordError(fault, where=where)
    try:
        marks = ", ".join("?" * len(names))
        connection.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError, OverflowError) as error:
        raise RecordError(f"this row of {table} cannot be kept", where=where, why=str(error)) from error


def _stored(table: str, name: str, value: Any) -> Any:
    if name not in _JSON.get(table, ()):
        return value
    compact = (",", ":") if name == "segments" else None
    return json.dumps(value, ensure_ascii=False, separators=compact)


def _fault(connection: sqlite3.Connection, table: str, values: tuple[Any, ...]) -> str | None:
    """Return what is wrong with a row beyond what the tables themselves refuse."""
    try:
        if table == "entries":
            return None if moment(values[1]) == values[1] else f"{values[1]!r} is no time of recording"
        if table == "texts":
            return text_fault(values)
        if table == "claims":
            claim_of(tuple(values[2 : 2 + len(CLAIM_COLUMNS)]), "", None, "")
            return claim_fault(connection, values)
        if table == "reports":
            report_of((values[2], *values[4:]), "", "")
    except (ValueError, TypeError, KeyError, AttributeError, UsageError) as error:
        return f"this row of {table} holds a value that it cannot have ({error})"
    return None


def _whole(connection: sqlite3.Connection, path: Path) -> None:
    """Look at everything once, so that no view of the record can fail on what was brought in."""
    late = connection.execute(
        "SELECT 1 FROM entries a JOIN entries b ON b.entry = a.entry + 1 WHERE b.recorded_at <= a.recorded_at"
    ).fetchone()
    if late:
        raise RecordError("the times of recording do not run forward", where=str(path))
    back = connection.execute("SELECT key FROM tombstones JOIN texts USING (hash) LIMIT 1").fetchone()
    if back:
        raise RecordError(f"the text of {back[0]!r} was forgotten and is here again", where=str(path))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        raise RecordError(f"row {row} of {table} points to nothing in {parent}", where=str(path))
    entry = last_entry(connection)
    try:
        held = seats(connection, entry, superseded=True)
        for _ in chain(views.reports(connection, held), views.claims(connection, entry, held)):
            pass
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RecordError(
            "a date or decision in it makes no sense", where=str(path), why=str(error)
        ) from error
