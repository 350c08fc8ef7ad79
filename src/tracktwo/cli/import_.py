"""``tracktwo import FORMAT PATH``: a whole record, or a team's own coding."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli import output
from tracktwo.cli.opened import opened, record_path
from tracktwo.cli.options import HERE, Case
from tracktwo.errors import TracktwoError


class ImportFormat(StrEnum):
    """The formats that can be read."""

    JSONL = "jsonl"
    CSV = "csv"


def import_(
    style: Annotated[
        ImportFormat,
        typer.Argument(
            metavar="FORMAT", help="jsonl (an exported record's folder, or claims) or csv (claims)."
        ),
    ],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The folder or file.")],
    case: Case = HERE,
) -> None:
    """Bring in an exported record, or claims of your own that quote stored reports."""
    whole = style is ImportFormat.JSONL and (path.is_dir() or path.name == "datapackage.json")
    if whole:
        _record(path, case)
    else:
        _claims(path, case)


def _record(path: Path, case: Path) -> None:
    from tracktwo.interop import bundle
    from tracktwo.record import Record

    case.mkdir(parents=True, exist_ok=True)
    target = record_path(case)
    fresh = not target.exists()
    try:
        with Record.open(target) as record:
            done = record.restore(bundle.read(path))
    except TracktwoError:
        # An empty record must not stay where there was none.
        for suffix in ("", "-wal", "-shm") if fresh else ():
            Path(f"{target}{suffix}").unlink(missing_ok=True)
        raise
    typer.echo(
        f"{done['texts']} texts, {done['claims']} claims and {done['decisions']} decisions restored. "
        f"Record: {target}"
    )
    output.hint("tracktwo positions", case)


def _claims(path: Path, case: Path) -> None:
    from tracktwo.interop import coding_files

    with opened(case) as record:
        done = coding_files.take(record, path)
    typer.echo(f"{done.new} claims added, {done.known} already there; each is marked import:{path.name}")
    output.hint("tracktwo review", case)
