"""Ten thousand reports into one record: rate, memory as they grow, and going on after a sudden end.

    python benchmarks/many.py [--made] [--reports 10000] [--jobs 2]

Targets: memory as flat at ten thousand reports as at one thousand; what was acknowledged before ``kill -9``
is in, and nothing of it is read again; the claims are those of an adding that nobody stopped. With
``--made``, and where ../shared/data does not lie beside the project, the reports are made ones. Linux only:
memory is read in /proc. Minutes to an hour, by the machine.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from texts import DATA, made, pieces

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Measure, print, and keep the figures in many.json."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--made", action="store_true")
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        make = made if wanted.made or not DATA.is_dir() else pieces
        folder = make(root / "reports", wanted.reports)
        words = sum(len(path.read_text("utf-8").split()) for path in folder.iterdir())
        marks = [wanted.reports // 10, wanted.reports // 2, wanted.reports]
        whole = Adding(root / "whole", folder, wanted.jobs)
        memory = whole.watched(marks)
        stopped = Adding(root / "stopped", folder, wanted.jobs)
        kept = stopped.killed_at(wanted.reports // 2)
        again = stopped.watched([])
        results = {
            "reports": wanted.reports,
            "words": words,
            "made": make is made,
            "jobs": wanted.jobs,
            "wall_s": round(whole.wall),
            "cpu_s": round(whole.cpu),
            "words_a_second": round(words / whole.wall),
            "words_a_cpu_second": round(words / whole.cpu),
            "peak_mib_at": memory,
            "kept_at_kill": kept,
            "kept_after": stopped.count(),
            "same_claims": whole.digest() == stopped.digest(),
            "record_mib": round((root / "whole" / "record.sqlite").stat().st_size / 2**20),
        }
        assert not again
    (HERE / "many.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(results, indent=1))


class Adding:
    """One ``tracktwo add`` and the record it fills."""

    def __init__(self, case: Path, folder: Path, jobs: int) -> None:
        case.mkdir()
        self.record = case / "record.sqlite"
        self.wall = self.cpu = 0.0
        self.command = [sys.executable, "-m", "tracktwo", "add", str(folder), "--case", str(case)]
        self.command += ["--jobs", str(jobs)]

    def watched(self, marks: list[int]) -> dict[str, int]:
        """Run to the end; the peak resident MiB of all its processes together up to each count of reports."""
        peaks: dict[str, int] = {}
        highest, left = 0.0, list(marks)
        start = time.perf_counter()
        process = self._start()
        while process.poll() is None:
            highest = max(highest, sum(map(_resident, _tree(process.pid))))
            if left and self.count() >= left[0]:
                peaks[str(left.pop(0))] = round(highest)
            time.sleep(0.2)
        if process.returncode not in (0, 1):
            raise RuntimeError(f"add ended with {process.returncode}")
        peaks.update({str(mark): round(highest) for mark in left})
        self.wall, used = time.perf_counter() - start, os.times()
        self.cpu = used.children_user + used.children_system
        return peaks

    def killed_at(self, count: int) -> int:
        """Kill it without warning once ``count`` reports are in; how many are then."""
        process = self._start()
        while self.count() < count:
            if process.poll() is not None:
                raise RuntimeError("it was done before it could be killed")
            time.sleep(0.05)
        process.kill()
        process.wait()
        return self.count()

    def count(self) -> int:
        """How many reports are in the record."""
        return self._ask("SELECT count(*) FROM reports")[0][0] if self.record.exists() else 0

    def digest(self) -> str:
        """Of all claims, whatever the order they came in."""
        rows = self._ask(
            "SELECT id, start, end, act, predicate_start, confidence FROM claims ORDER BY 1, 2, 5"
        )
        return hashlib.sha256(repr(rows).encode()).hexdigest()

    def _ask(self, question: str) -> list[tuple[int, ...]]:
        try:
            with closing(sqlite3.connect(f"file:{self.record}?mode=ro", uri=True, timeout=30)) as base:
                return base.execute(question).fetchall()
        except sqlite3.OperationalError:
            return [(0,)]  # not there yet

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _tree(process: int) -> Iterator[int]:
    yield process
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return


def _resident(process: int) -> float:
    try:
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


if __name__ == "__main__":
    main()
