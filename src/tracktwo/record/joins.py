"""Undoing and restoring joins: "the initiative" is not the small deal after all."""

from __future__ import annotations

import datetime as dt
import sqlite3

from tracktwo.record.clock import new_entry


def decide_join(
    connection: sqlite3.Connection, join_id: str, decision: str, at: dt.datetime, said: tuple[str, str]
) -> None:
    """Append ``undo`` or ``restore`` for a join, with (by, why)."""
    entry = new_entry(connection, at, f"{decision} join")
    connection.execute(
        "INSERT INTO join_decisions (entry, join_id, decision, by, why) VALUES (?, ?, ?, ?, ?)",
        (entry, join_id, decision, *said),
    )


def undone_joins(connection: sqlite3.Connection, entry: int) -> frozenset[str]:
    """Return the ids of the joins that stand undone after ``entry``."""
    rows = connection.execute(
        "SELECT join_id, decision FROM join_decisions WHERE entry <= ? ORDER BY row_id", (entry,)
    )
    last = dict(rows.fetchall())
    return frozenset(join_id for join_id, decision in last.items() if decision == "undo")
