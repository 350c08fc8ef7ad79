"""Conditions on several issues (leverage, hyper-rectangles) as changes to the worth of packages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracktwo.deals.chances.packages import Half, Packages
from tracktwo.deals.chances.problem import Problem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Change:
    """What one condition does to an actor's worth of the packages where it holds (left x right).

    ``left`` and ``right`` are what it adds to either half (draws x partial packages); with ``zero`` they are
    ignored and the package is worth nothing: as the left half's worth stands on the other side of the
    comparison, ``base`` then takes it away here.
    """

    holds: Flags
    left: Any
    right: Any
    base: Any = None

    def __call__(self, worth: Any, draws: slice, rows: slice) -> Any:
        """Return right-half worths (draws x left rows x right) with the condition's change."""
        import numpy as np

        if self.base is not None:
            return np.where(self.holds[rows], -self.base[draws, rows][:, :, None], worth)
        added = self.left[draws, rows][:, :, None] + self.right[draws][:, None, :]
        return np.where(self.holds[rows], worth + added, worth)


def changes(problem: Problem, packages: Packages, draws: slice, kind: Any) -> dict[int, list[Change]]:
    """Return what the conditions change, actor by actor, in the order they apply.

    First what is added, then issues that count nothing (once, however many conditions say so), then packages
    that are worth nothing.
    """
    import numpy as np

    held = problem.utilities
    found: dict[int, list[Change]] = {}
    dropped: dict[tuple[int, int], Flags] = {}
    zeroed: dict[int, Flags] = {}
    for number, rule in enumerate(held.rules):
        holds = np.logical_and.outer(packages.left.holds(rule.when), packages.right.holds(rule.when))
        for issue in rule.drops:
            before = dropped.get((rule.actor, issue))
            dropped[rule.actor, issue] = holds if before is None else before | holds
        if rule.zeroes:
            zeroed[rule.actor] = zeroed[rule.actor] | holds if rule.actor in zeroed else holds
        worth = _worth(problem, number, draws).astype(kind)
        if worth.any():
            sides = (np.zeros((len(worth), packages.shape[0]), dtype=kind), worth[:, None])
            found.setdefault(rule.actor, []).append(Change(holds, *sides))
    for (actor, issue), holds in dropped.items():
        part = problem.worths(draws)[:, actor].astype(kind)
        left, right = (_of_issue(problem, half, issue, part) for half in (packages.left, packages.right))
        found.setdefault(actor, []).append(Change(holds, -left, -right))
    for actor, holds in zeroed.items():
        base = packages.left.sums(problem.worths(draws)[:, actor].astype(kind), problem.space.offsets)
        found.setdefault(actor, []).append(Change(holds, None, None, base))
    return found


def _worth(problem: Problem, number: int, draws: slice) -> Any:
    import numpy as np

    held = problem.utilities
    if held.rule_worths is not None:
        return held.rule_worths[draws, number]
    return np.full(len(held.reservations[draws]), held.rules[number].worth)


def _of_issue(problem: Problem, half: Half, issue: int, worths: Any) -> Any:
    """Return what one issue adds to a half's partial packages, 0 where the half does not have it."""
    if issue not in half.issues:
        return Half((), half.options[:, :0]).sums(worths, problem.space.offsets)
    column = half.issues.index(issue)
    return Half((issue,), half.options[:, column : column + 1]).sums(worths, problem.space.offsets)
