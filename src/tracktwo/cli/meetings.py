"""``tracktwo meetings``: who met, about what, with which outcome."""

from __future__ import annotations

from tracktwo.cli import output
from tracktwo.cli.opened import asked
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat

COLUMNS = {
    "body": "body",
    "participants": "who",
    "venue": "where",
    "date": "date",
    "event_text": "in words",
    "items": "agenda and outcome",
}


def meetings(
    case: Case = HERE, as_of: AsOf = None, known_on: KnownOn = None, style: Format = TableFormat.TABLE
) -> None:
    """Show meetings with their agenda items, each with its own outcome."""
    from tracktwo.record.questions import meetings as question

    rows = asked(question, case, as_of, known_on)
    output.emit(
        rows, style, columns=COLUMNS, empty="No meetings are reported.", next_step="tracktwo timeline"
    )
