"""``tracktwo read``: what is claimed in these reports; nothing is stored."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, nullcontext
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import argument, option
from tracktwo.cli.jobs import Jobs
from tracktwo.cli.options import Dates, TableFormat, file_dates
from tracktwo.cli.progress import reading_bar
from tracktwo.cli.read_by_model import as_readings, by_model, compared, print_compared
from tracktwo.cli.readers import Chosen, Model, Reader, ReaderName, Remote, Url
from tracktwo.errors import UsageError

if TYPE_CHECKING:
    from tracktwo.reports import Spool
    from tracktwo.vocabulary import Reading


class ReadFormat(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    PROPOSITIONS = "propositions"


# Printed line by line while reading goes on; the others need all claims first.
LINES = frozenset({ReadFormat.JSONL, ReadFormat.PROPOSITIONS})
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
    files: Annotated[list[Path], argument(metavar="FILE...", help="Report files or folders of them.")],
    style: Annotated[
        ReadFormat,
        option("--format", help="table to look at; jsonl, json, csv, propositions for programs."),
    ] = ReadFormat.TABLE,
    date: Dates = None,
    jobs: Jobs = 1,
    reader: Reader = ReaderName.RULES,
    model: Model = None,
    url: Url = None,
    allow_remote: Remote = False,
) -> None:
    """Read reports and print their claims; nothing is stored."""
    from tracktwo import reports

    chosen = Chosen(reader, model, url, allow_remote)
    server = chosen.server()
    if reader is ReaderName.BOTH and style is ReadFormat.PROPOSITIONS:
        raise UsageError("propositions are those of one reader", fix="Choose --reader rules or --reader llm")
    with reports.Spool() as spool:
        whole = _load(files, file_dates(date), spool)
        readings: Iterable[Reading] = () if reader is ReaderName.LLM else _readings(spool, jobs, style)
        if server is not None:
            rules = tuple(readings)
            done, all_read = by_model(chosen, server, tuple(spool))
            whole &= all_read
            readings = as_readings(done)
        if reader is ReaderName.BOTH:
            print_compared(compared(rules, done), style.value)
        else:
            _print(readings, spool, style, files)
    if not whole:
        raise SystemExit(1 if len(spool) else 2)


def _load(files: list[Path], dates: dict[str, dt.date], spool: Spool) -> bool:
    """Lay the reports aside and name what is no report; return whether there was none of those."""
    from tracktwo import reports
    from tracktwo.vocabulary import Skipped

    whole = True
    for one in reports.iterate(files, dates=dates):
        if isinstance(one, Skipped):
            whole = False
            output.warn(f"{one.path}: not read: {one.reason}")
        else:
            spool.add(one)
    return whole


def _readings(spool: Spool, jobs: int, style: ReadFormat) -> Iterator[Reading]:
    """Read under a bar, save where the claims run over the same screen."""
    from tracktwo import reading

    on_screen = style in LINES and sys.stdout.isatty()
    with nullcontext() if on_screen else reading_bar() as bar:
        progress = bar or _silent
        readings = reading.read_all(spool, jobs=jobs, learned=partial(progress, doing="learning names"))
        with closing(readings):
            for done, one in enumerate(readings, 1):
                progress(done, len(spool))
                yield one


def _silent(done: int, total: int | None, doing: str = "") -> None:
    """Tell nobody."""


def _print(readings: Iterable[Reading], spool: Spool, style: ReadFormat, files: list[Path]) -> None:
    if style is ReadFormat.JSONL:
        output.emit_lines(claim for one in readings for claim in one.claims)
    elif style is ReadFormat.PROPOSITIONS:
        _print_propositions(readings, spool)
    else:
        output.emit(
            [claim for one in readings for claim in one.claims],
            TableFormat(style.value),
            columns=COLUMNS,
            empty="These reports were read; nothing in them is claimed by anybody.",
            next_step="tracktwo brief "
            + " ".join(output.quoted(path) for path in files[:3])
            + (" ..." if files[3:] else ""),
        )


def _print_propositions(readings: Iterable[Reading], spool: Spool) -> None:
    from tracktwo import reading

    for report, one in zip(spool, readings, strict=True):
        for row in reading.propositions(one, report):
            cells = (row.report, row.sentence, row.actor, row.predicate, " ".join(row.message.split()))
            output.put("\t".join(output.printable(str(cell)) for cell in cells))
