"""Shares of draws with what they leave open: chance of the draws, and the assumptions they average over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.vocabulary.utilities import Varied

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Index = NDArray[np.intp]

Z = 1.6449  # 90 percent of a normal distribution lie within
FEWEST = 20  # draws from which a conditional share is told


@dataclass(frozen=True, slots=True)
class Swing:
    """What a result is at the two ends of one thing that varies: its share there, and what the ends are."""

    name: str
    kind: str
    low_end: str
    p_low: float
    high_end: str
    p_high: float

    @property
    def width(self) -> float:
        """How far the result moves."""
        return abs(self.p_high - self.p_low)


def swing(varied: Varied, outcome: Floats) -> Swing | None:
    """Return how a result moves with one thing that varies.

    Parameters
    ----------
    varied : Varied
    outcome : float array, draws
        The result in each draw, 0 to 1.

    Returns
    -------
    Swing or None
        For a number, the mean result in its lowest and its highest third; for a choice, at the choices with
        the least and the greatest mean. None where too few draws stand at an end.
    """
    ends = [(float(outcome[at].mean()), words) for at, words in _ends(varied)]
    if not ends:
        return None
    low, high = (min(ends), max(ends)) if varied.labels else ends
    return Swing(varied.name, varied.kind, low[1], low[0], high[1], high[0])


def _ends(varied: Varied) -> list[tuple[Flags, str]]:
    """Return the draws at the ends of one thing that varies, with words; none where too few stand there."""
    import numpy as np

    if varied.labels:
        found = [(varied.values == k, label) for k, label in enumerate(varied.labels)]
        found = [(at, label) for at, label in found if at.sum() >= FEWEST]
        return found if len(found) > 1 else []
    if len(varied.values) < 3 * FEWEST or varied.values.max() == varied.values.min():
        return []
    first, last = np.quantile(varied.values, (1 / 3, 2 / 3))
    span = float(varied.values.max() - varied.values.min())
    return [
        (varied.values <= first, f"at most {_rounded(first, span)}"),
        (varied.values >= last, f"at least {_rounded(last, span)}"),
    ]


def _rounded(number: float, span: float) -> str:
    """Return a number as text, without digits that mean nothing over its range."""
    return f"{0.0 if abs(number) < span / 500 else number:.3g}"


def swings(varied: tuple[Varied, ...], outcome: Floats, kind: str | None = None) -> Iterator[Swing]:
    """Yield how a result moves with each thing that varies, of one kind or of all."""
    for one in varied:
        found = swing(one, outcome) if kind is None or one.kind == kind else None
        if found is not None:
            yield found


def bounds(varied: tuple[Varied, ...], outcome: Floats) -> tuple[float, float]:
    """Return the least and the greatest share that draws and assumptions leave open.

    The ends are the lowest and highest of the share under every assumption, each with the 90 percent
    interval of a share of that many draws (Wilson 1927); with a single draw nothing is left open by chance.
    """
    import numpy as np

    share, draws = float(outcome.mean()), len(outcome)
    if draws == 1:
        return share, share
    low, high = wilson(share, draws)
    rows, starts = _assumed(_Same(varied))
    if not len(starts):
        return low, high
    means = np.add.reduceat(outcome[rows], starts) / np.diff([*starts.tolist(), len(rows)])
    return min(low, float(means.min())), max(high, float(means.max()))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """Things that vary, told apart by which object they are."""

    held: tuple[Varied, ...]

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.held is self.held


@lru_cache(maxsize=2)
def _assumed(same: _Same) -> tuple[Index, Index]:
    """Return the draws at both ends of each assumption, one stretch after another, and where each starts."""
    import numpy as np

    found = [np.flatnonzero(end) for one in same.held if one.kind == "assumption" for end, _ in _ends(one)]
    starts = np.cumsum([0, *(len(rows) for rows in found)], dtype=np.intp)
    return np.concatenate([*found, np.empty(0, dtype=np.intp)]), starts[:-1]


def wilson(share: float, draws: int) -> tuple[float, float]:
    """Return the 90 percent interval of a share of ``draws`` independent draws (Wilson 1927)."""
    centre = share + Z * Z / (2 * draws)
    half = Z * (share * (1 - share) / draws + Z * Z / (4 * draws * draws)) ** 0.5
    scale = 1 + Z * Z / draws
    low, high = (centre - half) / scale, (centre + half) / scale
    return min(max(low, 0.0), share), max(min(high, 1.0), share)
