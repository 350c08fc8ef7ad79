"""The desk: the record, kept open by the one thread that reads and writes it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from tracktwo.record import Record
from tracktwo.web.seen import Lens, Seen, look

T = TypeVar("T")

_KEPT = 4


class Desk:
    """A record behind a queue: one request after the other, in a thread of its own.

    SQLite connections belong to the thread that made them, and a decision must see the one before it. What
    a page shows is kept until the record changes, whoever changes it.
    """

    def __init__(self, path: Path, by: str) -> None:
        self.path = path
        self.by = by
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="record")
        self._record: Record | None = None
        self._file: tuple[int, int] | None = None
        self._seen: dict[tuple[int, Lens], Seen] = {}

    async def ask(self, question: Callable[[Record], T]) -> T:
        """Answer a question of the record in its thread."""
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, lambda: question(self._opened())
        )

    def seen(self, record: Record, lens: Lens) -> Seen:
        """Return what a lens shows of the record as it stands; only to be called inside `ask`."""
        key = (record.state, lens)
        if key not in self._seen:
            if len(self._seen) >= _KEPT:
                self._seen.pop(next(iter(self._seen)))
            self._seen[key] = look(record, lens)
        return self._seen[key]

    def close(self) -> None:
        """Close the record; what was acknowledged is in the file already."""
        if self._record is not None:
            self._thread.submit(self._record.close).result()
            self._record = None
        self._thread.shutdown()

    def _opened(self) -> Record:
        # A record that was rescued, or put in the place of this one, is another file of the same name.
        state = self.path.stat() if self.path.exists() else None
        file = (state.st_dev, state.st_ino) if state else None
        if self._record is not None and file != self._file:
            self._record.close()
            self._record = None
            self._seen.clear()
        if self._record is None:
            self._record = Record.open(self.path, create=False)
            self._file = file
        return self._record
