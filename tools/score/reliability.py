"""Whether confidence means what it says: share of right claims by bins of confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims given a confidence in [low, high): how many, their mean confidence, the share that is right."""

    low: float
    high: float
    count: int
    mean: float
    right: float


def table(claims: Sequence[tuple[float, bool]], width: float = 0.1) -> tuple[Bin, ...]:
    """Bins with at least one claim, from low to high; the last holds 1.0 as well."""
    number = round(1 / width)
    groups: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in claims:
        groups.setdefault(min(int(confidence * number + 1e-9), number - 1), []).append((confidence, right))
    return tuple(
        Bin(
            at / number,
            (at + 1) / number,
            len(group),
            sum(confidence for confidence, _ in group) / len(group),
            sum(right for _, right in group) / len(group),
        )
        for at, group in sorted(groups.items())
    )


def calibration_error(claims: Sequence[tuple[float, bool]]) -> float:
    """Mean distance between confidence and share right, over bins weighted by size; nan for no claims."""
    if not claims:
        return float("nan")
    return sum(b.count * abs(b.mean - b.right) for b in table(claims)) / len(claims)
