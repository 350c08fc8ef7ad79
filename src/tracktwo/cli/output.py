"""Rows to the screen or to programs: one way for every table."""

from __future__ import annotations

import csv
import json
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from tracktwo.cli.opened import current
from tracktwo.cli.options import HERE, TableFormat
from tracktwo.interop.cells import neutral
from tracktwo.vocabulary import plain


def emit(
    rows: Sequence[Any],
    style: TableFormat,
    *,
    columns: Mapping[str, str] | None = None,
    empty: str = "Nothing reported.",
    next_step: str | None = None,
) -> None:
    """Print rows (frozen dataclasses) as a table, JSON or CSV.

    Parameters
    ----------
    rows : sequence of dataclass instances
    style : TableFormat
    columns : mapping of field name to heading, optional
        What the table shows and in which order; JSON and CSV always carry every field.
    empty : str
        What to say where there is no row.
    next_step : str, optional
        The next command to type, shown under a table.
    """
    records = [plain(row) for row in rows]
    if style is TableFormat.JSON:
        typer.echo(json.dumps(records, ensure_ascii=False, indent=1))
    elif style is TableFormat.CSV:
        _write_csv(records)
    else:
        _print_table(records, columns) if records else typer.echo(empty)
        hint(next_step)


def emit_lines(rows: Sequence[Any]) -> None:
    """Print rows (frozen dataclasses) as JSON, one a line."""
    for row in rows:
        typer.echo(json.dumps(plain(row), ensure_ascii=False))


def hint(command: str | None, case: Path | None = None) -> None:
    """Name the next command to type, on its own line, for the case folder that this one was about.

    Parameters
    ----------
    command : str, optional
        As one types it; a comment may follow after three blanks.
    case : Path, optional
        The case folder; default: the one whose record was opened last.
    """
    if not command:
        return
    case = current.get() if case is None else case
    if case != HERE:
        words, gap, comment = command.partition("   ")
        command = f"{words} --case {quoted(case)}{gap}{comment}"
    typer.echo(f"\nNext: {command}")


def quoted(path: Path) -> str:
    """Return ``path`` as a shell reads it back as one word that is no option."""
    return shlex.quote(f"./{path}" if str(path).startswith("-") else str(path))


def warn(message: str) -> None:
    """Say something on stderr that does not belong into the answer."""
    typer.echo(f"tracktwo: {message}", err=True)


def _write_csv(records: Sequence[Mapping[str, Any]]) -> None:
    if not records:
        return
    writer = csv.DictWriter(sys.stdout, fieldnames=list(records[0]), lineterminator="\n")
    writer.writeheader()
    for record in records:
        writer.writerow({key: _csv_cell(value) for key, value in record.items()})


def _csv_cell(value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    text = _cell(value) if not isinstance(value, (dict, list)) else json.dumps(value, ensure_ascii=False)
    return neutral(text)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_cell(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(_cell(item) for item in value)
    return str(value)


def _print_table(records: Sequence[Mapping[str, Any]], columns: Mapping[str, str] | None) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    chosen = columns or {name: name.replace("_", " ") for name in records[0]}
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for heading in chosen.values():
        table.add_column(heading, overflow="fold")
    for record in records:
        table.add_row(*(Text(printable(_cell(record.get(name)))) for name in chosen))
    Console().print(table)


def printable(text: str) -> str:
    """Return ``text`` with control characters shown, not sent: a report must not steer the terminal."""
    return "".join(
        c if c.isprintable() or c == "\n" else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )
