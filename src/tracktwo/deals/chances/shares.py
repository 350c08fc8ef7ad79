"""Shares of draws with what they leave open: chance of the draws, and the assumptions they average over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.vocabulary.utilities import Varied

    Floats = NDArray[np.float64]

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
    import numpy as np

    if varied.labels:
        means = []
        for k, label in enumerate(varied.labels):
            at = varied.values == k
            if at.sum() >= FEWEST:
                means.append((float(outcome[at].mean()), label))
        if len(means) < 2:
            return None
        low, high = min(means), max(means)
        return Swing(varied.name, varied.kind, low[1], low[0], high[1], high[0])
    if len(outcome) < 3 * FEWEST or varied.values.max() == varied.values.min():
        return None
    first, last = np.quantile(varied.values, (1 / 3, 2 / 3))
    span = float(varied.values.max() - varied.values.min())
    ends = (varied.values <= first, varied.values >= last)
    return Swing(
        varied.name,
        varied.kind,
        f"at most {_rounded(first, span)}",
        float(outcome[ends[0]].mean()),
        f"at least {_rounded(last, span)}",
        float(outcome[ends[1]].mean()),
    )


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
    share, draws = float(outcome.mean()), len(outcome)
    if draws == 1:
        return share, share
    found = [wilson(share, draws)]
    for one in swings(varied, outcome, "assumption"):
        found += [(min(one.p_low, one.p_high), max(one.p_low, one.p_high))]
    return min(low for low, _ in found), max(high for _, high in found)


def wilson(share: float, draws: int) -> tuple[float, float]:
    """Return the 90 percent interval of a share of ``draws`` independent draws (Wilson 1927)."""
    centre = share + Z * Z / (2 * draws)
    half = Z * (share * (1 - share) / draws + Z * Z / (4 * draws * draws)) ** 0.5
    scale = 1 + Z * Z / draws
    low, high = (centre - half) / scale, (centre + half) / scale
    return min(max(low, 0.0), share), max(min(high, 1.0), share)
