"""Bargaining solutions one by one, where the frontier is too large to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.deals.branching import maximise
from tracktwo.deals.efficient import efficient
from tracktwo.deals.frontier import TooLargeError
from tracktwo.deals.scaling import Scaled, scale
from tracktwo.deals.scores import LogSum, Smallest
from tracktwo.errors import DealsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.analysis import Convention, Deal
    from tracktwo.vocabulary.utilities import Utilities

    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]

NAMES = ("nash", "kalai_smorodinsky", "egalitarian", "max_welfare")


@dataclass(frozen=True, slots=True)
class Found:
    """Solutions in words (None where no deal is rational for all, or none was found in time), with
    definitions.
    """

    nash: Deal | None
    kalai_smorodinsky: Deal | None
    egalitarian: Deal | None
    max_welfare: Deal | None
    definitions: dict[str, str]


def search(utilities: Utilities, convention: Convention, draw: int = 0) -> Found:
    """Return the solutions of additive utilities without their frontier.

    Raises
    ------
    DealsError
        If preferences are no plain sum.
    """
    from tracktwo.deals import analysis, solutions

    found: dict[str, Deal | None] = {}
    definitions = {
        "frontier": "too large to hold; not counted",
        "kalai_smorodinsky": f"{solutions.KALAI_SMORODINSKY['maximin']}; {solutions.IDEALS['all']}",
        "nash": "Nash (1950): the largest product of gains over disagreement; where no deal gives every "
        "party a gain, the "
        "egalitarian deal",
        "search": "each solution was found by branch and bound, or by HiGHS where that kept too much",
    }
    scaled = scale(utilities, draw)
    for name in NAMES:
        try:
            package = search_one(utilities, name, draw=draw, weights=convention.weights)
        except TooLargeError:
            found[name] = None
            definitions[name] = "not found: more partial deals remain than can be held"
            continue
        found[name] = (
            None if package is None else analysis.in_words(utilities, package[None, :], scaled, draw)[0]
        )
    return Found(**found, definitions=definitions)


def search_one(
    utilities: Utilities, name: str, *, draw: int = 0, weights: tuple[float, ...] | None = None
) -> Index | None:
    """Return the package of one solution; None where no deal is rational for all.

    Parameters
    ----------
    name : str
        nash, kalai_smorodinsky (lexicographic maximin of gain ratios, ideal point over all deals),
        egalitarian or max_welfare.

    Raises
    ------
    DealsError
        If preferences are no plain sum.
    TooLargeError
        If the search had to hold too much.
    """
    import numpy as np

    if not utilities.additive:
        raise DealsError(
            "the deals are too many",
            why="preferences with conditions over several issues can only be listed, and there are "
            f"{utilities.space.size:,} deals",
        )
    scaled = scale(utilities, draw)
    own = [efficient(part) for part in scaled.parts]
    options = [part[keep] / scaled.unit for part, keep in zip(scaled.parts, own, strict=True)]
    start = -scaled.reservations / scaled.unit
    cap = np.array([np.inf if c is None else c / scaled.unit for c in scaled.caps]) + start
    if name == "kalai_smorodinsky":
        ideal = np.minimum(start + sum(option.max(axis=0) for option in options), cap)
        if (ideal < -1e-9).any():
            return None
        able = ideal > 1e-9
        # A party that can gain nothing has no ratio, but still may not lose: any loss weighs a million times,
        # from 1.
        ratio = np.where(able, ideal, 1e-6)
        lift = np.where(able, 0.0, 1.0)
        options, start, cap = [option / ratio for option in options], start / ratio + lift, cap / ratio + lift
    if name == "max_welfare":
        from tracktwo.deals.milp import most_welfare

        chosen = most_welfare(options, start, cap)
    elif name == "nash":
        chosen = _nash(options, start, cap, weights)
    else:
        score, deals = maximise(options, start, Smallest(cap))
        chosen = None if score < -1e-9 else _leximin(options, start, cap, deals)
    if chosen is None:
        return None
    return np.array([keep[k] for keep, k in zip(own, chosen, strict=True)], dtype=np.intp)


def _nash(
    options: list[Floats], start: Floats, cap: Floats, weights: tuple[float, ...] | None
) -> Index | None:
    import numpy as np

    exponents = np.ones(len(start)) if weights is None else np.asarray(weights, dtype=np.float64)
    # In units of the most each could gain, the floors below mean the same for every party.
    most = np.minimum(start + sum(option.max(axis=0) for option in options), cap)
    unit = np.where(most > 0, most, 1.0)
    scaled, begin = [option / unit for option in options], start / unit
    for floor in (1e-6, 1e-9):
        _, deals = maximise(scaled, begin, LogSum(cap / unit, exponents, floor), smooth=True)
        chosen = _leximin(options, start, cap, deals)
        gains = begin + sum(option[k] for option, k in zip(scaled, chosen, strict=True))
        if (gains >= floor).all():
            return chosen
    # No deal gives every party a gain: the egalitarian deal, if nobody loses by it, is what can be said.
    score, deals = maximise(options, start, Smallest(cap))
    return None if score < -1e-9 else _leximin(options, start, cap, deals)


def _leximin(options: list[Floats], start: Floats, cap: Floats, deals: Index) -> Index:
    import numpy as np

    gains = start + sum(option[deals[:, issue]] for issue, option in enumerate(options))
    ordered = np.round(np.sort(np.minimum(gains, cap), axis=1), 10)
    best = max(range(len(deals)), key=lambda n: tuple(ordered[n].tolist()))
    return np.asarray(deals[best])


__all__ = ["Found", "Scaled", "search", "search_one"]
