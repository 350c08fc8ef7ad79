"""``tracktwo show CLAIM``: a claim and its quote in the paragraph it stands in."""

from __future__ import annotations

from typing import Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import argument
from tracktwo.cli.opened import opened
from tracktwo.cli.options import HERE, Case, Format, TableFormat


def show(
    claim: Annotated[str, argument(metavar="CLAIM", help="A claim's id, or the beginning of one.")],
    case: Case = HERE,
    style: Format = TableFormat.TABLE,
) -> None:
    """Show one claim: what was read, how, and the exact words in their paragraph."""
    from tracktwo.record import review
    from tracktwo.vocabulary.plain import as_json

    with opened(case) as record:
        shown = review.show(record, claim)
    if style is not TableFormat.TABLE:
        output.put(as_json(shown, indent=1))
        return
    output.say(shown.as_text())
    output.hint(f"tracktwo review --accept {shown.claim.id}   (or --reject {shown.claim.id})")
