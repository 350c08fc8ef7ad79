"""Rows to the screen or to programs: one way for every table."""

from __future__ import annotations

import csv
import json
import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from tracktwo.cli.layout import print_rows
from tracktwo.cli.layout import printable as printable
from tracktwo.cli.opened import current, labelled
from tracktwo.cli.options import HERE, TableFormat
from tracktwo.interop.cells import neutral
from tracktwo.vocabulary.plain import as_json, unsteering

if TYPE_CHECKING:
    from tracktwo.record.asking import Answer


_AT_ONCE = 1000  # rows
_ENOUGH = 8  # hexadecimal digits: of a million claims hardly two begin alike


def emit(
    rows: Sequence[Any] | Iterator[Any] | Answer,
    style: TableFormat,
    *,
    columns: Mapping[str, str] | None = None,
    empty: str = "Nothing reported.",
    next_step: str | None = None,
    most: int = 0,
) -> None:
    """Print rows as a table, JSON or CSV.

    Parameters
    ----------
    rows : sequence or iterator of dataclass instances, or an answer of the record
    style : TableFormat
    columns : mapping of field name to heading, optional
        What the table shows and in which order, and at its end the claims each row rests on, the first by
        the beginning of its id; JSON and CSV always carry every field.
    empty : str
        What to say where there is no row.
    next_step : str, optional
        The next command to type, shown under a table.
    most : int
        How many rows of an answer a table shows at most; 0 for all. JSON and CSV always carry every row.
    """
    if isinstance(rows, (Sequence, Iterator)):
        shown: Iterable[str] = map(as_json, rows)
    else:
        shown = map(unsteering, rows.texts(most or None if style is TableFormat.TABLE else None))
    if style is TableFormat.JSON:
        _write_json(iter(shown))
        return
    if style is TableFormat.CSV:
        _write_csv(map(json.loads, shown))
        return
    records = [json.loads(row) for row in shown]
    _print_table(records, columns) if records else say(empty)
    if not isinstance(rows, (Sequence, Iterator)) and len(records) < (total := rows.total):
        more(f"These are the first {len(records)} of {total}")
    hint(next_step)


def put(text: str, stream: TextIO | None = None) -> None:
    """Print text that can steer no terminal, such as JSON, now: what goes to stderr comes in its turn."""
    print(text, file=stream, flush=True)


def say(words: object = "", *, err: bool = False) -> None:
    """Print words, on stderr where ``err`` says so; nothing in a name or a path can steer the terminal."""
    put(printable(str(words)), sys.stderr if err else sys.stdout)


def more(told: str) -> None:
    """Say how much of an answer a table does not show, and how to see it."""
    say(f"\n{told}: --rows 0 shows all of them, --actor and --about find some.")


def emit_lines(rows: Iterable[Any]) -> None:
    """Print rows (frozen dataclasses) as JSON, one a line."""
    for row in rows:
        put(as_json(row))


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
    say(f"\nNext: {command}")


def quoted(path: Path) -> str:
    """Return ``path`` as a shell reads it back as one word that is no option."""
    return shlex.quote(f"./{path}" if str(path).startswith("-") else str(path))


def warn(message: str) -> None:
    """Say something on stderr that does not belong into the answer."""
    say(f"tracktwo: {message}", err=True)


def _write_json(shown: Iterator[str]) -> None:
    """Write a list, many rows at a time and never all of them: an answer may have a hundred thousand."""
    begun = False
    while some := list(islice(shown, _AT_ONCE)):
        sys.stdout.write(("," if begun else "[") + ",".join(f"\n {row}" for row in some))
        begun = True
    sys.stdout.write("\n]\n" if begun else "[]\n")


def _write_csv(records: Iterator[Mapping[str, Any]]) -> None:
    """Write rows of one kind under their keys, one at a time."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for number, record in enumerate(records):
        if number == 0:
            writer.writerow(record)
        writer.writerow(map(_csv_cell, record.values()))


def _csv_cell(value: Any) -> str:
    # Text first: an answer may have a quarter of a million cells, and nearly all are short words.
    if isinstance(value, str):
        return neutral(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return str(value)
    return neutral(json.dumps(value, ensure_ascii=False))


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
    columns = columns or {name: name.replace("_", " ") for name in records[0]}
    if any(isinstance(record.get("claims"), list) for record in records):
        columns = {**columns, "claims": "claims"}
    columns = {**columns, "sensitivity": "label"}
    told = [{**record, "sensitivity": _label(record)} for record in records]
    told = [{**one, "claims": _first_of(one["claims"])} if "claims" in one else one for one in told]
    chosen = _telling(told, columns)
    print_rows(list(chosen.values()), [[_cell(record.get(name)) for name in chosen] for record in told])


def _label(record: Mapping[str, Any]) -> str | None:
    """Return the strictest sensitivity label of what a row rests on."""
    marks = labelled.get({})
    if not marks:
        return None
    claims = record.get("claims") or [record.get("id")]
    return min((marks[claim] for claim in claims if claim in marks), default=None)


def _first_of(claims: Sequence[str]) -> str:
    """Name the first claim as far as ``tracktwo show`` needs it, and say how many more there are."""
    more = f" +{len(claims) - 1}" if len(claims) > 1 else ""
    return f"{claims[0][:_ENOUGH]}{more}" if claims else ""


def _telling(records: Sequence[Mapping[str, Any]], columns: Mapping[str, str]) -> dict[str, str]:
    """Leave out columns in which no row says anything, or each the same as in the column before."""
    told: dict[str, str] = {}
    last: list[str] = []
    for name, heading in columns.items():
        cells = [_cell(record.get(name)) for record in records]
        if any(cells) and cells != last:
            told[name] = heading
        last = cells
    return told
