"""``tracktwo said ACTOR --about X``: what somebody has said of something before."""

from __future__ import annotations

from typing import Annotated

import typer

from tracktwo.cli import output
from tracktwo.cli.opened import asked
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat

COLUMNS = {"date": "date", "report": "report", "act": "act", "quote": "quote", "claims": "claim"}


def said(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="A party, person or body, as it is named.")],
    about: Annotated[
        str | None, typer.Option("--about", metavar="WORDS", help="Only what concerns these words.")
    ] = None,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
) -> None:
    """Show what an actor is reported to have said or done, with the quotes, oldest first."""
    from tracktwo.record.questions import said as question

    rows = asked(question, case, as_of, known_on, actor=actor, about=about)
    output.emit(
        rows, style, columns=COLUMNS, empty="Nothing of the kind is reported.", next_step="tracktwo positions"
    )
