"""A deal in two steps against the same in one: the first is worth what it may lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracktwo.case import Span
from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.chances.closely import TIE, by_rule, close, weights
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.moves.replies import PhaseRow
from tracktwo.preferences.streams import Streams

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.case import Phase

    Floats = NDArray[np.float64]

DEFINITIONS = {
    "in steps": "an actor accepts the first step where u(first) + q d (u(both) - u(first)) exceeds what no "
    "deal is worth to it, with q the judged chance that the second step follows and d the actor's patience",
}


def phases(problem: Problem) -> tuple[PhaseRow, ...]:
    """Return every two-step deal of the case, compared with the same in one step."""
    rows = (_row(problem, phase) for phase in problem.case.phases)
    return tuple(row for row in rows if row is not None)


def least_chance(first: Floats, both: Floats, floor: Floats) -> Floats:
    """Return the least chance of the second step (times patience) that makes the first worth while.

    0 where the first is so by itself, inf where no chance suffices.
    """
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        share = (floor - first) / (both - first)
    share = np.where((both > first) & (both >= floor), share, np.inf)
    return np.asarray(np.where(first >= floor, 0.0, share))


def _row(problem: Problem, phase: Phase) -> PhaseRow | None:
    import numpy as np

    proposals = problem.case.proposals
    terms = [{i: t.option for i, t in proposals[key].terms.items()} for key in (phase.first, phase.then)]
    first = problem.package(terms[0])
    both = problem.package({**terms[0], **terms[1]})
    if first is None or both is None:
        return None
    one, all_at_once = close(problem, first), close(problem, both)
    counted = set(problem.counted())
    if any(problem.voters[voter].actor in counted for voter in one.unknown | all_at_once.unknown):
        return None
    names, floors = dict(named_actors(problem.case)), problem.utilities.reservations
    needs: dict[str, float | None] = {}
    for actor, key in enumerate(problem.utilities.actors):
        if actor not in counted:
            continue
        gains = one.gains[:, actor], all_at_once.gains[:, actor]
        middle = float(np.median(least_chance(*gains, np.zeros(problem.draws))))
        needs[names.get(key, key)] = middle if middle <= 1 else None
    phased = _phased(problem, phase, (one.gains, all_at_once.gains), floors)
    return PhaseRow(
        first=phase.first,
        then=phase.then,
        p_first_alone=one.p_pass(blank=True),
        p_comprehensive=all_at_once.p_pass(blank=True),
        p_phased=None if phased is None else float(weights(problem) @ phased),
        needs=needs,
        p_phased_by_rule=None if phased is None else by_rule(problem, phased),
        p_comprehensive_by_rule=by_rule(problem, all_at_once.passes(blank=True).mean(axis=1)),
        p_first_alone_by_rule=by_rule(problem, one.passes(blank=True).mean(axis=1)),
    )


def _phased(
    problem: Problem, phase: Phase, gains: tuple[Floats, Floats], floors: Floats
) -> list[float] | None:
    """Return P(the first step passes in view of the second), under each reading of the rules."""
    import numpy as np

    spans = [problem.case.values[key].patience for key in problem.utilities.actors]
    if phase.follows is None or any(spans[actor] is None for actor in problem.counted()):
        return None
    streams = Streams(problem.draws, problem.seed)
    chance = streams.within(phase.follows, "follows", phase.first, phase.then)
    package = problem.package({i: t.option for i, t in problem.case.proposals[phase.first].terms.items()})
    assert package is not None
    seen = close(problem, package)
    yes = []
    for voter in problem.voters:
        key = problem.utilities.actors[voter.actor]
        span = spans[voter.actor] or Span.point(0.0)  # of somebody nobody counts
        weight = chance * streams.within(span, "patience", key)
        first, both = gains[0][:, voter.actor], gains[1][:, voter.actor]
        shift = 0.0 if voter.shift is None else voter.shift
        with np.errstate(invalid="ignore"):  # a step somebody refuses is worth minus infinity
            worth = np.where(weight > 0, first + weight * (both - first), first)
            size = sum(np.abs(np.nan_to_num(n, neginf=0.0)) for n in (first, both, floors[:, voter.actor]))
            tie = TIE * size * len(package)
            yes.append(np.asarray(worth >= shift - tie if problem.weakly else worth > shift + tie))
    return [float(p) for p in seen.passes(blank=True, instead=yes).mean(axis=1)]
