"""Acceptance, ratification and passing under uncertainty: 4,000 draws x 100,000 packages x 8 actors.

``python benchmarks/deals_chances.py`` prints wall and processor time and peak memory on one and on two
threads, beside what this machine's arithmetic allows: the same number of single-precision comparisons, and of
byte additions to count their outcomes, on blocks that stay in cache, with nothing else done.
"""

from __future__ import annotations

import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import numpy as np

from tracktwo.case import Approval, Case, CaseParty, Rule, RuleKind
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.constraints import Constraints
from tracktwo.deals.chances.packages import all_packages
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.surveying import BLOCK, survey
from tracktwo.vocabulary import Body, Issue
from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Utilities

DRAWS, ISSUES, OPTIONS = 4000, 5, 10
ACTORS = ("a", "b", "a1", "a2", "a3", "b1", "b2", "b3")
RUNS = 5


def problem(seed: int = 0) -> Problem:
    """Return two parties, each with a body of three: one decides by majority, one by two thirds."""
    rng = np.random.default_rng(seed)
    options = tuple(f"o{k}" for k in range(OPTIONS))
    space = DealSpace(tuple(DealIssue(f"i{n}", options) for n in range(ISSUES)))
    tendency = rng.normal(size=(1, len(ACTORS), space.parts))
    worths = tendency + 0.5 * rng.normal(size=(DRAWS, len(ACTORS), space.parts))
    floors = rng.normal(size=(DRAWS, len(ACTORS)))
    rules = {"a": Rule(RuleKind.MAJORITY), "b": Rule(RuleKind.QUOTA, quota=Fraction(2, 3))}
    case = Case(
        "benchmark",
        parties={
            key: CaseParty(key, key, ratification=(Approval(f"{key}-body", rule),))
            for key, rule in rules.items()
        },
        bodies={
            f"{key}-body": Body(f"{key}-body", key, key, members=tuple(f"{key}{n}" for n in (1, 2, 3)))
            for key in rules
        },
        issues={i.name: Issue(i.name, i.name, "", None, i.options, True) for i in space.issues},
    )
    return of_case(case, Utilities(space, ACTORS, worths, floors, basis="judgement"))


def allowed(cells: int, threads: int) -> float:
    """Return the processor seconds needed for nothing but comparing and counting so many cells."""
    rows, width = 128, BLOCK // 128
    rng = np.random.default_rng(0)
    right, missing = (rng.random(n, dtype=np.float32) for n in (width, rows))

    def work(repeats: int) -> None:
        yes = np.empty((rows, width), dtype=np.bool_)
        total = np.zeros((rows, width), dtype=np.uint8)
        for _ in range(repeats):
            np.greater(right[None, :], missing[:, None], out=yes)
            np.add(total, yes.view(np.uint8), out=total)

    repeats = 1000
    work(50)
    start = time.process_time()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, [repeats // threads] * threads))
    return (time.process_time() - start) * cells / (repeats * BLOCK)


def main() -> None:
    """Measure and print."""
    asked = problem()
    packages = all_packages([np.arange(OPTIONS)] * ISSUES, Constraints(()))
    cells = DRAWS * len(packages) * len(ACTORS)
    print(f"{DRAWS:,} draws x {len(packages):,} packages x {len(ACTORS)} actors = {cells:.2g} cells")
    for threads in (1, 2):
        walls, cpus = [], []
        for _ in range(RUNS):
            start, used = time.perf_counter(), time.process_time()
            survey(asked, packages, threads=threads)
            walls.append(time.perf_counter() - start)
            cpus.append(time.process_time() - used)
        bound = allowed(cells, threads)
        wall = f"median {sorted(walls)[RUNS // 2]:.2f} s, least {min(walls):.2f} s"
        limit = f"comparing and counting alone {bound:.2f} s, {bound / min(cpus):.0%} of that limit reached"
        print(f"{threads} thread(s): {wall}; processor {min(cpus):.2f} s, {limit}")
    print(f"peak memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    sys.exit(main())
