"""Adding a report and its reading: all of it, or nothing, and nothing twice."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass

from tracktwo.errors import RecordError
from tracktwo.record.carrying import carry_claims, carry_decisions, latest_reading, read_the_same
from tracktwo.record.clock import new_entry
from tracktwo.record.dating import dated, datings
from tracktwo.record.rows import CLAIM_COLUMNS, REPORT_COLUMNS, claim_row, report_of, report_row
from tracktwo.record.search import FILL
from tracktwo.vocabulary import DateBasis, Reading, Report

_SLOTS = ", ".join("?" * (len(CLAIM_COLUMNS) + 1))
_INSERT_CLAIM = f"INSERT INTO claims (reading_id, {', '.join(CLAIM_COLUMNS)}) VALUES ({_SLOTS})"
_INSERT_REPORT = (
    f"INSERT INTO reports (entry, text_id, {', '.join(REPORT_COLUMNS)}) "
    f"VALUES ({', '.join('?' * (len(REPORT_COLUMNS) + 2))})"
)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a report did.

    ``new`` says whether a text came in; ``claims`` counts the claims now held for it; ``supersedes`` says
    whether an older text under the same key gave way; ``same_as`` names the report that already carries
    the same text; ``dated`` says whether a date given this time was appended; ``carried`` counts decisions
    that were carried over to sentences the new version left as they were.
    """

    new: bool
    claims: int
    supersedes: bool = False
    same_as: str | None = None
    dated: bool = False
    carried: int = 0


def append(
    connection: sqlite3.Connection, report: Report, reading: Reading, at: dt.datetime, by: str
) -> Added:
    """Append ``report``; the caller holds the write lock and has checked the quotes."""
    known = again(connection, report, at, by)
    if known is not None:
        return known
    entry = new_entry(connection, at, "add")
    before = connection.execute("SELECT 1 FROM reports WHERE key = ? LIMIT 1", (report.key,)).fetchone()
    read_before = latest_reading(connection, report.key)
    text_id = _insert(
        connection,
        "INSERT INTO texts (entry, hash, text) VALUES (?, ?, ?)",
        (entry, report.hash, report.text),
    )
    _insert(connection, _INSERT_REPORT, (entry, text_id, *report_row(report)))
    read_now = _append_reading(connection, entry, text_id, report, reading)
    carried = 0 if read_before is None else carry_decisions(connection, read_before, read_now, at)
    return Added(new=True, claims=len(reading.claims), supersedes=before is not None, carried=carried)


def append_again(
    connection: sqlite3.Connection, text_id: int, report: Report, reading: Reading, at: dt.datetime
) -> int | None:
    """Append another reading of a stored text; return how many claims of people were kept beside it.

    Null, and nothing is appended, where it reads as the one held.
    """
    held = connection.execute("SELECT max(reading_id) FROM readings WHERE text_id = ?", (text_id,)).fetchone()
    if read_the_same(connection, held[0], map(claim_row, reading.claims)):
        return None
    entry = new_entry(connection, at, "read again")
    made = _append_reading(connection, entry, text_id, report, reading)
    return carry_claims(connection, held[0], made, entry)


def again(connection: sqlite3.Connection, report: Report, at: dt.datetime, by: str) -> Added | None:
    """Note that a known text came again; None when the text is not known.

    Raises
    ------
    RecordError
        When the text was forgotten.
    """
    buried = connection.execute(
        "SELECT recorded_at FROM tombstones JOIN entries USING (entry) WHERE hash = ? LIMIT 1", (report.hash,)
    ).fetchone()
    if buried is not None:
        raise RecordError(
            "this text was removed for good and does not come back",
            where=report.key,
            why=f"forgotten on {buried[0][:10]}",
        )
    now_under_key = connection.execute(
        "SELECT report_id, text_id FROM reports WHERE key = ? ORDER BY report_id DESC LIMIT 1", (report.key,)
    ).fetchone()
    known = connection.execute("SELECT text_id FROM texts WHERE hash = ?", (report.hash,)).fetchone()
    if known is None:
        return None
    return _again(connection, report, int(known[0]), now_under_key, at, by)


