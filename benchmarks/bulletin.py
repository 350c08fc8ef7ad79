"""All 639 bulletins in one record: how long each question takes, as a whole command and by itself.

    python benchmarks/bulletin.py [CASE]

CASE is a case folder that holds them already; without one they are read first (about seven minutes). Writes
bulletin.json and the table in docs/reference/large-records.md.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from processes import once
from questions import HERE, TRACKTWO, Asked, ask, load, put_into_page, table

ENB = HERE.parent.parent / "shared" / "data" / "enb"
LOSS = ["--about", "loss and damage"]
QUESTIONS = (
    ["positions"],
    ["positions", "--every", "--actor", "AOSIS", *LOSS],
    ["said", "AOSIS"],
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
START = ["record", "labels"]  # starts, opens the record, and has nothing to tell


def main() -> None:
    """Measure, print, and keep the figures in bulletin.json and on the page."""
    with tempfile.TemporaryDirectory() as name:
        case = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else read(Path(name))
        linking = first_answer(case)
        busy = load()
        found = [ask(words, case) for words in (START, *QUESTIONS)]
        busy = max(busy, load())
    held = {"linking_s": round(linking, 1), "load": busy, "questions": [asdict(one) for one in found]}
    (HERE / "bulletin.json").write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    text = f"{table(found)}\n\n{told(found, linking, busy)}"
    put_into_page("bulletins", text)
    print(text)


def read(folder: Path) -> Path:
    """Read all bulletins into a record."""
    metadata = ["--metadata", str(ENB / "documents.csv")]
    once([*TRACKTWO, "add", str(ENB / "bulletins"), *metadata, "--case", "."], folder)
    return folder


def first_answer(case: Path) -> float:
    """Return the seconds until the first answer, when nothing is kept."""
    for file in (case / "record.sqlite-kept").glob("*"):
        file.unlink()
    start = time.perf_counter()
    once([*TRACKTWO, "meetings"], case)
    return time.perf_counter() - start


def told(found: list[Asked], linking: float, busy: float) -> str:
    """Return what the table comes to."""
    slowest = max(found, key=lambda one: one.whole_wall_ms)
    return (
        f"Slowest as a whole command: `{slowest.question}`, {slowest.whole_wall_ms} ms by the clock and "
        f"{slowest.whole_cpu_ms} ms of processor. The first answer, everything linked anew: {linking:.0f} s. "
        f"Load of the two cores while measuring: up to {busy:g}."
    )


if __name__ == "__main__":
    main()
