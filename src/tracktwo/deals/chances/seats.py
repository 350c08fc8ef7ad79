"""Seats nobody has values for: drawn around their body's tendency, counted by order statistics.

A seat says yes where gain + spread x L > 0 with L a standard logistic draw of its own. At least j of n seats
say yes exactly where gain > -spread x (the j-th largest L), so one shift of the body's reservation value per
draw says what all its unheard seats do, on every package at once and whatever their number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

# Sizes averaged over where nobody reports how many seats a body has.
SIZES = (5, 7, 9, 15, 25, 51, 101)


def shifts(needs: Ints, seats: Ints, spread: float, rng: np.random.Generator) -> Floats:
    """Return by how much the gain must exceed 0 for enough unheard seats to say yes.

    Parameters
    ----------
    needs : int array, draws x cases
        How many of the unheard seats are needed; any number of cases at once, whose seats are the same
        people.
    seats : int array, draws
        How many unheard seats there are.
    spread : float
        Scale of the logistic distribution of seats around the tendency, 0 or more.
    rng : numpy Generator

    Returns
    -------
    float array, draws x cases
        -inf where none is needed, inf where more are needed than there are.
    """
    import numpy as np

    found = np.zeros(needs.shape)
    if spread > 0:
        for size in np.unique(seats):
            rows = np.flatnonzero(seats == size)
            found[rows] = -spread * _logistic(needs[rows], int(size), rng)
    found[needs <= 0] = -np.inf
    found[needs > seats[:, None]] = np.inf
    return found


def _logistic(needs: Ints, size: int, rng: np.random.Generator) -> Floats:
    """Return the ``needs``-th largest of ``size`` logistic draws, the same sample within a row.

    Uniform order statistics by gamma spacings (Renyi 1953): the k-th smallest of n is G_k / G_(n+1), where
    G_k is a sum of k exponential draws.
    """
    import numpy as np

    if size < 1:
        return np.zeros(needs.shape)
    kth = size + 1 - np.clip(needs, 1, size)  # counted from the smallest
    order = np.argsort(kth, axis=1)
    sorted_kth = np.take_along_axis(kth, order, axis=1)
    steps = np.diff(sorted_kth, axis=1, prepend=0)
    sums = np.cumsum(np.where(steps > 0, rng.standard_gamma(np.maximum(steps, 1)), 0.0), axis=1)
    rest = rng.standard_gamma(size + 1 - sorted_kth[:, -1])
    share = sums / (sums[:, -1] + rest)[:, None]
    drawn = np.empty(share.shape)
    np.put_along_axis(drawn, order, np.log(share) - np.log1p(-share), axis=1)
    return drawn
