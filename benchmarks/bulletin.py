"""All 639 bulletins in one record: how long each question takes, as a whole process and without its start.

    python benchmarks/bulletin.py [CASE]

CASE is a case folder that holds them already; without one they are read first (about seven minutes). Each
question is a new process, start-up included; beside it stands what any command takes to start.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from processes import Timing, timed

HERE = Path(__file__).resolve().parent
ENB = HERE.parent.parent / "shared" / "data" / "enb"
TRACKTWO = [sys.executable, "-m", "tracktwo"]
LOSS = ["--about", "loss and damage"]
QUESTIONS = (
    ["positions"],
    ["positions", "--every", "--actor", "AOSIS", *LOSS],
    ["said", "Saudi Arabia", "--about", "response measures"],
    ["pair", "Saudi Arabia", "AOSIS"],
    ["pair", "US", "Japan", "--years"],
    ["proposals"],
    ["timeline"],
    ["changes", "--since", "2014-12-01"],
    ["conflicts"],
    ["gaps"],
    ["who-was-not-there"],
    ["meetings"],
    ["positions", "--format", "csv"],
    ["positions", "--format", "json"],
)


def main() -> None:
    """Measure, print, and keep the figures in bulletin.json."""
    with tempfile.TemporaryDirectory() as name:
        case = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else read(Path(name))
        linking = first_answer(case)
        timings = measure(case)
    start, *answers = timings
    held = {"linking_s": round(linking, 1), "timings": [asdict(timing) for timing in timings]}
    (HERE / "bulletin.json").write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    print(f"first answer, everything linked anew: {linking:.1f} s; then:")
    print(f"{'question':62} {'whole s':>8} {'less start':>10} {'cpu s':>6} {'MiB':>7}")
    for one in timings:
        less = one.median_s - start.median_s
        print(f"{one.name:62} {one.median_s:8.3f} {less:10.3f} {one.cpu_s:6.3f} {one.peak_mib:7.1f}")
    slowest = max(answers, key=lambda one: one.median_s)
    wall, cpu = slowest.median_s * 1000, slowest.cpu_s * 1000
    print(f"slowest: {slowest.name}, {wall:.0f} ms, {cpu:.0f} of processor")


def read(folder: Path) -> Path:
    """Read all bulletins into a record."""
    done = timed(
        "add, 639 bulletins",
        [*TRACKTWO, "add", str(ENB / "bulletins"), "--metadata", str(ENB / "documents.csv"), "--case", "."],
        folder,
        runs=0,
    )
    print(done.name)
    return folder


def first_answer(case: Path) -> float:
    """Return the seconds until the first answer, when nothing is kept."""
    for file in (case / "record.sqlite-kept").glob("*"):
        file.unlink()
    start = time.perf_counter()
    timed("first", [*TRACKTWO, "meetings"], case, runs=0)
    return time.perf_counter() - start


def measure(case: Path) -> list[Timing]:
    """Return the timings, first that of starting and parsing a command that answers nothing."""
    start = timed("start: labels of the record", [*TRACKTWO, "record", "labels"], case)
    return [start, *(timed(" ".join(words), [*TRACKTWO, *words], case) for words in QUESTIONS)]


if __name__ == "__main__":
    main()
