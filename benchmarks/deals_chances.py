"""Acceptance, ratification and passing under uncertainty: 4,000 draws x 100,000 packages x 8 actors.

``python benchmarks/deals_chances.py`` prints, and keeps in deals_chances.json, wall and processor time and
peak memory on one and on two threads, beside what this machine's arithmetic allows: the same number of
single-precision comparisons, and of byte additions to count their outcomes, on blocks that stay in cache, and
nothing else. Then whole answers: of 10^30 packages with a body of 101 whose rule nobody reported, and of the
example.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import numpy as np

from tracktwo import deals
from tracktwo.case import ActorValues, Approval, Case, CaseParty, Rule, RuleKind, Span, load
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.constraints import Constraints
from tracktwo.deals.chances.packages import all_packages
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.surveying import BLOCK, survey
from tracktwo.examples import case_folder
from tracktwo.vocabulary import Body, Issue
from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Utilities

DRAWS, ISSUES, OPTIONS = 4000, 5, 10
ACTORS = ("a", "b", "a1", "a2", "a3", "b1", "b2", "b3")
RUNS = 5
HERE = Path(__file__).resolve().parent


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


def beyond_listing() -> Case:
    """Return two parties over 30 issues of ten options, one with a body of 101 of unknown rule."""
    options = ("no change", *(str(n) for n in range(1, 10)))
    issues = {f"i{n}": Issue(f"i{n}", f"i{n}", "", None, options, True) for n in range(30)}

    def values(sign: int, low: float, high: float, spread: float | None = None) -> ActorValues:
        middle = Span(4.0, 6.0) if sign > 0 else Span(-6.0, -4.0)
        held = {"1": Span.point(sign), "5": middle, "9": Span.point(9.0 * sign)}
        return ActorValues(options=dict.fromkeys(issues, held), reservation=Span(low, high), spread=spread)

    return Case(
        "beyond listing",
        parties={
            "a": CaseParty("a", "a"),
            "b": CaseParty("b", "b", ratification=(Approval("house", Rule()),)),
        },
        bodies={"house": Body("house", "house", "b", 101)},
        issues=issues,
        values={"a": values(1, 15, 36), "b": values(-1, -24, -9), "house": values(-1, -24, -15, 3.0)},
    )


def whole_answers() -> dict[str, dict[str, float]]:
    """Time whole answers: of 10^30 packages, and the core of the example."""
    example = load(case_folder() / "case.yaml")
    kept = {}
    for name, case, ask in (
        ("outlook of 10^30 packages", beyond_listing(), deals.outlook),
        ("outlook of the example", example, deals.outlook),
        ("core of the example", example, deals.core),
    ):
        asked = deals.question(case)
        start, used = time.perf_counter(), time.process_time()
        ask(asked)
        kept[name] = {
            "cpu_s": round(time.process_time() - used, 2),
            "wall_s": round(time.perf_counter() - start, 2),
        }
        print(f"{name}: {kept[name]['wall_s']} s, processor {kept[name]['cpu_s']} s")
    return kept


def main() -> None:
    """Measure, print, and keep the figures in deals_chances.json."""
    asked = problem()
    kept: dict[str, dict[str, float]] = {}
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
        kept[f"{DRAWS} x {len(packages)} x {len(ACTORS)}, {threads} threads"] = {
            "median_s": round(sorted(walls)[RUNS // 2], 2),
            "least_s": round(min(walls), 2),
            "cpu_s": round(min(cpus), 2),
            "share_of_limit": round(bound / min(cpus), 2),
        }
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process {peak:.0f} MiB")
    kept["memory"] = {"peak_mib": round(peak)}
    kept |= whole_answers()
    (HERE / "deals_chances.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
