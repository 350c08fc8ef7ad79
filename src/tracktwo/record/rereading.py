"""Reading stored reports again with the rules of today; what people decided stays."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from tracktwo.record.store import Record

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Reread:
    """What came of it: the reports read otherwise now, by key; how many were read; people's claims kept."""

    changed: tuple[str, ...]
    read: int
    kept: int


def reread(
    record: Record,
    keys: Collection[str] = (),
    *,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Reread:
    """Read stored reports again and append the readings that differ from those held.

    Each report is stored in one step; stopping in the middle leaves the others as they were read before.
    Views of what was known before show the earlier readings.

    Parameters
    ----------
    record : Record
    keys : collection of str
        Which reports; none names all.
    progress : callable, optional
        Called with (reports done, in all).
    jobs : int
        How many processes read.

    Raises
    ------
    NotFoundError
        When no report has one of the keys.
    RecordError
        When the record cannot be written.
    """
    from tracktwo import reading

    chosen = [record.report(key) for key in dict.fromkeys(keys)] or [*record.reports()]
    changed, kept = [], 0
    for number, (report, read) in enumerate(
        zip(chosen, reading.read_all(chosen, jobs=jobs), strict=True), start=1
    ):
        stored = record.read_again(report.key, read)
        if stored is not None:
            changed.append(report.key)
            kept += stored
        if progress:
            progress(number, len(chosen))
    return Reread(tuple(changed), len(chosen), kept)
