"""``tracktwo timeline``: what happened when, in lanes by track."""

from __future__ import annotations

from tracktwo.cli import output
from tracktwo.cli.opened import asked
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat

COLUMNS = {
    "lane": "lane",
    "date": "date",
    "event_text": "in words",
    "kind": "kind",
    "text": "what",
}


def timeline(
    case: Case = HERE, as_of: AsOf = None, known_on: KnownOn = None, style: Format = TableFormat.TABLE
) -> None:
    """Show what is reported to have happened, in lanes by track; unresolved dates apart."""
    from tracktwo.record.questions import timeline as question

    rows = asked(question, case, as_of, known_on)
    output.emit(
        rows, style, columns=COLUMNS, empty="Nothing with a time is reported.", next_step="tracktwo conflicts"
    )
