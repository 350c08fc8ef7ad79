"""What a user knows about reports: a CSV with one row a report."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tracktwo.errors import ReportError

_NAMES = ("file", "path", "report", "key", "id", "name")  # columns that may name the report, best first


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields by the name of a report: its key, file name or path."""

    rows: Mapping[str, Mapping[str, str]]

    def of(self, path: Path, key: str) -> Mapping[str, str] | None:
        """Look a report up.

        Parameters
        ----------
        path : pathlib.Path
            The report's file.
        key : str
            The report's key.

        Returns
        -------
        mapping of str to str, or None
            Its fields, or None where nothing is known.
        """
        for name in (str(path), path.as_posix(), key, path.name, path.stem):
            if name in self.rows:
                return self.rows[name]
        return None


def read_metadata(path: str | Path) -> Metadata:
    """Read metadata from a CSV with a heading line.

    One column names the report (``file``, ``path``, ``report``, ``key``, ``id`` or ``name``); the others are
    kept under their lower-case names, of which ``title``, ``date`` (year first) and ``publisher`` are used.

    Parameters
    ----------
    path : str or pathlib.Path
        The CSV, in UTF-8.

    Returns
    -------
    Metadata
        The rows by report.

    Raises
    ------
    ReportError
        If the file cannot be read or no column names the report.
    """
    where = str(path)
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            columns = {name.strip().lower(): name for name in table.fieldnames or ()}
            naming = next((columns[name] for name in _NAMES if name in columns), None)
            if naming is None:
                raise ReportError(
                    "no column names the report",
                    where=f"{where}:1",
                    why=f"its columns are {', '.join(columns) or 'none'}",
                    fix="Add a column 'file' with the reports' file names",
                )
            rows = {
                (row[naming] or "").strip(): {name: (row[own] or "").strip() for name, own in columns.items()}
                for row in table
            }
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReportError(
            "the metadata cannot be read", where=where, why=str(error), fix="Give a CSV file in UTF-8"
        ) from error
    return Metadata(rows)
