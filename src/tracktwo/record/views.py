"""What a record shows by its two clocks: reports, claims, coverage and people in view."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from tracktwo.record.dating import dated, datings, timed
from tracktwo.record.decisions import Decided, decided_claim, decisions_by_claim, outcome
from tracktwo.record.rows import CLAIM_COLUMNS, REPORT_COLUMNS, claim_of, report_of, segments_of
from tracktwo.vocabulary import Claim, Coverage, CoverageKind, Report, Status
from tracktwo.vocabulary.reading import PersonSeen

_CLAIM_SELECT = ", ".join(f"c.{name}" for name in CLAIM_COLUMNS)
# When somebody coded the claim, null where it came with its reading.
_CODED = "(SELECT e.recorded_at FROM entries e WHERE e.entry = c.entry)"
_REPORT_SELECT = ", ".join(f"r.{name}" for name in REPORT_COLUMNS)
_AT_ONCE = 500  # ids in one statement
_WITHOUT_SEGMENTS = _REPORT_SELECT.replace("r.segments", "'[]'")


@dataclass(frozen=True, slots=True)
class Held:
    """A report in view and the reading its claims come from.

    ``current`` is False for a version that a later one under the same key has superseded; ``aliases`` are
    other keys that carry the same text; ``read_date`` is the report's date as the reader knew it.
    """

    report: Report
    text_id: int
    reading_id: int
    read_date: dt.date | None
    recorded_at: str
    current: bool = True
    aliases: tuple[str, ...] = ()


def held(
    connection: sqlite3.Connection,
    entry: int,
    as_of: dt.date | None = None,
    *,
    texts: bool = True,
    superseded: bool = False,
) -> tuple[Held, ...]:
    """Return the reports in view: dated ones in order of date, then undated ones, each in order of key.

    Parameters
    ----------
    connection : sqlite3.Connection
    entry : int
        The last entry that counts as known.
    as_of : date, optional
        Only what had been reported by this day; undated reports are in no dated view.
    texts : bool
        Whether to load the texts and their segments (else they are empty).
    superseded : bool
        Whether to include versions that later ones have replaced.
    """
    given = datings(connection, entry)
    found = []
    for item in _versions(connection, entry, texts):
        if not (item.current or superseded):
            continue
        report = dated(item.report, given.get(item.report.key))
        if as_of is not None and (report.date is None or report.date > as_of):
            continue
        found.append(item if report is item.report else replace(item, report=report))
    return tuple(sorted(found, key=_order))


def _order(item: Held) -> tuple[bool, dt.date, str, int]:
    date = item.report.date
    return (date is None, date or dt.date.min, item.report.key, item.text_id)


def _versions(connection: sqlite3.Connection, entry: int, texts: bool) -> Iterator[Held]:
    # Segments are many; a question that needs no text needs none of them.
    text, fields_of = ("t.text", _REPORT_SELECT) if texts else ("''", _WITHOUT_SEGMENTS)
    rows = connection.execute(
        f"SELECT r.report_id, r.text_id, t.hash, {text}, {fields_of} "
        "FROM reports r JOIN texts t USING (text_id) WHERE r.entry <= ? ORDER BY r.report_id",
        (entry,),
    ).fetchall()
    readings = _readings(connection, entry)
    latest = {row[4]: row[0] for row in rows}
    # A text is shown under the first key that still carries it, or did last when none does.
    shown: dict[int, tuple[bool, int]] = {}
    keys: dict[int, list[str]] = {}
    for report_id, text_id, _, _, key, *_ in rows:
        current = latest[key] == report_id
        if current:
            keys.setdefault(text_id, []).append(key)
        before = shown.get(text_id)
        if before is None or not before[0]:
            shown[text_id] = (current, report_id)
    for report_id, text_id, digest, body, *fields in rows:
        current, chosen = shown[text_id]
        if chosen != report_id or text_id not in readings:
            continue
        reading_id, read_date, recorded_at = readings[text_id]
        aliases = tuple(key for key in keys.get(text_id, []) if key != fields[0])
        report = report_of(tuple(fields), body, digest)
        yield Held(report, text_id, reading_id, read_date, recorded_at, current, aliases)


def whole(connection: sqlite3.Connection, item: Held) -> Report:
    """Return the report of ``item`` with its text and segments, where they were not loaded."""
    text, segments = connection.execute(
        "SELECT t.text, r.segments FROM reports r JOIN texts t USING (text_id) WHERE text_id = ? LIMIT 1",
        (item.text_id,),
    ).fetchone()
    return replace(item.report, text=text, segments=segments_of(segments))


def _readings(connection: sqlite3.Connection, entry: int) -> dict[int, tuple[int, dt.date | None, str]]:
    rows = connection.execute(
        "SELECT text_id, reading_id, read_date, recorded_at FROM readings JOIN entries USING (entry) "
        "WHERE entry <= ? ORDER BY reading_id",
        (entry,),
    )
    return {
        text_id: (reading_id, dt.date.fromisoformat(read_date) if read_date else None, recorded_at)
        for text_id, reading_id, read_date, recorded_at in rows
    }


def claims(connection: sqlite3.Connection, entry: int, reports: Iterable[Held]) -> Iterator[Claim]:
    """Yield every claim of ``reports`` as decided by ``entry``, in text order within each report."""
    decisions = decisions_by_claim(connection, entry)
    for item in reports:
        yield from claims_of(connection, entry, item, decisions)


def claims_of(
    connection: sqlite3.Connection, entry: int, item: Held, decisions: Mapping[str, list[Decided]]
) -> Iterator[Claim]:
    """Yield the claims of one report in view, as decided by ``decisions``, in text order."""
    rows = connection.execute(
        f"SELECT {_CLAIM_SELECT}, {_CODED} FROM claims c WHERE c.reading_id = ? "
        "AND (c.entry IS NULL OR c.entry <= ?) ORDER BY c.predicate_start, c.actor_start, c.row_id",
        (item.reading_id, entry),
    )
    for row in rows:
        yield _in_view(row, item, decisions.get(row[0], []))


def claim(
    connection: sqlite3.Connection, item: Held, claim_id: str, decisions: Mapping[str, list[Decided]]
) -> Claim:
    """Return one claim of a report in view, as decided by ``decisions``."""
    row = connection.execute(
        f"SELECT {_CLAIM_SELECT}, {_CODED} FROM claims c WHERE c.reading_id = ? AND c.id = ?",
        (item.reading_id, claim_id),
    ).fetchone()
    return _in_view(row, item, decisions.get(claim_id, []))


def claims_by_id(
    connection: sqlite3.Connection,
    reports: Iterable[Held],
    ids: Iterable[str],
    decisions: Mapping[str, list[Decided]],
) -> Iterator[Claim]:
    """Yield the claims of these ids that stand in ``reports``, in the order of the ids."""
    held = {item.reading_id: item for item in reports}
    wanted = iter(ids)
    while some := tuple(islice(wanted, _AT_ONCE)):
        marks = ", ".join("?" * len(some))
        query = f"SELECT c.reading_id, {_CLAIM_SELECT}, {_CODED} FROM claims c WHERE c.id IN ({marks})"
        rows = {row[1]: row for row in connection.execute(query, some) if row[0] in held}
        for one in some:
            if one in rows:
                reading, *fields = rows[one]
                yield _in_view(tuple(fields), held[reading], decisions.get(one, []))


def _in_view(row: tuple[object, ...], item: Held, decisions: list[Decided]) -> Claim:
    date = item.report.date
    *fields, coded_at = row
    recorded_at = str(coded_at) if coded_at else item.recorded_at
    found = claim_of(tuple(fields), item.report.key, date.isoformat() if date else None, recorded_at)
    status, changes = outcome(decisions) if decisions else (Status.PROPOSED, {})
    moved = "event_text" in changes and "event_from" not in changes
    if moved:
        found = replace(found, event_text=changes["event_text"])
    found = timed(found, item.read_date, date, moved=moved)
    if not item.current:
        status = Status.SUPERSEDED
    if status is Status.PROPOSED and not changes:
        return found
    return decided_claim(found, status, changes)


def coverage(connection: sqlite3.Connection, reports: tuple[Held, ...]) -> Iterator[Coverage]:
    """Yield what became of every stretch of ``reports``."""
    for item in reports:
        rows = connection.execute(
            "SELECT start, end, kind FROM coverage WHERE reading_id = ? ORDER BY start, end, row_id",
            (item.reading_id,),
        )
        for start, end, kind in rows:
            yield Coverage(item.report.key, start, end, CoverageKind(kind))


def people(connection: sqlite3.Connection, reports: tuple[Held, ...]) -> Iterator[tuple[str, PersonSeen]]:
    """Yield (report key, person as met there)."""
    for item in reports:
        rows = connection.execute(
            "SELECT name, role, party, organisation, start, end FROM people WHERE reading_id = ? "
            "ORDER BY row_id",
            (item.reading_id,),
        )
        for row in rows:
            yield item.report.key, PersonSeen(*row)
