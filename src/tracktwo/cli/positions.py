"""``tracktwo positions``: who stands where, as reported."""

from __future__ import annotations

from tracktwo.cli import output
from tracktwo.cli.opened import asked
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat

COLUMNS = {
    "actor": "actor",
    "party": "party",
    "matter": "on",
    "act": "reported act",
    "strength": "strength",
    "date": "date",
    "age_days": "age (days)",
    "sources": "sources",
}


def positions(
    case: Case = HERE, as_of: AsOf = None, known_on: KnownOn = None, style: Format = TableFormat.TABLE
) -> None:
    """Show who is reported to stand where: one row a person or party and proposal or issue."""
    from tracktwo.record.questions import positions as question

    rows = asked(question, case, as_of, known_on)
    output.emit(rows, style, columns=COLUMNS, empty="No positions are reported.", next_step="tracktwo gaps")
