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
    """What one condition does where it holds: adds, takes issues out, or makes the package worth nothing.

    ``left`` and ``right`` say for which partial packages it holds. As the left half's worth stands on the
    other side of the comparison, ``base`` gives it back where a package is to be worth 0.
    """

    left: Flags
    right: Flags
    worth: Any
    dropped_left: Any
    dropped_right: Any
    base: Any
    zero: bool

    def __call__(self, worth: Any, draws: slice, rows: slice) -> Any:
        """Return right-half worths (draws x left rows x right) with the condition's change."""
        import numpy as np

        holds = np.logical_and.outer(self.left[rows], self.right)
        if self.zero:
            return np.where(holds, -self.base[draws, rows][:, :, None], worth)
        dropped = self.dropped_left[draws, rows][:, :, None] + self.dropped_right[draws][:, None, :]
        return np.where(holds, worth + self.worth[draws][:, None, None] - dropped, worth)


def change_of(problem: Problem, packages: Packages, number: int, draws: slice, kind: Any) -> Change:
    """Return rule number ``number`` over some draws."""
    import numpy as np

    held = problem.utilities
    rule = held.rules[number]
    worths = problem.worths()[draws, rule.actor].astype(kind)
    count = len(worths)
    worth = np.full(count, rule.worth) if held.rule_worths is None else held.rule_worths[draws, number]

    def dropped(half: Half) -> Any:
        issues = tuple(issue for issue in half.issues if issue in rule.drops)
        columns = [half.issues.index(issue) for issue in issues]
        return Half(issues, half.options[:, columns]).sums(worths, problem.space.offsets)

    return Change(
        packages.left.holds(rule.when),
        packages.right.holds(rule.when),
        worth.astype(kind),
        dropped(packages.left),
        dropped(packages.right),
        packages.left.sums(worths, problem.space.offsets),
        rule.zeroes,
    )
