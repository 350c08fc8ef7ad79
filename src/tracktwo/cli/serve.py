"""``tracktwo serve``: review and explore the record in a browser on this machine."""

from __future__ import annotations

from typing import Annotated

from tracktwo.cli.declared import option
from tracktwo.cli.opened import record_path
from tracktwo.cli.options import HERE, By, Case
from tracktwo.errors import NotFoundError


def serve(
    case: Case = HERE,
    port: Annotated[
        int, option("--port", metavar="N", min=0, max=65535, help="The port; 0 for any that is free.")
    ] = 0,
    by: By = "user",
    no_open: Annotated[bool, option("--no-open", help="Do not open a browser.")] = False,
) -> None:
    """Review claims and explore the record in a browser; only this machine can reach it. Ctrl-C ends it."""
    path = record_path(case)
    if not path.is_file():
        raise NotFoundError(
            "there is no record here",
            where=str(case),
            fix="Start one with: tracktwo add FILE..., or name it with --case",
        )
    from tracktwo.web import serve as serve_record

    serve_record(path, port=port, by=by, browse=not no_open, say=lambda line: print(line, flush=True))
