"""The likeliest of more packages than can be listed: best for many weightings, and next to what is tabled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracktwo.deals.chances.constraints import Constraints
from tracktwo.deals.chances.problem import Problem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]

SUPPORTED = 4000
RANDOM = 2000
MOST = 20_000
LP_DRAWS = 120


def candidates(problem: Problem, kept: Sequence[Index], constraints: Constraints) -> Index:
    """Return packages (rows of option positions) that are worth a look, each once, none forbidden.

    The reported proposals and all that differ from one in a single issue; and, for many draws and weightings
    of the actors, the package with the largest weighted worth, in which each actor's worth is in units of
    its own range; and some drawn anywhere.
    """
    import numpy as np

    tabled = [
        problem.package({i: t.option for i, t in p.terms.items()}) for p in problem.case.proposals.values()
    ]
    rows = [list(package) for package in tabled if package is not None and _within(package, kept)]
    for package in list(rows):
        for issue, options in enumerate(kept):
            rows += [
                [*package[:issue], int(k), *package[issue + 1 :]] for k in options if k != package[issue]
            ]
    near = np.array(rows[:MOST], dtype=np.intp).reshape(-1, len(kept))
    rng = np.random.default_rng(problem.seed)
    anywhere = np.stack([rng.choice(options, RANDOM) for options in kept], axis=1)
    found = np.concatenate([near, _supported(problem, kept), anywhere])
    return np.asarray(np.unique(found[constraints.allow(found)], axis=0))


def _within(package: Sequence[int], kept: Sequence[Index]) -> bool:
    return all(k in options for k, options in zip(package, kept, strict=True))


def _supported(problem: Problem, kept: Sequence[Index]) -> Index:
    import numpy as np

    rng = np.random.default_rng(problem.seed)
    counted = list(problem.counted())
    draws = rng.integers(0, problem.draws, SUPPORTED)
    shares = rng.dirichlet(np.ones(max(len(counted), 1)), SUPPORTED)[:, : len(counted)]
    worths = problem.worths()[draws][:, counted]
    unit = _ranges(problem, worths, kept)
    weights = shares / np.where(unit > 0, unit, 1.0)
    found = np.empty((SUPPORTED, len(kept)), dtype=np.intp)
    for issue, (start, options) in enumerate(zip(problem.space.offsets, kept, strict=True)):
        part = worths[:, :, start + options]
        score = np.einsum("da,dao->do", weights, np.where(np.isinf(part), -1e300, part))
        found[:, issue] = options[score.argmax(axis=1)]
    return found


def _ranges(problem: Problem, worths: Floats, kept: Sequence[Index]) -> Floats:
    import numpy as np

    total = np.zeros(worths.shape[:2])
    for start, options in zip(problem.space.offsets, kept, strict=True):
        part = worths[:, :, start + options]
        part = np.where(np.isinf(part), np.nan, part)
        total += np.nan_to_num(np.nanmax(part, axis=2) - np.nanmin(part, axis=2))
    return total


def zopa_at_most(problem: Problem, kept: Sequence[Index]) -> float:
    """Return a share that P(a ZOPA exists) cannot exceed but by chance, from ``LP_DRAWS`` draws.

    A draw counts unless not even a mixture of packages gives every party a gain (a linear program, solved by
    HiGHS); it is 1 where the parties' own answers are no plain sums.
    """
    import numpy as np
    from scipy.optimize import linprog

    from tracktwo.deals.chances.deciding import Yes

    actors = [node.voter for node in problem.own if isinstance(node, Yes)]
    if len(actors) < len(problem.own) or problem.utilities.rules:
        return 1.0
    draws = min(LP_DRAWS, problem.draws)
    columns = np.concatenate([s + k for s, k in zip(problem.space.offsets, kept, strict=True)])
    owner = np.concatenate([np.full(len(k), n) for n, k in enumerate(kept)])
    one_each = np.append(
        (owner[None, :] == np.arange(len(kept))[:, None]).astype(float), np.zeros((len(kept), 1)), axis=1
    )
    possible = 0
    for draw in range(draws):
        worths = np.maximum(problem.worths()[draw][np.array(actors)[:, None], columns], -1e9)
        floors = problem.utilities.reservations[draw, actors]
        solved = linprog(
            np.append(np.zeros(len(columns)), -1.0),
            A_ub=np.append(-worths, np.ones((len(actors), 1)), axis=1),
            b_ub=-floors,
            A_eq=one_each,
            b_eq=np.ones(len(kept)),
            bounds=[(0, 1)] * len(columns) + [(None, 1.0)],
            method="highs",
        )
        possible += bool(solved.success and -solved.fun > 0)
    return possible / draws
