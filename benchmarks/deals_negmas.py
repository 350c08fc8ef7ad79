"""Run by ``deals.py`` in a Python that has NegMAS: NegMAS's own functions on the same utilities."""

from __future__ import annotations

import json
import sys
import time
import warnings
from pathlib import Path

warnings.simplefilter("ignore")

from negmas.outcomes import make_issue, make_os  # noqa: E402
from negmas.preferences import LinearAdditiveUtilityFunction as Linear  # noqa: E402
from negmas.preferences import kalai_points, ks_points, nash_points, pareto_frontier  # noqa: E402


def main() -> None:
    """Print the times of the frontier and of the points on it."""
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    issues = [make_issue(list(range(size)), f"i{n}") for n, size in enumerate(given["sizes"])]
    space = make_os(issues)
    functions = [utility(parts, given["sizes"], space) for parts in given["parts"]]
    start = time.perf_counter()
    outcomes = list(space.enumerate_or_sample())
    utils, _ = pareto_frontier(functions, outcomes=outcomes, sort_by_welfare=True)
    frontier = time.perf_counter() - start
    for points in (nash_points, kalai_points, ks_points):
        points(functions, utils, outcome_space=space)
    total = time.perf_counter() - start
    print(
        f"frontier of {len(utils)}: {frontier * 1e3:.1f} ms, with points {total * 1e3:.1f} ms;",
        sampler(functions),
    )


def utility(parts: list[float], sizes: list[int], space: object) -> Linear:
    """Return one linear additive utility function."""
    tables, at = [], 0
    for size in sizes:
        tables.append(dict(enumerate(parts[at : at + size])))
        at += size
    return Linear(values=tables, weights=[1.0] * len(sizes), outcome_space=space, reserved_value=0.0)


def sampler(functions: list[Linear]) -> str:
    """Time the sampler of approximate frontiers, where this version has it."""
    if len(functions) != 2:
        return "IPSParetoSampler knows two parties only"
    try:
        from negmas.preferences import IPSParetoSampler
    except ImportError:
        return "no IPSParetoSampler in this version"
    try:
        made = IPSParetoSampler(precision=12)
        start = time.perf_counter()
        made.init(functions[0], functions[1])
        return f"IPSParetoSampler, precision 12: {(time.perf_counter() - start) * 1e3:.2f} ms"
    except Exception as error:
        return f"IPSParetoSampler: {type(error).__name__}: {error}"


if __name__ == "__main__":
    main()
