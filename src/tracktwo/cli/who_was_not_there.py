"""``tracktwo who-was-not-there``: who is not reported where others are."""

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

COLUMNS = {"kind": "kind", "who": "who", "where": "not reported at", "date": "date", "text": "what is known"}


def who_was_not_there(
    actor: Actor = None,
    about: About = None,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show who is not reported where others are: at a table, in a track, in a session, on a matter."""
    answer = asked("who-was-not-there", case, (as_of, known_on), who=actor, about=about)
    empty = "Everybody known is reported everywhere, or nothing tells who was where."
    output.emit(answer, style, columns=COLUMNS, empty=empty, next_step="tracktwo gaps", most=most)
