"""What is opened as a record: what is none is left alone, an older one is brought up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.record.build import some
from tracktwo.errors import (
    NotFoundError,
    RecordDamagedError,
    RecordError,
)
from tracktwo.record import Record, migrate, rescue
from tracktwo.record.connection import connect


def test_no_record_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no record"):
        Record.open(tmp_path / "none.sqlite", create=False)
    with pytest.raises(RecordError, match="folder"):
        Record.open(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(RecordError):
        Record.open(tmp_path / "file" / "r.sqlite")


@pytest.mark.parametrize(
    "content", [b"not a database at all " * 100, b"SQLite format 3\x00" + b"\xff" * 8000]
)
def test_a_file_that_is_no_database_is_recognised_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.sqlite"
    path.write_bytes(content)
    with pytest.raises(RecordDamagedError, match="record rescue"):
        Record.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_recognised_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE mine (a)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(RecordDamagedError, match="another program"):
        Record.open(path)
    assert path.read_bytes() == before
    assert not path.with_name("r.sqlite-wal").exists()


def test_a_newer_programs_record_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    some(path)
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 999")
    other.close()
    with pytest.raises(RecordError, match="newer"):
        Record.open(path)


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    path.touch()
    some(path)


def test_a_migration_keeps_a_copy_and_happens_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.sqlite"
    some(path, 2)
    steps = (
        *migrate.steps(),
        "CREATE TABLE later (a TEXT) STRICT;\nINSERT INTO later VALUES ('one; two');\n",
    )
    monkeypatch.setattr(migrate, "steps", lambda: steps)
    with pytest.raises(RecordError, match="brought up to date"):
        Record.open(path, read_only=True)
    for _ in range(2):
        with Record.open(path) as record:
            assert len(record.claims()) == 2
            assert record._connection.execute("SELECT a FROM later").fetchall() == [("one; two",)]
    copies = list(tmp_path.glob("*.backup-*"))
    assert [copy.name for copy in copies] == [f"r.sqlite.backup-v{len(steps) - 1}"]
    monkeypatch.setattr(migrate, "steps", lambda: steps[:-1])
    with Record.open(copies[0]) as old:
        assert len(old.claims()) == 2


def test_a_record_of_the_first_shape_is_brought_up_with_all_its_decisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.sqlite"
    steps = migrate.steps()
    monkeypatch.setattr(migrate, "steps", lambda: steps[:1])
    connect(path, create=True, read_only=False, timeout=1.0).close()
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO entries VALUES (1, '2024-01-01T00:00:00.000000Z', 'decide')")
    raw.execute("INSERT INTO decisions VALUES (1, 1, 'c', 'accept', 'me', 'because', '{}')")
    raw.commit()
    raw.close()
    saved = tmp_path / "saved.sqlite"
    monkeypatch.setattr(migrate, "steps", lambda: steps)
    rescue(path, saved)
    for one in (saved, path):
        with Record.open(one) as record:
            assert [(d.decision.value, d.by, d.why) for d in record.history("c")] == [
                ("accept", "me", "because")
            ]
            assert record.verify() == ()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.sqlite"
    some(path)
    good = migrate.steps()
    monkeypatch.setattr(migrate, "steps", lambda: (*good, "CREATE TABLE later (a);\nSELECT nonsense;\n"))
    with pytest.raises(RecordError, match="refused"):
        Record.open(path)
    monkeypatch.setattr(migrate, "steps", lambda: good)
    with Record.open(path) as record:
        assert len(record.claims()) == 1
        assert not record._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'later'").fetchall()
