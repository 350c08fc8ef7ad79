"""``tracktwo changes --since D``: what is new, moved, withdrawn, or silent for long."""

from __future__ import annotations

from typing import Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import option
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
    iso_date,
)

COLUMNS = {"kind": "kind", "about": "about", "text": "what", "date": "date"}


def changes(
    since: Annotated[str, option("--since", metavar="DATE", help="What changed after DATE (YYYY-MM-DD).")],
    actor: Actor = None,
    about: About = None,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show what changed since a date; undated reports have no place in the order and are named apart."""
    day = iso_date(since, "--since")
    answer = asked("changes", case, (as_of, known_on), who=actor, about=about, day=day)
    empty = f"Nothing changed since {since}."
    output.emit(answer, style, columns=COLUMNS, empty=empty, next_step="tracktwo timeline", most=most)
