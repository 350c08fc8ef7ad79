"""Frontier and solutions of deal spaces too large to list, beside NegMAS where it is installed.

``python benchmarks/deals.py [--negmas PYTHON]`` prints the median and the least of several runs on one core,
and keeps them in deals.json. With the path of a Python that has NegMAS, the same utilities are given to it in
the same run (README.md says how to get one).
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tracktwo import deals
from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Utilities

CASES = {
    "2 x 10^6 (6 issues of 10)": (2, 6, 10),
    "3 x 10^5 (5 issues of 10)": (3, 5, 10),
    "2 parties, 50 issues of 10": (2, 50, 10),
}
LARGE = (10, 20, 5)


def utilities(parties: int, issues: int, options: int, seed: int = 0) -> Utilities:
    """Draw part-worths as negotiation domains have them: random values, random weights that sum to 1."""
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.ones(issues), parties)
    worths = rng.random((parties, issues, options))
    worths /= worths.max(axis=2, keepdims=True)
    space = DealSpace(
        tuple(DealIssue(f"i{n}", tuple(f"v{k}" for k in range(options))) for n in range(issues))
    )
    parts = (weights[:, :, None] * worths).reshape(1, parties, -1)
    names = tuple(f"p{n}" for n in range(parties))
    return Utilities(space, names, parts, np.zeros((1, parties)))


def clock(run: Callable[[], object], seconds: float = 1.0) -> tuple[float, float]:
    """Return the median and the least time of a call in milliseconds."""
    run()
    times: list[float] = []
    while sum(times) < seconds or len(times) < 3:
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3, min(times) * 1e3


HERE = Path(__file__).resolve().parent


def main() -> None:
    """Measure, print, and keep the figures in deals.json."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--negmas", help="a Python that has NegMAS")
    negmas = parser.parse_args().negmas
    kept: dict[str, dict[str, object]] = {}
    for name, (parties, issues, options) in CASES.items():
        one = utilities(parties, issues, options)
        median, least = clock(lambda one=one: deals.solve(one))
        size = len(deals.solve(one).frontier)
        print(f"{name:32} frontier {size:6}  median {median:9.3f} ms  least {least:9.3f} ms", flush=True)
        kept[name] = {"frontier": size, "median_ms": round(median, 3), "least_ms": round(least, 3)}
        if negmas and issues < 10:
            kept[name]["negmas"] = told = beside(negmas, one)
            print(f"{'':32} NegMAS: {told}", flush=True)
    from tracktwo.deals import search

    one = utilities(*LARGE)
    for solution in ("nash", "kalai_smorodinsky", "egalitarian", "max_welfare"):
        start, used = time.perf_counter(), time.process_time()
        search.search_one(one, solution)
        cpu, wall = time.process_time() - used, time.perf_counter() - start
        name = f"10 parties, 20 issues of 5: {solution}"
        kept[name] = {"cpu_s": round(cpu, 3), "wall_s": round(wall, 3)}
        print(f"{name:50} {cpu:7.3f} s of processor, {wall:7.3f} s in all", flush=True)
    (HERE / "deals.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def beside(python: str, one: Utilities) -> str:
    """Let NegMAS solve the same utilities in its own process; return what it says."""
    sizes = one.space.sizes
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "utilities.json"
        path.write_text(json.dumps({"sizes": sizes, "parts": one.part_worths[0].tolist()}), encoding="utf-8")
        done = subprocess.run(
            [python, str(Path(__file__).with_name("deals_negmas.py")), str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
    return done.stdout.strip() or done.stderr.strip()[-300:]


if __name__ == "__main__":
    sys.exit(main())
