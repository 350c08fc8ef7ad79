"""Combinations that contradict one another, by trying every package and in spaces too large for that."""

from __future__ import annotations

import itertools
import random
import time

import numpy as np
import pytest

from tracktwo.deals.chances import constraints as module
from tracktwo.deals.chances.constraints import Constraint, Constraints, contradiction
from tracktwo.deals.chances.linear import possible


def some(rng: random.Random, sizes: list[int]) -> Constraint:
    def when(most: int) -> tuple[tuple[int, frozenset[int]], ...]:
        chosen = rng.sample(range(len(sizes)), rng.randint(0, min(most, len(sizes))))
        return tuple((i, frozenset(rng.sample(range(sizes[i]), rng.randint(1, sizes[i])))) for i in chosen)

    if_, then = when(2), when(2)
    return Constraint(if_, then if if_ else then or ((0, frozenset({0})),), f"rule {rng.random()}")


@pytest.mark.parametrize("tries", [5000, 0])
def test_contradictions_are_found_where_no_package_is_left_and_all_named_are_needed(
    tries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "TRIES", tries)
    rng, found = random.Random(tries), 0
    for _ in range(80):
        sizes = [rng.randint(1, 3) for _ in range(rng.randint(1, 4))]
        kept = [np.arange(size) for size in sizes]
        rules = Constraints(tuple(some(rng, sizes) for _ in range(rng.randint(1, 7))))
        every = np.array(list(itertools.product(*map(range, sizes))))
        left = bool(rules.allow(every).any())
        told = contradiction(rules, kept)
        assert (told is None) == left == possible(kept, rules)
        if told is None:
            continue
        found += 1
        named = [rule for rule in rules.of if rule.words in told]
        assert not Constraints(tuple(named)).allow(every).any()
        for rule in named:
            assert Constraints(tuple(r for r in named if r is not rule)).allow(every).any()
    assert 10 < found < 70


def test_a_contradiction_at_the_end_of_a_huge_space_is_found_at_once() -> None:
    """Trying option by option from the front would take 10^28 steps."""
    kept = [np.arange(10)] * 30
    changes = Constraint(tuple((n, frozenset({0})) for n in range(30)), (), "a deal changes something")
    free = [Constraint(((n, frozenset({1})),), ((n + 1, frozenset({2, 3})),), f"free {n}") for n in range(27)]
    against = [
        Constraint((), ((28, frozenset({4, 5})),), "one"),
        Constraint(((28, frozenset({4, 5})),), ((29, frozenset({6})),), "two"),
        Constraint(((29, frozenset({6})),), (), "three"),
    ]
    start = time.process_time()
    assert contradiction(Constraints((changes, *free, *against)), kept) == ("one", "two", "three")
    assert contradiction(Constraints((changes, *free, *against[:2])), kept) is None
    assert time.process_time() - start < 20
