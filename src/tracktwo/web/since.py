"""What a look shows after some decisions, without making it anew: less, never anything out of date."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from tracktwo.brief import Brief
from tracktwo.brief.compose import FALLEN
from tracktwo.brief.words import counted
from tracktwo.record.questions.conflicts import ConflictRow
from tracktwo.record.questions.positions import PositionRow
from tracktwo.vocabulary import Claim, Status


@dataclass(frozen=True, slots=True)
class Moved:
    """Claims decided on since a look, as they stand now; ``gone`` bear nothing any more."""

    now: Mapping[str, Claim]
    gone: frozenset[str]

    @property
    def remark(self) -> str | None:
        """What is left out of the tables for it, if anything."""
        if not self.gone:
            return None
        told = counted(len(self.gone), "claim")
        since = "rejected or corrected since this picture was made"
        return f"What rests only on {told} {since} is left out of it."


def moved(claims: Collection[Claim]) -> Moved:
    """Return what decisions made of claims; corrected ones bear nothing in the picture as it was."""
    gone = {one.id for one in claims if one.status in FALLEN or one.status is Status.EDITED}
    return Moved({one.id: one for one in claims}, frozenset(gone))


def left(brief: Brief, decided: Moved) -> Brief:
    """Return a brief without what rests on claims that are gone, and with every claim's status of today."""
    if not decided.now:
        return brief
    lists: dict[str, Any] = {
        field.name: tuple(kept for row in value for kept in _kept(row, decided))
        for field in fields(brief)
        if isinstance(value := getattr(brief, field.name), tuple) and field.name not in ("claims", "coverage")
    }
    # Numbers of citations stay: a claim that is gone is still in the annex, by its status of today.
    cited = tuple(
        replace(one, status=decided.now[one.id].status) if one.id in decided.now else one
        for one in brief.claims
    )
    return replace(brief, **lists, claims=cited)


def _kept(row: Any, decided: Moved) -> tuple[Any, ...]:
    """Return the row, or nothing of it where all it rests on, or one side of a conflict, is gone."""
    rests = getattr(row, "claims", ()) if is_dataclass(row) else ()
    if not rests or not decided.now.keys() & set(rests):
        return (row,)
    sides = row.side_claims if isinstance(row, ConflictRow) else (rests,)
    if any(side and decided.gone.issuperset(side) for side in sides):
        return ()
    if isinstance(row, PositionRow):
        fresh = sum(one in decided.now and decided.now[one].status is not Status.PROPOSED for one in rests)
        row = replace(row, reviewed=max(row.reviewed, fresh))
    return (row,)
