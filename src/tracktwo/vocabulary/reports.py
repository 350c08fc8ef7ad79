"""Report: a text we were given, with its stored text, date and parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SegmentKind(StrEnum):
    """What a stretch of a report is before anybody reads it."""

    SENTENCE = "sentence"
    HEADING = "heading"
    FURNITURE = "furniture"


class DateBasis(StrEnum):
    """Where a report's date comes from."""

    GIVEN = "given"
    METADATA = "metadata"
    HEADER = "header inside the text"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, heading or piece of furniture.

    ``start`` and ``end`` count code points in the stored text (half open); ``paragraph`` numbers
    paragraphs from 0; ``note`` names furniture ("date header", "share button").
    """

    start: int
    end: int
    kind: SegmentKind
    paragraph: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A text we were given.

    ``key`` is the file's stem (for ``index.*`` its folder's name, on collision the relative path);
    ``text`` is the stored text all offsets count in; ``hash`` the SHA-256 of that text in hexadecimal;
    ``story`` groups near-duplicates (the key of the first report of the group).
    """

    key: str
    text: str
    hash: str
    segments: tuple[Segment, ...] = ()
    date: dt.date | None = None
    date_basis: DateBasis = DateBasis.UNKNOWN
    date_text: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: str = "en"
    media_type: str = "text/plain"
    path: str | None = None
    story: str | None = None
    notes: tuple[str, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why; shown on stderr, exit code 1."""

    path: str
    reason: str
    fix: str | None = None
