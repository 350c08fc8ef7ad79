"""Carrying over: what people decided stays theirs when a text gets a new version, or rules read it anew."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from tracktwo.record.clock import last_entry, new_entry
from tracktwo.record.decisions import Decided, Decision, decisions_by_claim, standing
from tracktwo.record.rows import CLAIM_COLUMNS
from tracktwo.record.search import FILL

_PLACES = ("start", "end", "object_start", "object_end")
# What makes two claims of two versions the same: the sentence word for word, and what was read in it.
_SAME = "quote, predicate, predicate_start - start, actor, act, object"
# Claims of a reading that people made, or have had a word on.
_TOUCHED = """
entry IS NOT NULL OR id IN (SELECT claim FROM decisions) OR id IN (SELECT claim FROM opinions)
OR id IN (SELECT target FROM labels WHERE kind = 'claim')
"""


def latest_reading(connection: sqlite3.Connection, key: str) -> int | None:
    """Return the reading that the text now under a key is shown by; null where there is none."""
    row = connection.execute(
        "SELECT max(reading_id) FROM readings WHERE text_id = "
        "(SELECT text_id FROM reports WHERE key = ? ORDER BY report_id DESC LIMIT 1)",
        (key,),
    ).fetchone()
    return int(row[0]) if row[0] is not None else None


def carry_decisions(connection: sqlite3.Connection, old: int, new: int, at: dt.datetime) -> int:
    """Append, for claims of a new version that stood in the old one, the decisions standing there.

    Each keeps who decided; why says where it comes from. Sentences that changed, or that hold two claims
    that read the same, carry nothing: somebody has to look. Merges are not carried. Returns how many were.
    """
    before, after = _claims(connection, old), _claims(connection, new)
    taken = decisions_by_claim(connection, last_entry(connection))
    carried = 0
    for same, (claim, start) in after.items():
        if same in before and claim not in taken:
            origin, at_first = before[same]
            for decided in standing(taken.get(origin, [])):
                if decided.decision is not Decision.MERGE:
                    _append(connection, claim, decided, start - at_first, at)
                    carried += 1
    return carried


def _claims(connection: sqlite3.Connection, reading: int) -> dict[tuple[Any, ...], tuple[str, int]]:
    found: dict[tuple[Any, ...], tuple[str, int]] = {}
    twice = set()
    rows = connection.execute(f"SELECT id, start, {_SAME} FROM claims WHERE reading_id = ?", (reading,))
    for claim, start, *same in rows:
        twice.update([tuple(same)] if tuple(same) in found else [])
        found[tuple(same)] = claim, start
    return {same: value for same, value in found.items() if same not in twice}


def _append(
    connection: sqlite3.Connection, claim: str, decided: Decided, shift: int, at: dt.datetime
) -> None:
    why = f"carried over from {decided.claim}, the same sentence of an earlier version"
    words = f"{decided.why} ({why})" if decided.why else why
    changes = json.dumps(_moved(decided.changes, shift), ensure_ascii=False)
    entry = new_entry(connection, at, "decide")
    connection.execute(
        "INSERT INTO decisions (entry, claim, decision, by, why, changes) VALUES (?, ?, ?, ?, ?, ?)",
        (entry, claim, decided.decision.value, decided.by, words, changes),
    )


def _moved(changes: Mapping[str, Any], shift: int) -> dict[str, Any]:
    """Return an edit with its places in the text moved."""
    moved = {
        name: value + shift if name in _PLACES and value is not None else value
        for name, value in changes.items()
    }
    if "terms" in moved:
        moved["terms"] = [_moved(term, shift) for term in moved["terms"]]
    return moved


def carry_claims(connection: sqlite3.Connection, old: int, new: int, entry: int) -> int:
    """Keep in a new reading the claims of the old one that people made or had a word on; return how many.

    Only those that the new reading does not have: rules may change their mind, people's work stays. They
    are marked as added to the reading, by ``entry`` where nothing marked them before.
    """
    columns = ", ".join(CLAIM_COLUMNS)
    last = connection.execute("SELECT max(row_id) FROM claims").fetchone()[0] or 0
    kept = connection.execute(
        f"INSERT INTO claims (reading_id, {columns}, entry) "
        f"SELECT ?, {columns}, coalesce(entry, ?) FROM claims "
        f"WHERE reading_id = ? AND ({_TOUCHED}) AND id NOT IN (SELECT id FROM claims WHERE reading_id = ?)",
        (new, entry, old, new),
    ).rowcount
    connection.execute(f"{FILL} FROM claims WHERE row_id > ?", (last,))
    return kept


def read_the_same(connection: sqlite3.Connection, reading: int, rows: Iterable[tuple[Any, ...]]) -> bool:
    """Return whether a stored reading holds exactly these claims, whatever version of the rules made them."""
    columns = [name for name in CLAIM_COLUMNS if name != "method"]
    places = [CLAIM_COLUMNS.index(name) for name in columns]
    stored = connection.execute(
        f"SELECT {', '.join(columns)} FROM claims WHERE reading_id = ? AND entry IS NULL", (reading,)
    )
    return {*stored} == {tuple(row[place] for place in places) for row in rows}
