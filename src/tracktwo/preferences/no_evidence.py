"""What the numbers would be if nothing at all were known of anybody's preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracktwo.case.packages import NO_CHANGE
from tracktwo.preferences.streams import Streams
from tracktwo.vocabulary.utilities import DealSpace, Utilities

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DEFINITION = (
    "no evidence: each actor is for or against more of each issue with equal chance, with exponentially "
    "distributed weight, in even steps along the options; no deal is worth a normal draw whose scale is half "
    "a typical issue's range"
)
RESERVATION_SCALE = 0.5


def no_evidence(space: DealSpace, actors: Sequence[str], draws: int = 4000, seed: int = 0) -> Utilities:
    """Return draws of preferences of which nothing is known (``DEFINITION``).

    Parameters
    ----------
    space : DealSpace
    actors : sequence of str
    draws : int
    seed : int

    Returns
    -------
    Utilities
        The same draws for the same seed and names.
    """
    import numpy as np

    streams = Streams(draws, seed)
    worths = np.zeros((draws, len(actors), space.parts))
    reservations = np.zeros((draws, len(actors)))
    for column, actor in enumerate(actors):
        for issue, start in zip(space.issues, space.offsets, strict=True):
            rng = streams.generator("no evidence", actor, issue.name)
            slope = rng.exponential(size=draws) * rng.choice((-1.0, 1.0), size=draws)
            places = _places(issue.options)
            worths[:, column, start : start + len(places)] = slope[:, None] * places
        rng = streams.generator("no evidence", actor)
        reservations[:, column] = RESERVATION_SCALE * rng.standard_normal(draws)
    return Utilities(space, tuple(actors), worths, reservations, basis="inferred")


def _places(options: tuple[str, ...]) -> Floats:
    """Return where each option stands: *no change* at 0, the others in even steps up to 1."""
    import numpy as np

    start = 0 if NO_CHANGE in options else -1
    ranks = np.arange(len(options)) - start
    if NO_CHANGE in options:
        ranks = ranks - options.index(NO_CHANGE)
    return np.asarray(ranks / max(int(np.abs(ranks).max(initial=0)), 1))
