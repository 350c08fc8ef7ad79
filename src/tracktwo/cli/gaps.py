"""``tracktwo gaps``: what nobody reported."""

from __future__ import annotations

from tracktwo.cli import output
from tracktwo.cli.opened import asked
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat

COLUMNS = {
    "kind": "kind",
    "about": "about",
    "text": "what is not reported",
}


def gaps(
    case: Case = HERE, as_of: AsOf = None, known_on: KnownOn = None, style: Format = TableFormat.TABLE
) -> None:
    """Show what nobody has reported, so that somebody can ask."""
    from tracktwo.record.questions import gaps as question

    rows = asked(question, case, as_of, known_on)
    output.emit(rows, style, columns=COLUMNS, empty="No gaps were found.", next_step="tracktwo brief")
