"""Claims, reports and readings as table rows and back; column names are the claim's own field names."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from tracktwo.vocabulary import (
    Act,
    Basis,
    Claim,
    DateBasis,
    Flag,
    Modality,
    Report,
    Segment,
    SegmentKind,
    Source,
    Status,
    Term,
    Voice,
)

CLAIM_COLUMNS = (
    "id",
    "start",
    "end",
    "quote",
    "actor",
    "role",
    "party",
    "actor_text",
    "actor_start",
    "actor_end",
    "others_unnamed",
    "voice",
    "unnamed",
    "act",
    "predicate",
    "predicate_start",
    "predicate_end",
    "object",
    "object_start",
    "object_end",
    "terms",
    "toward",
    "attribution",
    "modality",
    "condition",
    "event_text",
    "event_from",
    "event_to",
    "event_basis",
    "flags",
    "confidence",
    "method",
)
REPORT_COLUMNS = (
    "key",
    "segments",
    "date",
    "date_basis",
    "date_text",
    "title",
    "publisher",
    "language",
    "media_type",
    "path",
    "story",
    "notes",
    "metadata",
)

_VOICES = {item.value: item for item in Voice}
_ACTS = {item.value: item for item in Act}
_MODALITIES = {item.value: item for item in Modality}
_BASES = {item.value: item for item in Basis}

TERM_FIELDS = ("head", "theme", "extent", "giver", "getter", "place", "text", "start", "end")
SOURCE_FIELDS = ("name", "text", "start", "end", "cue", "party", "unnamed")
FLAG_FIELDS = ("code", "note", "readings")


def claim_row(claim: Claim) -> tuple[Any, ...]:
    """Return a claim's values in the order of ``CLAIM_COLUMNS``."""
    return (
        claim.id,
        claim.start,
        claim.end,
        claim.quote,
        claim.actor,
        claim.role,
        claim.party,
        claim.actor_text,
        claim.actor_start,
        claim.actor_end,
        int(claim.others_unnamed),
        claim.voice.value,
        int(claim.unnamed),
        claim.act.value,
        claim.predicate,
        claim.predicate_start,
        claim.predicate_end,
        claim.object,
        claim.object_start,
        claim.object_end,
        _many(claim.terms, TERM_FIELDS),
        claim.toward,
        _many(claim.attribution, SOURCE_FIELDS),
        claim.modality.value,
        claim.condition,
        claim.event_text,
        claim.event_from,
        claim.event_to,
        claim.event_basis.value,
        _many(claim.flags, FLAG_FIELDS),
        None if claim.confidence is None else float(claim.confidence),
        claim.method,
    )


def claim_of(row: tuple[Any, ...], report: str, report_date: str | None, recorded_at: str) -> Claim:
    """Return the claim that a row of ``CLAIM_COLUMNS`` holds, as a claim of ``report``."""
    # Plain table look-ups: a record of many thousands of claims passes through here on every question.
    values = dict(zip(CLAIM_COLUMNS, row, strict=True))
    values["others_unnamed"] = bool(values["others_unnamed"])
    values["unnamed"] = bool(values["unnamed"])
    values["voice"] = _VOICES[values["voice"]]
    values["act"] = _ACTS[values["act"]]
    values["modality"] = _MODALITIES[values["modality"]]
    values["event_basis"] = _BASES[values["event_basis"]]
    values["terms"] = terms_of(_load(values["terms"]))
    values["attribution"] = tuple(Source(**item) for item in _load(values["attribution"]))
    values["flags"] = tuple(
        Flag(item["code"], item["note"], tuple(item["readings"])) for item in _load(values["flags"])
    )
    return Claim(
        report=report, report_date=report_date, recorded_at=recorded_at, status=Status.PROPOSED, **values
    )


def terms_of(items: Iterable[dict[str, Any]]) -> tuple[Term, ...]:
    """Return terms from their JSON objects."""
    return tuple(Term(**item) for item in items)


def report_row(report: Report) -> tuple[Any, ...]:
    """Return a report's values in the order of ``REPORT_COLUMNS``."""
    segments = [[s.start, s.end, s.kind.value, s.paragraph, s.note] for s in report.segments]
    return (
        report.key,
        json.dumps(segments, ensure_ascii=False, separators=(",", ":")),
        report.date.isoformat() if report.date else None,
        report.date_basis.value,
        report.date_text,
        report.title,
        report.publisher,
        report.language,
        report.media_type,
        report.path,
        report.story,
        json.dumps(list(report.notes), ensure_ascii=False),
        json.dumps(dict(report.metadata), ensure_ascii=False),
    )


def report_of(row: tuple[Any, ...], text: str, digest: str) -> Report:
    """Return the report that a row of ``REPORT_COLUMNS`` and a stored text make."""
    values = dict(zip(REPORT_COLUMNS, row, strict=True))
    values["segments"] = segments_of(values["segments"])
    values["date"] = dt.date.fromisoformat(values["date"]) if values["date"] else None
    values["date_basis"] = DateBasis(values["date_basis"])
    values["notes"] = tuple(_load(values["notes"]))
    values["metadata"] = json.loads(values["metadata"]) if values["metadata"] != "{}" else {}
    return Report(text=text, hash=digest, **values)


def segments_of(text: str) -> tuple[Segment, ...]:
    """Return a report's segments from their JSON."""
    return tuple(
        Segment(start, end, SegmentKind(kind), paragraph, note)
        for start, end, kind, paragraph, note in _load(text)
    )


def _many(items: tuple[Any, ...], fields: tuple[str, ...]) -> str:
    if not items:
        return "[]"
    return json.dumps([{name: getattr(item, name) for name in fields} for item in items], ensure_ascii=False)


def _load(text: str) -> list[Any]:
    # Most lists are empty; a question about a large record loads tens of thousands of them.
    return json.loads(text) if text != "[]" else []
