"""What a question reads of reports: only what it needs, and only of those it tells of."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.build import claim, reading, report
from tracktwo.record import Record
from tracktwo.record.seats import seats

HEADER = {"segments", "title", "publisher", "language", "media_type", "path", "story", "notes", "metadata"}
SAID = "Norland supported the quota."
OTHERS = 12


def filled(path: Path) -> Record:
    """One report in which Norland speaks, and others in which somebody else does."""
    record = Record.open(path)
    record.keep_from = 1_000_000
    for number in range(OTHERS):
        text = f"Sudland {number} opposed the quota."
        other = report(f"other-{number}", text, f"2021-03-{number + 1:02}")
        record.add(other, reading(other, claim(other, "opposed", f"Sudland {number}")))
    one = report("one", SAID, "2021-03-05")
    record.add(one, reading(one, claim(one, "supported", "Norland")))
    return record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "record.sqlite") as held:
        yield held


def spoil(record: Record, table: str, column: str, key: str) -> None:
    """Write nonsense where a view that looks there must fail."""
    connection = sqlite3.connect(record.path)
    connection.execute(f"DROP TRIGGER {table}_keep")
    connection.execute(f"UPDATE {table} SET {column} = 'nonsense' WHERE key <> ?", (key,))
    connection.commit()
    connection.close()


@pytest.mark.parametrize("column", ["date", "segments", "notes", "metadata", "date_basis"])
def test_said_reads_no_report_but_those_it_tells_of(record: Record, column: str) -> None:
    spoil(record, "reports", column, key="one")
    with pytest.raises(ValueError, match=r"nonsense|Expecting"):
        record.reports()
    assert [found.quote for found in record.said("Norland").claims] == [SAID]


def test_said_reads_no_header_at_all(record: Record) -> None:
    read: set[tuple[str, str]] = set()

    def note(action: int, table: str | None, column: str | None, *_: str | None) -> int:
        if action == sqlite3.SQLITE_READ:
            read.add((table or "", column or ""))
        return sqlite3.SQLITE_OK

    record._connection.set_authorizer(note)
    heard = record.said("Norland")
    record._connection.set_authorizer(None)
    assert heard.total == 1
    assert ("claims", "quote") in read
    assert not {column for table, column in read if table == "reports"} & HEADER
    assert not {column for table, column in read if table == "texts"}


def test_a_claim_is_shown_though_other_reports_cannot_be_read(record: Record) -> None:
    (wanted,) = record.said("Norland").claims
    spoil(record, "reports", "notes", key="one")
    found, of = record.claim_with_report(wanted.id[:10])
    assert (found, of.text) == (wanted, SAID)


def test_the_newest_date_needs_no_texts(record: Record) -> None:
    spoil(record, "reports", "segments", key="one")
    assert record.newest_date() == dt.date(2021, 3, OTHERS)


@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_some_seats_are_those_of_all_seats(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Versions, texts under several keys, dates given and taken back: a part of a view is a part of it."""
    path = tmp_path_factory.mktemp("seats") / "record.sqlite"
    days = st.sampled_from([None, "2020-01-01", "2020-01-02", "2020-01-03"])
    with Record.open(path) as record:
        for _ in range(data.draw(st.integers(1, 7))):
            key, text = (
                data.draw(st.sampled_from("ab")),
                data.draw(st.sampled_from(["One.", "Two.", "Three."])),
            )
            one = report(key, text, data.draw(days))
            record.add(one, reading(one))
            if data.draw(st.booleans()):
                record.set_date(key, data.draw(days))
        connection = record._connection
        entry = data.draw(st.integers(1, record.state))
        as_of = data.draw(st.sampled_from([None, dt.date(2020, 1, 2)]))
        superseded = data.draw(st.booleans())
        every = seats(connection, entry, as_of, superseded=superseded)
        known = [row[0] for row in connection.execute("SELECT reading_id FROM readings")]
        of = set(data.draw(st.lists(st.sampled_from(known))))
        some = seats(connection, entry, as_of, superseded=superseded, of=of)
        assert some == tuple(seat for seat in every if seat.reading_id in of)
