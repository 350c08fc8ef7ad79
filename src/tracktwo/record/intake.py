"""Files to claims: load, read, add; a bad file never stops the good ones, and whole reports only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tracktwo.errors import RecordError
from tracktwo.record.appending import Added
from tracktwo.record.clock import day
from tracktwo.record.store import Record
from tracktwo.record.unfinished import Unfinished
from tracktwo.vocabulary import Report, Skipped

if TYPE_CHECKING:
    from tracktwo.reports import Spool, Stories


class Progress(Protocol):
    """Is told how far an adding is: so many done, of so many in all where that is known, doing what."""

    def __call__(self, done: int, total: int | None, doing: str = "reading") -> None:
        """Take note of it."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of some files: keys of the reports added and of those already there, and files not read.

    ``claims`` counts the claims of the added reports; ``dated`` names known reports that got a date.
    """

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    claims: int = 0
    dated: tuple[str, ...] = ()


def add_files(
    record: Record,
    sources: Sequence[str | Path],
    *,
    dates: Mapping[str, str | dt.date] | None = None,
    metadata: str | Path | None = None,
    by: str = "user",
    progress: Progress | None = None,
    jobs: int = 1,
) -> Intake:
    """Read report files into a record.

    Reports are stored a few at a time, each whole, so that stopping in the middle (Ctrl-C, a kill, a full
    disk) leaves whole reports only; what the progress counts as done is on the disk. Running the same
    command again adds the rest, read as if nothing had happened. The reports wait on disk meanwhile: ten
    thousand take the memory of a few.

    Parameters
    ----------
    record : Record
    sources : sequence of str or Path
        Files, and folders of them.
    dates : mapping of str to date, optional
        Dates by file name, path or report key.
    metadata : Path, optional
        A CSV with titles, dates and publishers, one report a row.
    by : str
        Who adds them.
    progress : callable, optional
        Called with (done, in all, doing what), at last with (reports done, reports in all).
    jobs : int
        How many processes read; the claims are the same.

    Returns
    -------
    Intake

    Raises
    ------
    RecordError
        When the record cannot be written.
    ReadingError
        When a process that reads ended before its work.
    ReportError
        When the metadata cannot be read.
    """
    from tracktwo import reports

    given = {name: date for name, value in (dates or {}).items() if (date := day(value)) is not None}
    table = reports.read_metadata(metadata) if metadata else None
    with reports.Spool() as spool:
        done = _Doing(record, by, progress, spool)
        for one in reports.iterate(sources, dates=given, metadata=table):
            if isinstance(one, Skipped):
                done.skipped.append(one)
            else:
                done.look_at(one)
        done.read(jobs)
    return Intake(
        tuple(done.added), tuple(done.unchanged), tuple(done.skipped), done.claims, tuple(done.dated)
    )


class _Doing:
    """The running tally of one intake."""

    def __init__(self, record: Record, by: str, progress: Progress | None, spool: Spool) -> None:
        self.record = record
        self.by = by
        self.progress: Progress = progress or _silent
        self.spool = spool
        self.held = {report.key: report for report in record.headers()}
        self.unfinished = Unfinished(record.path)
        self.stopped = self.unfinished.texts()
        self.together: set[str] = set()
        self.fresh: set[str] = set()
        self.seen = 0
        self.skipped: list[Skipped] = []
        self.added: list[str] = []
        self.unchanged: list[str] = []
        self.dated: list[str] = []
        self.claims = 0

    def look_at(self, loaded: Report) -> None:
        """Lay a report aside to be read, unless the record has it; then to be learned from at most."""
        report = replace(loaded, key=_name(self.record, self.held, loaded))
        self.seen += 1
        self.progress(self.seen, None, "looking through the files")
        known = self._known(report)
        if known and report.hash not in self.stopped:
            return
        self.spool.add(report, known=known)
        self.together.add(report.hash)
        if not known:
            self.fresh.add(report.key)

    def _known(self, report: Report) -> bool:
        """Whether the text needs no reading: it is in the record, or was removed from it for good."""
        try:
            seen = self.record.seen_again(report, by=self.by)
        except RecordError as error:
            if error.where is not None and error.where.file == report.key:
                self.skipped.append(Skipped(report.path or report.key, error.what, error.fix or error.why))
                return True
            raise
        if seen is None:
            return False
        (self.added if seen.new else self.unchanged).append(report.key)
        self.claims += seen.claims if seen.new else 0
        if seen.dated:
            self.dated.append(report.key)
        return True

    def read(self, jobs: int) -> None:
        """Read what lies aside and add it report by report."""
        from tracktwo import reading
        from tracktwo.reports import Stories

        done = self.seen - len(self.spool)
        if not len(self.spool):
            self.progress(done, self.seen)
            self.unfinished.end()
            return
        if len(self.together) > 1:
            self.unfinished.begin(self.together)
        with Stories() as stories:
            self._place_what_is_held(stories)
            readings = reading.read_all(self.spool, jobs=jobs, learned=self._learning)
            with closing(readings):
                placed = (
                    (replace(report, story=stories.place(report)), read)
                    for report, read in zip(self.spool, readings, strict=True)
                )
                for report, came in self.record.add_all(placed, by=self.by):
                    self._take_note(report, came)
                    done += 1
                    self.progress(done, self.seen)
        self.unfinished.end()

    def _learning(self, done: int, total: int) -> None:
        self.progress(done, total, "learning names")

    def _place_what_is_held(self, stories: Stories) -> None:
        """Group the fresh reports with those of the record that carry the same copy."""
        for report in self.record.each_report():
            if report.key not in self.fresh:
                stories.place(report)

    def _take_note(self, report: Report, came: Added | RecordError) -> None:
        if isinstance(came, RecordError):
            self.skipped.append(Skipped(report.path or report.key, str(came), came.fix))
        else:
            self.added.append(report.key)
            self.claims += came.claims


def _silent(done: int, total: int | None, doing: str = "") -> None:
    """Tell nobody."""


def _name(record: Record, held: Mapping[str, Report], report: Report) -> str:
    """A key for a report that no other text of the record has.

    The same key with changed text is a new version of that report; two files that merely share a name,
    added on different days, are not.
    """
    folder = Path(report.path).resolve().parent.name if report.path else ""
    name, number = report.key, 1
    while name in held and not _version(record, held[name], report):
        number += 1
        name = f"{folder}/{report.key}" if folder and number == 2 else f"{report.key}~{number}"
    return name


def _version(record: Record, old: Report, new: Report) -> bool:
    if old.hash == new.hash or old.path is None or new.path is None:
        return True
    if Path(old.path).resolve() == Path(new.path).resolve():
        return True
    from tracktwo.reports import Stories

    with Stories() as stories:
        story = stories.place(record.report(old.key))
        return stories.place(replace(new, key=f"{old.key} ")) == story
