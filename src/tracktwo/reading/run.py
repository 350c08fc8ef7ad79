"""read and read_all: reports in, readings out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import nullcontext

from tracktwo.reading.crew import Crew
from tracktwo.reading.known import Known, known_from, sentences_in
from tracktwo.reading.names import Roster, empty_roster
from tracktwo.reading.names.learn import Met, nobody
from tracktwo.reading.runs import Looked, looked_at
from tracktwo.reading.single import read_each
from tracktwo.reports import Spool
from tracktwo.reports.spool import Packed, unpacked
from tracktwo.vocabulary import Reading, Report


def read(report: Report, roster: Roster | None = None) -> Reading:
    """Read one report.

    Parameters
    ----------
    report : Report
        With its segments, as ``reports.load`` gives it.
    roster : Roster, optional
        Names learned from this and other reports; learned from this report alone if not given.

    Returns
    -------
    Reading
        Claims in text order, one coverage row for every segment, and the people named. Every claim's
        quote, predicate, object and actor text equal the stored text at their offsets.

    Raises
    ------
    ModelError
        If the English model is missing or broken. No text makes it raise.
    """
    (reading,) = read_each([report], known_from(sentences_in(report), roster))
    return reading


def read_all(
    reports: Iterable[Report],
    roster: Roster | None = None,
    *,
    jobs: int = 1,
    learned: Callable[[int, int], None] | None = None,
) -> Generator[Reading, None, None]:
    """Read reports one after another, with names learned over all of them.

    Any number of reports takes the memory of a few: they wait in a temporary file while names are learned.
    The readings are the same however many processes read.

    Parameters
    ----------
    reports : iterable of Report
        A ``reports.Spool`` is used as it lies: those known there are learned from and not read.
    roster : Roster, optional
        What is known already.
    jobs : int
        How many processes read, at least 1; with 1 everything happens in this one. A script that asks
        for more must be importable (``if __name__ == "__main__":``), as multiprocessing wants it.
    learned : callable, optional
        Called with (batches done, in all) while names are learned, before the first reading.

    Yields
    ------
    Reading
        One per report, in order.

    Raises
    ------
    ModelError
        If the English model is missing or broken.
    ReadingError
        If a process that reads ended before its work.
    """
    spooled = nullcontext(reports) if isinstance(reports, Spool) else Spool.of(reports)
    with spooled as spool, Crew[Known](min(jobs, spool.batch_count(known=False))) as crew:
        _learn(spool, crew, roster, learned or _silent)
        for readings in crew.each(_read, spool.batches(known=False)):
            yield from readings


def _learn(
    spool: Spool, crew: Crew[Known], roster: Roster | None, learned: Callable[[int, int], None]
) -> None:
    """Tell the crew what all reports together say about who is who."""
    done, total = 0, 2 * spool.batch_count(known=True)
    base = roster if roster is not None else empty_roster()
    crew.tell(Known(base))
    met = nobody(base)
    for each in crew.each(_meet, spool.batches(known=True)):
        met.merge(each)
        learned(done := done + 1, total)
    known = Known(met.roster(base))
    crew.tell(known)
    looked = Looked()
    for seen in crew.each(_look, spool.batches(known=True)):
        looked.merge(seen)
        learned(done := done + 1, total)
    runs = looked.runs()
    crew.tell(Known(known.roster, runs, looked.parties(runs)))


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _meet(known: Known, batch: list[Packed]) -> Met:
    met = nobody(known.roster)
    for packed in batch:
        for sentence in sentences_in(unpacked(packed)):
            met.notice(sentence, known.roster)
    return met


def _look(known: Known, batch: list[Packed]) -> Looked:
    return looked_at((s for packed in batch for s in sentences_in(unpacked(packed))), known.roster)


def _read(known: Known, batch: list[Packed]) -> list[Reading]:
    return read_each(map(unpacked, batch), known)
