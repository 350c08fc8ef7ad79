"""What a record shows by its two clocks: reports, claims, coverage and people in view."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from tracktwo.record.dating import dated, timed
from tracktwo.record.decisions import Decided, decided_claim, decisions_by_claim, outcome
from tracktwo.record.rows import CLAIM_COLUMNS, REPORT_COLUMNS, claim_of, report_of
from tracktwo.record.seats import Seat, among
from tracktwo.vocabulary import Claim, Coverage, CoverageKind, Report, Status
from tracktwo.vocabulary.reading import PersonSeen

_CLAIM_SELECT = ", ".join(f"c.{name}" for name in CLAIM_COLUMNS)
# When somebody coded the claim, null where it came with its reading.
_CODED = "(SELECT e.recorded_at FROM entries e WHERE e.entry = c.entry)"
_REPORT_SELECT = ", ".join(f"r.{name}" for name in REPORT_COLUMNS)
_AT_ONCE = 500  # ids in one statement
_WITHOUT_SEGMENTS = _REPORT_SELECT.replace("r.segments", "'[]'")


def reports(connection: sqlite3.Connection, seats: Sequence[Seat], *, texts: bool = True) -> Iterator[Report]:
    """Yield the reports of ``seats``; without ``texts``, their texts and segments are empty."""
    # Segments are many; a question that needs no text needs none of them.
    text, fields_of = ("t.text", _REPORT_SELECT) if texts else ("''", _WITHOUT_SEGMENTS)
    query = (
        f"SELECT r.report_id, {text}, t.hash, {fields_of} FROM reports r JOIN texts t USING (text_id) WHERE "
    )
    for at in range(0, len(seats), _AT_ONCE):
        some = seats[at : at + _AT_ONCE]
        rows = connection.execute(query + among("r.report_id", [seat.report_id for seat in some]))
        held = {
            report_id: report_of(tuple(fields), body, digest) for report_id, body, digest, *fields in rows
        }
        for seat in some:
            yield dated(held[seat.report_id], seat.dating)


def report(connection: sqlite3.Connection, seat: Seat) -> Report:
    """Return one report with its text and segments."""
    return next(reports(connection, [seat]))


def claims(connection: sqlite3.Connection, entry: int, seats: Iterable[Seat]) -> Iterator[Claim]:
    """Yield every claim of ``seats`` as decided by ``entry``, in text order within each report."""
    decisions = decisions_by_claim(connection, entry)
    for seat in seats:
        yield from claims_of(connection, entry, seat, decisions)


def claims_of(
    connection: sqlite3.Connection, entry: int, seat: Seat, decisions: Mapping[str, list[Decided]]
) -> Iterator[Claim]:
    """Yield the claims of one report in view, as decided by ``decisions``, in text order."""
    rows = connection.execute(
        f"SELECT {_CLAIM_SELECT}, {_CODED} FROM claims c WHERE c.reading_id = ? "
        "AND (c.entry IS NULL OR c.entry <= ?) ORDER BY c.predicate_start, c.actor_start, c.row_id",
        (seat.reading_id, entry),
    )
    for row in rows:
        yield _in_view(row, seat, decisions.get(row[0], []))


def claim(
    connection: sqlite3.Connection, seat: Seat, claim_id: str, decisions: Mapping[str, list[Decided]]
) -> Claim:
    """Return one claim of a report in view, as decided by ``decisions``."""
    row = connection.execute(
        f"SELECT {_CLAIM_SELECT}, {_CODED} FROM claims c WHERE c.reading_id = ? AND c.id = ?",
        (seat.reading_id, claim_id),
    ).fetchone()
    return _in_view(row, seat, decisions.get(claim_id, []))


def claims_by_id(
    connection: sqlite3.Connection,
    seats: Iterable[Seat],
    ids: Iterable[str],
    decisions: Mapping[str, list[Decided]],
) -> Iterator[Claim]:
    """Yield the claims of these ids that stand in ``seats``, in the order of the ids."""
    held = {seat.reading_id: seat for seat in seats}
    wanted = iter(ids)
    while some := tuple(islice(wanted, _AT_ONCE)):
        marks = ", ".join("?" * len(some))
        query = f"SELECT c.reading_id, {_CLAIM_SELECT}, {_CODED} FROM claims c WHERE c.id IN ({marks})"
        rows = {row[1]: row for row in connection.execute(query, some) if row[0] in held}
        for one in some:
            if one in rows:
                reading, *fields = rows[one]
                yield _in_view(tuple(fields), held[reading], decisions.get(one, []))


def _in_view(row: tuple[object, ...], seat: Seat, decisions: list[Decided]) -> Claim:
    date = seat.date
    *fields, coded_at = row
    recorded_at = str(coded_at) if coded_at else seat.recorded_at
    found = claim_of(tuple(fields), seat.key, date.isoformat() if date else None, recorded_at)
    status, changes = outcome(decisions) if decisions else (Status.PROPOSED, {})
    moved = "event_text" in changes and "event_from" not in changes
    if moved:
        found = replace(found, event_text=changes["event_text"])
    found = timed(found, seat.read_date, date, moved=moved)
    if not seat.current:
        status = Status.SUPERSEDED
    if status is Status.PROPOSED and not changes:
        return found
    return decided_claim(found, status, changes)


def coverage(connection: sqlite3.Connection, seats: Sequence[Seat]) -> Iterator[Coverage]:
    """Yield what became of every stretch of ``seats``."""
    for seat in seats:
        rows = connection.execute(
            "SELECT start, end, kind FROM coverage WHERE reading_id = ? ORDER BY start, end, row_id",
            (seat.reading_id,),
        )
        for start, end, kind in rows:
            yield Coverage(seat.key, start, end, CoverageKind(kind))


def people(connection: sqlite3.Connection, seats: Sequence[Seat]) -> Iterator[tuple[str, PersonSeen]]:
    """Yield (report key, person as met there)."""
    for seat in seats:
        rows = connection.execute(
            "SELECT name, role, party, organisation, start, end FROM people WHERE reading_id = ? "
            "ORDER BY row_id",
            (seat.reading_id,),
        )
        for row in rows:
            yield seat.key, PersonSeen(*row)
