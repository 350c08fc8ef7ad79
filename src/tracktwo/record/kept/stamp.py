"""Stamp: exactly what an answer was made from, so that nothing out of date can be taken for one."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tracktwo.record import clock
from tracktwo.record.clock import Day

# The rooms whose code and word lists decide what claims add up to.
_ROOMS = ("record", "vocabulary", "reading")
_KINDS = (".py", ".toml", ".tsv", ".txt", ".sql")
# Accepting or disputing a claim that nobody rejected, edited or merged moves nothing in the picture, unless
# it waited for just that; nor does what is no decision on a claim at all. How many claims are reviewed is
# counted when an answer is read.
_LAST = """
SELECT max(entry) FROM entries WHERE entry <= ? AND what NOT IN ('second opinion', 'label') AND entry NOT IN (
  SELECT d.entry FROM decisions d WHERE d.decision IN ('accept', 'dispute', 'undo') AND NOT EXISTS (
    SELECT 1 FROM decisions o
    WHERE o.claim = d.claim AND o.entry < d.entry AND o.decision NOT IN ('accept', 'dispute', 'undo')
  ) AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.id = d.claim AND c.confidence IS NULL)
)
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an answer rests on.

    ``file`` is the record's device and inode: another file of the same name is another record. ``entry`` is
    the last thing appended that can change an answer, with its time of recording; ``as_of`` the first clock
    (the second is in ``entry``); ``code`` a digest of the program's own files.
    """

    file: tuple[int, int]
    entry: int
    recorded_at: str
    as_of: str | None
    code: str

    @property
    def name(self) -> str:
        """A file name that no other stamp has."""
        words = repr((self.file, self.entry, self.recorded_at, self.as_of, self.code))
        return hashlib.blake2b(words.encode(), digest_size=12).hexdigest()


def stamp(connection: sqlite3.Connection, path: Path, as_of: Day, known_on: Day) -> Stamp:
    """Return the stamp of what two clocks show of the record at ``path`` now.

    Raises
    ------
    UsageError
        When a clock is no day.
    """
    day = clock.day(as_of, "as-of")
    bound = clock.last_entry(connection, known_on)
    entry = int(connection.execute(_LAST, (bound,)).fetchone()[0] or 0)
    row = connection.execute("SELECT recorded_at FROM entries WHERE entry = ?", (entry,)).fetchone()
    state = path.stat()
    return Stamp(
        (state.st_dev, state.st_ino), entry, row[0] if row else "", str(day) if day else None, _code_digest()
    )


@cache
def _code_digest() -> str:
    """Return a digest of names, sizes and times of the files that decide what claims add up to."""
    root = Path(__file__).resolve().parents[2]
    held = hashlib.blake2b(digest_size=12)
    folders = [str(root / name) for name in _ROOMS]
    while folders:
        with os.scandir(folders.pop()) as items:
            for item in sorted(items, key=lambda one: one.name):
                if item.is_dir():
                    folders.append(item.path)
                elif item.name.endswith(_KINDS):
                    state = item.stat()
                    held.update(f"{item.path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return held.hexdigest()
