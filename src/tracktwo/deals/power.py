"""Voting power, exact: Shapley-Shubik and Banzhaf indices by generating functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial, lcm
from typing import TYPE_CHECKING, Any

from tracktwo.errors import DealsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts = NDArray[np.object_]

MAX_CELLS = 20_000_000

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Power:
    """Power of each voter, exactly.

    ``shapley_shubik`` (1954) is the share of orderings of all voters in which the voter turns a losing
    coalition into a winning one. ``swings`` counts the coalitions of others that the voter turns; ``banzhaf``
    is the voter's share of all swings (Banzhaf 1965, normalised), ``penrose`` swings over all coalitions of
    others (Penrose 1946, absolute).
    """

    shapley_shubik: tuple[Fraction, ...]
    banzhaf: tuple[Fraction, ...]
    penrose: tuple[Fraction, ...]
    swings: tuple[int, ...]


def power(weights: Sequence[Number], quota: Number) -> Power:
    """Return the power of each voter where a coalition wins if its weights reach the quota.

    Parameters
    ----------
    weights : sequence of int or Fraction
        Not negative.
    quota : int or Fraction
        Positive, at most the sum of the weights.

    Raises
    ------
    DealsError
        If there is no voter, a weight is negative, the quota cannot be reached or is reached by nobody's
        voting, or the weights are too fine-grained to count.
    """
    whole, needed = _whole(weights, quota)
    voters = len(whole)
    if voters * needed > MAX_CELLS:
        raise DealsError(
            "the weights are too fine-grained to count",
            why=f"{voters} voters with a quota of {needed} units",
            fix="Divide weights and quota by a common factor, or round them",
        )
    counts = _coalitions(whole, needed)
    by_weight: dict[int, tuple[Fraction, int]] = {}
    for weight in set(whole):
        by_weight[weight] = _swings(counts, weight, needed, voters)
    swings = tuple(by_weight[weight][1] for weight in whole)
    total = sum(swings)
    return Power(
        shapley_shubik=tuple(by_weight[weight][0] for weight in whole),
        banzhaf=tuple(Fraction(n, total) for n in swings),
        penrose=tuple(Fraction(n, 2 ** (voters - 1)) for n in swings),
        swings=swings,
    )


def _whole(weights: Sequence[Number], quota: Number) -> tuple[list[int], int]:
    if not weights:
        raise DealsError("the body has no members", fix="Name at least one")
    if any(weight < 0 for weight in weights):
        raise DealsError("a weight is negative")
    total = sum(weights)
    if quota > total:
        raise DealsError("the quota is above the total", why=f"{quota} of {total}", fix="Nothing can pass")
    if quota <= 0:
        raise DealsError("the quota is not positive", why="then even nobody's votes would pass anything")
    unit = lcm(*(Fraction(number).denominator for number in (*weights, quota)))
    return [int(weight * unit) for weight in weights], int(quota * unit)


def _coalitions(weights: list[int], quota: int) -> Counts:
    """Return how many coalitions there are by size and weight, for weights below the quota."""
    import numpy as np

    counts: Any = np.zeros((len(weights) + 1, quota), dtype=object)
    counts[0, 0] = 1
    for n, weight in enumerate(weights):
        if weight < quota:
            counts[1 : n + 2, weight:] += counts[: n + 1, : quota - weight].copy()
    return counts  # type: ignore[no-any-return]


def _swings(counts: Counts, weight: int, quota: int, voters: int) -> tuple[Fraction, int]:
    """Return a voter's Shapley-Shubik index and swings from the coalitions of the others."""
    import numpy as np

    if weight == 0:
        return Fraction(0), 0
    # Take the voter out again: coalitions without it = all - those that contain it.
    others: Any = counts[:voters].copy()
    if weight < quota:
        for size in range(1, voters):
            others[size, weight:] -= others[size - 1, : quota - weight]
    turned = [int(np.sum(row[max(quota - weight, 0) :])) for row in others]
    orderings = sum(n * factorial(size) * factorial(voters - 1 - size) for size, n in enumerate(turned))
    return Fraction(orderings, factorial(voters)), sum(turned)
