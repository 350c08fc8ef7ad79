"""A team's own coding of many claims: how fast `import jsonl` and `import csv` store it, and in what memory.

    python benchmarks/coding.py [CLAIMS]

The claims are those of record.py, as rows that name their quotes; they are stored in batches, each told once
it is on the disk. Prints one JSON object and keeps it in coding.json.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from questions import HERE, load
from record import PER_REPORT, material
from tracktwo.interop import coding_files
from tracktwo.record import Record
from tracktwo.vocabulary import Claim, Reading, Report

COLUMNS = ("report", "quote", "act", "actor", "object", "start", "end")


def main() -> None:
    """Measure, print, and keep the figures in coding.json."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    found = {"claims": wanted} | {style: measured(style, wanted) for style in ("jsonl", "csv")}
    found |= {"peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "load": load()}
    (HERE / "coding.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=1))


def measured(style: str, wanted: int) -> dict[str, int]:
    """Return how many claims a second are stored, by the clock and of processor."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"team.{style}"
        with Record.open(Path(name) / "record.sqlite") as record:
            for _ in record.add_all(texts(path, wanted)):
                pass
            wall, cpu = time.perf_counter(), time.process_time()
            done = coding_files.take(record, path)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    assert done.new + done.known == wanted
    return {"claims_a_second": round(wanted / wall), "claims_a_cpu_second": round(wanted / cpu)}


def texts(path: Path, wanted: int) -> Iterator[tuple[Report, Reading]]:
    """Yield the reports without any claim, and write those into a coding."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        if path.suffix == ".csv":
            rows.writerow(COLUMNS)
        for number in range(wanted // PER_REPORT):
            report, reading = material(number)
            for claim in reading.claims:
                if path.suffix == ".csv":
                    rows.writerow(row(claim).values())
                else:
                    file.write(json.dumps(row(claim)) + "\n")
            yield report, replace(reading, claims=())


def row(claim: Claim) -> dict[str, object]:
    """Return a claim as a coder writes it."""
    values = (claim.report, claim.quote, claim.act.value, claim.actor, claim.object, claim.start, claim.end)
    return dict(zip(COLUMNS, values, strict=True))


if __name__ == "__main__":
    main()
