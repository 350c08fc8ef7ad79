"""``tracktwo said ACTOR --about X``: what somebody has said of something before."""

from __future__ import annotations

from typing import Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import argument
from tracktwo.cli.opened import clock_days, opened
from tracktwo.cli.options import (
    HERE,
    MOST_ROWS,
    About,
    AsOf,
    Case,
    Format,
    KnownOn,
    Rows,
    TableFormat,
)

COLUMNS = {"date": "date", "report": "report", "act": "act", "quote": "quote", "claims": "claim"}


def said(
    actor: Annotated[str, argument(metavar="ACTOR", help="A party, person or body, as it is named.")],
    about: About = None,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show what an actor is reported to have said or done, with the quotes, oldest first."""
    from tracktwo.record.questions.said import said_row

    days = clock_days(as_of, known_on)
    with opened(case) as record:
        shown = most if style is TableFormat.TABLE and most else None
        heard = record.said(actor, about, *days, most=shown)
    rows = [said_row(claim) for claim in heard.claims]
    before = heard.total - len(rows)
    output.emit(
        rows, style, columns=COLUMNS, empty="Nothing of the kind is reported.", next_step="tracktwo positions"
    )
    if before:
        output.more(f"These are the last {len(rows)} of {heard.total}")
