"""Opening a case folder's record, and what a question sees of it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.cli.layout import printable
from tracktwo.cli.options import HERE, iso_date
from tracktwo.errors import NotFoundError

if TYPE_CHECKING:
    from tracktwo.record.asking import Answer
    from tracktwo.record.store import Record
    from tracktwo.vocabulary import Claim, Picture, Report

RECORD_NAME = "record.sqlite"

# The case folder the running command is about, so that the next one it names is about the same.
current: ContextVar[Path] = ContextVar("current", default=HERE)

# The sensitivity labels of that record's claims, by id, for its tables to mark what rests on them.
labelled: ContextVar[Mapping[str, str]] = ContextVar("labelled")


@dataclass(frozen=True, slots=True)
class View:
    """What had been reported by ``as_of`` and was known on ``known_on``; ``picture`` is the main case."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    pictures: tuple[Picture, ...]
    as_of: dt.date | None

    @property
    def picture(self) -> Picture:
        """The largest negotiation of the record; an empty one where its reports claim nothing."""
        from tracktwo.vocabulary import Picture

        if self.pictures:
            return self.pictures[0]
        return Picture("reports", "Reports in which nothing is claimed", tuple(r.key for r in self.reports))


def record_path(case: Path) -> Path:
    """Return where the record of a case folder lies."""
    return case / RECORD_NAME


@contextmanager
def opened(case: Path) -> Iterator[Record]:
    """Open the record of a case folder that must exist.

    Raises
    ------
    NotFoundError
        If the folder holds no record.
    """
    from tracktwo.record.store import Record

    current.set(case)
    path = record_path(case)
    if not path.is_file():
        raise NotFoundError(
            "there is no record here",
            where=str(case),
            fix="Start one with: tracktwo add FILE..., or name it with --case",
        )
    with Record.open(path, create=False) as record:
        record.tell = _tell
        labelled.set(record.labelled_claims())
        yield record


def keep_answers(path: Path) -> None:
    """Link what a record holds once something came in, so that questions answer at once."""
    from tracktwo.record.store import Record

    with Record.open(path, create=False) as record:
        record.tell = _tell
        record.keep_answers()


def _tell(sentence: str) -> None:
    print(f"tracktwo: {printable(sentence)}", file=sys.stderr, flush=True)


def view(record: Record, as_of: str | None, known_on: str | None) -> View:
    """Return what the two clocks let a question see."""
    reported_by, recorded_by = clock_days(as_of, known_on)
    return View(
        reports=tuple(record.reports(as_of=reported_by, known_on=recorded_by)),
        claims=tuple(record.claims(as_of=reported_by, known_on=recorded_by)),
        pictures=tuple(record.pictures(as_of=reported_by, known_on=recorded_by)),
        as_of=reported_by,
    )


def asked(
    question: str,
    case: Path,
    clocks: tuple[str | None, str | None],
    *,
    who: str | None = None,
    about: str | None = None,
    day: dt.date | None = None,
) -> Answer:
    """Return the answer to a question on what the two clocks, as of and known on, let it see.

    ``who``, ``about`` and ``day`` leave only the rows of somebody, about some words, of a day.
    """
    from tracktwo.record.kept.sheet import Wanted

    days = clock_days(*clocks)
    with opened(case) as record:
        return record.ask(question, *days, Wanted(who or None, about or None, day))


def clock_days(as_of: str | None, known_on: str | None) -> tuple[dt.date | None, dt.date | None]:
    """Return the days of the two clocks.

    Raises
    ------
    UsageError
        When one is no date.
    """
    return iso_date(as_of, "--as-of"), iso_date(known_on, "--known-on")
