"""What SQLite complains of, in words a user can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracktwo.errors import RecordBusyError, RecordDamagedError, RecordError

RESCUE = "Save what can be saved to a new file with: tracktwo record rescue"


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block into our errors about ``path``.

    Raises
    ------
    RecordBusyError
        Another process holds the record longer than the timeout.
    RecordDamagedError
        The file is not an SQLite database, or its pages are broken.
    RecordError
        Read-only, disk full, or anything else; nothing of the block was stored.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error


def explained(error: sqlite3.Error, path: Path) -> RecordError:
    """Return our error for one of SQLite's."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    where, why = str(path), str(error)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RecordBusyError(
            "another process is using the record",
            where=where,
            why=why,
            fix="Nothing was changed. Wait for it to finish, then run the command again",
        )
    if primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return RecordDamagedError("the record is damaged or is no record", where=where, why=why, fix=RESCUE)
    if primary == sqlite3.SQLITE_FULL:
        return RecordError(
            "the disk is full",
            where=where,
            why=why,
            fix="Nothing of the last step was stored; everything before it is. Make room and run it again",
        )
    if primary == sqlite3.SQLITE_READONLY:
        return RecordError(
            "the record is read-only",
            where=where,
            why=why,
            fix="Make the file and its folder writable, or copy the record elsewhere",
        )
    if primary == sqlite3.SQLITE_IOERR:
        return RecordError(
            "the record could not be read or written",
            where=where,
            why=f"{why}; the disk may be full, over quota or failing",
            fix="Nothing of the last step was stored; everything before it is. Check the disk",
        )
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return RecordError(
            "the record cannot be opened",
            where=where,
            why=why,
            fix="Check that the folder exists and that you may write in it",
        )
    return RecordError("the record refused", where=where, why=why)
