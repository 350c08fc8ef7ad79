"""Reports of odd sizes: ten megabytes in one line, mangled text as it grows, thousands of short reports.

    python benchmarks/odd_reports.py

What grows is read at a quarter, a half and the whole of its length, each in a process of its own: in
proportion means twice the seconds for twice the length. Processor time; five minutes. Writes odd_reports.json
and the table in docs/reference/large-records.md. Linux only: memory is read in /proc.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from made import one_sentence, write_reports
from processes import COMPILED, once
from questions import HERE, TRACKTWO, busy_words, load, put_into_page

Piece = Callable[[random.Random], str]

READ = [*TRACKTWO, "read", "--format", "jsonl"]
LONG, GROWN = 10_000_000, (250_000, 500_000, 1_000_000)
LINES: dict[str, Piece] = {
    "one line, one word": lambda _: "x" * 1000,
    "one line, words without a full stop": lambda _: "delegates met in the hall ",
    "one line, ordinary sentences": lambda rolled: f"{one_sentence(rolled)} ",
}
MANGLED: dict[str, Piece] = {
    "one table": lambda rolled: row(one_sentence(rolled), rolled.randrange(9999)),
    "quoted e-mail": lambda rolled: f"{'> ' * rolled.randrange(1, 6)}{one_sentence(rolled)}\n",
    "misread scans": lambda rolled: misread(one_sentence(rolled), rolled) + " ",
    "speakers' turns": lambda rolled: f"MR BREMER: {one_sentence(rolled)}\n\n",
    "brackets, quotation marks, commas": lambda rolled: rolled.choice('([“‘",)a '),
    "line breaks": lambda _: "\n" * 100,
}
LOST = {"o": "0", "l": "1", "e": "c", "m": "rn", " ": "", "i": "ı", ".": ",", "h": "li"}
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
        long = [reading_of(kind, piece, LONG, folder) for kind, piece in LINES.items()]
        grown = [reading_of(kind, piece, size, folder) for kind, piece in MANGLED.items() for size in GROWN]
        peaks = short_reports(folder)
    busy = load()
    held = {"load": busy, "long": long, "grown": grown, "short_peak_mib": peaks}
    (HERE / "odd_reports.json").write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    lines = [
        "| what is read in one process | megabytes | of processor | memory |",
        "|---|---|---|---|",
        *("| {kind} | {megabytes:g} | {cpu_s:.1f} s | {mib} MiB |".format(**one) for one in (*long, *grown)),
        *(f"| short reports, the first {number} of them | | | {mib} MiB |" for number, mib in peaks.items()),
    ]
    text = "\n".join(lines) + f"\n\n{busy_words(busy)}"
    put_into_page("odd reports", text)
    print(text)


def reading_of(kind: str, piece: Piece, size: int, folder: Path) -> dict[str, Any]:
    """Read a text of a kind, ``size`` characters or a little more, as a whole command.

    What is mangled begins with plain sentences, so that it is English.
    """
    rolled = random.Random(1)
    told = [" ".join(one_sentence(rolled) for _ in range(12)) + "\n\n"] if kind in MANGLED else []
    length = sum(map(len, told))
    while length < size:
        told.append(piece(rolled))
        length += len(told[-1])
    (folder / "odd.txt").write_text("".join(told), encoding="utf-8")
    _, cpu, mib = once([*READ, "odd.txt"], folder)
    return {"kind": kind, "megabytes": size / 1_000_000, "cpu_s": round(cpu, 1), "mib": round(mib)}


def short_reports(folder: Path) -> dict[str, int]:
    """The peak in MiB of one process that has read so many short reports."""
    write_reports(folder / "short", SHORT[-1])
    done = subprocess.run(
        [sys.executable, "-c", MANY, str(folder / "short"), *map(str, SHORT)],
        env=COMPILED,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(map(str, SHORT), map(int, done.stdout.split()), strict=True))


def row(text: str, number: int) -> str:
    """A row of a table that cuts a sentence into its cells."""
    return f"| {number} | {text[:40]} | {text[40:80]} |\n"


def misread(text: str, rolled: random.Random) -> str:
    """The text as a scanner might have it: every eighth letter another one, or none."""
    return "".join(LOST.get(letter, letter) if rolled.random() < 0.12 else letter for letter in text)


if __name__ == "__main__":
    main()
