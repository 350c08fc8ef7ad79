"""Reading a coding from its file: CSV (comma or semicolon) or JSONL, every fault with its line."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TextIO

from tracktwo.errors import FormatError, InputError, NotFoundError, Where
from tracktwo.interop.cells import bare, visible
from tracktwo.interop.coded import KNOWN, NEEDED, Coder
from tracktwo.record import Record
from tracktwo.record.batching import Bounds, batches
from tracktwo.vocabulary import Claim, Report

_MOST_TOLD = 20
_TEXTS = 16
_AT_ONCE = Bounds(things=2_000, characters=4_000_000)
_JSON = frozenset({"terms", "attribution", "flags"})


@dataclass(frozen=True, slots=True)
class Coding:
    """What came in: how many claims were new, how many the record held already, and what could not be.

    ``faults`` are those of single entries, each with its line; the other entries of the file are in.
    """

    new: int
    known: int
    faults: tuple[InputError, ...] = ()


Row = tuple[Where, dict[str, Any]]


def take(record: Record, path: Path, progress: Callable[[int], None] | None = None) -> Coding:
    """Add the claims of a coding to the reports they quote, a batch at a time.

    An entry that cannot be is told and left out. What was stored when it stops (a kill, a full disk) stays;
    taking the file again adds the rest.

    Parameters
    ----------
    record : Record
    path : Path
        CSV, or JSONL by its ending.
    progress : callable, optional
        Is told how many claims are on the disk.

    Raises
    ------
    FormatError
        When the file as a whole cannot be read, or no entry of it could be taken.
    RecordError
        When the record cannot be written.
    """
    faults = list[InputError]()
    claims = _claims(record, path, faults)
    new = known = 0
    for some in batches(claims, lambda claim: len(claim.quote), _AT_ONCE):
        added = len(record.code(some))
        new, known = new + added, known + len(some) - added
        if progress is not None:
            progress(new + known)
    if not new + known:
        raise FormatError(told(faults, path) or [_empty(path)])
    return Coding(new, known, tuple(faults))


def told(faults: Sequence[InputError], path: Path) -> list[InputError]:
    """Return the first faults of a file, and how many more there are."""
    if len(faults) <= _MOST_TOLD:
        return list(faults)
    more = InputError(f"and {len(faults) - _MOST_TOLD} more faults", where=str(path))
    return [*faults[:_MOST_TOLD], more]


def _empty(path: Path) -> InputError:
    fix = "Give it a header and a line for each claim: report, quote, act"
    return InputError("there is no claim in this file", where=str(path), fix=fix)


def _claims(record: Record, path: Path, faults: list[InputError]) -> Iterator[Claim]:
    """Yield the claims of a file; note what is wrong with the others."""
    # A coding goes through its reports one after the other: few of their texts are needed at once.
    report = lru_cache(_TEXTS)(lambda key: _report(record, key))
    for row in rows(path):
        if isinstance(row, InputError):
            faults.append(row)
            continue
        where, values = row
        try:
            yield _claim(report, values, where)
        except InputError as error:
            faults.append(error)


def _report(record: Record, key: str) -> Report:
    text = record.text(key)
    return Report(key, text, hashlib.sha256(text.encode("utf-8")).hexdigest())


def _claim(report: Callable[[str], Report], row: Mapping[str, Any], where: Where) -> Claim:
    for name in NEEDED:
        if row.get(name) in (None, ""):
            raise InputError(f"a claim needs {', '.join(NEEDED)}; this one lacks {name}", where=where)
    try:
        return Coder(report(str(row["report"])), row, where).claim()
    except NotFoundError as error:
        raise InputError(visible(error.what), where=where, fix=error.fix) from error


def rows(path: Path) -> Iterator[Row | InputError]:
    """Yield the entries of a file with their places, and in their turn what is wrong with some.

    Raises
    ------
    FormatError
        When there is no such file, or its columns are not those of a claim.
    """
    lines = _jsonl if path.suffix.lower() in (".jsonl", ".ndjson", ".json") else _csv
    try:
        # Bytes that are no UTF-8 spoil their own entry, not the file: they come as half characters.
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            yield from (_readable(row) for row in lines(path, file))
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        what = "there is no such file" if missing else "this file cannot be read"
        raise FormatError(
            [InputError(what, where=str(path), why=None if missing else error.strerror)]
        ) from error


def _readable(row: Row | InputError) -> Row | InputError:
    if isinstance(row, InputError):
        return row
    try:
        json.dumps(row[1], ensure_ascii=False).encode("utf-8")
    except (UnicodeEncodeError, RecursionError) as error:
        return InputError("this is not UTF-8", where=row[0], why=str(error), fix="Save the file as UTF-8")
    return row


def _jsonl(path: Path, file: TextIO) -> Iterator[Row | InputError]:
    for number, line in enumerate(file, 1):
        where = Where(str(path), number)
        if line.strip():
            yield _object(line, where)


def _object(line: str, where: Where) -> Row | InputError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return InputError("this line is no JSON", where=where, why=str(error))
    if not isinstance(row, dict):
        return InputError("this line is no JSON object", where=where)
    return _columns(row, where) or (where, row)


def _csv(path: Path, file: TextIO) -> Iterator[Row | InputError]:
    first = file.readline()
    file.seek(0)
    reader = csv.reader(file, delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
    header: list[str] | None = None
    while True:
        where = Where(str(path), reader.line_num + 1)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fault = InputError("this is no CSV", where=where, why=str(error))
            if header is None:
                raise FormatError([fault]) from error
            yield fault
            continue
        if header is None:
            header = [cell.strip() for cell in cells]
            if wrong := _columns(dict.fromkeys(header), where, needed=True):
                raise FormatError([wrong])
        elif any(cell.strip() for cell in cells):
            yield _cells(header, cells, where)


def _cells(header: Sequence[str], cells: Sequence[str], where: Where) -> Row | InputError:
    if len(cells) > len(header):
        return InputError("this line has more cells than the header", where=where)
    try:
        return where, {n: _cell(n, bare(c), where) for n, c in zip(header, cells, strict=False)}
    except InputError as error:
        return error


def _columns(row: Mapping[str, Any], where: Where, *, needed: bool = False) -> InputError | None:
    """Return what is wrong with the names of the columns, if anything."""
    unknown = sorted(set(row) - KNOWN)
    missing = [name for name in NEEDED if needed and name not in row]
    if not unknown and not missing:
        return None
    wrong = [f"unknown: {', '.join(map(repr, unknown))}"] if unknown else []
    wrong += [f"missing: {', '.join(missing)}"] if missing else []
    fix = "The columns are a claim's fields; at least report, quote, act"
    return InputError(
        "these are not the columns of a coding", where=where, why=visible("; ".join(wrong)), fix=fix
    )


def _cell(name: str, text: str, where: Where) -> Any:
    if name not in _JSON or not text.strip():
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is no JSON", where=where, why=str(error)) from error
