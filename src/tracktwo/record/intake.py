"""Files to claims: load, read, add; a bad file never stops the good ones, and whole reports only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tracktwo.errors import RecordError
from tracktwo.record.clock import day
from tracktwo.record.store import Record
from tracktwo.vocabulary import Report, Skipped

Progress = Callable[[int, int | None], None]


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
) -> Intake:
    """Read report files into a record.

    Each report is stored in one step, so that stopping in the middle (Ctrl-C, a kill, a full disk) leaves
    whole reports only; running the same command again adds the rest.

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
        Called with (reports done, reports in all).

    Returns
    -------
    Intake

    Raises
    ------
    RecordError
        When the record cannot be written.
    ReportError
        When the metadata cannot be read.
    """
    from tracktwo import reports

    loaded: list[Report] = []
    skipped: list[Skipped] = []
    given = {name: date for name, value in (dates or {}).items() if (date := day(value)) is not None}
    table = reports.read_metadata(metadata) if metadata else None
    for one in reports.iterate(sources, dates=given, metadata=table):
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            loaded.append(one)
    named = _named(record, loaded)
    done = _Doing(record, by, skipped)
    fresh = [report for report in named if not done.known(report)]
    done.read(_storied(record, fresh), progress, total=len(named))
    return Intake(
        tuple(done.added), tuple(done.unchanged), tuple(done.skipped), done.claims, tuple(done.dated)
    )


class _Doing:
    """The running tally of one intake."""

    def __init__(self, record: Record, by: str, skipped: list[Skipped]) -> None:
        self.record = record
        self.by = by
        self.skipped = skipped
        self.added: list[str] = []
        self.unchanged: list[str] = []
        self.dated: list[str] = []
        self.claims = 0

    def known(self, report: Report) -> bool:
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

    def read(self, fresh: Sequence[Report], progress: Progress | None, total: int) -> None:
        """Read the fresh reports and add them one by one."""
        from tracktwo import reading

        done = total - len(fresh)
        if progress:
            progress(done, total)
        if not fresh:
            return
        for report, read in zip(fresh, reading.read_all(fresh), strict=True):
            try:
                added = self.record.add(report, read, by=self.by)
            except RecordError as error:
                # Faults of one report carry its key; anything else concerns the record and stops us.
                if error.where is None or error.where.file != report.key:
                    raise
                self.skipped.append(Skipped(report.path or report.key, str(error), error.fix))
            else:
                self.added.append(report.key)
                self.claims += added.claims
            done += 1
            if progress:
                progress(done, total)


def _named(record: Record, loaded: Sequence[Report]) -> list[Report]:
    """Give a report whose key another text of the record already has a key of its own.

    The same key with changed text is a new version of that report; two files that merely share a name,
    added on different days, are not.
    """
    held = {report.key: report for report in record.reports()}
    named = []
    for report in loaded:
        folder = Path(report.path).resolve().parent.name if report.path else ""
        name, number = report.key, 1
        while name in held and not _version(held[name], report):
            number += 1
            name = f"{folder}/{report.key}" if folder and number == 2 else f"{report.key}~{number}"
        named.append(replace(report, key=name))
    return named


def _version(old: Report, new: Report) -> bool:
    if old.hash == new.hash or old.path is None or new.path is None:
        return True
    if Path(old.path).resolve() == Path(new.path).resolve():
        return True
    from tracktwo.reports import Stories

    stories = Stories()
    stories.place(old)
    return stories.place(replace(new, key=f"{old.key} ")) == old.key


def _storied(record: Record, fresh: Sequence[Report]) -> list[Report]:
    """Group the fresh reports with those of the record that carry the same copy."""
    if not fresh:
        return []
    from tracktwo.reports import Stories

    stories = Stories()
    coming = {report.key for report in fresh}
    for report in record.reports():
        if report.key not in coming:
            stories.place(report)
    return [replace(report, story=stories.place(report)) for report in fresh]
