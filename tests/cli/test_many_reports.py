"""Many reports on the command line: --jobs, a bar with rate and time left, Ctrl-C and sudden ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import Terminal

COUNT = 120


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(COUNT):
        lines = [
            f"Norway proposed a pause of {n + k} days. Kenya rejected offer {k} again." for k in range(6)
        ]
        (folder / f"{n:03}.txt").write_text(" ".join(lines))
    return folder


def test_the_lines_are_the_same_however_many_read(run: Run, many: Path) -> None:
    one, two = (run("read", str(many), "--format", "jsonl", "--jobs", jobs) for jobs in ("1", "2"))
    assert (one.returncode, two.returncode, two.stderr) == (0, 0, "")
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) > COUNT


@pytest.mark.parametrize("jobs", ["0", "many"])
def test_jobs_must_be_a_number_of_processes(run: Run, many: Path, jobs: str) -> None:
    done = run("read", str(many), "--jobs", jobs)
    assert done.returncode == 2
    assert "--jobs" in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_under_the_bar_keeps_what_is_in_and_goes_on(
    run: Run, many: Path, tmp_path: Path, jobs: str
) -> None:
    with Terminal(tmp_path, "add", "many", "--jobs", jobs) as terminal:
        terminal.expect("reading")
        terminal.expect("/s")
        terminal.expect("0:0")  # time left
        children = _children(terminal.process.pid) if Path("/proc").is_dir() else []
        os.killpg(terminal.process.pid, signal.SIGINT)
        terminal.expect("every report that was acknowledged is kept")
        assert terminal.ended() == 130
    assert len(children) >= (2 if jobs == "2" and Path("/proc").is_dir() else 0)
    assert not _left(children)
    done = run("add", "many")
    assert done.returncode == 0
    told = re.match(r"(\d+) reports added with \d+ claims, (\d+) already there", done.stdout)
    assert told
    assert int(told[1]) + int(told[2]) == COUNT
    assert int(told[2]) > 0


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_helpers_end_when_the_command_is_killed(many: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tracktwo", "add", "many", "--jobs", "2"]
    process = subprocess.Popen(
        command, cwd=tmp_path, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + 30
        while len(children := _children(process.pid)) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        assert len(children) >= 2
    finally:
        process.kill()
        process.wait()
    assert not _left(children)


def _children(parent: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(path.parent.name))
    return found


def _left(children: list[int]) -> list[int]:
    """Those of some processes that do not end by themselves; each is given time to see that it is alone."""
    until = time.monotonic() + 30
    while any(map(_alive, children)) and time.monotonic() < until:
        time.sleep(0.05)
    return [child for child in children if _alive(child)]


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
