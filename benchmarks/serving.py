"""The pages of ``tracktwo serve`` on a large record: how long each takes the first time and then.

    python benchmarks/serving.py CASE

CASE is a case folder with a record, such as one that holds all bulletins (see bulletin.py). What it adds up
to is linked before the server starts, as every command does once. Times are those of the server's process;
Linux only: memory is read in /proc. Writes serving.json and the table in docs/reference/large-records.md.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from processes import COMPILED, once
from questions import HERE, TRACKTWO, busy_words, load, put_into_page

PAGES = (
    "/review",
    "/review?page=3",
    "/reports",
    "/people",
    "/meetings",
    "/proposals",
    "/positions",
    "/timeline",
    "/changes",
    "/conflicts",
    "/gaps",
    "/said",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One page: milliseconds by the clock and of processor, first and again; the server's peak MiB then."""

    page: str
    first_wall_ms: int
    first_cpu_ms: int
    again_wall_ms: int
    again_cpu_ms: int
    kb: int
    peak_mib: int


class Serving:
    """A server of a record, and somebody who has come in by the address it shows."""

    def __init__(self, case: Path) -> None:
        command = [*TRACKTWO, "serve", "--no-open", "--case", str(case)]
        self.process = subprocess.Popen(command, env=COMPILED, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        found = None
        while found is None:
            found = re.search(r"(http://\S+)/\?token=(\S+)", self.process.stdout.readline())
        self.address = found[1]
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        self.get(f"/?token={found[2]}")

    def get(self, page: str) -> tuple[int, int, int]:
        """Return milliseconds by the clock and of the server's processor, and the kilobytes of a page."""
        wall, cpu = time.perf_counter(), self.cpu()
        with self.browser.open(self.address + page, timeout=600) as answer:
            size = len(answer.read())
        return round((time.perf_counter() - wall) * 1000), self.cpu() - cpu, round(size / 1000)

    def cpu(self) -> int:
        """Return the milliseconds of processor the server has taken."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return round((int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK"))

    def peak(self) -> int:
        """Return the most memory the server has held, in MiB."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(round(int(line.split()[1]) / 1024) for line in lines if line.startswith("VmHWM:"))

    def end(self) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait()


def main() -> None:
    """Measure, print, and keep the figures in serving.json and on the page."""
    case = Path(sys.argv[1]).resolve()
    once([*TRACKTWO, "meetings"], case)  # links, where nothing is kept
    serving, found = Serving(case), []
    try:
        for page in PAGES:
            (wall, cpu, size), (again, cpu_again, _) = serving.get(page), serving.get(page)
            found.append(Shown(page, wall, cpu, again, cpu_again, size, serving.peak()))
    finally:
        serving.end()
    held: dict[str, Any] = {"load": load(), "pages": [asdict(one) for one in found]}
    (HERE / "serving.json").write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    text = f"{table(found)}\n\n{busy_words(held['load'])}"
    put_into_page("serving", text)
    print(text)


def table(rows: list[Shown]) -> str:
    """Return the rows as a table of a page."""
    head = "| page | first time: by the clock, of processor | again | the server's peak |"
    lines = [head, "|---|---|---|---|"]
    for one in rows:
        first = f"{one.first_wall_ms} ms, {one.first_cpu_ms} ms"
        again = f"{one.again_wall_ms} ms, {one.again_cpu_ms} ms"
        lines.append(f"| `{one.page}` | {first} | {again} | {one.peak_mib} MiB |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
