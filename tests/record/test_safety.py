"""Kills, two processes, full disks, read-only, damaged and foreign files; forgetting; migrations."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.record.build import claim, reading, report, some
from tracktwo.errors import (
    NotFoundError,
    RecordBusyError,
    RecordError,
)
from tracktwo.record import Record

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
