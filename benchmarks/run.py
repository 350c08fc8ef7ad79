"""Time and memory of the commands, beside what no command that reads can undercut."""

from __future__ import annotations

import json
import platform
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from processes import Timing, timed
from tracktwo.examples import example_folder

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent.parent / "shared" / "data" / "seeds"
PYTHON = sys.executable
TRACKTWO = [PYTHON, "-m", "tracktwo"]
RECORD = ("record.sqlite", "record.sqlite-wal", "record.sqlite-shm")


def main() -> None:
    """Measure, print, and keep the figures in results.json."""
    with tempfile.TemporaryDirectory() as name:
        timings = measure(Path(name))
    results = {
        "machine": {"python": platform.python_version(), "system": platform.system(), "cores_used": 1},
        "timings": [asdict(timing) for timing in timings],
    }
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(f"{'what':44} {'median s':>9} {'min':>7} {'max':>7} {'MiB':>7}")
    for t in timings:
        print(f"{t.name:44} {t.median_s:9.3f} {t.min_s:7.3f} {t.max_s:7.3f} {t.peak_mib:7.1f}")


def measure(folder: Path) -> list[Timing]:
    """Return all timings, yardsticks first."""
    labour = folder / "labour"
    shutil.copytree(example_folder("labour"), labour)
    timings = [
        timed("python starts", [PYTHON, "-c", "pass"], folder),
        timed("spaCy imported, parser loaded", [PYTHON, "-c", LOAD], folder),
        timed("tracktwo --help", [*TRACKTWO, "--help"], folder),
        timed("brief, labour example, cold", [*TRACKTWO, "brief", "labour"], folder, fresh=RECORD),
        timed("positions, labour example", [*TRACKTWO, "positions"], folder),
    ]
    if SEEDS.is_dir():
        timings.append(
            timed("brief, two founding reports, cold", [*TRACKTWO, "brief", str(SEEDS)], folder, fresh=RECORD)
        )
    return timings + [growth(folder, labour, copies) for copies in (10, 100)]


def growth(folder: Path, source: Path, copies: int) -> Timing:
    """Time ``add`` over many reports, each made different by a line of its own."""
    many = folder / f"many{copies}"
    many.mkdir()
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(source.iterdir())
        if path.suffix in (".txt", ".md")
    ]
    for number in range(copies):
        text = f"{texts[number % len(texts)]}\n\nVarnland proposed option {number}.\n"
        (many / f"{number:04}.md").write_text(text, encoding="utf-8")
    command = [*TRACKTWO, "add", many.name]
    return timed(f"add, {copies} reports, cold", command, folder, runs=3, fresh=RECORD)


LOAD = "from tracktwo.reading.english import load_parser; load_parser()"

if __name__ == "__main__":
    main()
