"""Removing a text for good: the one exception to append-only, and what it leaves behind."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from tracktwo.errors import NotFoundError, RecordBusyError
from tracktwo.record.clock import new_entry
from tracktwo.record.connection import writing
from tracktwo.record.kept import shelf
from tracktwo.record.trouble import plainly


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed; ``backups`` are copies beside the record that may still hold the text."""

    report: str
    claims: int
    backups: tuple[str, ...]


def forget(
    connection: sqlite3.Connection, path: Path, key: str, at: dt.datetime, by: str, why: str
) -> Forgotten:
    """Remove every text ever held under ``key`` with all that came of it, and scrub the file.

    A tombstone keeps the key, the hash, who, when and why, so that the text is recognised if it is
    offered again. Other keys that carry the same text lose it, too.

    Raises
    ------
    NotFoundError
        When no report has that key.
    RecordBusyError
        When another process keeps the file from being scrubbed; the text is out of every view, but run
        this again.
    """
    shelf.clear(path)
    with writing(connection, path):
        texts = connection.execute(
            "SELECT DISTINCT text_id, hash FROM reports JOIN texts USING (text_id) WHERE key = ?", (key,)
        ).fetchall()
        gone = connection.execute("SELECT 1 FROM tombstones WHERE key = ? LIMIT 1", (key,)).fetchone()
        if not texts and gone is None:
            raise NotFoundError(f"no report {key!r} is in the record", where=str(path))
        entry = new_entry(connection, at, "forget") if texts else 0
        removed = sum(_bury(connection, (entry, key, *text), by, why) for text in texts)
        connection.execute("INSERT INTO quotes (quotes) VALUES ('rebuild')")
    _scrub(connection, path)
    shelf.clear(path)  # Another process may have answered in between.
    backups = sorted(str(copy) for copy in path.parent.glob(f"{path.name}.backup-*"))
    return Forgotten(key, removed, tuple(backups))


def _bury(connection: sqlite3.Connection, grave: tuple[int, str, int, str], by: str, why: str) -> int:
    entry, _, text_id, digest = grave
    keys = connection.execute("SELECT DISTINCT key FROM reports WHERE text_id = ?", (text_id,)).fetchall()
    for (key,) in keys:
        connection.execute(
            "INSERT INTO tombstones (entry, key, text_id, hash, by, why) VALUES (?, ?, ?, ?, ?, ?)",
            (entry, key, text_id, digest, by, why),
        )
    mine = "(SELECT reading_id FROM readings WHERE text_id = ?)"
    of_claims = f"claim IN (SELECT id FROM claims WHERE reading_id IN {mine})"
    for table in ("decisions", "opinions"):
        connection.execute(f"DELETE FROM {table} WHERE {of_claims}", (text_id,))
    connection.execute(
        f"DELETE FROM labels WHERE kind = 'claim' AND {of_claims.replace('claim', 'target', 1)}", (text_id,)
    )
    removed = connection.execute(f"DELETE FROM claims WHERE reading_id IN {mine}", (text_id,)).rowcount
    for table in ("coverage", "people"):
        connection.execute(f"DELETE FROM {table} WHERE reading_id IN {mine}", (text_id,))
    for table in ("readings", "reports", "texts"):
        connection.execute(f"DELETE FROM {table} WHERE text_id = ?", (text_id,))
    for (key,) in keys:
        if not connection.execute("SELECT 1 FROM reports WHERE key = ? LIMIT 1", (key,)).fetchone():
            connection.execute("DELETE FROM dates WHERE key = ?", (key,))
            connection.execute("DELETE FROM labels WHERE kind = 'report' AND target = ?", (key,))
    return removed


def _scrub(connection: sqlite3.Connection, path: Path) -> None:
    # Deleted rows linger in free pages and in the write-ahead log until both are rewritten.
    with plainly(path):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise RecordBusyError(
            "the text is out of every view, but the file still holds traces of it",
            where=str(path),
            why="another process is using the record",
            fix="Close it and run the same command again",
        )
