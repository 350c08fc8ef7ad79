"""``tracktwo proposals``: what is on the table, as reported."""

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
    "name": "proposal",
    "by": "by",
    "to": "to",
    "stage": "stage",
    "track": "track",
    "date": "date",
    "terms": "terms",
    "opens": "opens",
}


def proposals(
    actor: Actor = None,
    about: About = None,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show the proposals, what each says issue by issue, and where they differ."""
    answer = asked("proposals", case, (as_of, known_on), who=actor, about=about)
    output.emit(
        answer,
        style,
        columns=COLUMNS,
        empty="No proposals are reported.",
        next_step="tracktwo positions",
        most=most,
    )
