"""``tracktwo record forget|rescue|verify``: care for the record itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.opened import opened, record_path
from tracktwo.cli.options import HERE, By, Case

app = typer.Typer(
    help="Care for the record: verify, rescue, forget.", no_args_is_help=True, rich_markup_mode=None
)


@app.command()
def verify(case: Case = HERE) -> None:
    """Check the whole record: the file, every quote against its text, every decision."""
    with opened(case) as record:
        problems = record.verify()
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(2)
    typer.echo("The record is sound: every quote equals the stored text.")


@app.command()
def rescue(
    to: Annotated[Path, typer.Argument(metavar="NEWFILE", help="A file that does not exist yet.")],
    case: Case = HERE,
) -> None:
    """Save what can be saved of a damaged record into a new file; the old one is not touched."""
    from tracktwo.record import rescue as rescue_record

    typer.echo(rescue_record(record_path(case), to))


@app.command()
def forget(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's key.")],
    case: Case = HERE,
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the tombstone.")
    ] = "",
    by: By = "user",
) -> None:
    """Remove a report's text and claims for good; a tombstone says that it was there."""
    with opened(case) as record:
        record.forget(report, by=by, why=why)
    typer.echo(f"{report} is forgotten; a tombstone says so.")
