"""``tracktwo gaps``: what nobody reported."""

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
    "text": "what is not reported",
}


def gaps(
    actor: Actor = None,
    about: About = None,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show what nobody has reported, so that somebody can ask."""
    answer = asked("gaps", case, (as_of, known_on), who=actor, about=about)
    output.emit(
        answer, style, columns=COLUMNS, empty="No gaps were found.", next_step="tracktwo brief", most=most
    )
