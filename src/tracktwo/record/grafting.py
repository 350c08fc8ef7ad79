"""A damaged file whose list of tables is lost gets that of a fresh record, so that its rows can be read.

Every record made by one version of the program has its tables at the same places in the file until it is
compacted. Where the places differ, what is read at them is no row of the table and is left behind.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

_HEADER, _INTERIOR = 100, 5


def legible(damaged: Path, fresh: Path) -> sqlite3.Connection:
    """Open a copy of a damaged file, grafting on it the list of tables of ``fresh`` where its own is lost.

    Parameters
    ----------
    damaged : Path
        A copy; it may be changed.
    fresh : Path
        A record of today's shape, with nothing left in its write-ahead log.
    """
    old = sqlite3.connect(damaged, isolation_level=None)
    try:
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return old
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        old.close()
    for suffix in ("-wal", "-shm"):
        Path(f"{damaged}{suffix}").unlink(missing_ok=True)
    _graft(damaged, fresh.read_bytes())
    return sqlite3.connect(damaged, isolation_level=None)


def _graft(damaged: Path, donor: bytes) -> None:
    size = int.from_bytes(donor[16:18], "big")
    size = 65536 if size == 1 else size
    body = bytearray(damaged.read_bytes())
    if len(body) < len(donor) or len(donor) < size:
        return
    whole = body[:16] == donor[:16] and body[16:18] == donor[16:18]
    body[_HEADER if whole else 0 : size] = donor[_HEADER if whole else 0 : size]
    for page in _children(donor[:size], _HEADER):
        body[(page - 1) * size : page * size] = donor[(page - 1) * size : page * size]
    damaged.write_bytes(bytes(body))


def _children(page: bytes, at: int) -> list[int]:
    """Return the pages below an interior page of a table's tree (SQLite file format, section 1.6)."""
    if page[at] != _INTERIOR:
        return []
    cells = int.from_bytes(page[at + 3 : at + 5], "big")
    places = [int.from_bytes(page[at + 12 + 2 * n : at + 14 + 2 * n], "big") for n in range(cells)]
    return [int.from_bytes(page[p : p + 4], "big") for p in places] + [
        int.from_bytes(page[at + 8 : at + 12], "big")
    ]
