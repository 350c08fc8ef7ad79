"""Saving what can be saved of a damaged record into a new file; the damaged one is not touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tracktwo.errors import NotFoundError, RecordDamagedError, UsageError
from tracktwo.record.connection import connect, writing
from tracktwo.record.grafting import legible
from tracktwo.record.trouble import plainly
from tracktwo.record.verifying import claim_fault, text_fault

# In this order every row finds what it refers to.
TABLES = (
    "entries",
    "texts",
    "reports",
    "readings",
    "claims",
    "coverage",
    "people",
    "dates",
    "decisions",
    "opinions",
    "labels",
    "join_decisions",
    "tombstones",
)
_GAP = 100_000  # row numbers tried one by one between the last good row from below and the first from above
_BEYOND = 500  # the same, where nothing could be read from above


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was saved and what was lost, by table; ``lost`` counts rows read but not sound."""

    path: Path
    saved: dict[str, int]
    lost: dict[str, int]

    def __str__(self) -> str:
        lost = sum(self.lost.values())
        return (
            f"{self.saved['reports']} reports, {self.saved['claims']} claims and {self.saved['decisions']} "
            f"decisions saved to {self.path}; {lost} broken rows left behind"
        )


def rescue(damaged: str | Path, to: str | Path) -> Rescued:
    """Copy every sound row of ``damaged`` to a new record ``to``.

    Raises
    ------
    NotFoundError
        When there is no damaged file.
    UsageError
        When ``to`` exists.
    RecordDamagedError
        When nothing at all can be read.
    """
    # Every record opened knows the names of its tables from here; only a rescue needs these.
    import shutil
    import tempfile

    source, target = Path(damaged), Path(to)
    if not source.is_file():
        raise NotFoundError("there is no record here", where=str(source))
    if target.exists():
        raise UsageError("this file exists already", where=str(target), fix="Name a new one")
    with tempfile.TemporaryDirectory() as folder:
        # Opening a database with a write-ahead log writes to it; only a copy is opened.
        copy = Path(folder) / "damaged.sqlite"
        for suffix in ("", "-wal"):
            if Path(f"{source}{suffix}").exists():
                shutil.copyfile(f"{source}{suffix}", f"{copy}{suffix}")
        return _copy(copy, source, target)


def _copy(copy: Path, source: Path, target: Path) -> Rescued:
    new = connect(target, create=True, read_only=False, timeout=5.0)
    with plainly(target):
        new.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    old = legible(copy, target)
    saved, lost = dict.fromkeys(TABLES, 0), dict.fromkeys(TABLES, 0)
    try:
        with writing(new, target):
            for table in TABLES:
                for row in _rows(old, new, table):
                    kept = _keep(new, table, row)
                    (saved if kept else lost)[table] += 1
            new.execute("INSERT INTO quotes (quotes) VALUES ('rebuild')")
    finally:
        old.close()
        new.close()
    if not saved["texts"] and not saved["entries"]:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{target}{suffix}").unlink(missing_ok=True)
        raise RecordDamagedError(
            "nothing could be read from this file",
            where=str(source),
            fix="Look for a copy beside it (its name has .backup- in it), or add the reports again",
        )
    with plainly(target):
        return Rescued(target, saved, lost)


def _rows(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    columns = _columns(new, table)
    # A record of an older shape lacks what came later: new columns stand last and are null for it.
    lacking = set(columns) - set(_columns(old, table) or columns)
    select = f"SELECT rowid, {', '.join('NULL' if c in lacking else c for c in columns)} FROM {table}"
    low, high = 0, 0
    try:
        for row in old.execute(f"{select} ORDER BY rowid"):
            low = row[0]
            yield row[1:]
        return
    except sqlite3.Error:
        pass
    above = []
    try:
        for row in old.execute(f"{select} WHERE rowid > ? ORDER BY rowid DESC", (low,)):
            above.append(row[1:])
            high = row[0]
    except sqlite3.Error:
        pass
    for number in range(low + 1, min(high, low + _GAP) if high else low + _BEYOND):
        try:
            row = old.execute(f"{select} WHERE rowid = ?", (number,)).fetchone()
        except sqlite3.Error:
            continue
        if row is not None:
            yield row[1:]
    yield from reversed(above)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    except sqlite3.Error:
        return []


def _keep(new: sqlite3.Connection, table: str, row: tuple[object, ...]) -> bool:
    if (table == "texts" and text_fault(row)) or (table == "claims" and claim_fault(new, row)):
        return False
    try:
        new.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    except sqlite3.IntegrityError:
        return False  # it refers to a row that was lost, or its own values are spoilt
    return True
