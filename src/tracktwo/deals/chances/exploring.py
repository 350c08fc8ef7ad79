"""Which packages to look at: all of them where they can be listed, else those likeliest to pass."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.chances import constraints as combinations
from tracktwo.deals.chances.candidates import candidates, climbed
from tracktwo.deals.chances.closely import thinned
from tracktwo.deals.chances.packages import Packages, all_packages, listed_packages
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.surveying import Survey, survey

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Index = NDArray[np.intp]

CELLS = 4_000_000_000  # draws x packages x voters looked at, about two seconds on two cores
FEWEST_DRAWS = 200
MOST_PACKAGES = 4_000_000  # what counts of several kinds can be held for


@dataclass(frozen=True, slots=True)
class Exploration:
    """The packages looked at and what was counted.

    ``problem`` may have fewer draws than the one asked about; ``left_out`` tells, option by option, whose
    worth is missing; ``contradiction`` the combinations that allow no package, then ``survey`` is null.
    """

    problem: Problem
    packages: Packages | None
    survey: Survey | None
    kept: tuple[Index, ...]
    left_out: tuple[str, ...]
    contradiction: tuple[str, ...] | None = None

    @property
    def listed(self) -> bool:
        """Whether all packages were looked at."""
        return self.packages is not None and self.packages.all_of_them

    @property
    def within(self) -> tuple[tuple[Index, ...], combinations.Constraints]:
        """The options packages may take, and the combinations they keep."""
        return self.kept, combinations.of_case(self.problem.case, self.problem.space)

    @property
    def size(self) -> int:
        """How many packages there are over the options kept, whatever is forbidden."""
        return prod(len(options) for options in self.kept)


def explore(problem: Problem, *, cells: int = CELLS) -> Exploration:
    """Look at all packages of a case, or at the likeliest of too many.

    Parameters
    ----------
    problem : Problem
    cells : int
        How many draws x packages x voters may be looked at; where there are more, draws are left out down to
        200, then packages.
    """
    kept, left_out = known_options(problem)
    constraints = combinations.of_case(problem.case, problem.space)
    against = combinations.contradiction(constraints, kept)
    if against is not None:
        return Exploration(problem, None, None, kept, left_out, against)
    size = prod(len(options) for options in kept)
    voters = max(len(problem.voters), 1)
    if size <= MOST_PACKAGES and size * voters * min(problem.draws, FEWEST_DRAWS) <= cells:
        draws = min(problem.draws, max(cells // (size * voters), 1))
        packages = all_packages(kept, constraints)
    else:
        draws = problem.draws
        found = climbed(problem, kept, constraints, candidates(problem, kept, constraints))
        packages = listed_packages(found)
        # Packages listed one by one are summed one by one: the work grows with the issues as well.
        work = max(len(found), 1) * voters * len(kept)
        draws = min(draws, max(cells // work, FEWEST_DRAWS))
    fewer = thinned(problem, draws)
    return Exploration(fewer, packages, survey(fewer, packages), kept, left_out)


def known_options(problem: Problem) -> tuple[tuple[Index, ...], tuple[str, ...]]:
    """Return the options of each issue whose worth everybody counted is known to say, and those left out."""
    import numpy as np

    known, names = problem.known(), dict(named_actors(problem.case))
    counted = list(problem.counted())
    kept, left_out = [], []
    for issue, start in zip(problem.space.issues, problem.space.offsets, strict=True):
        missing = [
            [
                names.get(problem.utilities.actors[a], problem.utilities.actors[a])
                for a in counted
                if not known[a, p]
            ]
            for p in range(start, start + len(issue.options))
        ]
        kept.append(np.array([k for k, who in enumerate(missing) if not who], dtype=np.intp))
        title = problem.case.issues[issue.name].name
        for option, who in zip(issue.options, missing, strict=True):
            if who:
                left_out.append(f"{title}: {option} (what it is worth to {', '.join(who)} is not known)")
    return tuple(kept), tuple(left_out)
