"""Shelf: the folder of kept sheets beside a record."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from tracktwo.record.kept.sheet import Sheet
from tracktwo.record.kept.stamp import Stamp

KEPT = 3  # sheets; the one used longest ago goes first


def shelf(path: Path) -> Path:
    """Return the folder that belongs to the record at ``path``."""
    return path.with_name(f"{path.name}-kept")


def find(path: Path, stamp: Stamp) -> Sheet | None:
    """Return the sheet of exactly this stamp; null where there is none that can be read."""
    file = shelf(path) / f"{stamp.name}.sqlite"
    try:
        sheet = Sheet.read(file)
    except (sqlite3.Error, OSError):
        return None
    with contextlib.suppress(OSError):
        os.utime(file)
    return sheet


def put(path: Path, stamp: Stamp, fill: Callable[[Sheet], None]) -> Sheet:
    """Make a sheet and put it in its place in one step; a folder that cannot be written gets none.

    Whatever happens in between, a kill, a full disk, another process that makes the same, a file in its
    place is whole.
    """
    file = shelf(path) / f"{stamp.name}.sqlite"
    aside = file.with_name(f"{stamp.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(exist_ok=True)
        aside.unlink(missing_ok=True)
        _written(aside, fill)
        os.replace(aside, file)
        _tidy(file.parent, file)
        return Sheet.read(file)
    except (sqlite3.Error, OSError):
        return _in_memory(fill)
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def _written(aside: Path, fill: Callable[[Sheet], None]) -> None:
    sheet = Sheet.made(aside)
    try:
        fill(sheet)
        sheet.finish()
    finally:
        sheet.close()
    with aside.open("rb+") as file:
        os.fsync(file.fileno())


def _in_memory(fill: Callable[[Sheet], None]) -> Sheet:
    sheet = Sheet.made()
    fill(sheet)
    sheet.finish()
    return sheet


def clear(path: Path) -> None:
    """Remove everything kept beside a record: what it was told to forget must be nowhere."""
    import shutil

    shutil.rmtree(shelf(path), ignore_errors=True)


def _tidy(folder: Path, newest: Path) -> None:
    """Remove the sheets used longest ago, and what a killed process left."""
    with contextlib.suppress(OSError):
        held = sorted(folder.glob("*.sqlite"), key=lambda file: file.stat().st_mtime)
        for file in [one for one in held if one != newest][: max(0, len(held) - KEPT)]:
            file.unlink(missing_ok=True)
        for part in folder.glob("*.part"):
            if newest.stat().st_mtime - part.stat().st_mtime > 3600:
                part.unlink(missing_ok=True)
