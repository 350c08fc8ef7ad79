"""The case a question about deals is put to: case.yaml, or a draft of the record where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.cli.draft import CASE_NAME
from tracktwo.cli.opened import current, opened, record_path, view
from tracktwo.cli.options import iso_date
from tracktwo.errors import UsageError

if TYPE_CHECKING:
    from tracktwo.case import Case
    from tracktwo.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Asked:
    """A case, the stances reported on it (none without a record), the day asked about, and its folder."""

    case: Case
    stances: tuple[Stance, ...]
    as_of: str | None
    folder: Path
    drafted: bool


def asked_case(folder: Path, as_of: str | None, known_on: str | None) -> Asked:
    """Return the case of a folder.

    Raises
    ------
    UsageError
        If there is neither a case file nor a record, or a day is none.
    CaseFileError
        If the case file has errors.
    """
    from tracktwo.case import draft, load

    iso_date(as_of, "--as-of")
    iso_date(known_on, "--known-on")
    current.set(folder)
    path, day = folder / CASE_NAME, as_of
    stances: tuple[Stance, ...] = ()
    drafted: Case | None = None
    if record_path(folder).is_file():
        with opened(folder) as record:
            seen = view(record, as_of, known_on)
        stances = seen.picture.stances
        dates = [report.date for report in seen.reports if report.date is not None]
        day = as_of or (max(dates).isoformat() if dates else None)
        drafted = None if path.is_file() else draft(seen.picture)
    if path.is_file():
        return Asked(load(path), stances, day, folder, drafted=False)
    if drafted is None:
        raise UsageError(
            "there is nothing to look at",
            where=str(folder),
            why=f"no {CASE_NAME} and no record",
            fix="Write one with tracktwo draft and add values:, or try tracktwo deals --domain FOLDER with a "
            "GENIUS, GeniusWeb, NegoLog or scoreable-game domain",
        )
    return Asked(drafted, stances, day, folder, drafted=True)
