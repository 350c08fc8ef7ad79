"""``tracktwo timeline``: what happened when, in lanes by track."""

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
    "lane": "lane",
    "date": "date",
    "event_text": "in words",
    "kind": "kind",
    "text": "what",
}


def timeline(
    actor: Actor = None,
    about: About = None,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show what is reported to have happened, in lanes by track; unresolved dates apart."""
    answer = asked("timeline", case, (as_of, known_on), who=actor, about=about)
    output.emit(
        answer,
        style,
        columns=COLUMNS,
        empty="Nothing with a time is reported.",
        next_step="tracktwo conflicts",
        most=most,
    )
