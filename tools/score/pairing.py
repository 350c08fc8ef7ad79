"""One-to-one pairing of what is expected with what is given, best pairs first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Expected = TypeVar("Expected")
Given = TypeVar("Given")


def pair(
    expected: Sequence[Expected],
    given: Sequence[Given],
    weight: Callable[[Expected, Given], float],
) -> list[tuple[int, int]]:
    """Index pairs by falling weight, each side used once; pairs of weight 0 are none.

    Ties go to the earlier in text, so the result is the same every time. The greedy order is near enough to
    the best assignment here, since a pair of the top weight is nearly always right for both.
    """
    scored = [
        (-value, i, j)
        for i, one in enumerate(expected)
        for j, two in enumerate(given)
        if (value := weight(one, two)) > 0
    ]
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for _, i, j in sorted(scored):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((i, j))
    return sorted(found)
