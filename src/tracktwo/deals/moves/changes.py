"""Packages a few terms away from one, and what each would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING

from tracktwo.case.actors import actors as named_actors
from tracktwo.case.packages import changes_between, terms_of
from tracktwo.deals.chances.closely import by_rule, weights
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.exploring import known_options
from tracktwo.deals.chances.packages import listed_packages
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.surveying import Survey, survey
from tracktwo.deals.moves.paying import persons_paid
from tracktwo.deals.moves.replies import Change

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]

MOST = 6000
FURTHEST = 3


@dataclass(frozen=True, slots=True)
class Near:
    """Packages near one, the one itself first, with what was counted of them.

    ``p_pass`` counts those of whom nothing is known as saying yes; ``distance`` the issues changed, ``steps``
    how many places the options moved along their issues.
    """

    problem: Problem
    base: tuple[int, ...]
    packages: Index
    survey: Survey
    p_pass: Floats
    distance: NDArray[np.intp]
    steps: NDArray[np.intp]

    def accepts(self, actor: int) -> Floats:
        """Return the share of draws in which an actor accepts each package."""
        import numpy as np

        return np.asarray(self.survey.accepts[actor] / self.survey.draws)

    def change(self, row: int) -> Change:
        """Return what a package changes, and the chances before and after."""
        names = dict(named_actors(self.problem.case))
        package = self.packages[row].tolist()
        shares = {}
        for actor, key in enumerate(self.problem.utilities.actors):
            found = self.accepts(actor)
            shares[names.get(key, key)] = (float(found[0]), float(found[row]))
        return Change(
            changes=changes_between(self.problem.space, self.base, package),
            terms=terms_of(self.problem.space, package),
            p_pass_before=float(self.p_pass[0]),
            p_pass=float(self.p_pass[row]),
            p_accept=shares,
            p_pass_by_rule=by_rule(self.problem, self.survey.may_pass[:, row] / self.survey.draws),
        )


def near(problem: Problem, base: Sequence[int]) -> Near:
    """Return the packages that differ from ``base`` in up to three issues, in fewer where there are many.

    Money that would go to a person stays as it is.
    """
    import numpy as np

    kept, _ = known_options(problem)
    if problem.case.money is not None and persons_paid(problem.case):
        names = [issue.name for issue in problem.space.issues]
        place = names.index(problem.case.money.issue)
        kept = (*kept[:place], np.array([base[place]], dtype=np.intp), *kept[place + 1 :])
    rows = [tuple(int(k) for k in base)]
    for distance in range(1, FURTHEST + 1):
        made = list(_at(rows[0], kept, distance, MOST - len(rows)))
        if not made:
            break
        rows += made
    packages = np.array(rows, dtype=np.intp)
    allowed = constraints_of(problem.case, problem.space).allow(packages)
    allowed[0] = True
    packages = packages[allowed]
    found = survey(problem, listed_packages(packages))
    moved = np.abs(packages - packages[0])
    return Near(
        problem,
        rows[0],
        packages,
        found,
        weights(problem) @ found.may_pass / found.draws,
        np.count_nonzero(moved, axis=1),
        moved.sum(axis=1),
    )


def _at(base: tuple[int, ...], kept: Sequence[Index], distance: int, room: int) -> list[tuple[int, ...]]:
    """Return all packages at a distance; none where there is no room for all of them."""
    others = [[int(k) for k in options if k != base[issue]] for issue, options in enumerate(kept)]
    sets = [chosen for chosen in combinations(range(len(base)), distance) if all(others[i] for i in chosen)]
    if sum(prod(len(others[i]) for i in chosen) for chosen in sets) > room:
        return []
    made = []
    for chosen in sets:
        for options in product(*(others[issue] for issue in chosen)):
            row = list(base)
            for issue, option in zip(chosen, options, strict=True):
                row[issue] = option
            made.append(tuple(row))
    return made
