"""``tracktwo check``: is case.yaml sound?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli import output
from tracktwo.cli.draft import CASE_NAME
from tracktwo.cli.options import HERE, Case


def check(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A case file; default: case.yaml.")
    ] = None,
    case: Case = HERE,
) -> None:
    """Check a case file: unknown keys, dangling references, cycles; then what deserves a second look."""
    from tracktwo.case import check as check_case
    from tracktwo.case import load

    path = file or case / CASE_NAME
    model = load(path)
    for problem in check_case(model):
        typer.echo(str(problem))
    typer.echo(f"{path} is sound.")
    output.hint("tracktwo brief", case)
