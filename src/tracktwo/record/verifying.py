"""Checking a whole record: the file, the links between its rows, every quote against its text."""

from __future__ import annotations

import hashlib
import sqlite3

from tracktwo.errors import RecordError
from tracktwo.record.checking import check_claim
from tracktwo.record.rows import CLAIM_COLUMNS, claim_of


def problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return what is wrong with the record, in plain sentences; empty when it is sound."""
    found = [f"the file: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [
        f"table {table}: row {row} points to nothing in {parent}"
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    for row in connection.execute("SELECT text_id, entry, hash, text FROM texts"):
        fault = text_fault(row)
        found += [fault] if fault else []
    for row in connection.execute("SELECT * FROM claims"):
        fault = claim_fault(connection, row)
        found += [fault] if fault else []
    return tuple(found + _search(connection))


def text_fault(row: tuple[object, ...]) -> str | None:
    """Return what is wrong with a row of ``texts``, or None."""
    text_id, _, digest, text = row
    if isinstance(text, str) and hashlib.sha256(text.encode("utf-8")).hexdigest() == digest:
        return None
    return f"text {text_id} is not the one its hash was taken of"


def claim_fault(connection: sqlite3.Connection, row: tuple[object, ...]) -> str | None:
    """Return what is wrong with a row of ``claims`` against the text it quotes, or None."""
    _, reading_id, *fields = row
    text = connection.execute(
        "SELECT text FROM texts JOIN readings USING (text_id) WHERE reading_id = ?", (reading_id,)
    ).fetchone()
    if text is None:
        return f"claim {fields[0]} has lost its text"
    try:
        check_claim(claim_of(tuple(fields[: len(CLAIM_COLUMNS)]), f"reading {reading_id}", None, ""), text[0])
    except RecordError as error:
        return str(error)
    except (ValueError, TypeError, KeyError) as error:
        return f"claim {fields[0]} holds a value that no claim can have ({error})"
    return None


def _search(connection: sqlite3.Connection) -> list[str]:
    try:
        connection.execute("INSERT INTO quotes (quotes, rank) VALUES ('integrity-check', 1)")
    except sqlite3.OperationalError:
        return []  # a record opened read-only cannot run this check
    except sqlite3.DatabaseError as error:
        return [f"the full-text index does not match the claims ({error})"]
    return []
