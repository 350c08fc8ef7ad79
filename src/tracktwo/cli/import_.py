"""``tracktwo import FORMAT PATH``: a whole record, a team's own coding, or a negotiation domain."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import argument
from tracktwo.cli.draft import CASE_NAME
from tracktwo.cli.opened import keep_answers, opened, record_path
from tracktwo.cli.options import HERE, Case
from tracktwo.cli.progress import counting_bar
from tracktwo.errors import TracktwoError, UsageError

MOST_WRITTEN = 10**12  # larger numbers are told as powers of ten


class ImportFormat(StrEnum):
    """The formats that can be read."""

    JSONL = "jsonl"
    CSV = "csv"
    DOMAIN = "domain"
    GENIUS = "genius"
    GENIUSWEB = "geniusweb"
    NEGOLOG = "negolog"
    SCOREABLE = "scoreable"


DOMAINS = (
    ImportFormat.DOMAIN,
    ImportFormat.GENIUS,
    ImportFormat.GENIUSWEB,
    ImportFormat.NEGOLOG,
    ImportFormat.SCOREABLE,
)


def import_(
    style: Annotated[
        ImportFormat,
        argument(
            metavar="FORMAT",
            help="jsonl (an exported record's folder, or claims), csv (claims), or domain (a folder with a "
            "GENIUS, GeniusWeb, NegoLog or scoreable-game domain; also under these names).",
        ),
    ],
    path: Annotated[Path, argument(metavar="PATH", help="The folder or file.")],
    case: Case = HERE,
) -> None:
    """Bring in an exported record, claims of your own that quote stored reports, or a negotiation domain."""
    if style in DOMAINS:
        _domain(path, style, case)
        return
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
    output.say(
        f"{done['texts']} texts, {done['claims']} claims and {done['decisions']} decisions restored. "
        f"Record: {target}"
    )
    keep_answers(target)
    output.hint("tracktwo positions", case)


def _domain(path: Path, style: ImportFormat, case: Path) -> None:
    """Write a domain as the case file of a folder that has none."""
    from tracktwo.case import write
    from tracktwo.interop import domains

    target = case / CASE_NAME
    if target.exists():
        raise UsageError("there is a case file already", where=str(target), fix="Name another with --case")
    loaded = domains.read(path)
    named = loaded.format.casefold().replace(" ", "")
    if style is not ImportFormat.DOMAIN and not named.startswith(style.value):
        raise UsageError(f"this is no {style.value} domain", where=str(path), why=f"it is {loaded.format}")
    for line in loaded.skipped:
        output.warn(f"not read: {line}")
    case.mkdir(parents=True, exist_ok=True)
    write(domains.as_case(loaded), target)
    size = loaded.utilities.space.size
    deals = f"{size:,}" if size < MOST_WRITTEN else f"about 10^{len(str(size)) - 1}"
    output.say(
        f"{loaded.name} ({loaded.format}): {len(loaded.profiles)} parties, {deals} deals. Wrote {target}"
    )
    output.hint("tracktwo deals", case)
    if loaded.skipped:
        raise SystemExit(1)


def _claims(path: Path, case: Path) -> None:
    from tracktwo.interop import coding_files

    with opened(case) as record, counting_bar("storing claims") as progress:
        done = coding_files.take(record, path, progress)
    for fault in coding_files.told(done.faults, path):
        output.warn(str(fault))
    output.say(f"{done.new} claims added, {done.known} already there; each is marked import:{path.name}")
    keep_answers(record_path(case))
    output.hint("tracktwo review", case)
    if done.faults:
        raise SystemExit(1)