def _again(
    connection: sqlite3.Connection,
    report: Report,
    text_id: int,
    now_under_key: tuple[int, int] | None,
    at: dt.datetime,
    by: str,
) -> Added:
    held = connection.execute(
        "SELECT count(*) FROM claims WHERE reading_id = "
        "(SELECT max(reading_id) FROM readings WHERE text_id = ?)",
        (text_id,),
    ).fetchone()[0]
    if now_under_key is not None and now_under_key[1] == text_id:
        return Added(new=False, claims=held, dated=_date_again(connection, report, now_under_key[0], at, by))
    other = connection.execute(
        "SELECT key FROM reports r WHERE text_id = ? AND key <> ? AND report_id = "
        "(SELECT max(report_id) FROM reports WHERE key = r.key) ORDER BY report_id LIMIT 1",
        (text_id, report.key),
    ).fetchone()
    entry = new_entry(connection, at, "add")
    _insert(connection, _INSERT_REPORT, (entry, text_id, *report_row(report)))
    # The same text under another key tells nothing new; an older text that returns under its own key does.
    return Added(
        new=other is None,
        claims=held,
        supersedes=now_under_key is not None,
        same_as=other[0] if other else None,
    )


def _date_again(
    connection: sqlite3.Connection, report: Report, report_id: int, at: dt.datetime, by: str
) -> bool:
    if report.date is None or report.date_basis not in (DateBasis.GIVEN, DateBasis.METADATA):
        return False
    row = connection.execute(
        f"SELECT {', '.join(REPORT_COLUMNS)} FROM reports WHERE report_id = ?", (report_id,)
    ).fetchone()
    entry = connection.execute("SELECT max(entry) FROM entries").fetchone()[0]
    seen = dated(report_of(row, "", ""), datings(connection, entry).get(report.key))
    if seen.date == report.date or (seen.date and report.date_basis is DateBasis.METADATA):
        return False
    append_date(connection, (report.key, report.date, report.date_basis), at, by, "given while adding")
    return True


def append_date(
    connection: sqlite3.Connection,
    dating: tuple[str, dt.date | None, DateBasis],
    at: dt.datetime,
    by: str,
    why: str,
) -> None:
    """Append a date (or null, to take given dates back) for a report key."""
    key, date, basis = dating
    entry = new_entry(connection, at, "date")
    connection.execute(
        "INSERT INTO dates (entry, key, date, basis, by, why) VALUES (?, ?, ?, ?, ?, ?)",
        (entry, key, date.isoformat() if date else None, basis.value, by, why),
    )


def _append_reading(
    connection: sqlite3.Connection, entry: int, text_id: int, report: Report, reading: Reading
) -> int:
    reading_id = _insert(
        connection,
        "INSERT INTO readings (entry, text_id, read_date) VALUES (?, ?, ?)",
        (entry, text_id, report.date.isoformat() if report.date else None),
    )
    connection.executemany(_INSERT_CLAIM, ((reading_id, *claim_row(claim)) for claim in reading.claims))
    connection.execute(
        f"{FILL} FROM claims WHERE reading_id = ?",
        (reading_id,),
    )
    connection.executemany(
        "INSERT INTO coverage (reading_id, start, end, kind) VALUES (?, ?, ?, ?)",
        ((reading_id, c.start, c.end, c.kind.value) for c in reading.coverage),
    )
    connection.executemany(
        "INSERT INTO people (reading_id, name, role, party, organisation, start, end) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((reading_id, p.name, p.role, p.party, p.organisation, p.start, p.end) for p in reading.people),
    )
    return reading_id


def _insert(connection: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> int:
    return int(connection.execute(statement, values).lastrowid or 0)
