"""``tracktwo read``: what is claimed in these reports; nothing is stored."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli import output
from tracktwo.cli.options import Dates, TableFormat, file_dates
from tracktwo.cli.read_by_model import as_readings, by_model, compared, print_compared
from tracktwo.cli.readers import Chosen, Model, Reader, ReaderName, Remote, Url
from tracktwo.errors import UsageError

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
    reader: Reader = ReaderName.RULES,
    model: Model = None,
    url: Url = None,
    allow_remote: Remote = False,
) -> None:
    """Read reports and print their claims; nothing is stored."""
    from tracktwo import reading, reports

    chosen = Chosen(reader, model, url, allow_remote)
    server = chosen.server()
    if reader is ReaderName.BOTH and style is ReadFormat.PROPOSITIONS:
        raise UsageError("propositions are those of one reader", fix="Choose --reader rules or --reader llm")
    loaded = reports.load_all(files, dates=file_dates(date))
    for skipped in loaded.skipped:
        output.warn(f"{skipped.path}: not read: {skipped.reason}")
    whole = not loaded.skipped
    readings = () if reader is ReaderName.LLM else tuple(reading.read_all(loaded.reports))
    if server is not None:
        done, all_read = by_model(chosen, server, loaded.reports)
        whole &= all_read
        readings = as_readings(done) if reader is ReaderName.LLM else readings
    if reader is ReaderName.BOTH:
        print_compared(compared(readings, done), style.value)
    elif style is ReadFormat.JSONL:
        output.emit_lines([claim for one in readings for claim in one.claims])
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
    if not whole:
        raise typer.Exit(1 if loaded.reports else 2)


def _print_propositions(readings: tuple[Reading, ...], loaded: tuple[Report, ...]) -> None:
    from tracktwo import reading

    by_key = {report.key: report for report in loaded}
    for one in readings:
        for row in reading.propositions(one, by_key[one.report]):
            cells = (row.report, row.sentence, row.actor, row.predicate, " ".join(row.message.split()))
            typer.echo("\t".join(str(cell) for cell in cells))
