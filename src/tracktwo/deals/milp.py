"""Linear questions about deals, put to HiGHS (Huangfu & Hall 2018) through SciPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]


def most_welfare(options: Sequence[Floats], start: Floats, cap: Floats) -> Index | None:
    """Return the deal with the largest sum of gains in which nobody loses; None where there is none.

    Parameters
    ----------
    options : sequence of arrays, one an issue, options x actors
    start : array, actors
        Gains before any issue is settled.
    cap : array, actors
        The most a gain may come to.
    """
    import numpy as np

    free = np.array([int(option.sum(axis=1).argmax()) for option in options], dtype=np.intp)
    gains = start + sum(option[k] for option, k in zip(options, free, strict=True))
    if (gains >= 0).all() and (gains <= cap).all():
        return free
    from scipy.optimize import Bounds, LinearConstraint, milp

    worths = np.concatenate(options)
    parts, actors = worths.shape
    one_each = np.zeros((len(options), parts + actors))
    position = 0
    for issue, option in enumerate(options):
        one_each[issue, position : position + len(option)] = 1.0
        position += len(option)
    most = start + sum(option.max(axis=0) for option in options)
    if (most <= cap).all():
        # Without caps in the way whole numbers suffice, which HiGHS settles faster and without a word on
        # stdout.
        brought, cost = (
            np.column_stack([worths.T, np.zeros((actors, actors))]),
            np.append(-worths.sum(axis=1), np.zeros(actors)),
        )
        whole, upper = np.ones(parts + actors), np.append(np.ones(parts), np.zeros(actors))
    else:
        # One variable an actor, its gain: at most what the options bring, at most the cap, at least nothing.
        brought = np.column_stack([worths.T, -np.eye(actors)])
        cost = np.append(np.zeros(parts), -np.ones(actors))
        whole, upper = (
            np.append(np.ones(parts), np.zeros(actors)),
            np.append(np.ones(parts), np.maximum(cap, 0)),
        )
    solved = milp(
        cost,
        constraints=[LinearConstraint(brought, -start, np.inf), LinearConstraint(one_each, 1, 1)],
        integrality=whole,
        bounds=Bounds(np.zeros(parts + actors), upper),
        options={"mip_rel_gap": 0},
    )
    if solved.x is None:
        return None
    chosen, position = [], 0
    for option in options:
        chosen.append(int(solved.x[position : position + len(option)].argmax()))
        position += len(option)
    return np.array(chosen, dtype=np.intp)
