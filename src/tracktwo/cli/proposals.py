"""``tracktwo proposals``: what is on the table, as reported."""

from __future__ import annotations

from tracktwo.cli import output
from tracktwo.cli.opened import asked
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat

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
    case: Case = HERE, as_of: AsOf = None, known_on: KnownOn = None, style: Format = TableFormat.TABLE
) -> None:
    """Show the proposals, what each says issue by issue, and where they differ."""
    from tracktwo.record.questions import proposals as question

    rows = asked(question, case, as_of, known_on)
    output.emit(
        rows, style, columns=COLUMNS, empty="No proposals are reported.", next_step="tracktwo positions"
    )
