"""The review queue of a large record: its first rows, and all of it as JSON and CSV.

    python benchmarks/reviewing.py CASE

CASE is a case folder with a record, such as one that holds all bulletins (see bulletin.py). Each is a new
process. Writes reviewing.json and the table in docs/reference/large-records.md.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from processes import Timing, once, timed
from questions import HERE, TRACKTWO, busy_words, load, put_into_page

WAYS = ([], ["--format", "json"], ["--format", "csv"])


def main() -> None:
    """Measure, print, and keep the figures in reviewing.json and on the page."""
    case = Path(sys.argv[1]).resolve()
    once([*TRACKTWO, "meetings"], case)  # links, where nothing is kept
    words = [["review", "--list", *more] for more in WAYS]
    found = [timed(" ".join(one), [*TRACKTWO, *one], case, runs=1) for one in words]
    held: dict[str, Any] = {"load": load(), "timings": [asdict(one) for one in found]}
    (HERE / "reviewing.json").write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    text = f"{table(found)}\n\n{busy_words(held['load'])}"
    put_into_page("review queue", text)
    print(text)


def table(rows: list[Timing]) -> str:
    """Return the rows as a table of a page."""
    lines = ["| command | by the clock | of processor | memory |", "|---|---|---|---|"]
    lines += [f"| `{r.name}` | {r.median_s:.2f} s | {r.cpu_s:.2f} s | {r.peak_mib:.0f} MiB |" for r in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
