"""What joining two tracks of talks would add."""

from __future__ import annotations

from itertools import combinations
from math import prod
from typing import TYPE_CHECKING

from tracktwo.case.packages import NO_CHANGE
from tracktwo.deals.chances.closely import by_rule, thinned, weights
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.exploring import FEWEST_DRAWS, known_options
from tracktwo.deals.chances.packages import Packages, all_packages
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.surveying import survey
from tracktwo.deals.moves.replies import LinkRow

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

CELLS = 400_000_000
DEFINITIONS = {
    "joining tracks": "P(some package that changes something in both tracks passes) less P(each track has a "
    "package of its own that passes); an issue of both counts for the narrower one",
}


def linkages(problem: Problem) -> tuple[LinkRow, ...]:
    """Return the linkage value of every two tracks whose proposals are not about the same issues.

    An issue that both deal with counts for the narrower of them.

    Empty where no two tracks are, or where nothing is known of somebody whose yes is needed, or the packages
    of two tracks together are too many to look at.
    """
    if problem.blanks():
        return ()
    issues = {key: _issues(problem, key) for key in problem.case.tracks}
    rows = []
    for one, other in combinations([key for key, found in issues.items() if found], 2):
        first, second = _apart(issues[one], issues[other])
        row = _link(problem, (one, other), first, second) if first and second else None
        if row is not None:
            rows.append(row)
    return tuple(rows)


def _apart(first: set[int], second: set[int]) -> tuple[set[int], set[int]]:
    """Return two disjoint sets of issues: what both tracks deal with counts for the narrower one."""
    shared = first & second
    return (first - shared, second) if len(first) >= len(second) else (first, second - shared)


def _issues(problem: Problem, track: str) -> set[int]:
    """Return the issues that a track's proposals name."""
    held = problem.case.tracks[track]
    keys = {*held.proposals, *(k for k, p in problem.case.proposals.items() if p.track == track)}
    names = [issue.name for issue in problem.space.issues]
    return {names.index(i) for k in keys for i in problem.case.proposals[k].terms if i in names}


def _link(problem: Problem, tracks: tuple[str, str], first: set[int], second: set[int]) -> LinkRow | None:
    joined = _packages(problem, first | second, (first, second))
    apart = [_packages(problem, chosen, (chosen,)) for chosen in (first, second)]
    if joined is None or any(one is None for one in apart):
        return None
    cells = max(len(joined) * len(problem.voters), 1)
    fewer = thinned(problem, max(min(problem.draws, CELLS // cells), FEWEST_DRAWS))
    share = weights(problem)
    found = [survey(fewer, one).any_passes for one in (*apart, joined) if one is not None]
    p_first, p_second, p_joined = (float(share @ one.mean(axis=1)) for one in found)
    apart_by_rule = (found[0] & found[1]).mean(axis=1)
    joined_by_rule = found[2].mean(axis=1)
    p_apart = float(share @ apart_by_rule)
    names = tuple(problem.case.tracks[key].name for key in tracks)
    return LinkRow(
        tracks=(names[0], names[1]),
        p_first=p_first,
        p_second=p_second,
        p_apart=p_apart,
        p_joined=p_joined,
        value=p_joined - p_apart,
        value_by_rule=by_rule(problem, joined_by_rule - apart_by_rule),
        p_apart_by_rule=by_rule(problem, apart_by_rule),
        p_joined_by_rule=by_rule(problem, joined_by_rule),
    )


def _packages(problem: Problem, free: set[int], touched: tuple[set[int], ...]) -> Packages | None:
    """Return the packages that change only issues of ``free``, and some issue of each of ``touched``."""
    from dataclasses import replace

    import numpy as np

    kept, _ = known_options(problem)
    still = []
    for number, (issue, options) in enumerate(zip(problem.space.issues, kept, strict=True)):
        if number not in free:
            if NO_CHANGE not in issue.options:
                return None
            options = np.array([issue.options.index(NO_CHANGE)], dtype=np.intp)
        still.append(options)
    if prod(len(options) for options in still) * len(problem.voters) * FEWEST_DRAWS > CELLS:
        return None
    found = all_packages(still, constraints_of(problem.case, problem.space))
    rows = found.at(np.arange(len(found)))
    zero = np.array(
        [i.options.index(NO_CHANGE) if NO_CHANGE in i.options else -1 for i in problem.space.issues]
    )
    changed = rows != zero
    ok = np.ones(len(found), dtype=np.bool_)
    for issues in touched:
        ok &= changed[:, sorted(issues)].any(axis=1)
    allowed = ok.reshape(found.shape)
    return replace(found, allowed=allowed if found.allowed is None else allowed & found.allowed)
