"""``tracktwo deals``: what could pass in a case, or which deals of a negotiation domain are efficient."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from tracktwo.cli.declared import option
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, Seed, TableFormat
from tracktwo.errors import UsageError


def deals(
    case: Case = HERE,
    domain: Annotated[
        Path | None,
        option("--domain", metavar="FOLDER", help="A folder with a domain in a known format instead."),
    ] = None,
    profile: Annotated[
        list[str] | None,
        option(
            "--profile",
            metavar="FILE",
            help="A party's file, in order; once each. Default: all of the folder.",
        ),
    ] = None,
    example: Annotated[
        bool, option("--example", help="Look at the example case that comes with tracktwo.")
    ] = False,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    seed: Seed = 0,
    style: Format = TableFormat.TABLE,
) -> None:
    """Show which proposals of a case could pass, who blocks, and whether there is any deal at all.

    With --domain: the efficient deals of a negotiation domain and what bargaining solutions pick among them.
    """
    if domain is not None:
        from tracktwo.cli import domain_deals

        domain_deals.show(domain, profile or (), style)
        return
    if profile:
        raise UsageError("--profile names files of a domain", fix="Give the folder with --domain FOLDER")
    from tracktwo.cli import case_deals
    from tracktwo.cli.cases import asked_case

    if example:
        from tracktwo.examples import case_folder

        case = case_folder()
    asked = asked_case(case, as_of, known_on)
    case_deals.show(asked, seed, style)
    asked.finish()
