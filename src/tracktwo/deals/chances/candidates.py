"""The likeliest of more packages than can be listed: best for many weightings, and next to what is tabled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracktwo.deals.chances.closely import thinned, weights
from tracktwo.deals.chances.constraints import Constraints
from tracktwo.deals.chances.packages import listed_packages
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.surveying import survey
from tracktwo.deals.frontier import TooLargeError, merge
from tracktwo.deals.scaling import scale
from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Utilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]

SUPPORTED = 4000
RANDOM = 2000
EFFICIENT = 3000
MOST = 20_000
TOP, CLIMBS, CLIMB_DRAWS = 8, 6, 300
SECOND = 1e-3  # what acceptance by whom it suits least counts beside passing


def candidates(problem: Problem, kept: Sequence[Index], constraints: Constraints) -> Index:
    """Return packages (rows of option positions) that are worth a look, each once, none forbidden.

    The reported proposals and all that differ from one in a single issue; and, for many draws and weightings
    of the actors, the package with the largest weighted worth, in which each actor's worth is in units of
    its own range; those efficient among the parties at the middle of their values; and some drawn anywhere.
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
    found = np.concatenate([near, _supported(problem, kept), _efficient(problem, kept), anywhere])
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


def _efficient(problem: Problem, kept: Sequence[Index]) -> Index:
    """Return packages efficient among the parties at the means of their values; none where too many are."""
    import numpy as np

    held = problem.utilities
    rows = [held.actors.index(key) for key in problem.parties if key in held.actors]
    nothing = np.empty((0, len(kept)), dtype=np.intp)
    if not rows:
        return nothing
    worths = np.array([problem.worths()[:, row].mean(axis=0) for row in rows])
    starts = problem.space.offsets
    willing = [k[np.isfinite(worths[:, s + k]).all(axis=0)] for s, k in zip(starts, kept, strict=True)]
    if not all(len(options) for options in willing):
        return nothing
    issues = tuple(
        DealIssue(issue.name, tuple(issue.options[n] for n in options))
        for issue, options in zip(problem.space.issues, willing, strict=True)
    )
    parts = np.concatenate([worths[:, s + k] for s, k in zip(starts, willing, strict=True)], axis=1)
    names = tuple(held.actors[row] for row in rows)
    middle = Utilities(DealSpace(issues), names, parts[None], np.zeros((1, len(rows))))
    try:
        found = merge(scale(middle)).packages
    except TooLargeError:
        return nothing
    found = found[np.linspace(0, len(found) - 1, min(len(found), EFFICIENT)).astype(np.intp)]
    return np.stack([options[found[:, n]] for n, options in enumerate(willing)], axis=1)


def _ranges(problem: Problem, worths: Floats, kept: Sequence[Index]) -> Floats:
    import numpy as np

    total = np.zeros(worths.shape[:2])
    for start, options in zip(problem.space.offsets, kept, strict=True):
        part = worths[:, :, start + options]
        part = np.where(np.isinf(part), np.nan, part)
        total += np.nan_to_num(np.nanmax(part, axis=2) - np.nanmin(part, axis=2))
    return total


def climbed(problem: Problem, kept: Sequence[Index], constraints: Constraints, rows: Index) -> Index:
    """Return packages with those that differ in one issue from the likeliest to pass, as long as that helps.

    Judged by few draws: which packages are looked at, not how they do.
    """
    import numpy as np

    if not len(rows):
        return rows
    fewer = thinned(problem, CLIMB_DRAWS)
    top, scores = _likeliest(fewer, rows)
    for _ in range(CLIMBS):
        best = float(scores[0])
        around = np.unique(np.concatenate([_next_to(row, kept) for row in top]), axis=0)
        around = around[constraints.allow(around)]
        if not len(around):
            break
        rows = np.unique(np.concatenate([rows, around]), axis=0)
        top, scores = _likeliest(fewer, np.concatenate([top, around]))
        if float(scores[0]) <= best:
            break
    return rows


def _likeliest(problem: Problem, rows: Index) -> tuple[Index, Floats]:
    """Return the packages likeliest to pass, then most accepted by whom they suit least, best first."""
    import numpy as np

    found = survey(problem, listed_packages(rows))
    counted = list(problem.counted())
    least = found.accepts[counted].min(axis=0) if counted else np.zeros(len(rows))
    scores = (weights(problem) @ found.may_pass + SECOND * least) / found.draws
    order = np.argsort(-scores, kind="stable")[:TOP]
    return rows[order], scores[order]


def _next_to(row: Index, kept: Sequence[Index]) -> Index:
    """Return all packages that differ from one in a single issue."""
    import numpy as np

    found = np.repeat(row[None, :], sum(len(options) for options in kept), axis=0)
    at = 0
    for issue, options in enumerate(kept):
        found[at : at + len(options), issue] = options
        at += len(options)
    return found
