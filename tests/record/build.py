"""Small hand-made reports, claims, readings and pictures for tests."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

from tracktwo.record import Record
from tracktwo.vocabulary import (
    Act,
    Basis,
    Claim,
    Coverage,
    CoverageKind,
    DateBasis,
    Modality,
    Reading,
    Report,
    Segment,
    SegmentKind,
    Voice,
)


def report(key: str, text: str, date: str | None = None, **values: Any) -> Report:
    basis = values.pop("date_basis", DateBasis.GIVEN if date else DateBasis.UNKNOWN)
    segments = values.pop("segments", (Segment(0, len(text), SegmentKind.SENTENCE),))
    return Report(
        key=key,
        text=text,
        hash=hashlib.sha256(text.encode()).hexdigest(),
        date=dt.date.fromisoformat(date) if date else None,
        date_basis=basis,
        segments=segments,
        **values,
    )


def claim(of: Report, predicate: str, actor: str | None = None, **values: Any) -> Claim:
    """A claim whose quote is the whole text and whose words are found in it."""
    text = of.text
    start = text.index(predicate)
    object_ = values.pop("object", None)
    object_start = text.index(object_) if object_ else None
    actor_text = values.pop("actor_text", actor if actor and actor in text else None)
    actor_start = text.index(actor_text) if actor_text else None
    quote_start, quote_end = values.pop("span", (0, len(text)))
    made = hashlib.blake2b(f"{of.hash}{start}{actor}{values.get('act')}".encode(), digest_size=8).hexdigest()
    base: dict[str, Any] = {
        "id": made,
        "report": of.key,
        "start": quote_start,
        "end": quote_end,
        "quote": text[quote_start:quote_end],
        "actor": actor,
        "role": None,
        "party": None,
        "actor_text": actor_text,
        "actor_start": actor_start,
        "actor_end": actor_start + len(actor_text) if actor_text and actor_start is not None else None,
        "others_unnamed": False,
        "voice": Voice.OWN,
        "unnamed": False,
        "act": Act.SUPPORT,
        "predicate": predicate,
        "predicate_start": start,
        "predicate_end": start + len(predicate),
        "object": object_,
        "object_start": object_start,
        "object_end": object_start + len(object_) if object_ and object_start is not None else None,
        "terms": (),
        "toward": None,
        "attribution": (),
        "modality": Modality.ASSERTED,
        "condition": None,
        "event_text": None,
        "event_from": None,
        "event_to": None,
        "event_basis": Basis.UNKNOWN,
        "report_date": of.date.isoformat() if of.date else None,
        "recorded_at": None,
        "flags": (),
        "confidence": 0.75,
        "method": "made by hand",
    }
    base.update(values)
    return Claim(**base)


def reading(of: Report, *claims: Claim) -> Reading:
    kind = CoverageKind.CLAIM if claims else CoverageKind.NOTHING
    return Reading(of.key, claims, (Coverage(of.key, 0, len(of.text), kind),))


def some(path: Path, number: int = 1) -> None:
    """Keep short reports at a place, each with a claim that is accepted."""
    with Record.open(path) as record:
        for n in range(number):
            made = report(f"r{n}", f"They accept plan {n}. " + "Nothing else was said. " * 20)
            record.add(made, reading(made, claim(made, "accept")))
            record.decide(claim(made, "accept").id, "accept")
