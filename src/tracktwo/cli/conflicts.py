"""``tracktwo conflicts``: which reports contradict each other."""

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
    "kind": "kind",
    "about": "about",
    "text": "what",
    "sides": "sides",
}


def conflicts(
    actor: Actor = None,
    about: About = None,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show where reports contradict each other, and readings of one event side by side."""
    answer = asked("conflicts", case, (as_of, known_on), who=actor, about=about)
    output.emit(
        answer,
        style,
        columns=COLUMNS,
        empty="No contradictions were found.",
        next_step="tracktwo gaps",
        most=most,
    )
