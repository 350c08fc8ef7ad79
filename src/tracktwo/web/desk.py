"""The desk: the record, kept open by the one thread that reads and writes it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from tracktwo.brief.compose import FALLEN
from tracktwo.record import Decided, Record
from tracktwo.record.decisions import standing
from tracktwo.vocabulary import Claim
from tracktwo.web.seen import Lens, Seen, look
from tracktwo.web.since import after, moved

T = TypeVar("T")

_KEPT = 4

Decisions = Mapping[str, Sequence[Decided]]


@dataclass(frozen=True, slots=True)
class _Last:
    """What was last seen of the whole record; ``mark`` tells when more than decisions was added since."""

    mark: int
    seen: Seen
    decided: Mapping[str, int]
    waiting: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Look:
    """A look through a lens, with how many decisions each claim had then."""

    mark: int
    decided: Mapping[str, int]
    seen: Seen


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
        self._last: _Last | None = None
        self._looks: dict[Lens, _Look] = {}

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
            if record.is_large and (patched := self._after(record, lens)) is not None:
                return patched
            self._seen[key] = look(record, lens)
            self._looks[lens] = _Look(_mark(record, record.decisions()), _counts(record), self._seen[key])
        if lens == Lens():
            self._note(record, self._seen[key])
        return self._seen[key]

    def _after(self, record: Record, lens: Lens) -> Seen | None:
        """Return the last look through a lens after the decisions since; null where that is not enough.

        Making the picture of a large record anew takes longer than anybody wants to wait between two
        decisions. What was brought in or taken back needs it made anew all the same.
        """
        last = self._looks.get(lens)
        if last is None or last.mark != _mark(record, record.decisions()):
            return None
        counts = _counts(record)
        changed = [claim for claim, number in counts.items() if number != last.decided.get(claim, 0)]
        now = [record.claim(claim) for claim in changed]
        there = {claim.id for claim in last.seen.claims}
        if any(claim.id not in there and claim.status not in FALLEN for claim in now):
            return None
        return after(last.seen, moved(now))

    def recent(self, record: Record) -> Seen:
        """Return what reviewing needs, without making the picture anew after every decision.

        The order of the queue is that of the last picture made, less what has been decided since: as in the
        terminal, where it is made once a sitting. Anything but a decision makes it anew; so does a look at
        the tables.
        """
        decisions = record.decisions()
        last = self._last
        if last is None or last.mark != _mark(record, decisions):
            return self.seen(record, Lens())
        settled = {claim for claim, taken in decisions.items() if standing(taken)}
        if any(claim not in settled and claim not in last.waiting for claim in decisions):
            # Taken back since: its place in the queue is not known.
            return self.seen(record, Lens())
        return replace(last.seen, queue=tuple(row for row in last.seen.queue if row.id not in settled))

    def fresh(self, record: Record, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return claims that `recent` gave as they stand now."""
        held = self._last.decided if self._last else {}
        now = record.decisions()
        moved = {claim for claim, taken in now.items() if len(taken) != held.get(claim, 0)}
        return tuple(record.claim(claim.id) if claim.id in moved else claim for claim in claims)

    def _note(self, record: Record, seen: Seen) -> None:
        decisions = record.decisions()
        self._last = _Last(
            _mark(record, decisions),
            seen,
            _counts(record),
            frozenset(row.id for row in seen.queue),
        )

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
            self._last = None
            self._seen.clear()
            self._looks.clear()
        if self._record is None:
            self._record = Record.open(self.path, create=False)
            self._file = file
        return self._record


def _counts(record: Record) -> dict[str, int]:
    return {claim: len(taken) for claim, taken in record.decisions().items()}


def _mark(record: Record, decisions: Decisions) -> int:
    # Each decision is one entry: what is left is the number of all others.
    return record.state - sum(map(len, decisions.values()))
