"""Decisions on claims: what they make of a claim's status and fields when replayed in order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from tracktwo.errors import UsageError
from tracktwo.record.rows import terms_of
from tracktwo.vocabulary import Act, Basis, Claim, Flag, Modality, Status, Voice


class Decision(StrEnum):
    """What a reviewer can do with a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    DISPUTE = "dispute"
    MERGE = "merge"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision as recorded: who, when, why; for an edit the new values, for a merge the other claim."""

    claim: str
    decision: Decision
    by: str
    why: str
    recorded_at: str
    changes: Mapping[str, Any] = field(default_factory=dict)


_STATUS = {
    Decision.ACCEPT: Status.ACCEPTED,
    Decision.REJECT: Status.REJECTED,
    Decision.EDIT: Status.EDITED,
    Decision.DISPUTE: Status.DISPUTED,
}
_ENUMS: dict[str, type[StrEnum]] = {"voice": Voice, "act": Act, "modality": Modality, "event_basis": Basis}
_BOOLEANS = frozenset({"unnamed", "others_unnamed"})
_TEXTS = frozenset({"actor", "role", "party", "toward", "condition", "event_text", "event_from", "event_to"})
EDITABLE = frozenset(_ENUMS) | _BOOLEANS | _TEXTS | {"object", "terms"}


def standing(decisions: Iterable[Decided]) -> tuple[Decided, ...]:
    """Return the decisions still standing: each undo takes back the last one standing before it."""
    stack: list[Decided] = []
    for decided in decisions:
        if decided.decision is not Decision.UNDO:
            stack.append(decided)
        elif stack:
            stack.pop()
    return tuple(stack)


def outcome(decisions: Iterable[Decided]) -> tuple[Status, dict[str, Any]]:
    """Return the status and the edited fields that a claim's decisions leave it with.

    The last standing decision gives the status; edits add up, so an edited claim that is then accepted is
    accepted as edited. A claim merged into another of its report is superseded by it; one merged into a
    claim of another report stays a source of its own, and ``same_event`` names the other.
    """
    status, changes, same = Status.PROPOSED, dict[str, Any](), list[str]()
    for decided in standing(decisions):
        if decided.decision is not Decision.MERGE:
            status = _STATUS[decided.decision]
            changes.update(decided.changes)
        elif decided.changes["within"]:
            status = Status.SUPERSEDED
        else:
            status = Status.ACCEPTED if status is Status.PROPOSED else status
            same.append(decided.changes["into"])
    return status, {**changes, **({"same_event": tuple(same)} if same else {})}


def decided_claim(claim: Claim, status: Status, changes: Mapping[str, Any]) -> Claim:
    """Return ``claim`` with its status and edits."""
    values = dict(changes)
    for name, kind in _ENUMS.items():
        if name in values:
            values[name] = kind(values[name])
    if "terms" in values:
        values["terms"] = terms_of(values["terms"])
    if "same_event" in values:
        values["flags"] = (*claim.flags, Flag("same-event", "merged in review", values.pop("same_event")))
    return replace(claim, status=status, **values)


def checked_changes(claim: Claim, changes: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return an edit's changes as they are stored, with the places of quoted words found.

    Raises
    ------
    UsageError
        When a field cannot be edited, a value is not of its kind, or words do not stand in the quote.
    """
    if not changes:
        raise UsageError("an edit needs what to change", where=claim.id)
    done: dict[str, Any] = {}
    for name, value in changes.items():
        if name not in EDITABLE:
            raise UsageError(
                f"{name!r} of a claim cannot be edited",
                where=claim.id,
                fix=f"What can be: {', '.join(sorted(EDITABLE))}",
            )
        done.update(_checked(claim, name, value))
    return done


def checked_merge(claim: Claim, into: Claim) -> dict[str, Any]:
    """Return a merge as it is stored: into which claim, and whether of the same report.

    Raises
    ------
    UsageError
        When the two are one, or the other no longer counts.
    """
    if claim.id == into.id:
        raise UsageError("a claim cannot be merged into itself", where=claim.id)
    if into.status in (Status.REJECTED, Status.SUPERSEDED):
        raise UsageError(
            f"claim {into.id} is {into.status.value}, nothing can be merged into it", where=claim.id
        )
    return {"into": into.id, "within": into.report == claim.report}


def _checked(claim: Claim, name: str, value: Any) -> dict[str, Any]:
    if name in _ENUMS:
        try:
            return {name: _ENUMS[name](value).value}
        except ValueError as error:
            known = ", ".join(item.value for item in _ENUMS[name])
            raise UsageError(f"{value!r} is no {name}", where=claim.id, fix=f"Known: {known}") from error
    if name in _BOOLEANS:
        if not isinstance(value, bool):
            raise UsageError(f"{name} is yes or no, not {value!r}", where=claim.id)
        return {name: value}
    if name == "terms":
        return {"terms": [_term(claim, item) for item in value]}
    if value is not None and not isinstance(value, str):
        raise UsageError(f"{name} is text, not {value!r}", where=claim.id)
    if name == "object":
        start, end = _find(claim, value) if value is not None else (None, None)
        return {"object": value, "object_start": start, "object_end": end}
    return {name: value}


def _term(claim: Claim, item: Any) -> dict[str, Any]:
    values = {f.name: getattr(item, f.name) for f in fields(item)} if not isinstance(item, Mapping) else item
    known = {"head", "theme", "extent", "giver", "getter", "place", "text"}
    unknown = set(values) - known - {"start", "end"}
    if unknown or not values.get("head") or not values.get("text"):
        raise UsageError(
            f"a term needs head and text, and may have {', '.join(sorted(known))}",
            where=claim.id,
            why=f"unknown: {', '.join(sorted(unknown))}" if unknown else None,
        )
    start, end = _find(claim, values["text"])
    return {**dict.fromkeys(sorted(known)), **values, "start": start, "end": end}


def _find(claim: Claim, words: str) -> tuple[int, int]:
    at = claim.quote.find(words)
    if at < 0:
        raise UsageError(f"{words!r} does not stand in the quote", where=claim.id)
    return claim.start + at, claim.start + at + len(words)


def decisions_by_claim(
    connection: sqlite3.Connection, entry: int, claim: str | None = None
) -> dict[str, list[Decided]]:
    """Return the decisions recorded up to ``entry``, by claim, oldest first."""
    query = (
        "SELECT claim, decision, by, why, recorded_at, changes FROM decisions JOIN entries USING (entry) "
        "WHERE entry <= ?"
    )
    rows = (
        connection.execute(f"{query} ORDER BY row_id", (entry,))
        if claim is None
        else connection.execute(f"{query} AND claim = ? ORDER BY row_id", (entry, claim))
    )
    found: dict[str, list[Decided]] = {}
    for name, decision, by, why, recorded_at, changes in rows:
        decided = Decided(name, Decision(decision), by, why, recorded_at, json.loads(changes))
        found.setdefault(name, []).append(decided)
    return found
