"""The codebook that goes with an export: every column and value, from the same file as the reference page."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from tracktwo.vocabulary import plain

REPORT_MEANS = {
    "key": "The report's key: its file's stem; claims name it as `report`.",
    "date": "The report's date; empty where none is known.",
    "date_basis": "Where that date comes from.",
    "title": "Its title.",
    "publisher": "Who published it.",
    "language": "The language it is in.",
    "media_type": "What kind of file it was.",
    "story": "Key of the first report that carries the same copy; reports of one story are one source.",
    "hash": "SHA-256 of the stored text.",
    "label": "How sensitive: sensitive, confidential, or empty.",
}
_KINDS = ("voice", "modality", "basis", "status")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the codebook; ``kind`` says whether a column, or a value of which column."""

    kind: str
    name: str
    means: str
    plover: str = ""


@cache
def entries() -> tuple[Entry, ...]:
    """Return the codebook: columns of claims and reports, then acts and other values, then flags."""
    return tuple(_entries())


@cache
def book() -> dict[str, Any]:
    """Return the codebook file as it is."""
    text = (resources.files("tracktwo") / "schemas" / "codebook.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def claim_means() -> dict[str, str]:
    """Return what each field of a claim means."""
    return {**book()["field"], "label": "How sensitive: sensitive, confidential, or empty."}


def _entries() -> Iterator[Entry]:
    yield from (Entry("column of claims", name, means) for name, means in claim_means().items())
    yield from (Entry("column of reports", name, means) for name, means in REPORT_MEANS.items())
    for name, act in book()["act"].items():
        yield Entry("act", name, act["definition"], act["plover"])
    for kind in _KINDS:
        yield from (Entry(kind, name, means) for name, means in book()[kind].items())
    yield from (Entry("flag", name, means) for name, means in book()["flag"].items())


def as_rows() -> list[dict[str, str]]:
    """Return the codebook as plain rows."""
    return [plain(entry) for entry in entries()]


def claim_schema() -> dict[str, Any]:
    """Return the JSON Schema of a claim, as published."""
    text = (resources.files("tracktwo") / "schemas" / "claim.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
