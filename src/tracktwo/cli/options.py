"""Options that many verbs share, declared once so that they read and behave alike everywhere."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from tracktwo.cli.declared import option
from tracktwo.errors import UsageError


class TableFormat(StrEnum):
    """How a question is answered: to look at, or for programs."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


Case = Annotated[
    Path, option("--case", metavar="DIR", help="The case folder; its record is DIR/record.sqlite.")
]
AsOf = Annotated[
    str | None,
    option("--as-of", metavar="DATE", help="Only what had been reported by DATE (YYYY-MM-DD)."),
]
KnownOn = Annotated[
    str | None,
    option("--known-on", metavar="DATE", help="Only what this record had been told by DATE (YYYY-MM-DD)."),
]
Format = Annotated[TableFormat, option("--format", help="table to look at; json or csv for programs.")]
Dates = Annotated[
    list[str] | None,
    option(
        "--date",
        metavar="FILE=DATE",
        help="The date of an undated report, or none to take one back; may be given several times.",
    ),
]
Seed = Annotated[int, option("--seed", metavar="N", min=0, help="Where the random numbers begin.")]
Actor = Annotated[
    str | None,
    option("--actor", metavar="NAME", help="Only rows of this party, person or body, or part of a name."),
]
About = Annotated[
    str | None,
    option("--about", metavar="WORDS", help="Only what concerns these words, or other names of the issue."),
]
Rows = Annotated[
    int,
    option("--rows", metavar="N", min=0, help="How many rows a table shows at most; 0 for all of them."),
]
By = Annotated[str, option("--by", metavar="NAME", help="Who decides; kept with the decision.")]

HERE = Path()
MOST_ROWS = 50


def iso_date(text: str | None, option: str) -> dt.date | None:
    """Return the date an option names.

    Raises
    ------
    UsageError
        If ``text`` is no date of the form YYYY-MM-DD.
    """
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{option} {text!r} is not a date",
            why="dates are written YYYY-MM-DD",
            fix=f"Try {option} 2024-10-21",
        ) from None


def taken_back(pairs: list[str] | None) -> tuple[list[str], list[str]]:
    """Return the files whose dates ``FILE=none`` takes back, and the pairs that give one."""
    none = [pair for pair in pairs or [] if pair.rpartition("=")[2].strip().lower() == "none"]
    return [pair.rpartition("=")[0] for pair in none], [pair for pair in pairs or [] if pair not in none]


def file_dates(pairs: list[str] | None) -> dict[str, dt.date]:
    """Return ``{file: date}`` from ``FILE=DATE`` pairs.

    Raises
    ------
    UsageError
        If a pair has no ``=`` or its date is not of the form YYYY-MM-DD.
    """
    dates: dict[str, dt.date] = {}
    for pair in pairs or []:
        name, sign, text = pair.rpartition("=")
        date = iso_date(text, "--date") if sign and name else None
        if date is None:
            raise UsageError(f"--date {pair!r} names no file", fix="Write it as --date report.txt=2024-10-21")
        dates[name] = date
    return dates
