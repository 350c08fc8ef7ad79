"""``tracktwo positions``: who stands where, as reported."""

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
)

COLUMNS = {
    "actor": "actor",
    "party": "party",
    "matter": "on",
    "about": "in words",
    "act": "act",
    "strength": "strength",
    "voice": "voice",
    "date": "date",
    "age_days": "age",
    "sources": "sources",
    "trend": "trend",
    "not_independent": "one source",
}


def positions(
    actor: Actor = None,
    about: About = None,
    every: Annotated[
        bool,
        option("--every", help="Every position ever taken, oldest first, also on what is no proposal."),
    ] = False,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show who is reported to stand where: one row a person or party and proposal or issue.

    What positions has somebody taken on a matter? tracktwo positions --every --actor NAME --about WORDS
    """
    question = "taken" if every else "positions"
    answer = asked(question, case, (as_of, known_on), who=actor, about=about)
    empty = "No positions are reported."
    output.emit(answer, style, columns=COLUMNS, empty=empty, next_step="tracktwo gaps", most=most)
