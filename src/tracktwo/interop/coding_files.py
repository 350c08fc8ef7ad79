"""Reading a coding from its file: CSV (comma or semicolon) or JSONL, every fault with its line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracktwo.errors import FormatError, InputError, NotFoundError, Where
from tracktwo.interop.cells import bare
from tracktwo.interop.coded import KNOWN, NEEDED, Coder
from tracktwo.record import Record
from tracktwo.vocabulary import Claim, Report

_MOST_TOLD = 20
_JSON = frozenset({"terms", "attribution", "flags"})


@dataclass(frozen=True, slots=True)
class Coding:
    """What came in: how many claims were new, and how many the record held already."""

    new: int
    known: int


def take(record: Record, path: Path) -> Coding:
    """Add the claims of a coding to the reports they quote; all of them or none.

    Raises
    ------
    FormatError
        With every fault's file and line, the first twenty of them.
    """
    claims, faults = list[Claim](), list[InputError]()
    reports = {report.key: report for report in record.reports()}
    for where, row in rows(path):
        try:
            claims.append(_claim(record, reports, row, where))
        except InputError as error:
            faults.append(error)
    if len(faults) > _MOST_TOLD:
        more = len(faults) - _MOST_TOLD
        faults = [*faults[:_MOST_TOLD], InputError(f"and {more} more faults", where=str(path))]
    if faults:
        raise FormatError(faults)
    if not claims:
        fix = "Give it a header and a line for each claim: report, quote, act"
        raise FormatError([InputError("there is no claim in this file", where=str(path), fix=fix)])
    unique = {(claim.report, claim.id): claim for claim in claims}
    added = record.code(unique.values())
    return Coding(len(added), len(claims) - len(added))


def _claim(record: Record, reports: Mapping[str, Report], row: Mapping[str, Any], where: Where) -> Claim:
    for name in NEEDED:
        if row.get(name) in (None, ""):
            raise InputError(f"a claim needs {', '.join(NEEDED)}; this one lacks {name}", where=where)
    key = str(row["report"])
    try:
        report = reports[key] if key in reports else record.report(key)
    except NotFoundError as error:
        raise InputError(error.what, where=where, fix=error.fix) from error
    return Coder(report, row, where).claim()


def rows(path: Path) -> Iterator[tuple[Where, dict[str, Any]]]:
    """Yield the rows of a file with their places.

    Raises
    ------
    FormatError
        When the file as a whole cannot be read, or its columns are not those of a claim.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        fault = InputError("this file is not UTF-8", where=str(path), why=str(error), fix="Save it as UTF-8")
        raise FormatError([fault]) from error
    except FileNotFoundError as error:
        raise FormatError([InputError("there is no such file", where=str(path))]) from error
    if path.suffix.lower() in (".jsonl", ".ndjson", ".json"):
        yield from _jsonl(path, text)
    else:
        yield from _csv(path, text)


def _jsonl(path: Path, text: str) -> Iterator[tuple[Where, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = Where(str(path), number)
        try:
            row = json.loads(line)
        except ValueError as error:
            raise FormatError([InputError("this line is no JSON", where=where, why=str(error))]) from error
        if not isinstance(row, dict):
            raise FormatError([InputError("this line is no JSON object", where=where)])
        _columns(row, where)
        yield where, row


def _csv(path: Path, text: str) -> Iterator[tuple[Where, dict[str, Any]]]:
    first = text.split("\n", 1)[0]
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=";" if first.count(";") > first.count(",") else ",",
        strict=True,
    )
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            where, line = Where(str(path), line), reader.line_num + 1
            if header is None:
                header = [cell.strip() for cell in cells]
                _columns(dict.fromkeys(header), where, needed=True)
            elif any(cell.strip() for cell in cells):
                if len(cells) > len(header):
                    raise FormatError([InputError("this line has more cells than the header", where=where)])
                yield where, {n: _cell(n, bare(c), where) for n, c in zip(header, cells, strict=False)}
    except csv.Error as error:
        fault = InputError("this is no CSV", where=Where(str(path), reader.line_num), why=str(error))
        raise FormatError([fault]) from error


def _columns(row: Mapping[str, Any], where: Where, *, needed: bool = False) -> None:
    unknown = sorted(set(row) - KNOWN)
    missing = [name for name in NEEDED if needed and name not in row]
    if unknown or missing:
        told = [f"unknown: {', '.join(map(repr, unknown))}"] if unknown else []
        told += [f"missing: {', '.join(missing)}"] if missing else []
        fix = "The columns are a claim's fields; at least report, quote, act"
        raise FormatError(
            [InputError("these are not the columns of a coding", where=where, why="; ".join(told), fix=fix)]
        )


def _cell(name: str, text: str, where: Where) -> Any:
    if name not in _JSON or not text.strip():
        return text
    try:
        return json.loads(text)
    except ValueError as error:
        raise FormatError([InputError(f"{name} is no JSON", where=where, why=str(error))]) from error
