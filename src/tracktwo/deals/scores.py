"""The scores that bargaining solutions maximise, with their tangents, for branch and bound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SHARPNESS = 300.0


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest gain: what the egalitarian solution maximises, and Kalai-Smorodinsky on gain ratios."""

    cap: Floats

    def value(self, gains: Floats) -> Floats:
        """Return the smallest gain."""
        import numpy as np

        return np.asarray(np.minimum(gains, self.cap).min(axis=-1))

    def soft(self, gains: Floats, level: float) -> Floats:
        """Return minus the sum of exp(-300 (gain - level)): all low gains count, the lowest most."""
        import numpy as np

        low = np.minimum(gains, self.cap) - level
        return np.asarray(-np.exp(np.minimum(-SHARPNESS * low, 50.0)).sum(axis=-1))

    def tangent(self, options: Sequence[Floats], start: Floats) -> tuple[float, Floats]:
        """Return the weights on actors that bound the smallest gain best (its linear dual)."""
        import numpy as np
        from scipy.optimize import linprog

        worths = np.concatenate(options)
        actors = len(start)
        cost = np.append(np.zeros(len(worths)), -1.0)
        one_each = np.zeros((len(options), len(worths) + 1))
        position = 0
        for issue, option in enumerate(options):
            one_each[issue, position : position + len(option)] = 1.0
            position += len(option)
        below = np.column_stack([-worths.T, np.ones(actors)])
        bounds = [(0, None)] * len(worths) + [(None, None)]
        solved = linprog(
            cost,
            A_ub=below,
            b_ub=start,
            A_eq=one_each,
            b_eq=np.ones(len(options)),
            bounds=bounds,
            method="highs",
        )
        weights = np.maximum(-solved.ineqlin.marginals, 0.0) if solved.status == 0 else np.ones(actors)
        total = float(weights.sum())
        return 0.0, weights / total if total > 0 else np.full(actors, 1.0 / actors)


@dataclass(frozen=True, slots=True)
class LogSum:
    """The weighted sum of logarithms of gains: what the Nash solution maximises.

    Below ``floor`` the logarithm goes on as its tangent, which keeps the score concave and finite; where the
    best deal leaves every gain above the floor, it is the best by the logarithm itself, which lies below.
    """

    cap: Floats
    weights: Floats
    floor: float

    def value(self, gains: Floats) -> Floats:
        """Return the weighted sum of logarithms."""
        import numpy as np

        gains = np.minimum(gains, self.cap)
        above = np.maximum(gains, self.floor)
        return np.asarray((np.log(above) + (gains - above) / self.floor) @ self.weights)

    def soft(self, gains: Floats, level: float) -> Floats:  # noqa: ARG002
        """Return the score itself, which is smooth."""
        return self.value(gains)

    def tangent(self, options: Sequence[Floats], start: Floats) -> tuple[float, Floats]:
        """Return the tangent at the best mixture of options (Frank-Wolfe on the continuous relaxation)."""
        import numpy as np

        gains = np.minimum(start + sum(option.mean(axis=0) for option in options), self.cap)
        steps = np.linspace(0.0, 1.0, 33)[1:, None]
        for _ in range(60):
            slope = self.weights / np.maximum(gains, self.floor)
            vertex = start + sum(option[(option @ slope).argmax()] for option in options)
            line = gains + steps * (np.minimum(vertex, self.cap) - gains)
            scores = self.value(line)
            best = int(scores.argmax())
            if scores[best] <= self.value(gains) + 1e-13:
                break
            gains = line[best]
        slope = self.weights / np.maximum(gains, self.floor)
        return float(self.value(gains) - slope @ gains), slope
