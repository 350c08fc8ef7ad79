"""``tracktwo changes --since D``: what is new, moved, withdrawn, or silent for long."""

from __future__ import annotations

from typing import Annotated

import typer

from tracktwo.cli import output
from tracktwo.cli.opened import asked
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat, iso_date

COLUMNS = {"kind": "kind", "about": "about", "text": "what", "date": "date"}


def changes(
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="What changed after DATE (YYYY-MM-DD).")
    ],
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
) -> None:
    """Show what changed since a date; undated reports have no place in the order and are named apart."""
    from tracktwo.record.questions import changes as question

    iso_date(since, "--since")
    rows = asked(question, case, as_of, known_on, since=since)
    output.emit(
        rows, style, columns=COLUMNS, empty=f"Nothing changed since {since}.", next_step="tracktwo timeline"
    )
