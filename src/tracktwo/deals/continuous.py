"""Bargaining solutions of two parties over one continuous issue."""

from __future__ import annotations

from collections.abc import Callable

from tracktwo.errors import DealsError

Utility = Callable[[float], float]


def nash_share(
    first: Utility,
    second: Utility,
    *,
    low: float = 0.0,
    high: float = 1.0,
    disagreement: tuple[float, float] = (0, 0),
) -> float:
    """Return the x in [low, high] with the largest product of gains (Nash 1950).

    Parameters
    ----------
    first, second : functions of x
        Concave, ``first`` rising and ``second`` falling.

    Raises
    ------
    DealsError
        If no x gives both a gain.
    """
    left, right = _rational(first, second, low, high, disagreement)

    def product(x: float) -> float:
        return (first(x) - disagreement[0]) * (second(x) - disagreement[1])

    # Golden-section search; the product of concave gains has one peak.
    ratio = (5**0.5 - 1) / 2
    for _ in range(200):
        a, b = right - ratio * (right - left), left + ratio * (right - left)
        left, right = (left, b) if product(a) >= product(b) else (a, right)
    return (left + right) / 2


def kalai_smorodinsky_share(
    first: Utility,
    second: Utility,
    *,
    low: float = 0.0,
    high: float = 1.0,
    disagreement: tuple[float, float] = (0, 0),
) -> float:
    """Return the x in [low, high] where both have the same share of the gain at the ideal point.

    The ideal point is the most each can have where the other is no worse off than at disagreement (Kalai &
    Smorodinsky 1975).

    Raises
    ------
    DealsError
        If no x gives both a gain.
    """
    left, right = _rational(first, second, low, high, disagreement)
    most = (first(right) - disagreement[0], second(left) - disagreement[1])

    def lead(x: float) -> float:
        return (first(x) - disagreement[0]) / most[0] - (second(x) - disagreement[1]) / most[1]

    return _root(lead, left, right)


def _rational(
    first: Utility, second: Utility, low: float, high: float, disagreement: tuple[float, float]
) -> tuple[float, float]:
    """Return the part of [low, high] where neither is worse off than at disagreement."""
    if first(high) <= disagreement[0] or second(low) <= disagreement[1]:
        raise DealsError("no deal gives both a gain")
    left = low if first(low) >= disagreement[0] else _root(lambda x: first(x) - disagreement[0], low, high)
    right = (
        high if second(high) >= disagreement[1] else _root(lambda x: disagreement[1] - second(x), low, high)
    )
    if left >= right:
        raise DealsError("no deal gives both a gain")
    return left, right


def _root(rising: Callable[[float], float], left: float, right: float) -> float:
    """Return where a rising function crosses 0, by bisection to the last bit."""
    for _ in range(200):
        middle = (left + right) / 2
        left, right = (middle, right) if rising(middle) < 0 else (left, middle)
    return (left + right) / 2
