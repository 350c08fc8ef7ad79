"""Bargaining solutions among listed utility vectors (a frontier): one function a solution, exact in its ties.

Each takes a ``Field``: the gains of deals over the disagreement point, among the deals that every party
weakly prefers to it. Ties are broken by the lexicographic maximin of gains (or of gain ratios), then by
position.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]

RELATIVE = 1e-12

NASH = (
    "Nash (1950): the largest product of gains over disagreement; where no deal gives every party a gain, "
    "the most "
    "parties with a gain, then the largest product of theirs"
)
EGALITARIAN = (
    "egalitarian (Kalai 1977; lexicographic: Imai 1983, Sen 1970): the largest smallest gain over "
    "disagreement, then "
    "the largest second smallest, and so on"
)
WELFARE = "maximal welfare: the largest sum of utilities"
KALAI_SMORODINSKY = {
    "spread": "Kalai-Smorodinsky (1975) as equal gain ratios: among efficient deals the least difference "
    "between the "
    "largest and the smallest gain, each divided by the gain at the ideal point",
    "maximin": "Kalai-Smorodinsky (1975), lexicographic maximin of gain ratios (Imai 1983): the largest "
    "smallest gain "
    "divided by the gain at the ideal point, then the largest second smallest",
}
IDEALS = {
    "all": "ideal point: the most each party can have in any deal",
    "rational": "ideal point: the most each party can have in a deal that every party weakly prefers to "
    "disagreement",
}


@dataclass(frozen=True, slots=True)
class Field:
    """The deals that every party weakly prefers to disagreement, as gains.

    Attributes
    ----------
    rows : int array
        Positions of these deals in the frontier they come from.
    gains : int array, deals x actors
        In steps; at least 0.
    slack : int
        Steps within which gains are the same.
    """

    rows: Index
    gains: Ints
    slack: int = 0


def field(values: Ints, disagreement: Ints, slack: int = 0) -> Field:
    """Return the rational part of ``values`` (deals x actors) as gains over ``disagreement`` (actors)."""
    import numpy as np

    gains = values - disagreement
    rows = np.flatnonzero(gains.min(axis=1) >= -slack)
    return Field(rows, np.maximum(gains[rows], 0), slack)


def nash(deals: Field, weights: Sequence[float] | None = None) -> int | None:
    """Return the position (in the frontier) of the Nash solution; weighted if ``weights`` (one a party) are
    given.

    Returns
    -------
    int or None
        None where no deal is rational for all.
    """
    import numpy as np

    if not len(deals.rows):
        return None
    gains = deals.gains.astype(np.float64)
    candidates = np.arange(len(gains))
    positive = deals.gains > deals.slack
    if not positive.all(axis=1).any():
        counts = positive.sum(axis=1)
        candidates = np.flatnonzero(counts == counts.max())
        gains = np.where(positive, gains, 1.0)[candidates]
    if weights is None:
        score = np.prod(gains / max(float(gains.max()), 1.0), axis=1)
    else:
        with np.errstate(divide="ignore"):
            score = np.exp(
                np.log(gains / max(float(gains.max()), 1.0)) @ np.asarray(weights, dtype=np.float64)
            )
    best = candidates[score >= score.max() * (1 - RELATIVE)]
    return int(deals.rows[_leximin(deals.gains, best, deals.slack)])


def kalai_smorodinsky(deals: Field, ideal: Ints, rule: Literal["spread", "maximin"] = "spread") -> int | None:
    """Return the position of the Kalai-Smorodinsky solution by gain ratios.

    Parameters
    ----------
    deals : Field
    ideal : int array, actors
        The gain of each party at the ideal point, in steps. A party that can gain nothing has no ratio and is
        left out.
    rule : "spread" or "maximin"
        On a discrete set no deal gives exactly equal ratios: either the least spread of ratios or their
        lexicographic maximin.
    """
    import numpy as np

    if not len(deals.rows):
        return None
    able = ideal > deals.slack
    if not able.any():
        return int(deals.rows[0])
    ratios = deals.gains[:, able] / ideal[able]
    candidates = np.arange(len(ratios))
    if rule == "spread":
        spread = ratios.max(axis=1) - ratios.min(axis=1)
        candidates = np.flatnonzero(spread <= spread.min() + 1e-11)
    return int(deals.rows[_leximin(ratios, candidates, RELATIVE)])


def egalitarian(deals: Field) -> int | None:
    """Return the position of the deal whose gains, sorted, are lexicographically largest."""
    import numpy as np

    if not len(deals.rows):
        return None
    return int(deals.rows[_leximin(deals.gains, np.arange(len(deals.gains)), deals.slack)])


def max_welfare(deals: Field, weights: Sequence[float] | None = None) -> int | None:
    """Return the position of the deal with the largest (weighted) sum of utilities."""
    import numpy as np

    if not len(deals.rows):
        return None
    if weights is None:
        total = deals.gains.sum(axis=1)
        best = np.flatnonzero(total >= total.max() - deals.slack)
    else:
        score = deals.gains @ np.asarray(weights, dtype=np.float64)
        best = np.flatnonzero(score >= score.max() * (1 - RELATIVE))
    return int(deals.rows[_leximin(deals.gains, best, deals.slack)])


def _leximin(scores: Ints | Floats, candidates: Index, slack: float) -> int:
    """Return the candidate row whose sorted scores are lexicographically largest."""
    import numpy as np

    if len(candidates) == 1:
        return int(candidates[0])
    low = scores[candidates].min(axis=1)
    candidates = candidates[low >= low.max() - slack]
    if len(candidates) == 1:
        return int(candidates[0])
    ordered = np.sort(scores[candidates], axis=1)
    for column in range(1, scores.shape[1]):
        now = ordered[:, column]
        stay = now >= now.max() - slack
        candidates, ordered = candidates[stay], ordered[stay]
    return int(candidates[0])
