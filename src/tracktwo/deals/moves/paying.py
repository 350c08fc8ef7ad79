"""Payments that would let a package pass, where a user declared money an issue; only between parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracktwo.case.actors import actor_key, members
from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.moves.replies import Payments
from tracktwo.preferences.streams import Streams

if TYPE_CHECKING:
    from tracktwo.case import Case
    from tracktwo.deals.chances.closely import Close
    from tracktwo.deals.chances.problem import Problem


def persons_paid(case: Case) -> tuple[str, ...]:
    """Return the persons, and those affected, to whom some proposal would have the money go, by name."""
    if case.money is None:
        return ()
    names = dict(named_actors(case))
    persons = {*members(case), *case.affected}
    getters = (
        p.terms[case.money.issue].getter for p in case.proposals.values() if case.money.issue in p.terms
    )
    found = (actor_key(case, getter) for getter in getters)
    return tuple(dict.fromkeys(names[key] for key in found if key in persons))


def payments(problem: Problem, seen: Close) -> Payments | None:
    """Return what each party would have to receive to be no worse off than without a deal.

    Null where money is not a declared issue of the case, or the worth of money to some party is not given.
    Only parties take part; where a proposal would have the money go to a person, nothing is computed.
    """
    import numpy as np

    case, actors = problem.case, problem.utilities.actors
    unvalued = any(key not in actors or case.values[key].money is None for key in case.parties)
    if case.money is None or unvalued or persons_paid(case):
        return None
    streams = Streams(problem.draws, problem.seed)
    names = dict(named_actors(case))
    told: dict[str, float] = {}
    needed, surplus = np.zeros(problem.draws), np.zeros(problem.draws)
    for key in case.parties:
        span = case.values[key].money
        assert span is not None
        worth = streams.within(span, key, "money")
        gain = seen.gains[:, actors.index(key)]
        if (worth <= 0).any() or not np.isfinite(gain).all():
            return None
        short = np.maximum(-gain, 0) / worth
        needed = needed + short
        surplus = surplus + np.maximum(gain, 0) / worth
        told[names[key]] = float(np.median(short))
    share = float(np.mean(needed <= surplus * (1 + 1e-12)))
    return Payments(
        issue=case.issues[case.money.issue].name, unit=case.money.unit, needed=told, p_feasible=share
    )
