"""What a report and its reading must satisfy before they are stored: no located quote, no acceptance."""

from __future__ import annotations

import hashlib

from tracktwo.errors import RecordError
from tracktwo.vocabulary import Claim, Reading, Report


def check(report: Report, reading: Reading) -> None:
    """Assert that every quote equals the stored text at its offsets.

    Raises
    ------
    RecordError
        At the first claim, term, source or coverage stretch that does not; nothing is stored then.
    """
    try:
        digest = hashlib.sha256(report.text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise RecordError(
            "the text holds half characters that cannot be stored", where=report.key, why=str(error)
        ) from error
    if digest != report.hash:
        raise RecordError("the report's hash is not that of its text", where=report.key)
    if reading.report != report.key:
        raise RecordError(f"this is the reading of report {reading.report!r}", where=report.key)
    seen: set[str] = set()
    for claim in reading.claims:
        if claim.report != report.key:
            raise RecordError(f"claim {claim.id} belongs to report {claim.report!r}", where=report.key)
        if claim.id in seen:
            raise RecordError(f"two claims have the id {claim.id}", where=report.key)
        seen.add(claim.id)
        check_claim(claim, report.text)
    for stretch in reading.coverage:
        if not 0 <= stretch.start <= stretch.end <= len(report.text):
            raise RecordError(
                f"coverage {stretch.start}-{stretch.end} lies outside the text", where=report.key
            )


def fault(report: Report, reading: Reading) -> RecordError | None:
    """Return what `check` raises; null where it raises nothing."""
    try:
        check(report, reading)
    except RecordError as error:
        return error
    return None


def check_claim(claim: Claim, text: str) -> None:
    """Assert that everything a claim quotes stands in ``text`` where the claim says.

    Raises
    ------
    RecordError
        Naming the claim, the field and the offsets.
    """
    _same(claim, "quote", claim.quote, claim.start, claim.end, text)
    _same(claim, "predicate", claim.predicate, claim.predicate_start, claim.predicate_end, text)
    _same(claim, "object", claim.object, claim.object_start, claim.object_end, text)
    _same(claim, "actor_text", claim.actor_text, claim.actor_start, claim.actor_end, text)
    for term in claim.terms:
        _same(claim, "term", term.text, term.start, term.end, text)
    for source in claim.attribution:
        _same(claim, "source", source.text, source.start, source.end, text)


def _same(claim: Claim, field: str, words: str | None, start: int | None, end: int | None, text: str) -> None:
    if words is None and start is None and end is None:
        return
    inside = start is not None and end is not None and 0 <= start <= end <= len(text)
    if inside and text[start:end] == words:
        return
    raise RecordError(
        f"the {field} of claim {claim.id} is not what the text says at {start}-{end}",
        where=claim.report,
        why="every quote must equal the stored text at its offsets",
        fix="Nothing of this report was stored. Please report this as a fault of the reader",
    )
