"""Files and folders in, reports out: one after the other, a bad file never stopping the good ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tracktwo.errors import ReportError
from tracktwo.reports.discovery import Candidate, candidates
from tracktwo.reports.loading import load
from tracktwo.reports.metadata import Metadata
from tracktwo.reports.settings import DEFAULT, Settings
from tracktwo.reports.stories import group_stories
from tracktwo.vocabulary.reports import Report, Skipped


class Loaded(NamedTuple):
    """What came of some sources: the reports, near-duplicates grouped, and the files not read."""

    reports: tuple[Report, ...]
    skipped: tuple[Skipped, ...]


def load_all(
    sources: Sequence[str | Path],
    *,
    dates: Mapping[str, dt.date] | None = None,
    metadata: Metadata | None = None,
    settings: Settings = DEFAULT,
) -> Loaded:
    """Read files and folders of reports.

    Parameters
    ----------
    sources : sequence of str or pathlib.Path
        Files, and folders searched to any depth.
    dates : mapping of str to datetime.date, optional
        Dates by file: its path as given, its name, or the report's key.
    metadata : Metadata, optional
        Titles, dates and publishers by file (``metadata.read_metadata`` reads them from a CSV).
    settings : Settings
        Limits, and furniture patterns of the user's own.

    Returns
    -------
    Loaded
        Reports in the order of the sources with ``story`` set, and what was skipped, with reasons.
    """
    reports: list[Report] = []
    skipped: list[Skipped] = []
    for one in iterate(sources, dates=dates, metadata=metadata, settings=settings):
        if isinstance(one, Report):
            reports.append(one)
        else:
            skipped.append(one)
    return Loaded(group_stories(reports), tuple(skipped))


def iterate(
    sources: Sequence[str | Path],
    *,
    dates: Mapping[str, dt.date] | None = None,
    metadata: Metadata | None = None,
    settings: Settings = DEFAULT,
) -> Iterator[Report | Skipped]:
    """Read files and folders of reports, holding one text at a time.

    Stories are not set: ``stories.Stories().place(report)`` does that one report at a time.

    Parameters
    ----------
    sources, dates, metadata, settings
        As for ``load_all``.

    Yields
    ------
    Report or Skipped
        In the order of the sources; at the end, a remark for every given date that met no report.
    """
    left = dict(dates or {})
    first_of: dict[str, str] = {}  # hash to key
    for candidate in candidates(sources):
        if isinstance(candidate, Skipped):
            yield candidate
            continue
        date = _given(candidate, dates or {}, left)
        known = metadata.of(candidate.path, candidate.key) if metadata else None
        try:
            report = load(candidate.path, key=candidate.key, date=date, metadata=known, settings=settings)
        except ReportError as error:
            yield Skipped(
                str(candidate.path), f"{error.what} ({error.why})" if error.why else error.what, error.fix
            )
            continue
        twin = first_of.setdefault(report.hash, report.key)
        if twin != report.key:
            yield Skipped(str(candidate.path), f"the same text as {twin}", "Nothing is lost: it is read once")
            continue
        yield report
    for name in left:
        yield Skipped(name, "a date was given for it, but no report of that name was found", "Check the name")


def _given(candidate: Candidate, dates: Mapping[str, dt.date], left: dict[str, dt.date]) -> dt.date | None:
    path = candidate.path
    for name in (str(path), path.as_posix(), candidate.relative, candidate.key, path.name, path.stem):
        if name in dates:
            left.pop(name, None)
            return dates[name]
    return None
