"""The three invented reports, and claims made of their sentences by hand."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from tracktwo.vocabulary import (
    Act,
    Basis,
    Claim,
    DateBasis,
    Modality,
    Report,
    Voice,
)

TEXTS = {
    "a-first-round": (
        "Arvania and Bolesk opened talks in Corvo on sharing the water of the Onda river. "
        "Mediator Selmar proposed a five-year quota of 40 cubic metres a second for Bolesk in exchange for "
        "a limited filling of the Tarn dam. "
        "Bolesk Water Minister Ilse Marn expressed support for the Selmar plan. "
        "Farm leaders, such as Odo Brek, opposed the plan. "
        "The river was quiet that week."
    ),
    "b-second-round": (
        "Bolesk put forward a plan for a permanent quota in return for a complete stop to filling the dam. "
        "Arvania's parliament must approve any change to the dam treaty. "
        "Arvania rules out any deal that stops the dam's turbines. "
        "Selmar officials warned that loans could be delayed if filling goes on. "
        "The talks are expected to last at least three weeks. "
        "Arvanian envoy Petra Voss said the second plan could open the way to a treaty."
    ),
    "c-undated-note": (
        "A landslide closed the spillway of the Tarn dam on Tuesday. "
        "Some expect the closure could delay the talks. "
        "The Arvanian cabinet discussed the Selmar plan for three hours "
        "but did not vote on the date of filling. "
        "Related stories:"
    ),
}
DATES = {"a-first-round": dt.date(2031, 3, 2), "b-second-round": dt.date(2031, 4, 14), "c-undated-note": None}


def report(key: str, text: str | None = None, date: dt.date | None = None) -> Report:
    body = TEXTS[key] if text is None else text
    day = DATES.get(key) if date is None else date
    return Report(
        key=key,
        text=body,
        hash=hashlib.sha256(body.encode()).hexdigest(),
        date=day,
        date_basis=DateBasis.GIVEN if day else DateBasis.UNKNOWN,
        story=key,
        notes=("ends in a heading with nothing after it",) if body.endswith("stories:") else (),
    )


def spans(text: str) -> list[tuple[int, int]]:
    """Sentence spans of the simple texts above."""
    found, start = [], 0
    for end, letter in enumerate(text, 1):
        if letter in ".:" and (end == len(text) or text[end] == " "):
            found.append((start, end))
            start = end + 1
    return found


def claim(source: Report, name: str, predicate: str, **given: Any) -> Claim:
    """Make a claim of the sentence that holds ``predicate``; ``actor_text`` and ``object`` are looked up."""
    at = source.text.index(predicate)
    start, end = next((s, e) for s, e in spans(source.text) if s <= at < e)
    actor_text, words = given.pop("actor_text", given.get("actor")), given.pop("object", None)
    actor_at = source.text.find(actor_text, start, end) if actor_text else -1
    object_at = source.text.index(words, start, end) if words else None
    fields: dict[str, Any] = {
        "id": name,
        "report": source.key,
        "start": start,
        "end": end,
        "quote": source.text[start:end],
        "actor": None,
        "role": None,
        "party": None,
        "actor_text": actor_text if actor_at >= 0 else None,
        "actor_start": actor_at if actor_at >= 0 else None,
        "actor_end": actor_at + len(actor_text) if actor_at >= 0 else None,
        "others_unnamed": False,
        "voice": Voice.REPORTER,
        "unnamed": False,
        "act": Act.STATE,
        "predicate": predicate,
        "predicate_start": at,
        "predicate_end": at + len(predicate),
        "object": words,
        "object_start": object_at,
        "object_end": None if object_at is None else object_at + len(words),
        "terms": (),
        "toward": None,
        "attribution": (),
        "modality": Modality.ASSERTED,
        "condition": None,
        "event_text": None,
        "event_from": None,
        "event_to": None,
        "event_basis": Basis.UNKNOWN,
        "report_date": source.date.isoformat() if source.date else None,
        "recorded_at": "2031-05-01T12:00:00+00:00",
        "flags": (),
        "confidence": 0.8,
        "method": "by hand",
    }
    return Claim(**{**fields, **given})


def reports() -> tuple[Report, ...]:
    return tuple(report(key) for key in TEXTS)
