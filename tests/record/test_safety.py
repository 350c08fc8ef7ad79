"""Kills, two processes, full disks, read-only, damaged and foreign files; forgetting; migrations."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.record.build import claim, reading, report
from tracktwo.errors import (
    NotFoundError,
    RecordBusyError,
    RecordDamagedError,
    RecordError,
    UsageError,
)
from tracktwo.record import Record, migrate, rescue
from tracktwo.record.connection import connect
from tracktwo.record.rescuing import TABLES
from tracktwo.vocabulary import Status

ROOT = Path(__file__).resolve().parents[2]

ADDING = """
import sys
from tests.record.build import claim, reading, report
from tracktwo.record import Record
with Record.open(sys.argv[1]) as record:
    for number in range(int(sys.argv[2]), 10**6):
        made = report(f"r{number}", f"They accept plan {number}, and again: " + "they accept. " * 400)
        claims = [claim(made, "accept", span=(0, 20 + n)) for n in range(200)]
        from dataclasses import replace
        claims = [replace(c, id=f"{c.id}-{n}") for n, c in enumerate(claims)]
        record.add(made, reading(made, *claims))
        print(number, flush=True)
"""


def process(path: Path, start: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, str(path), str(start)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
    )


def some(path: Path, number: int = 1) -> None:
    with Record.open(path) as record:
        for n in range(number):
            made = report(f"r{n}", f"They accept plan {n}. " + "Nothing else was said. " * 20)
            record.add(made, reading(made, claim(made, "accept")))
            record.decide(claim(made, "accept").id, "accept")


@pytest.mark.parametrize("wait", [0.0, 0.004, 0.011, 0.023])
def test_a_kill_in_the_middle_leaves_whole_reports(tmp_path: Path, wait: float) -> None:
    path = tmp_path / "r.sqlite"
    child = process(path)
    assert child.stdout is not None
    acknowledged = [int(child.stdout.readline()) for _ in range(3)]
    time.sleep(wait)
    child.send_signal(signal.SIGKILL)
    acknowledged += [int(line) for line in child.stdout.read().split()]
    child.wait()
    child.stdout.close()
    with Record.open(path) as record:
        assert record.verify() == ()
        keys = {r.key for r in record.reports()}
        assert keys >= {f"r{number}" for number in acknowledged}
        counts = dict.fromkeys(keys, 0)
        for one in record.claims():
            counts[one.report] += 1
        assert set(counts.values()) == {200}
        made = report("after", "They accept it.")
        assert record.add(made, reading(made, claim(made, "accept"))).new


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    children = [process(path, 0), process(path, 1000)]
    acknowledged = []
    for _ in range(5):
        acknowledged += [int(child.stdout.readline()) for child in children if child.stdout]
    for child in children:
        child.kill()
        assert child.stdout is not None
        child.stdout.close()
        child.wait()
    with Record.open(path) as record:
        assert {f"r{number}" for number in acknowledged} <= {r.key for r in record.reports()}
        assert record.verify() == ()


def test_a_record_somebody_else_is_writing_is_busy_and_then_is_not(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    some(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    made = report("new", "They accept it.")
    with Record.open(path, timeout=0.05) as record:
        assert len(record.reports()) == 1
        with pytest.raises(RecordBusyError, match="another process"):
            record.add(made, reading(made))
        other.execute("ROLLBACK")
        assert record.add(made, reading(made)).new
    other.close()


def test_a_full_disk_loses_nothing_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    some(path, 3)
    with Record.open(path) as record:
        pages = record._connection.execute("PRAGMA page_count").fetchone()[0]
        record._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        made = report("big", "They accept it. " * 5000)
        with pytest.raises(RecordError, match="disk is full") as caught:
            record.add(made, reading(made, claim(made, "accept")))
        assert "everything before it is" in str(caught.value)
        assert len(record.reports()) == 3
    with Record.open(path) as record:
        assert [r.key for r in record.reports()] == ["r0", "r1", "r2"]
        assert record.verify() == ()


def test_a_file_size_limit_is_told_clearly(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    code = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))\n"
        "from tracktwo.errors import RecordError\n"
        "sys.argv = ['x', sys.argv[1], '0']\n"
        f"source = {ADDING!r}\n"
        "try:\n    exec(source)\n"
        "except RecordError as error:\n    print('told:', error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
        timeout=50,
    )
    *numbers, told = done.stdout.splitlines()
    assert told.startswith("told:"), done.stderr
    assert "disk" in told
    assert numbers
    with Record.open(path) as record:
        assert {f"r{n}" for n in numbers} <= {r.key for r in record.reports()}
        assert record.verify() == ()


def test_a_read_only_record_answers_and_refuses_to_write(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    some(path)
    made = report("new", "They accept it.")
    with Record.open(path, read_only=True) as record:
        assert len(record.claims()) == 1
        assert record.verify() == ()
        with pytest.raises(RecordError, match="read-only"):
            record.add(made, reading(made))
    with pytest.raises(NotFoundError):
        Record.open(tmp_path / "none.sqlite", read_only=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_file_answers_and_refuses_to_write(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "r.sqlite"
    some(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    made = report("new", "They accept it.")
    try:
        with Record.open(path) as record:
            assert len(record.claims()) == 1
            with pytest.raises(RecordError, match="read-only"):
                record.add(made, reading(made))
    finally:
        path.parent.chmod(0o755)


AS_NOBODY = """
import os, sys
from pathlib import Path
from tests.record.build import reading, report
from tracktwo.errors import RecordError
from tracktwo.record import Record

made = report("new", "They accept it.")
for path in map(Path, sys.argv[1:]):
    with Record.open(path) as record:
        assert len(record.claims()) == 1
        try:
            record.add(made, reading(made))
        except RecordError as error:
            print(error)
    # The first file may be written: everything is loaded by then that nobody could not load.
    os.setuid(65534)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_file_that_its_user_may_only_read_refuses_to_be_written(tmp_path: Path) -> None:
    first = tmp_path / "first.sqlite"
    some(first)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.sqlite"
        some(path)
        Path(folder).chmod(0o755)
        path.chmod(0o644)
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(first), str(path)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "read-only" in done.stdout
    assert "r.sqlite" in done.stdout
    assert "first.sqlite" not in done.stdout


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
