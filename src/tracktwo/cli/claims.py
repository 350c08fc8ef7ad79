"""``tracktwo claims``: every claim of the record."""

from __future__ import annotations

from typing import Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import option
from tracktwo.cli.opened import clock_days, opened
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat

COLUMNS = {
    "id": "claim",
    "report": "report",
    "actor": "actor",
    "act": "act",
    "object": "about",
    "modality": "modality",
    "status": "status",
}


def claims(
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    report: Annotated[str | None, option("--report", metavar="KEY", help="Only this report's.")] = None,
    rejected: Annotated[bool, option("--rejected", help="Rejected and superseded claims, too.")] = False,
) -> None:
    """List the claims of the record, in the order of the reports."""
    with opened(case) as record:
        rows = record.claims(
            *clock_days(as_of, known_on),
            include_rejected=rejected,
            include_superseded=rejected,
            report=report,
        )
        if report is not None and not rows:
            record.report(report)  # says which key was meant
    step = f"tracktwo show {rows[0].id}" if rows else None
    output.emit(rows, style, columns=COLUMNS, empty="No claims.", next_step=step)
