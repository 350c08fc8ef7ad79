"""Undoing and restoring joins: "the initiative" is not the small deal after all."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracktwo.record.clock import new_entry
from tracktwo.vocabulary.stances import Join


def decide_join(
    connection: sqlite3.Connection, join_id: str, decision: str, at: dt.datetime, said: tuple[str, str]
) -> None:
    """Append ``undo`` or ``restore`` for a join, with (by, why)."""
    entry = new_entry(connection, at, f"{decision} join")
    connection.execute(
        "INSERT INTO join_decisions (entry, join_id, decision, by, why) VALUES (?, ?, ?, ?, ?)",
        (entry, join_id, decision, *said),
    )


@dataclass(frozen=True, slots=True)
class JoinRow:
    """A mention that the record took for a thing told of before, and whether that stands.

    ``state`` is joined or undone; ``by``, ``why`` and ``recorded_at`` tell who undid or restored it, null
    where nobody has. Of one undone in a large record only the id is known until it is restored.
    """

    id: str
    state: str
    kind: str | None
    mention: str | None
    target: str | None
    reason: str | None
    by: str | None
    why: str | None
    recorded_at: str | None
    claims: tuple[str, ...]


def join_rows(connection: sqlite3.Connection, entry: int, known: Iterable[Join]) -> Iterator[JoinRow]:
    """Yield the joins that are made, and those that were and are undone.

    Parameters
    ----------
    connection : sqlite3.Connection
    entry : int
        The last entry that counts.
    known : iterable of Join
        Those made now, and of those undone as many as are known.
    """
    rows = connection.execute(
        "SELECT join_id, decision, by, why, recorded_at FROM join_decisions JOIN entries USING (entry) "
        "WHERE entry <= ? ORDER BY row_id",
        (entry,),
    )
    last = {join_id: (decision, by, why, at) for join_id, decision, by, why, at in rows}
    for join in known:
        decision, by, why, at = last.pop(join.id, ("restore", None, None, None))
        state = "undone" if decision == "undo" else "joined"
        words = join.kind.value, join.mention, join.target, join.reason
        yield JoinRow(join.id, state, *words, by, why, at, join.claims)
    for join_id, (decision, by, why, at) in last.items():
        if decision == "undo":
            yield JoinRow(join_id, "undone", None, None, None, None, by, why, at, ())


def undone_joins(connection: sqlite3.Connection, entry: int) -> frozenset[str]:
    """Return the ids of the joins that stand undone after ``entry``."""
    rows = connection.execute(
        "SELECT join_id, decision FROM join_decisions WHERE entry <= ? ORDER BY row_id", (entry,)
    )
    last = dict(rows.fetchall())
    return frozenset(join_id for join_id, decision in last.items() if decision == "undo")
