"""Claims that people make: a team's own coding of a stored report, and what is split off a claim."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tracktwo.errors import UsageError
from tracktwo.record.clock import new_entry
from tracktwo.record.decisions import decided_claim
from tracktwo.record.rows import CLAIM_COLUMNS, claim_row
from tracktwo.record.search import FILL
from tracktwo.vocabulary import Claim, Status

_INSERT = (
    f"INSERT INTO claims (reading_id, {', '.join(CLAIM_COLUMNS)}, entry) "
    f"VALUES ({', '.join('?' * (len(CLAIM_COLUMNS) + 2))})"
)


def append_coded(
    connection: sqlite3.Connection, reading_id: int, claims: Sequence[Claim], at: dt.datetime
) -> tuple[str, ...]:
    """Append claims to a reading under an entry of their own; return the ids of those not held before."""
    known = "SELECT 1 FROM claims WHERE reading_id = ? AND id = ?"
    fresh = {
        claim.id: claim
        for claim in claims
        if not connection.execute(known, (reading_id, claim.id)).fetchone()
    }
    if not fresh:
        return ()
    entry = new_entry(connection, at, "code")
    connection.executemany(_INSERT, ((reading_id, *claim_row(one), entry) for one in fresh.values()))
    connection.execute(f"{FILL} FROM claims WHERE entry = ?", (entry,))
    return tuple(fresh)


def split_off(claim: Claim, changes: Mapping[str, Any]) -> Claim:
    """Return what ``changes`` make of a second claim in the same words.

    Parameters
    ----------
    claim : Claim
        As it stands.
    changes : mapping
        As `decisions.checked_changes` returns them.

    Raises
    ------
    UsageError
        When nothing would differ from the claim.
    """
    made = decided_claim(claim, Status.PROPOSED, changes)
    if made == replace(claim, status=Status.PROPOSED):
        raise UsageError("what is split off must differ from the claim", where=claim.id)
    words = json.dumps([claim.id, changes], sort_keys=True, ensure_ascii=False)
    name = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()[:16]
    return replace(made, id=name, method=f"split:{claim.id}", confidence=1.0, flags=())
