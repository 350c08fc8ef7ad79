"""Frontier and solutions of thousands of small cases, against listing every deal: ties, duplicates, zeros,
negatives.
"""

from __future__ import annotations

import random
from functools import partial
from math import prod
from typing import Any

import numpy as np
import pytest

from tests.deals.helpers import all_vectors, efficient, make, rational
from tracktwo import deals
from tracktwo.deals import search
from tracktwo.deals.analysis import Convention
from tracktwo.deals.coalitions import Rule, core

KINDS = {
    "small integers": lambda r: r.randint(-3, 3),
    "zeros and ones": lambda r: r.randint(0, 1),
    "one decimal": lambda r: r.randint(-10, 10) / 10,
    "thirds": lambda r: r.randint(-3, 6) / 3,
    "any": lambda r: r.uniform(-1, 1),
}


def random_case(r: random.Random, kind: str) -> tuple[list[list[list[float]]], list[float]]:
    parties = r.choice((1, 2, 2, 3, 4))
    issues = [
        [[KINDS[kind](r) for _ in range(parties)] for _ in range(r.randint(1, 4))]
        for _ in range(r.randint(1, 4))
    ]
    if r.random() < 0.3:
        issues[0].append(list(issues[0][0]))
    return issues, [KINDS[kind](r) if r.random() < 0.5 else 0.0 for _ in range(parties)]


@pytest.mark.parametrize("kind", KINDS)
def test_frontier_and_solutions_are_those_of_listing(kind: str) -> None:
    r = random.Random(kind)
    for _ in range(420):
        issues, floor = random_case(r, kind)
        cap = r.choice((None, None, 1.0))
        utilities = make(issues, floor, () if cap is None else (cap,) * len(floor))
        vectors = [tuple(round(u, 9) + 0.0 for u in v) for v in all_vectors(issues, cap)]
        ours = deals.analyse(utilities)
        assert ours.outcomes == len(vectors)
        assert ours.frontier is not None
        expected = efficient(vectors)
        found = np.array(sorted(d.utilities for d in ours.frontier))
        assert len(found) == len(expected)
        assert np.abs(found - np.array(sorted(expected))).max() < 2e-9
        check_solutions(ours, sorted(expected), [round(f, 9) for f in floor])


@pytest.mark.parametrize("kind", ["small integers", "zeros and ones", "one decimal"])
def test_the_core_is_that_of_comparing_every_deal_with_every_other(kind: str) -> None:
    r = random.Random(kind)
    sizes = set()
    for _ in range(150):
        issues, floor = random_case(r, kind)
        parties = len(floor)
        every = np.rint(np.array(all_vectors(issues, None)) * 10).astype(np.int64)
        vetoes = frozenset(r.sample(range(parties), r.randint(0, parties // 2)))
        for rule in (None, Rule((1,) * parties, r.randint(1, parties), vetoes)):
            ours = deals.analyse(make(issues, floor, ()), Convention(rule=rule))
            assert ours.core.size == len(core(every, rule or Rule.unanimity(parties)))
            sizes.add(ours.core.size)
    assert len(sizes) > 5


def check_solutions(ours: deals.Analysis, frontier: list[tuple[float, ...]], floor: list[float]) -> None:
    good = rational(frontier, [f - 1e-9 for f in floor])
    if not good:
        assert ours.nash is ours.kalai_smorodinsky is ours.egalitarian is ours.max_welfare is None
        return
    assert ours.nash is not None
    assert ours.kalai_smorodinsky is not None
    assert ours.egalitarian is not None
    assert ours.max_welfare is not None

    def gains(v: tuple[float, ...]) -> list[float]:
        return [max(round(a - b, 7), 0.0) for a, b in zip(v, floor, strict=True)]

    assert prod(gains(ours.nash.utilities)) == pytest.approx(max(prod(gains(v)) for v in good), rel=1e-5)
    assert sum(ours.max_welfare.utilities) == pytest.approx(max(map(sum, good)), abs=1e-7)
    best = max(sorted(gains(v)) for v in good)
    assert sorted(gains(ours.egalitarian.utilities)) == pytest.approx(best, abs=3e-7)
    ideal = [max(v[i] for v in frontier) - floor[i] for i in range(len(floor))]

    def spread(v: tuple[float, ...]) -> float:
        ratios = [g / i for g, i in zip(gains(v), ideal, strict=True) if i > 1e-8]
        return max(ratios) - min(ratios) if ratios else 0.0

    assert spread(ours.kalai_smorodinsky.utilities) == pytest.approx(min(map(spread, good)), abs=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_branch_and_bound_finds_what_listing_finds(kind: str) -> None:
    r = random.Random(kind)
    for _ in range(40):
        issues, floor = random_case(r, kind)
        utilities = make(issues, floor)
        listed = deals.analyse(utilities, Convention(ratios="maximin"))
        for name in search.NAMES:
            expected = getattr(listed, name)
            package = search.search_one(utilities, name)
            assert (package is None) == (expected is None), name
            if package is None or expected is None:
                continue
            offsets = np.array(utilities.space.offsets)
            found = utilities.part_worths[0][:, package + offsets].sum(axis=1)
            gains = np.maximum(np.round(found - floor, 9), 0)
            theirs = np.maximum(np.round(np.array(expected.utilities) - floor, 9), 0)
            score: Any = {
                "nash": lambda g: g.prod(),
                "max_welfare": lambda g: g.sum(),
                "egalitarian": lambda g: g.min(),
                "kalai_smorodinsky": partial(ratio, utilities=utilities, floor=floor),
            }[name]
            assert score(gains) == pytest.approx(score(theirs), abs=1e-7), name


def ratio(gains: np.ndarray, utilities: object, floor: list[float]) -> float:
    parts = np.split(utilities.part_worths[0], utilities.space.offsets[1:], axis=1)  # type: ignore[attr-defined]
    ideal = sum(part.max(axis=1) for part in parts) - np.array(floor)
    able = ideal > 1e-9
    return float((gains[able] / ideal[able]).min()) if able.any() else 0.0
