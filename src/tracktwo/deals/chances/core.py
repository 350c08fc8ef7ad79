"""The core of a case: the packages nobody able to pass one can replace by one that each of them prefers.

Able to pass a package is who can under the case's own agreement, parties with all who must approve for them:
the trees that decide whether a package passes are asked with "prefers it to the other" for "accepts it".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING

from tracktwo.deals.chances.closely import by_rule, weights
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.exploring import known_options
from tracktwo.deals.chances.preferring import Comparing, OutOfReachError, all_feasible
from tracktwo.deals.chances.replacing import of_proposals
from tracktwo.deals.chances.tabled import package_of_proposal
from tracktwo.deals.chances.winning import agreement_coalitions
from tracktwo.vocabulary.outlook import Bracket, CoreOutlook

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.chances.problem import Problem

    Index = NDArray[np.intp]
    Floats = NDArray[np.float64]

MOST = 300_000  # packages compared with one another
CELLS = 400_000_000  # worths and preferences looked at: a few seconds
DRAWS = 300  # enough for shares to within five in a hundred
DEFINITION = (
    "the packages that nobody able to pass one can replace by one that each of them strictly prefers "
    "(Gillies 1959); able to pass one is who can under the case's own agreement, each party with all who "
    "must approve for it. No deal takes no part in this: how many of them would pass is told beside it"
)


def core(problem: Problem, *, cells: int = CELLS) -> CoreOutlook:
    """Return how many packages are in the core, draw by draw, and how often each reported proposal is.

    Parameters
    ----------
    problem : Problem
    cells : int
        How many worths and preferences may be looked at; where there are more, draws are left out.
    """
    import numpy as np

    kept = [np.arange(options) for options in problem.space.sizes]
    size = prod(problem.space.sizes)
    told = f"{size:,}" if size < 10**12 else f"about 10^{len(str(size)) - 1}"
    found = CoreOutlook(told, 0, coalitions=agreement_coalitions(problem), unknown=_unknown(problem))
    if not problem.utilities.actors:
        return replace(found, reason="nobody’s values are known")
    if size > MOST:
        return of_proposals(problem, found)
    rows = all_feasible(kept, constraints_of(problem.case, problem.space))
    found = replace(found, packages=f"{len(rows):,}")
    if not len(rows):
        return replace(found, reason="no package is possible")
    held = _Held(problem, rows)
    comparing = Comparing(problem, rows, cells)
    try:
        for draw in range(min(problem.draws, DRAWS)):
            held.add(comparing, draw)
            if comparing.spent > cells:
                break
    except OutOfReachError:
        if not held.counts:
            return of_proposals(problem, found)
    return replace(
        found,
        draws=len(held.counts),
        size=held.size(),
        expected=held.mean(0),
        passing=held.mean(1),
        empty=held.empty(),
        proposals=held.proposals(),
        expected_by_rule=held.by_rule(),
    )


def _unknown(problem: Problem) -> tuple[str, ...]:
    """Return what is not known about who prefers what."""
    said = [blank.reason for blank in problem.blanks()]
    return tuple(dict.fromkeys((*said, *known_options(problem)[1])))


@dataclass(slots=True)
class _Held:
    """What was counted, draw by draw: low and high, reading by reading.

    ``counts`` holds draws of (readings x (in the core, passing as well) x (low, high)), ``tabled`` draws of
    (readings x proposals x (low, high)).
    """

    problem: Problem
    rows: Index
    counts: list[Floats]
    tabled: list[Floats]
    places: dict[str, int]

    def __init__(self, problem: Problem, rows: Index) -> None:
        self.problem, self.rows, self.counts, self.tabled = problem, rows, [], []
        self.places = {}
        for key, proposal in problem.case.proposals.items():
            package = package_of_proposal(problem, key) if proposal.terms else None
            found = [] if package is None else (rows == list(package)).all(axis=1).nonzero()[0].tolist()
            if found:
                self.places[key] = found[0]

    def add(self, comparing: Comparing, draw: int) -> None:
        """Count one more draw."""
        import numpy as np

        at = list(self.places.values())
        counts, tabled = [], []
        for surely, possibly, passes, may_pass in comparing.draw(draw):
            inside = [[surely.sum(), possibly.sum()], [(surely & passes).sum(), (possibly & may_pass).sum()]]
            counts.append(inside)
            tabled.append(np.stack([surely[at], possibly[at]], axis=1))
        self.counts.append(np.array(counts, dtype=np.float64))
        self.tabled.append(np.array(tabled, dtype=np.float64))

    def size(self) -> int | None:
        """Return how many packages are in the core where that never differs."""
        import numpy as np

        found = np.unique(np.array(self.counts)[:, :, 0])
        return int(found[0]) if len(found) == 1 else None

    def mean(self, what: int) -> Bracket:
        """Return the mean number of packages in the core (0), or of those that pass as well (1)."""
        return _bracket(self._weighed(self.counts)[what])

    def empty(self) -> Bracket:
        """Return the share of draws in which the core is empty."""
        import numpy as np

        none = [one[:, 0] == 0 for one in self.counts]
        low, high = self._weighed([np.asarray(one, dtype=np.float64) for one in none])
        return Bracket(float(high), float(low))  # empty for sure where not even a possible one is left

    def proposals(self) -> dict[str, Bracket]:
        """Return the share of draws in which each proposal is in the core."""
        found = self._weighed(self.tabled)
        return {key: _bracket(one) for key, one in zip(self.places, found, strict=True)}

    def by_rule(self) -> dict[str, Bracket]:
        """Return the mean number of packages in the core under each reading of the rules."""
        import numpy as np

        found = np.array(self.counts).mean(axis=0)[:, 0]
        names = by_rule(self.problem, np.zeros(len(found)))
        return {name: _bracket(one) for name, one in zip(names, found, strict=True)}

    def _weighed(self, held: Iterable[Floats]) -> Floats:
        import numpy as np

        return np.asarray(np.tensordot(weights(self.problem), np.array(list(held)).mean(axis=0), axes=1))


def _bracket(pair: Sequence[float] | Floats) -> Bracket:
    return Bracket(float(pair[0]), float(pair[1]))
