"""The desk: the record, kept open by the one thread that reads and writes it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tracktwo.brief.compose import FALLEN
from tracktwo.record import Record
from tracktwo.web.look import Lens, Look
from tracktwo.web.seen import Seen
from tracktwo.web.since import moved

T = TypeVar("T")

_KEPT = 4


@dataclass(frozen=True, slots=True)
class _Then:
    """A look, with how many decisions each claim had then; ``mark`` tells when more than those was added."""

    look: Look
    mark: int
    decided: Mapping[str, int]


class Desk:
    """A record behind a queue: one request after the other, in a thread of its own.

    SQLite connections belong to the thread that made them, and a decision must see the one before it. A look
    at the record is kept until the record changes, whoever changes it.
    """

    def __init__(self, path: Path, by: str) -> None:
        self.path = path
        self.by = by
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="record")
        self._record: Record | None = None
        self._file: tuple[int, int] | None = None
        self._looks: dict[Lens, _Then] = {}

    async def ask(self, question: Callable[[Record], T]) -> T:
        """Answer a question of the record in its thread."""
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, lambda: question(self._opened())
        )

    def seen(self, record: Record, lens: Lens) -> Seen:
        """Return what a lens shows of the record as it stands; only to be called inside `ask`.

        Making the picture of a large record anew takes longer than anybody wants to wait between two
        decisions: then what rests on claims rejected or corrected since the last look is left out of it. What
        was brought in or taken back needs it made anew all the same.
        """
        return self._seen(record, lens, lasting=record.is_large)

    def recent(self, record: Record) -> Seen:
        """Return what reviewing needs, without making the picture anew after every decision.

        The order of the queue is that of the last look, less what has been decided since: as in the
        terminal, where it is made once a sitting. Anything but a decision makes it anew; so does a look at
        the tables.
        """
        return self._seen(record, Lens(), lasting=True)

    def _seen(self, record: Record, lens: Lens, *, lasting: bool) -> Seen:
        now = _counts(record)
        mark = record.state - sum(now.values())  # each decision is one entry: what is left is all else
        then = self._looks.get(lens)
        changed = [] if then is None else [one for one, n in now.items() if n != then.decided.get(one, 0)]
        claims = [record.claim(one) for one in changed]
        if then is not None and then.mark == mark and (lasting or not changed):
            held = frozenset(then.look.waiting) if claims else frozenset[str]()
            # What was rejected then and stands again is in none of its answers.
            if all(claim.id in held or claim.status in FALLEN for claim in claims):
                return Seen(then.look, moved(claims), record.settled())
        self._looks.pop(lens, None)
        if len(self._looks) >= _KEPT:
            self._looks.pop(next(iter(self._looks)))
        self._looks[lens] = then = _Then(look(record, lens), mark, now)
        return Seen(then.look, moved(()), record.settled())

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
            self._looks.clear()
        if self._record is None:
            self._record = Record.open(self.path, create=False)
            self._file = file
        return self._record


def look(record: Record, lens: Lens) -> Look:
    """Look at a record through a lens."""
    return Look(record, lens)


def _counts(record: Record) -> dict[str, int]:
    return {claim: len(taken) for claim, taken in record.decisions().items()}
