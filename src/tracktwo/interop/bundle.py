"""JSONL with ``datapackage.json`` (Frictionless): the view for other programs, the whole record for our own.

A bundle is whole when nothing had to be taken out. Then its folder ``record`` holds every row ever appended,
and `read` brings it into an empty record that answers every question as the first one does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tracktwo.errors import InputError, Where
from tracktwo.interop import codebook
from tracktwo.interop.csvs import lines as csv_lines
from tracktwo.interop.exported import Exported
from tracktwo.interop.folders import folder, write
from tracktwo.interop.tables import Table, tables
from tracktwo.record import Record
from tracktwo.record.archive import Row
from tracktwo.record.rescuing import TABLES
from tracktwo.vocabulary.plain import as_json

PACKAGE = "datapackage.json"
VERSION = 1
_TYPES = {
    **dict.fromkeys(
        ("start", "end", "actor_start", "actor_end", "predicate_start", "predicate_end"), "integer"
    ),
    **dict.fromkeys(("object_start", "object_end"), "integer"),
    **dict.fromkeys(("others_unnamed", "unnamed"), "boolean"),
    **dict.fromkeys(("terms", "attribution", "flags"), "array"),
    **dict.fromkeys(("event_from", "event_to", "report_date", "date"), "date"),
    "confidence": "number",
}


def export(record: Record, exported: Exported, out: Path) -> tuple[Path, ...]:
    """Write the bundle into the folder ``out``; return its files, ``datapackage.json`` last."""
    place = folder(out)
    made = [_table(place, table) for table in tables(exported)]
    counts = dict.fromkeys(TABLES, 0)
    for name in TABLES:
        # What an earlier, whole export left here must not stand beside a masked one.
        (place / "record" / f"{name}.jsonl").unlink(missing_ok=True)
        resource, counts[name] = _rows(place, name, record) if exported.whole else (None, 0)
        made += [resource] if resource else []
    package = {
        "profile": "data-package",
        "name": "tracktwo-record",
        "title": "Reports, claims and decisions of a tracktwo record",
        "description": _about(exported),
        "resources": made,
        "tracktwo": {
            "version": VERSION,
            "whole": exported.whole,
            "rows": counts,
            "state": record.state,
            "masked": exported.masked,
            "redacted": exported.redacted,
            "withheld": exported.withheld,
        },
    }
    files = [place / resource["path"] for resource in made]
    return (*files, write(place / PACKAGE, [as_json(package, indent=1), "\n"]))


def _about(exported: Exported) -> str:
    if exported.whole:
        return "The whole record: what is in `record` can be imported again to the same state."
    return (
        "A part of a record: what it leaves out (names, withheld reports, later days) cannot be "
        "brought back. Texts are left out; offsets count in them all the same."
    )


def _table(place: Path, table: Table) -> dict[str, Any]:
    if table.name == "codebook":
        path = write(place / "codebook.csv", csv_lines(table))
        return _resource(place, path, table.columns, "csv")
    path = write(place / f"{table.name}.jsonl", map(_line, table.rows))
    made = _resource(place, path, table.columns, "jsonl")
    means = codebook.claim_means() if table.name == "claims" else codebook.REPORT_MEANS
    for field in made["schema"]["fields"]:
        field["description"] = means[field["name"]]
    if table.name == "claims":
        keys = {"fields": "report", "reference": {"resource": "reports", "fields": "key"}}
        made["schema"] |= {"primaryKey": "id", "foreignKeys": [keys]}
    return made


def _rows(place: Path, name: str, record: Record) -> tuple[dict[str, Any] | None, int]:
    """Write one table of the record; an empty one has no file, as readers of data packages choke on those."""
    count = 0

    def lines() -> Iterator[str]:
        nonlocal count
        for _, row in record.archive(name):
            count += 1
            yield _line(row)

    path = write(place / "record" / f"{name}.jsonl", lines())
    if count:
        return _resource(place, path, record.columns(name), "jsonl"), count
    path.unlink()
    return None, 0


def _line(row: Mapping[str, Any]) -> str:
    return as_json(row) + "\n"


def _resource(place: Path, path: Path, columns: Iterable[str], style: str) -> dict[str, Any]:
    inner = path.relative_to(place)
    return {
        "name": "-".join(inner.with_suffix("").parts).replace("_", "-"),
        "path": inner.as_posix(),
        "profile": "data-resource" if inner.parent.name else "tabular-data-resource",
        "format": style,
        "mediatype": "text/csv" if style == "csv" else "application/jsonl",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_digest(path)}",
        "schema": {
            "fields": [
                {"name": name, "type": "any" if inner.parent.name else _TYPES.get(name, "string")}
                for name in columns
            ]
        },
    }


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read(path: Path) -> Iterator[Row]:
    """Yield the rows of a whole bundle for `Record.restore`.

    Parameters
    ----------
    path : Path
        The folder, or the ``datapackage.json`` in it.

    Raises
    ------
    InputError
        When it is no whole bundle, a file is missing or was changed, or a line is no JSON object.
    """
    package_path = path / PACKAGE if path.is_dir() else path
    hashes, counts = _package(package_path)
    for name in (name for name in TABLES if counts.get(name)):
        file = package_path.parent / "record" / f"{name}.jsonl"
        _unchanged(file, hashes.get(f"record/{name}.jsonl"))
        with file.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                yield Where(str(file), number), name, _object(line, Where(str(file), number))


def _package(path: Path) -> tuple[dict[str, str], dict[str, int]]:
    """Return the hashes a package lists, by path, and how many rows each table has."""
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        about = package["tracktwo"]
        listed = {str(resource["path"]): str(resource["hash"]) for resource in package["resources"]}
        version, whole = int(about["version"]), bool(about["whole"])
        counts = {str(name): int(number) for name, number in about["rows"].items()}
    except FileNotFoundError as error:
        raise InputError(
            "there is no bundle here", where=str(path), fix="Name the folder an export wrote"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError("this is no data package of a record", where=str(path), why=repr(error)) from error
    if version > VERSION:
        raise InputError("a newer tracktwo made this bundle", where=str(path), fix="Update tracktwo")
    if not whole:
        raise InputError(
            "this bundle holds only a part of a record, and cannot become one again",
            where=str(path),
            why="names were masked, reports withheld, or an earlier day was exported",
            fix="Export it with --names and without --redact, --as-of and --known-on",
        )
    return listed, counts


def _unchanged(file: Path, digest: str | None) -> None:
    if digest is None or not file.is_file():
        raise InputError("a file of the bundle is missing", where=str(file))
    if f"sha256:{_digest(file)}" != digest:
        raise InputError(
            "this file is not the one that was exported",
            where=str(file),
            why="its hash differs from the one in datapackage.json",
            fix="Claims of your own go in with: tracktwo import csv FILE",
        )


def _object(line: str, where: Where) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError("this line is no JSON", where=where, why=str(error)) from error
    if not isinstance(row, dict):
        raise InputError("this line is no JSON object", where=where)
    return row
