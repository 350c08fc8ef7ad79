"""``tracktwo read``: what is claimed in these reports; nothing is stored."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli import output
from tracktwo.cli.options import Dates, TableFormat, file_dates

if TYPE_CHECKING:
    from tracktwo.vocabulary import Reading, Report


class ReadFormat(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    PROPOSITIONS = "propositions"


COLUMNS = {
    "id": "claim",
    "actor": "actor",
    "act": "act",
    "object": "about",
    "modality": "modality",
    "event_text": "when",
    "quote": "quote",
}


def read(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Report files or folders of them.")],
    style: Annotated[
        ReadFormat,
        typer.Option("--format", help="table to look at; jsonl, json, csv, propositions for programs."),
    ] = ReadFormat.TABLE,
    date: Dates = None,
) -> None:
    """Read reports and print their claims; nothing is stored."""
    from tracktwo import reading, reports

    loaded = reports.load_all(files, dates=file_dates(date))
    for skipped in loaded.skipped:
        output.warn(f"{skipped.path}: not read: {skipped.reason}")
    readings = tuple(reading.read_all(loaded.reports))
    if style is ReadFormat.JSONL:
        _print_jsonl(readings)
    elif style is ReadFormat.PROPOSITIONS:
        _print_propositions(readings, loaded.reports)
    else:
        claims = [claim for one in readings for claim in one.claims]
        output.emit(
            claims,
            TableFormat(style.value),
            columns=COLUMNS,
            empty="These reports were read; nothing in them is claimed by anybody.",
            next_step="tracktwo brief "
            + " ".join(output.quoted(path) for path in files[:3])
            + (" ..." if files[3:] else ""),
        )
    if loaded.skipped:
        raise typer.Exit(1 if loaded.reports else 2)


def _print_jsonl(readings: tuple[Reading, ...]) -> None:
    import json

    from tracktwo.vocabulary import plain

    for one in readings:
        for claim in one.claims:
            typer.echo(json.dumps(plain(claim), ensure_ascii=False))


def _print_propositions(readings: tuple[Reading, ...], loaded: tuple[Report, ...]) -> None:
    from tracktwo import reading

    by_key = {report.key: report for report in loaded}
    for one in readings:
        for row in reading.propositions(one, by_key[one.report]):
            cells = (row.report, row.sentence, row.actor, row.predicate, " ".join(row.message.split()))
            typer.echo("\t".join(str(cell) for cell in cells))
