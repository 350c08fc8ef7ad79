"""Reports of odd sizes: ten megabytes in one line, and thousands of short ones in one process.

    python benchmarks/odd_reports.py

Writes odd_reports.json and the table in docs/reference/large-records.md. Linux only: memory is read in /proc.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from made import one_sentence, write_reports
from processes import COMPILED, once
from questions import HERE, TRACKTWO, busy_words, load, put_into_page

MEGABYTES = 10
LINES = {
    "word": "one word",
    "words": "words without a full stop",
    "sentences": "ordinary sentences",
}
SHORT = (300, 1200, 2400)
MANY = """
import sys
from pathlib import Path
from tracktwo import reading, reports

marks = [int(mark) for mark in sys.argv[2:]]
with reports.Spool() as spool:
    for one in reports.iterate([Path(sys.argv[1])]):
        spool.add(one)
    for number, _ in enumerate(reading.read_all(spool), 1):
        if number in marks:
            status = Path("/proc/self/status").read_text()
            print(round(int(status.split("VmHWM:")[1].split()[0]) / 1024))
"""


def main() -> None:
    """Measure, print, and keep the figures in odd_reports.json and on the page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = MEGABYTES * 1_000_000
        (folder / "word.txt").write_text("x" * size, encoding="utf-8")
        (folder / "words.txt").write_text("delegates met in the hall " * (size // 26), encoding="utf-8")
        (folder / "sentences.txt").write_text(sentences(size), encoding="utf-8")
        read = [*TRACKTWO, "read", "--format", "jsonl"]
        long = {one: once([*read, f"{one}.txt"], folder) for one in LINES}
        write_reports(folder / "short", SHORT[-1])
        done = subprocess.run(
            [sys.executable, "-c", MANY, str(folder / "short"), *map(str, SHORT)],
            env=COMPILED,
            capture_output=True,
            text=True,
            check=True,
        )
    peaks = dict(zip(map(str, SHORT), map(int, done.stdout.split()), strict=True))
    held: dict[str, Any] = {"load": load(), "megabytes": MEGABYTES, "short_peak_mib": peaks}
    held["long"] = {name: {"cpu_s": round(cpu, 2), "mib": round(mib)} for name, (_, cpu, mib) in long.items()}
    (HERE / "odd_reports.json").write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    lines = ["| what is read in one process | of processor | memory |", "|---|---|---|"]
    for one, told in LINES.items():
        _, cpu, mib = long[one]
        lines.append(f"| {MEGABYTES} MB in one line, {told} | {cpu:.1f} s | {mib:.0f} MiB |")
    lines += [f"| short reports, the first {number} of them | | {mib} MiB |" for number, mib in peaks.items()]
    text = "\n".join(lines) + f"\n\n{busy_words(held['load'])}"
    put_into_page("odd reports", text)
    print(text)


def sentences(size: int) -> str:
    """Sentences of a negotiation in one line, ``size`` characters or a little more."""
    rolled, told, length = random.Random(1), list[str](), 0
    while length < size:
        told.append(one_sentence(rolled))
        length += len(told[-1]) + 1
    return " ".join(told)


if __name__ == "__main__":
    main()
