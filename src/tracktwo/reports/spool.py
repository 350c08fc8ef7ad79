"""Spool: reports waiting on disk, so that ten thousand of them take the memory of one."""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from tracktwo.vocabulary.reports import Report

Packed = bytes

_BATCH_BYTES = 1 << 16
_BATCH_REPORTS = 16


class Spool:
    """Reports in the order added, kept in a temporary file that nobody else sees and no crash leaves behind.

    Use it in a ``with`` block. Where reports are read together, those ``known`` already say who is who and
    are not read again.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="tracktwo-")  # noqa: SIM115 - open as long as the spool is
        self._starts = array("Q", [0])
        self._known = bytearray()

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Self:
        """A spool with these reports, none of them known."""
        made = cls()
        try:
            for report in reports:
                made.add(report)
        except BaseException:
            made.close()
            raise
        return made

    def add(self, report: Report, *, known: bool = False) -> None:
        """Put a report at the end; ``known`` if it is to be learned from and not read.

        Raises
        ------
        OSError
            If the disk is full.
        """
        packed = pickle.dumps(report, pickle.HIGHEST_PROTOCOL)
        self._file.seek(self._starts[-1])
        self._file.write(packed)
        self._starts.append(self._starts[-1] + len(packed))
        self._known.append(known)

    def __len__(self) -> int:
        return len(self._known) - sum(self._known)

    def __iter__(self) -> Iterator[Report]:
        """The reports to be read, one at a time."""
        for at, known in enumerate(self._known):
            if not known:
                yield unpacked(self._packed(at))

    def batches(self, *, known: bool) -> Iterator[list[Packed]]:
        """Groups of neighbouring reports, packed as they may be sent to another process.

        Parameters
        ----------
        known : bool
            Whether to give known reports too.

        Yields
        ------
        list of bytes
            A few reports each, however large; the same groups every time.
        """
        for group in self._groups(known=known):
            yield [self._packed(at) for at in group]

    def batch_count(self, *, known: bool) -> int:
        """How many batches there are."""
        return sum(1 for _ in self._groups(known=known))

    def _groups(self, *, known: bool) -> Iterator[list[int]]:
        group: list[int] = []
        size = 0
        for at, is_known in enumerate(self._known):
            if is_known and not known:
                continue
            more = self._starts[at + 1] - self._starts[at]
            if group and (size + more > _BATCH_BYTES or len(group) == _BATCH_REPORTS):
                yield group
                group, size = [], 0
            group.append(at)
            size += more
        if group:
            yield group

    def _packed(self, at: int) -> Packed:
        self._file.seek(self._starts[at])
        return self._file.read(self._starts[at + 1] - self._starts[at])

    def close(self) -> None:
        """Give the disk space back."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def unpacked(packed: Packed) -> Report:
    """The report of a batch's item; only ever of this program's own making."""
    report: Report = pickle.loads(packed)
    return report
