"""The record's shape and how older shapes are brought forward, one numbered file at a time."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path

from tracktwo.errors import RecordDamagedError, RecordError

APPLICATION_ID = 0x54524B32  # "TRK2"


@cache
def steps() -> tuple[str, ...]:
    """Return the migration files' text in order; step number n leads from version n to n + 1."""
    folder = Path(__file__).with_name("migrations")
    return tuple(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.sql")))


def bring_up(connection: sqlite3.Connection, path: Path, *, writable: bool = True) -> Path | None:
    """Make an empty database a record, or an older record one of today's shape.

    Returns
    -------
    Path or None
        Where the copy made before a migration lies; None when nothing had to be migrated.

    Raises
    ------
    RecordDamagedError
        When the database belongs to another program.
    RecordError
        When a newer program made the record, or it needs a migration and cannot be written.
    """
    target = len(steps())
    version = _version(connection, path)
    if version == target:
        return None
    if version > target:
        raise RecordError(
            "a newer tracktwo made this record",
            where=str(path),
            why=f"its version is {version}, this program knows versions up to {target}",
            fix="Update tracktwo",
        )
    if not writable:
        raise RecordError(
            "this record has to be brought up to date and is read-only",
            where=str(path),
            fix="Copy it to a folder where you may write and open it there",
        )
    copy = _backup(connection, path, version) if version else None
    _climb(connection, path, target)
    return copy


def _climb(connection: sqlite3.Connection, path: Path, target: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have migrated between our look and our lock.
        for number in range(_version(connection, path), target):
            for statement in _statements(steps()[number]):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {target}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection, path: Path) -> int:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application == APPLICATION_ID:
        return version
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application == 0 and version == 0 and tables == 0:
        return 0
    raise RecordDamagedError(
        "this is a database of another program",
        where=str(path),
        why="it does not carry tracktwo's mark",
        fix="It was left untouched; name another file or folder with --case",
    )


def _backup(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    copy = path.with_name(f"{path.name}.backup-v{version}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.name}.backup-v{version}-{number}")
    target = sqlite3.connect(copy)
    try:
        connection.backup(target)
    finally:
        target.close()
    return copy


def _statements(script: str) -> list[str]:
    # sqlite3.executescript commits behind our back, so statements are cut and run one by one.
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
