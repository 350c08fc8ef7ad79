"""``tracktwo add``: reports into the record of a case folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli import output
from tracktwo.cli.opened import record_path
from tracktwo.cli.options import HERE, By, Case, Dates, file_dates
from tracktwo.cli.progress import reading_bar

if TYPE_CHECKING:
    from tracktwo.record.intake import Intake


def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Report files or folders of them.")],
    case: Case = HERE,
    date: Dates = None,
    metadata: Annotated[
        Path | None,
        typer.Option("--metadata", metavar="CSV", help="Dates and titles by file name or id, one a row."),
    ] = None,
    by: By = "user",
) -> None:
    """Read reports and keep their claims in the record; adding one twice changes nothing."""
    from tracktwo.record import Record, intake

    case.mkdir(parents=True, exist_ok=True)
    path = record_path(case)
    with Record.open(path) as record, reading_bar() as progress:
        done = intake.add_files(
            record, files, dates=file_dates(date), metadata=metadata, by=by, progress=progress
        )
    say_what_was_added(done, path)
    output.hint("tracktwo positions" + ("" if case == HERE else f" --case {case}"))
    if done.skipped:
        raise typer.Exit(1 if done.added or done.unchanged else 2)


def say_what_was_added(done: Intake, path: Path) -> None:
    """Report what came in, what was there already, and, on stderr, what was not read and why."""
    say_what_was_skipped(done)
    typer.echo(
        f"{len(done.added)} reports added with {done.claims} claims, {len(done.unchanged)} already there. "
        f"Record: {path}"
    )


def say_what_was_skipped(done: Intake) -> None:
    """Name on stderr each file that was not read, why, and what to do."""
    for skipped in done.skipped:
        advice = f". {skipped.fix}" if skipped.fix else ""
        output.warn(f"{skipped.path}: not read: {skipped.reason}{advice}")
