"""Opening the SQLite file: pragmas, the write lock, read-only ways in."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tracktwo.errors import NotFoundError, RecordError
from tracktwo.record.migrate import bring_up
from tracktwo.record.trouble import plainly

OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
# What SQLite and its binding raise of a value, as against of the file.
UNFIT = (
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
    sqlite3.DataError,
    OverflowError,
    UnicodeError,
)


def connect(path: Path, *, create: bool, read_only: bool, timeout: float) -> sqlite3.Connection:
    """Open ``path`` as a record of today's shape.

    Parameters
    ----------
    path : Path
        The SQLite file.
    create : bool
        Whether a missing file is made.
    read_only : bool
        Whether the file must not be touched, not even to migrate it.
    timeout : float
        Seconds to wait for another process.

    Raises
    ------
    NotFoundError
        When there is no such file and ``create`` is False.
    RecordError
        When it cannot be opened; see `tracktwo.record.trouble`.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise RecordError(
            "this Python comes with an SQLite that is too old",
            why=f"it is {sqlite3.sqlite_version}; 3.37 or newer is needed",
            fix="Use a newer Python build",
        )
    if not path.exists():
        if read_only or not create:
            raise NotFoundError(
                "there is no record here", where=str(path), fix="Make one with: tracktwo add FILE..."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise RecordError("this is a folder, not a record", where=str(path))
    # A record that may only be read still answers; writing into it is what is refused.
    read_only = read_only or not _writable(path)
    with plainly(path):
        connection = _reader(path, timeout) if read_only else _writer(path, timeout)
        try:
            bring_up(connection, path, writable=not read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def _writable(path: Path) -> bool:
    return not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _writer(path: Path, timeout: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        # FULL, not NORMAL: what was acknowledged must survive a power cut, too.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = OFF")
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal" and not _foreign(connection):
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _foreign(connection: sqlite3.Connection) -> bool:
    # Somebody else's database must not even have its journal mode changed.
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return bool(tables) and not connection.execute("PRAGMA application_id").fetchone()[0]


def _reader(path: Path, timeout: float) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}"
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=timeout, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A folder we may not write in has no room for the shared-memory file of the write-ahead log.
        connection.close()
        if path.with_name(f"{path.name}-wal").exists():
            raise
        connection = sqlite3.connect(
            f"{address}?immutable=1", uri=True, timeout=timeout, isolation_level=None
        )
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Hold the write lock for the block: all of it is stored, or nothing."""
    with plainly(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def apart(connection: sqlite3.Connection, name: str) -> Iterator[None]:
    """Keep the block's part of what is being written whole: where it fails, nothing of it stays.

    Raises
    ------
    RecordError
        Naming ``name``, when a value in it is none that the record can hold.
    """
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException as error:
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        if isinstance(error, UNFIT):
            raise RecordError(
                "this holds a value that the record cannot keep", where=name, why=str(error)
            ) from error
        raise
    connection.execute("RELEASE part")
