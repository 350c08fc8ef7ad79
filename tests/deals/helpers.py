"""Small deal spaces and brute force over them, in exact integers."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Utilities

Vector = tuple[float, ...]


def make(
    issues: Sequence[Sequence[Sequence[float]]],
    reservations: Sequence[float] | None = None,
    caps: tuple[float | None, ...] = (),
) -> Utilities:
    """Return utilities from issues -> options -> worth to each party."""
    parties = len(issues[0][0])
    space = DealSpace(
        tuple(DealIssue(f"i{n}", tuple(f"v{k}" for k in range(len(o)))) for n, o in enumerate(issues))
    )
    parts = np.array([row for options in issues for row in options], dtype=float).T.reshape(1, parties, -1)
    floor = np.zeros((1, parties)) if reservations is None else np.array([reservations], dtype=float)
    return Utilities(space, tuple(f"p{n}" for n in range(parties)), parts, floor, caps)


def all_vectors(issues: Sequence[Sequence[Sequence[float]]], cap: float | None = None) -> list[Vector]:
    """Return the utility vector of every deal."""
    vectors = [
        tuple(float(sum(column)) for column in zip(*choice, strict=True))
        for choice in itertools.product(*issues)
    ]
    return [tuple(min(u, cap) for u in v) for v in vectors] if cap is not None else vectors


def efficient(vectors: Sequence[Vector]) -> set[Vector]:
    """Return the vectors no other beats."""
    distinct = set(vectors)
    return {
        v
        for v in distinct
        if not any(all(a >= b for a, b in zip(w, v, strict=True)) and w != v for w in distinct)
    }


def rational(vectors: Sequence[Vector], floor: Sequence[float]) -> list[Vector]:
    """Return the vectors in which nobody has less than the floor."""
    return [v for v in vectors if all(a >= b for a, b in zip(v, floor, strict=True))]
