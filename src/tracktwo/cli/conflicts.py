"""``tracktwo conflicts``: which reports contradict each other."""

from __future__ import annotations

from tracktwo.cli import output
from tracktwo.cli.opened import asked
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat

COLUMNS = {
    "kind": "kind",
    "about": "about",
    "text": "what",
    "sides": "sides",
}


def conflicts(
    case: Case = HERE, as_of: AsOf = None, known_on: KnownOn = None, style: Format = TableFormat.TABLE
) -> None:
    """Show where reports contradict each other, and readings of one event side by side."""
    from tracktwo.record.questions import conflicts as question

    rows = asked(question, case, as_of, known_on)
    output.emit(
        rows, style, columns=COLUMNS, empty="No contradictions were found.", next_step="tracktwo gaps"
    )
