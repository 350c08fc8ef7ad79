"""propositions: rows of actor, predicate and message, as the bulletin measure wants them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracktwo.reading.acts import load_nouns, load_verbs
from tracktwo.vocabulary import Claim, Modality, Reading, Report, SegmentKind


@dataclass(frozen=True, slots=True)
class Proposition:
    """Who (canonical), the one reporting or stance word, and what it governs; ``sentence`` counts from 1."""

    report: str
    sentence: int
    actor: str
    predicate: str
    message: str


def propositions(reading: Reading, report: Report) -> tuple[Proposition, ...]:
    """Rows for the named actors of a reading.

    Parameters
    ----------
    reading : Reading
        As ``read`` gives it.
    report : Report
        The report it was read from.

    Returns
    -------
    tuple of Proposition
        In text order; unnamed and generic actors give none.
    """
    sentences = [s.start for s in report.segments if s.kind is SegmentKind.SENTENCE]
    number = {start: at for at, start in enumerate(sentences, start=1)}
    rows = []
    for claim in reading.claims:
        if claim.actor is None or claim.unnamed or claim.object is None or claim.object_start is None:
            continue
        word, end = _word(claim)
        message = _message(claim, report.text, end)
        if word and message:
            name = f"not {word}" if claim.modality is Modality.NEGATED or _against(claim) else word
            rows.append(Proposition(report.key, number.get(claim.start, 0), claim.actor, name, message))
    return tuple(dict.fromkeys(rows))


def _against(claim: Claim) -> bool:
    """An opposer of what a speaker did is listed with "not" and the speaker's word."""
    act = load_verbs().frames.get(_word(claim)[0])
    return claim.act.value == "oppose" and act is not None and all(f.act.value != "oppose" for f in act)


def _word(claim: Claim) -> tuple[str, int]:
    """The act's own word in the predicate, lower case, and where it ends in the stored text."""
    frames, nouns, light = load_verbs().frames, load_nouns().nouns, load_nouns().light
    matches = list(re.finditer(r"[^\W_]+", claim.predicate))
    if not matches:
        return "", claim.predicate_end
    known = [
        m
        for m in matches
        if m.group().lower() in frames or m.group().lower() in light or m.group().lower() in nouns
    ]
    best = next((m for m in known if m.group().lower() not in ("has", "have", "had")), matches[-1])
    return best.group().lower(), claim.predicate_start + best.end()


def _message(claim: Claim, text: str, end: int) -> str:
    start, stop = claim.object_start or 0, claim.object_end or 0
    raw = text[end:stop] if start >= end else text[start:stop]
    return " ".join(raw.split()).strip(" ,;:.")
