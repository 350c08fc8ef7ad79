"""``tracktwo meetings``: who met, about what, with which outcome."""

from __future__ import annotations

from tracktwo.cli import output
from tracktwo.cli.opened import asked
from tracktwo.cli.options import (
    HERE,
    MOST_ROWS,
    About,
    Actor,
    AsOf,
    Case,
    Format,
    KnownOn,
    Rows,
    TableFormat,
)

COLUMNS = {
    "body": "body",
    "participants": "who",
    "venue": "where",
    "date": "date",
    "event_text": "in words",
    "items": "agenda and outcome",
}


def meetings(
    actor: Actor = None,
    about: About = None,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show meetings with their agenda items, each with its own outcome."""
    answer = asked("meetings", case, (as_of, known_on), who=actor, about=about)
    output.emit(
        answer,
        style,
        columns=COLUMNS,
        empty="No meetings are reported.",
        next_step="tracktwo timeline",
        most=most,
    )
