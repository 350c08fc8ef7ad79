"""``tracktwo export FORMAT``: the record for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import argument, option
from tracktwo.cli.draft import CASE_NAME
from tracktwo.cli.opened import opened
from tracktwo.cli.options import HERE, AsOf, Case, KnownOn, iso_date
from tracktwo.errors import UsageError

if TYPE_CHECKING:
    from tracktwo.interop.exported import Exported
    from tracktwo.record import Record


class ExportFormat(StrEnum):
    """The formats a record can be written in."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    GRAPHML = "graphml"
    DNA = "dna"
    PLOVER = "plover"
    GENIUS = "genius"
    GENIUSWEB = "geniusweb"


NAMES = {
    ExportFormat.CSV: "export-csv",
    ExportFormat.XLSX: "export.xlsx",
    ExportFormat.JSONL: "export-jsonl",
    ExportFormat.GRAPHML: "export-graphml",
    ExportFormat.DNA: "export-dna.csv",
    ExportFormat.PLOVER: "export-plover.csv",
    ExportFormat.GENIUS: "export-genius",
    ExportFormat.GENIUSWEB: "export-geniusweb",
}
DOMAINS = (ExportFormat.GENIUS, ExportFormat.GENIUSWEB)


def export(
    style: Annotated[
        ExportFormat,
        argument(
            metavar="FORMAT",
            help="csv, xlsx, jsonl (whole, importable), graphml, dna or plover; or genius, geniusweb: the "
            "values of case.yaml as a negotiation domain.",
        ),
    ],
    out: Annotated[
        Path | None,
        option("--out", metavar="PATH", help="The file; a folder for csv, jsonl, graphml, domains."),
    ] = None,
    names: Annotated[bool, option("--names", help="Name also people who have no role in the talks.")] = False,
    redact: Annotated[
        bool,
        option("--redact", help="Roles in place of names labelled sensitive; nothing confidential."),
    ] = False,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Write the record for other programs; people without a role in the talks are masked."""
    if style in DOMAINS:
        if redact:
            raise UsageError(
                "a domain is written of the case file, whose names --redact does not know",
                fix="Leave --redact out, and look through what is written before it leaves the machine",
            )
        _domain(style, case, out or case / NAMES[style])
        return
    from tracktwo.interop.exported import Choices, gather

    iso_date(as_of, "--as-of")
    iso_date(known_on, "--known-on")
    with opened(case) as record:
        exported = gather(record, Choices(as_of, known_on, names, redact))
        files = _write(style, record, exported, out or case / NAMES[style])
    for file in files:
        output.say(file)
    _say_what_is_missing(exported, style)
    if style is ExportFormat.JSONL and exported.whole:
        output.hint(
            f"tracktwo import jsonl {output.quoted(out or case / NAMES[style])} --case NEWFOLDER", HERE
        )


def _domain(style: ExportFormat, case: Path, out: Path) -> None:
    """Write the values of a case file as a negotiation domain."""
    from tracktwo.case import load
    from tracktwo.interop import domains

    path = case / CASE_NAME
    if not path.is_file():
        raise UsageError("there is no case file", where=str(path), fix="Write one with tracktwo draft")
    domain = domains.of_case(load(path))
    write = domains.write_genius if style is ExportFormat.GENIUS else domains.write_geniusweb
    for file in write(domain, out):
        output.say(file)
    for note in domain.notes:
        output.warn(note)
    output.hint(f"tracktwo deals --domain {output.quoted(out)}", HERE)


def _write(style: ExportFormat, record: Record, exported: Exported, out: Path) -> tuple[Path, ...]:
    from tracktwo.interop import bundle, csvs, dna, graphml, plover, xlsx

    if style is ExportFormat.JSONL:
        return bundle.export(record, exported, out)
    writers = {
        ExportFormat.CSV: csvs.export,
        ExportFormat.XLSX: xlsx.export,
        ExportFormat.GRAPHML: graphml.export,
        ExportFormat.DNA: dna.export,
        ExportFormat.PLOVER: plover.export,
    }
    return writers[style](exported, out)


def _say_what_is_missing(exported: Exported, style: ExportFormat) -> None:
    told = left_out(exported)
    if style is ExportFormat.JSONL and not exported.whole:
        told.append("texts and history are left out, so this cannot be imported as a record")
    for one in told:
        output.warn(one)


def left_out(exported: Exported) -> list[str]:
    """Return what an export does not tell, with the option that would."""
    told = list(exported.left_out)
    if exported.masked:
        told[0] += " (--names tells them)"
    return told
