"""PLOVER-typed events: who did what to whom, by the mapping of the codebook.

PLOVER (Political Language Ontology for Verifiable Event Records, Open Event Data Alliance) is the published
successor of CAMEO. It codes what happened, so only acts asserted are exported; claims of several reports on
one event of the picture are one row with several sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tracktwo.interop.codebook import book
from tracktwo.interop.csvs import lines
from tracktwo.interop.exported import Exported
from tracktwo.interop.folders import write
from tracktwo.interop.tables import Table
from tracktwo.vocabulary import Claim, Modality

COLUMNS = (
    "event_id",
    "date_start",
    "date_end",
    "date_basis",
    "source",
    "source_party",
    "target",
    "event_type",
    "act",
    "voice",
    "text",
    "reports",
    "sources",
    "claims",
)


def event_type(act: str) -> str | None:
    """Return the PLOVER type of an act; None where PLOVER has none."""
    name = str(book()["act"][act]["plover"])
    return None if name == "none" else name


def export(exported: Exported, out: Path) -> tuple[Path, ...]:
    """Write the events to the CSV file ``out``; return it."""
    return (write(out, lines(Table("events", COLUMNS, list(events(exported))))),)


def events(exported: Exported) -> Iterator[dict[str, Any]]:
    """Yield the events in the order of the reports; names already taken out."""
    stories = {report.key: report.story or report.key for report in exported.reports}
    groups: dict[tuple[object, ...], list[Claim]] = {}
    tied = {
        link.claim: link.target
        for picture in exported.pictures
        for link in picture.links
        if link.kind.value == "event"
    }
    for claim in exported.claims:
        if claim.modality is Modality.ASSERTED and event_type(claim.act.value) is not None:
            groups.setdefault(_same(claim, tied), []).append(claim)
    for claims in groups.values():
        yield exported.masks.value(_row(claims, stories))


def _same(claim: Claim, tied: dict[str, str]) -> tuple[object, ...]:
    """Return what two claims share if they tell of one event: of the picture, or the same act, actor,
    target and day; what has no actor or no day stays by itself.
    """
    if claim.id in tied:
        return ("event", tied[claim.id], claim.act, claim.actor)
    if claim.actor and claim.event_from:
        return (claim.act, claim.actor, claim.toward, claim.event_from, claim.event_to, claim.object)
    return ("claim", claim.id)


def _row(claims: list[Claim], stories: dict[str, str]) -> dict[str, Any]:
    first = claims[0]
    keys = tuple(dict.fromkeys(claim.report for claim in claims))
    dated = next((claim for claim in claims if claim.event_from), first)
    return {
        "event_id": first.id,
        "date_start": dated.event_from or first.report_date,
        "date_end": dated.event_to or dated.event_from or first.report_date,
        "date_basis": dated.event_basis.value
        if dated.event_from
        else "report"
        if first.report_date
        else "unknown",
        "source": first.actor or first.actor_text,
        "source_party": first.party,
        "target": next((claim.toward for claim in claims if claim.toward), None),
        "event_type": event_type(first.act.value),
        "act": first.act.value,
        "voice": first.voice.value,
        "text": first.quote,
        "reports": "; ".join(keys),
        "sources": len({stories.get(key, key) for key in keys}),
        "claims": "; ".join(claim.id for claim in claims),
    }
