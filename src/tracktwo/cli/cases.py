"""The case a question about deals is put to: case.yaml, or a draft of the record where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.cli import output
from tracktwo.cli.draft import CASE_NAME
from tracktwo.cli.opened import current, opened, record_path, view
from tracktwo.cli.options import iso_date
from tracktwo.errors import UsageError

if TYPE_CHECKING:
    from tracktwo.case import Case
    from tracktwo.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Asked:
    """A case, the stances reported on it (none without a record), the day asked about, and its folder.

    ``partial`` where something in the case file could not be used and was left open, as stderr says.
    """

    case: Case
    stances: tuple[Stance, ...]
    as_of: str | None
    folder: Path
    drafted: bool
    partial: bool = False

    def finish(self) -> None:
        """End with exit code 1 where the answer is a partial one."""
        if self.partial:
            raise SystemExit(1)


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
        case = load(path)
        return Asked(case, stances, day, folder, drafted=False, partial=warn_of_unusable(case))
    if drafted is None:
        raise UsageError(
            "there is nothing to look at",
            where=str(folder),
            why=f"no {CASE_NAME} and no record",
            fix="Write one with tracktwo draft and add values:, or try tracktwo deals --domain FOLDER with a "
            "GENIUS, GeniusWeb, NegoLog or scoreable-game domain",
        )
    return Asked(drafted, stances, day, folder, drafted=True)


def warn_of_unusable(case: Case) -> bool:
    """Say on stderr, with file and line, which rules of a case nothing can be computed from; whether any."""
    from tracktwo.case import check
    from tracktwo.case.check import QUOTA_ABOVE_TOTAL

    found = [problem for problem in check(case) if problem.code == QUOTA_ABOVE_TOTAL]
    for problem in found:
        output.warn(f"{problem}; what hangs on it is left open")
    return bool(found)
