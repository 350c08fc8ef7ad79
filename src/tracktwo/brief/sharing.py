"""A brief as it may leave the machine: the same names taken out as in every export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from tracktwo.brief.compose import compose
from tracktwo.brief.model import Brief, SharedBrief
from tracktwo.interop.exported import Exported
from tracktwo.interop.masking import Masks

if TYPE_CHECKING:
    from tracktwo.record import Record

# Ids of claims are no words of a report.
_IDS = frozenset({"id", "hash"})


def masked(brief: Brief, exported: Exported) -> Brief:
    """Return ``brief`` without the names that an export must not tell, in every field, key and quote.

    Parameters
    ----------
    brief : Brief
        Composed of what ``exported`` tells of, or of more.
    exported : Exported
        What an export of the same record may tell (``interop.exported.gather``).

    Returns
    -------
    Brief
        The same where nothing is to be left out, else a `SharedBrief` that says what is missing.
        Offsets stay those of the reports' own words.
    """
    if not exported.left_out:
        return brief
    told = brief if exported.masks.pattern is None else _masked(brief, exported.masks)
    held = {field.name: getattr(told, field.name) for field in fields(Brief)}
    return SharedBrief(**held, left_out=exported.left_out)


def without_confidential(record: Record, exported: Exported) -> Brief:
    """Return the brief of what a redacted export tells of, its labelled names still in it.

    Sentences that hold something confidential are left out of its coverage list, too.
    """
    chosen = exported.choices
    told = {claim.id for claim in exported.claims}
    closed: dict[str, list[tuple[int, int]]] = {}
    for claim in record.claims(chosen.as_of, chosen.known_on):
        if claim.id not in told:
            closed.setdefault(claim.report, []).append((claim.start, claim.end))
    coverage = (
        row
        for row in record.coverage(chosen.as_of, chosen.known_on)
        if not any(start < row.end and row.start < end for start, end in closed.get(row.report, ()))
    )
    return compose(
        exported.pictures,
        exported.reports,
        exported.claims,
        coverage,
        as_of=chosen.as_of,
        labels=exported.labels,
    )


def _masked(value: Any, masks: Masks) -> Any:
    if value is None or isinstance(value, (Enum, bool, int, float)):
        return value
    if isinstance(value, str):
        return masks.text(value)
    if isinstance(value, Mapping):
        return {_masked(key, masks): _masked(item, masks) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(_masked(item, masks) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in _IDS}
        changed = {name: _masked(item, masks) for name, item in held.items()}
        return replace(value, **{name: item for name, item in changed.items() if item != held[name]})
    return value
