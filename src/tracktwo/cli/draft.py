"""``tracktwo draft``: the case as a file to edit; edits survive the next draft."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.cli import output
from tracktwo.cli.opened import opened, view
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, TableFormat

CASE_NAME = "case.yaml"


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a draft did: whether the file changed, where your edits stand against it, what was left out."""

    file: str
    changed: bool
    conflicts: tuple[str, ...]
    left_out: tuple[str, ...]


def draft(
    case: Case = HERE, as_of: AsOf = None, known_on: KnownOn = None, style: Format = TableFormat.TABLE
) -> None:
    """Write case.yaml from the record; what you changed in it stays changed."""
    from tracktwo.case import draft as draft_case
    from tracktwo.case import save

    with opened(case) as record:
        seen = view(record, as_of, known_on)
    path = case / CASE_NAME
    saved = save(draft_case(seen.picture), path)
    others = tuple(other.title for other in seen.pictures[1:])
    if style is not TableFormat.TABLE:
        told = tuple(str(conflict) for conflict in saved.conflicts)
        output.emit([Drafted(str(path), saved.changed, told, others)], style)
        return
    output.say(f"Wrote {path}" if saved.changed else f"{path} is up to date")
    for conflict in saved.conflicts:
        output.warn(str(conflict))
    for title in others:
        output.warn(f"another negotiation is in this record and was left out: {title}")
    output.hint("tracktwo check", case)
