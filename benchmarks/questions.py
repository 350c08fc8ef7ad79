"""Questions to a record, timed as whole commands and in a process that runs already; tables of that."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from processes import COMPILED, timed

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "reference" / "large-records.md"
TRACKTWO = [sys.executable, "-m", "tracktwo"]
RUNS = 7


@dataclass(frozen=True, slots=True)
class Asked:
    """Medians over runs, in milliseconds: of new processes (``whole``) and in one process (``answer``).

    ``wall`` is what somebody waits, ``cpu`` processor time, which other programs hardly change.
    """

    question: str
    whole_wall_ms: int
    whole_cpu_ms: int
    answer_wall_ms: int
    answer_cpu_ms: int
    peak_mib: int


def ask(words: Sequence[str], case: Path, runs: int = RUNS) -> Asked:
    """Time one question on the record of a case folder; each median leaves out a first run."""
    whole = timed(" ".join(words), [*TRACKTWO, *words], case, runs=runs)
    done = subprocess.run(
        [sys.executable, str(HERE / "inside.py"), str(runs + 1), *words],
        cwd=case,
        env=COMPILED,
        capture_output=True,
        text=True,
        check=True,
    )
    walls, cpus = zip(*json.loads(done.stdout)[1:], strict=True)
    return Asked(
        " ".join(f'"{word}"' if " " in word else word for word in words),
        round(whole.median_s * 1000),
        round(whole.cpu_s * 1000),
        round(statistics.median(walls) * 1000),
        round(statistics.median(cpus) * 1000),
        round(whole.peak_mib),
    )


def load() -> float:
    """Return how many programs wanted a processor in the last minute: a busy machine's clock says little."""
    return round(os.getloadavg()[0], 1)


def table(rows: Iterable[Asked]) -> str:
    """Return the rows as a table of a page."""
    lines = [
        "| question | whole command: clock, processor | the answer alone: clock, processor | memory |",
        "|---|---|---|---|",
    ]
    for one in rows:
        whole = f"{one.whole_wall_ms} ms, {one.whole_cpu_ms} ms"
        answer = f"{one.answer_wall_ms} ms, {one.answer_cpu_ms} ms"
        lines.append(f"| `{one.question}` | {whole} | {answer} | {one.peak_mib} MiB |")
    return "\n".join(lines)


def busy_words(busy: float) -> str:
    """Return how busy the machine was while it was measured, in a sentence."""
    return (
        f"Programs that wanted a processor in the last minute, on average: {busy:.1f}, of two that there are."
    )


def put_into_page(name: str, text: str) -> None:
    """Write figures between the marks of that name on the page about large records."""
    begin, end = f"<!-- figures: {name} -->", "<!-- end of figures -->"
    page = PAGE.read_text(encoding="utf-8")
    marked = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    PAGE.write_text(marked.sub(lambda _: f"{begin}\n\n{text}\n\n{end}", page, count=1), encoding="utf-8")
