"""Nothing is changed; what is forgotten is gone; what is damaged is recognised and rescued."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from tests.record.build import claim, reading, report, some
from tracktwo.errors import (
    NotFoundError,
    RecordBusyError,
    RecordDamagedError,
    RecordError,
    UsageError,
)
from tracktwo.record import Record, rescue
from tracktwo.record.rescuing import TABLES
from tracktwo.vocabulary import Status


@pytest.mark.parametrize("table", TABLES)
def test_rows_can_be_neither_changed_nor_deleted(tmp_path: Path, table: str) -> None:
    path = tmp_path / "r.sqlite"
    some(path, 2)
    with Record.open(path) as record:
        record.set_date("r0", "2024-01-01")
        record.undo_join("j")
        record.label("name", "A. Person", "sensitive")
        record.give_opinion(record.claims()[0].id, "reject")
        made = report("people", "A. Person came.")
        from tracktwo.vocabulary import Reading
        from tracktwo.vocabulary.reading import PersonSeen

        record.add(made, Reading("people", (), (), (PersonSeen("A. Person", None, None, None, 0, 9),)))
        record.forget("r1")
    raw = sqlite3.connect(path)
    column = raw.execute(f"PRAGMA table_info({table})").fetchall()[1][1]
    assert raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
    for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
    raw.close()


def test_what_is_forgotten_is_nowhere_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    secret = "Zebrafish Quarterly"
    kept = report("kept", "They accept it. " * 50)
    made = report("gone", f"They accept {secret} in full. " + "Filler words. " * 500, title=secret)
    one = claim(made, "accept", object=secret, toward=secret)
    with Record.open(path) as record:
        record.add(kept, reading(kept, claim(kept, "accept")))
        record.add(made, reading(made, one))
        record.decide(one.id, "edit", why=f"about {secret}", changes={"condition": f"if {secret}"})
        record.set_date("gone", "2024-01-01", why=secret)
        assert secret.encode() in b"".join(file.read_bytes() for file in tmp_path.iterdir())
        done = record.forget("gone", by="me", why="asked to")
        assert (done.report, done.claims, done.backups) == ("gone", 1, ())
        raw = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        for trace in (secret, "Zebrafish", "zebrafish", "Quarterly", "quarter"):
            assert trace.encode() not in raw
        assert [r.key for r in record.reports()] == ["kept"]
        assert len(record.claims()) == 1
        assert record.search("zebrafish") == frozenset()
        assert len(record.search("accept")) == 1
        assert record.verify() == ()
        with pytest.raises(NotFoundError):
            record.claim(one.id)
        with pytest.raises(RecordError, match="removed for good"):
            record.add(made, reading(made, one))
        # A second time scrubs again; an unknown key is unknown.
        assert record.forget("gone").claims == 0
        with pytest.raises(NotFoundError):
            record.forget("never")
    row = sqlite3.connect(path).execute("SELECT key, hash, by, why FROM tombstones").fetchall()
    assert row == [("gone", made.hash, "me", "asked to")]


def test_forgetting_takes_every_version_and_names_old_copies(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    with Record.open(path) as record:
        for words in ("accept", "reject"):
            made = report("a", f"They {words} it.")
            record.add(made, reading(made, claim(made, words)))
        copy = tmp_path / "r.sqlite.backup-v1"
        shutil.copyfile(path, copy)
        done = record.forget("a")
        assert (done.claims, done.backups) == (2, (str(copy),))
        assert record.claims(include_superseded=True) == ()


def test_forgetting_beside_a_reader_says_that_traces_remain(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    some(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM claims").fetchone()
    with Record.open(path, timeout=0.05) as record:
        with pytest.raises(RecordBusyError):
            record.forget("r0")
        assert record.reports() == ()
        other.execute("COMMIT")
        other.close()
        record.forget("r0")
        assert b"They accept plan 0" not in path.read_bytes()


def test_verify_names_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    some(path)
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER texts_keep")
    raw.execute("UPDATE texts SET text = 'something else'")
    raw.execute("DROP TRIGGER claims_keep")
    raw.execute("UPDATE claims SET act = 'dance' WHERE row_id = 1")
    raw.commit()
    raw.close()
    with Record.open(path) as record:
        found = record.verify()
    assert len(found) == 2
    assert "not the one its hash" in found[0]


@pytest.mark.parametrize("place", [0.3, 0.5, 0.7, 0.9])
def test_a_damaged_record_is_recognised_and_rescued(tmp_path: Path, place: float) -> None:
    path, to = tmp_path / "r.sqlite", tmp_path / "saved.sqlite"
    some(path, 60)
    data = bytearray(path.read_bytes())
    start = int(len(data) * place) // 4096 * 4096
    data[start : start + 8192] = os.urandom(8192)
    path.write_bytes(bytes(data))
    with suppress(RecordDamagedError), Record.open(path) as record:
        assert record.verify() != ()
    before = path.read_bytes()
    done = rescue(path, to)
    assert path.read_bytes() == before
    with Record.open(to) as record:
        assert record.verify() == ()
        assert len(record.claims(include_superseded=True)) <= done.saved["claims"] <= 60
        # Two pages of dozens are gone: most of the record is not.
        assert done.saved["claims"] >= 20
        assert str(done.saved["reports"]) in str(done)


def test_a_record_that_lost_its_list_of_tables_is_rescued(tmp_path: Path) -> None:
    path, to = tmp_path / "r.sqlite", tmp_path / "saved.sqlite"
    some(path, 60)
    data = bytearray(path.read_bytes())
    data[100:4096] = os.urandom(3996)  # the root of the schema
    path.write_bytes(bytes(data))
    done = rescue(path, to)
    assert (done.saved["reports"], done.saved["claims"], done.saved["decisions"]) == (60, 60, 60)
    with Record.open(to) as record:
        assert record.verify() == ()


def test_a_sound_record_is_rescued_whole(tmp_path: Path) -> None:
    path, to = tmp_path / "r.sqlite", tmp_path / "saved.sqlite"
    some(path, 3)
    done = rescue(path, to)
    assert sum(done.lost.values()) == 0
    with Record.open(path) as one, Record.open(to) as other:
        assert one.claims() == other.claims()
        assert one.reports() == other.reports()
        assert other.claims()[0].status is Status.ACCEPTED
        assert other.search("accept") == one.search("accept") != frozenset()
    with pytest.raises(UsageError, match="exists"):
        rescue(path, to)
    with pytest.raises(NotFoundError):
        rescue(tmp_path / "none", tmp_path / "new")


def test_rescue_of_rubbish_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    path, to = tmp_path / "r.sqlite", tmp_path / "saved.sqlite"
    path.write_bytes(b"rubbish " * 1000)
    with pytest.raises(RecordDamagedError, match="nothing could be read"):
        rescue(path, to)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r.sqlite"]
