"""One very large report: how time and memory grow with its length, for plain text and for mangled text.

    python benchmarks/large_report.py [--megabytes 10]

Each text is read at a quarter, a half and the whole of the length, in a process of its own; in proportion
means twice the seconds and twice the memory above an empty process each time. Processor time; five minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from made import one_sentence

HERE = Path(__file__).resolve().parent
_LOST = {"o": "0", "l": "1", "e": "c", "m": "rn", " ": "", "i": "ı", ".": ",", "h": "li"}


def _row(rolled: random.Random) -> str:
    text = one_sentence(rolled)
    return f"| {rolled.randrange(9999)} | {text[:40]} | {text[40:80]} |\n"


def _mail(rolled: random.Random) -> str:
    return f"{'> ' * rolled.randrange(1, 6)}{one_sentence(rolled)}\n"


def _noise(rolled: random.Random) -> str:
    return "".join(_LOST.get(c, c) if rolled.random() < 0.12 else c for c in f"{one_sentence(rolled)} ")


# What a text is made of, piece by piece, until it is long enough.
KINDS: dict[str, Callable[[random.Random], str]] = {
    "sentences in one line": lambda rolled: f"{one_sentence(rolled)} ",
    "one table": _row,
    "quoted e-mail": _mail,
    "misread scans": _noise,
    "speakers' turns": lambda rolled: f"MR BREMER: {one_sentence(rolled)}\n\n",
    "brackets, quotation marks, commas": lambda rolled: rolled.choice(
        ("(", "[", "“", "‘", '"', ",", ")", "a ")
    ),
    "line breaks": lambda _: "\n",
}


def main() -> None:
    """Measure, print, and keep the figures in large_report.json."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--one", nargs=2, metavar=("KIND", "CHARACTERS"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.one:
        print(json.dumps(measured(wanted.one[0], int(wanted.one[1]))))
        return
    rows = []
    for kind in KINDS:
        for part in (4, 2, 1):
            length = round(wanted.megabytes * 1_000_000 / part)
            command = [sys.executable, __file__, "--one", kind, str(length)]
            rows.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
            print(
                "{kind:34} {characters:>10,} {seconds:8.1f} s {mib:6} MiB {claims:>9,} claims".format(
                    **rows[-1]
                )
            )
    (HERE / "large_report.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def text_of(kind: str, length: int) -> str:
    """Plain sentences, so that it is English, and then the kind."""
    rolled = random.Random(1)
    plain = " ".join(one_sentence(rolled) for _ in range(12)) + "\n\n"
    pieces, size = [plain], 0
    while size < length:
        pieces.append(KINDS[kind](rolled))
        size += len(pieces[-1])
    return "".join(pieces)


def measured(kind: str, length: int) -> dict[str, str | int | float]:
    """From file to claims in this process; the memory is what its peak gained."""
    from tracktwo import reading, reports

    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name) / "small.txt", Path(name) / "large.txt"
        small.write_text(text_of("sentences in one line", 1_000), encoding="utf-8")
        large.write_text(text_of(kind, length), encoding="utf-8")
        reading.read(reports.load(small))  # the model and the word lists
        before, start = _peak(), time.process_time()
        found = reading.read(reports.load(large))
        seconds = round(time.process_time() - start, 1)
    return {
        "kind": kind,
        "characters": length,
        "seconds": seconds,
        "mib": round(_peak() - before),
        "claims": len(found.claims),
    }


def _peak() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
