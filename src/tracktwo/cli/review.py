"""``tracktwo review``: what to look at first; accept or reject claims by id."""

from __future__ import annotations

from typing import Annotated

import typer

from tracktwo.cli import output
from tracktwo.cli.opened import opened, view
from tracktwo.cli.options import HERE, By, Case, Format, TableFormat

COLUMNS = {
    "id": "claim",
    "actor": "actor",
    "act": "act",
    "object": "about",
    "modality": "modality",
    "quote": "quote",
}
QUEUE_SHOWN = 20


def review(
    accept: Annotated[
        list[str] | None, typer.Option("--accept", metavar="ID", help="This claim is read right.")
    ] = None,
    reject: Annotated[
        list[str] | None, typer.Option("--reject", metavar="ID", help="This claim is read wrong.")
    ] = None,
    undo: Annotated[
        list[str] | None, typer.Option("--undo", metavar="ID", help="Take the last decision back.")
    ] = None,
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")
    ] = "",
    by: By = "user",
    case: Case = HERE,
    style: Format = TableFormat.TABLE,
) -> None:
    """Decide on claims by id; without ids, list those that matter most and wait for somebody to look."""
    from tracktwo.record import review as desk

    decisions = {"accept": accept or [], "reject": reject or [], "undo": undo or []}
    with opened(case) as record:
        if any(decisions.values()):
            for done in desk.apply(record, decisions, by=by, why=why):
                typer.echo(f"{done.id} is now {done.status}")
            output.hint("tracktwo positions")
            return
        seen = view(record, None, None)
        waiting = desk.queue(seen.claims, seen.picture)
    rows = waiting if style is not TableFormat.TABLE else waiting[:QUEUE_SHOWN]
    step = (
        f"tracktwo review --accept {rows[0].id}   (look first: tracktwo show {rows[0].id})" if rows else None
    )
    output.emit(rows, style, columns=COLUMNS, empty="Every claim has been reviewed.", next_step=step)
