"""A second reviewer's verdicts, kept beside the decisions; they change no view."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from tracktwo.errors import UsageError
from tracktwo.record.clock import new_entry
from tracktwo.record.decisions import Decision

VERDICTS = (Decision.ACCEPT, Decision.EDIT, Decision.REJECT, Decision.DISPUTE)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second reviewer would have decided: who, when, why."""

    claim: str
    verdict: Decision
    by: str
    why: str
    recorded_at: str


def append_opinion(
    connection: sqlite3.Connection,
    claim: str,
    verdict: Decision | str,
    at: dt.datetime,
    said: tuple[str, str],
) -> None:
    """Append a verdict, or ``undo`` for the last one, with (by, why).

    Raises
    ------
    UsageError
        When it is no verdict, or there is none to take back.
    """
    known = (*VERDICTS, Decision.UNDO)
    if verdict not in known:
        raise UsageError(f"{str(verdict)!r} is no verdict", fix=f"Known: {', '.join(known)}")
    by, why = said
    if verdict == Decision.UNDO:
        last = connection.execute("SELECT max(entry) FROM entries").fetchone()[0]
        if not any(o.claim == claim and o.by == by for o in opinions(connection, last)):
            raise UsageError(f"{by} has given no second opinion to take back", where=claim)
    entry = new_entry(connection, at, "second opinion")
    connection.execute(
        "INSERT INTO opinions (entry, claim, verdict, by, why) VALUES (?, ?, ?, ?, ?)",
        (entry, claim, str(verdict), by, why),
    )


def opinions(connection: sqlite3.Connection, entry: int) -> tuple[Opinion, ...]:
    """Return each reviewer's last standing verdict on each claim, up to ``entry``."""
    rows = connection.execute(
        "SELECT claim, verdict, by, why, recorded_at FROM opinions JOIN entries USING (entry) "
        "WHERE entry <= ? ORDER BY row_id",
        (entry,),
    )
    return tuple(_standing(Opinion(c, Decision(v), by, why, at) for c, v, by, why, at in rows))


def _standing(said: Iterable[Opinion]) -> Iterable[Opinion]:
    stacks: dict[tuple[str, str], list[Opinion]] = {}
    for opinion in said:
        stack = stacks.setdefault((opinion.claim, opinion.by), [])
        if opinion.verdict is not Decision.UNDO:
            stack.append(opinion)
        elif stack:
            stack.pop()
    return (stack[-1] for stack in stacks.values() if stack)
