"""``tracktwo draft``: the case as a file to edit; edits survive the next draft."""

from __future__ import annotations

from tracktwo.cli import output
from tracktwo.cli.opened import opened, view
from tracktwo.cli.options import HERE, AsOf, Case, KnownOn

CASE_NAME = "case.yaml"


def draft(case: Case = HERE, as_of: AsOf = None, known_on: KnownOn = None) -> None:
    """Write case.yaml from the record; what you changed in it stays changed."""
    import typer

    from tracktwo.case import draft as draft_case
    from tracktwo.case import save

    with opened(case) as record:
        seen = view(record, as_of, known_on)
    path = case / CASE_NAME
    saved = save(draft_case(seen.picture), path)
    typer.echo(f"Wrote {path}" if saved.changed else f"{path} is up to date")
    for conflict in saved.conflicts:
        output.warn(str(conflict))
    for other in seen.pictures[1:]:
        output.warn(f"another negotiation is in this record and was left out: {other.title}")
    output.hint("tracktwo check", case)
