"""Labels on reports, claims and names: what an export has to be careful with."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from tracktwo.errors import UsageError
from tracktwo.record.clock import new_entry


class Labelled(StrEnum):
    """What can carry a label."""

    REPORT = "report"
    CLAIM = "claim"
    NAME = "name"


class Sensitivity(StrEnum):
    """How careful a redacted export has to be.

    ``sensitive``: the people named there appear by their roles; ``confidential``: it is left out;
    ``none`` takes a label back.
    """

    SENSITIVE = "sensitive"
    CONFIDENTIAL = "confidential"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Label:
    """One label as it stands: on what, who gave it, when and why."""

    kind: Labelled
    target: str
    label: Sensitivity
    by: str
    why: str
    recorded_at: str


def append_label(
    connection: sqlite3.Connection,
    target: tuple[Labelled, str],
    label: Sensitivity | str,
    at: dt.datetime,
    said: tuple[str, str],
) -> None:
    """Append a label on (kind, key, id or name), with (by, why).

    Raises
    ------
    UsageError
        When there is no such label, or a name is to be confidential.
    """
    try:
        chosen = Sensitivity(label)
    except ValueError as error:
        known = ", ".join(item.value for item in Sensitivity)
        raise UsageError(f"{label!r} is no label", fix=f"Known: {known}") from error
    kind, name = target
    if kind is Labelled.NAME and chosen is Sensitivity.CONFIDENTIAL:
        raise UsageError(
            "a name is sensitive or not; only reports and claims can be left out whole",
            where=name,
            fix="Label it sensitive: redacted exports then show the role instead",
        )
    entry = new_entry(connection, at, "label")
    connection.execute(
        "INSERT INTO labels (entry, kind, target, label, by, why) VALUES (?, ?, ?, ?, ?, ?)",
        (entry, kind.value, name, chosen.value, *said),
    )


def labels(connection: sqlite3.Connection, entry: int) -> tuple[Label, ...]:
    """Return the labels that stand after ``entry``, in the order they were given."""
    rows = connection.execute(
        "SELECT kind, target, label, by, why, recorded_at FROM labels JOIN entries USING (entry) "
        "WHERE entry <= ? ORDER BY row_id",
        (entry,),
    )
    last: dict[tuple[str, str], Label] = {}
    for kind, target, label, by, why, at in rows:
        last.pop((kind, target), None)
        last[kind, target] = Label(Labelled(kind), target, Sensitivity(label), by, why, at)
    return tuple(label for label in last.values() if label.label is not Sensitivity.NONE)
