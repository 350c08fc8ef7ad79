"""Whether any package at all passes, of however many: decided draw by draw, without listing packages.

A tree of who must say yes is monotone, so "some package passes" is a mixed-integer program: one option of
every issue, a yes only where the gain is positive, each node of the tree only where what is below it allows.
HiGHS (Huangfu and Hall 2018) finds such a package or shows that there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.deals.chances.closely import close, thinned
from tracktwo.deals.chances.programs import Program, unsupported

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.chances.constraints import Constraints
    from tracktwo.deals.chances.deciding import Node
    from tracktwo.deals.chances.problem import Problem

    Flags = NDArray[np.bool_]
    Index = NDArray[np.intp]

DRAWS = 120  # draws in which a question is decided, half as many where it is asked of several readings
SEARCHED = 20_000  # nodes of branch and bound, over all draws: beyond, draws are left open


@dataclass(frozen=True, slots=True)
class Settled:
    """In which draws some package passes for sure, and in which none does; elsewhere it is not known."""

    some: Flags
    none: Flags

    @property
    def draws(self) -> int:
        """How many draws were looked at."""
        return len(self.some)

    @property
    def whole(self) -> bool:
        """Whether every draw is settled."""
        return bool((self.some | self.none).all())

    @property
    def low(self) -> float:
        """The least share of draws in which some package passes."""
        return float(self.some.mean())

    @property
    def high(self) -> float:
        """The greatest share of draws in which some package may pass."""
        return self.low if self.whole else 1.0 - float(self.none.mean())


def draws_of(problem: Problem) -> int:
    """Return in how many draws a question is decided, a program of some hundredths of a second for each."""
    return min(problem.draws, DRAWS if len(problem.variants) <= 1 else DRAWS // 2)


def settle(
    problem: Problem,
    node: Node,
    within: tuple[Sequence[Index], Constraints],
    *,
    draws: int | None = None,
    blank: bool = False,
    known: Flags | None = None,
) -> Settled:
    """Return in which of the first draws some package is one that a tree says yes to.

    Parameters
    ----------
    problem : Problem
    node : Node
    within : (sequence of int arrays, Constraints)
        The options of each issue that packages may take, worth something known to everybody counted, and the
        combinations they keep.
    draws : int, optional
        Default: as many as ``draws_of`` says.
    blank : bool
        What counts where nothing is known.
    known : bool array, draws, optional
        Where some package is known to pass already.
    """
    import numpy as np

    fewer = thinned(problem, draws_of(problem) if draws is None else draws)
    some = np.zeros(fewer.draws, dtype=np.bool_) if known is None else known[: fewer.draws].copy()
    none = np.zeros(fewer.draws, dtype=np.bool_)
    if unsupported(fewer, node):
        return Settled(some, none)
    program = Program(fewer, node, *within, blank=blank)
    for draw in np.flatnonzero(~some).tolist():
        if some[draw]:
            continue
        if program.linear.nodes > SEARCHED:
            break
        found = program.solve(draw)
        if found is None:
            continue
        if not len(found):
            none[draw] = True
            continue
        # A package found for one draw often passes in others as well.
        some |= close(fewer, found.tolist()).value(node, blank=blank)
    return Settled(some, none & ~some)
