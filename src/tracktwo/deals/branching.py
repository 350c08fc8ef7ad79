"""The best deal by a concave score of gains, by branch and bound, where the frontier is too large to hold.

A concave score lies below each of its tangents, and the largest value of a tangent over the issues still open
is a sum of one maximum an issue. Such bounds, from the continuous relaxations of several subproblems, prune
partial deals issue by issue; a beam and a local search find a good deal first, so that there is something to
prune against.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Protocol

from tracktwo.deals.frontier import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]
    Flags = NDArray[np.bool_]
    Choices = NDArray[np.int16]

TOLERANCE = 1e-11
MAX_STATES = 3_000_000
BEAM = 1000
STARTS = 24
RESTARTS = 120
CROWD = 1000  # partial deals beyond which another bound is worth computing
NEW_BOUNDS = 8


class Score(Protocol):
    """A concave, increasing score of gains, and where its continuous relaxation peaks."""

    def value(self, gains: Floats) -> Floats:
        """Return the score of gains (.. x actors)."""
        ...

    def soft(self, gains: Floats, level: float) -> Floats:
        """Return a smooth stand-in for the score near ``level``, for climbing."""
        ...

    def tangent(self, options: Sequence[Floats], start: Floats) -> tuple[float, Floats]:
        """Return ``(c, l)`` with score(gains) <= c + l . gains everywhere, tight for these options after
        ``start``.
        """
        ...


@dataclass(slots=True)
class Bounds:
    """Tangents of a score, with the most each can add over the issues still open."""

    options: Sequence[Floats]
    tangents: list[tuple[float, Floats, Floats]] = field(default_factory=list)

    def add(self, constant: float, slope: Floats) -> None:
        """Add a tangent."""
        import numpy as np

        most = np.array([float((option @ slope).max()) for option in self.options])
        self.tangents.append((constant, slope, np.append(np.cumsum(most[::-1])[::-1], 0.0)))

    def of(self, sums: Floats, level: int) -> Floats:
        """Return the least bound of partial deals (partial deals x actors) with ``level`` issues settled."""
        import numpy as np

        slopes = np.array([slope for _, slope, _ in self.tangents])
        constants = np.array([constant + rest[level] for constant, _, rest in self.tangents])
        return np.asarray((sums @ slopes.T + constants).min(axis=1))

    def hopeful(self, number: int, sums: Floats, option: Floats, level: int, best: float) -> Flags:
        """Return which partial deals x options tangent ``number`` lets reach ``best``.

        ``level`` issues are settled once the option is taken; what it adds is weighed once, not once a
        partial deal.
        """
        import numpy as np

        constant, slope, rest = self.tangents[number]
        # Large terms that cancel leave an error in proportion to them.
        largest = float(np.abs(sums).max(initial=1.0)) + float(np.abs(option).max())
        error = 1e-14 * (abs(constant) + largest * float(slope.sum()))
        least = best - TOLERANCE * max(1.0, abs(best)) - error - (constant + rest[level])
        return np.asarray(np.greater_equal.outer(sums @ slope - least, -(option @ slope)))


def maximise(
    options: Sequence[Floats], start: Floats, score: Score, *, smooth: bool = False
) -> tuple[float, Index]:
    """Return the best score and every deal that reaches it (within 1e-11, or that part of it where it is
    large).

    Parameters
    ----------
    options : sequence of arrays, one an issue, options x actors
        What each option adds to each actor's gain.
    start : array, actors
        Gains before any issue is settled.
    score : Score
    smooth : bool
        Whether the score itself is good to climb on; a minimum is not.

    Returns
    -------
    float, int array (deals x issues)

    Raises
    ------
    TooLargeError
        If more partial deals remain than can be held.
    """
    import numpy as np

    constant, slope = score.tangent(options, start)
    order = sorted(range(len(options)), key=lambda i: -_regret(options[i] @ slope))
    settled = [options[i] for i in order]
    bounds = Bounds(settled)
    bounds.add(constant, slope)
    best = _first_good(settled, start, score, bounds, smooth)
    sums, choices = start[None, :], np.empty((1, 0), dtype=np.int16)
    rng, nothing = np.random.default_rng(0), np.zeros((1, len(start)))
    for level, option in enumerate(settled, 1):
        keep = np.ones((len(sums), len(option)), dtype=np.bool_)
        for number in range(len(bounds.tangents)):
            keep &= bounds.hopeful(number, sums, option, level, best)
        sums, choices = _expand(sums, choices, option, keep)
        tries = 0
        while len(sums) > CROWD and level < len(settled) and tries < NEW_BOUNDS:
            bounds.add(*score.tangent(settled[level:], sums[rng.integers(len(sums))]))
            keep = bounds.hopeful(-1, sums, nothing, level, best)[:, 0]
            sums, choices = sums[keep], choices[keep]
            tries += 1 if float(keep.mean()) < 0.96 else NEW_BOUNDS
        if len(sums) * (len(settled[level]) if level < len(settled) else 1) > MAX_STATES:
            raise TooLargeError
    scores = score.value(sums)
    winners = scores >= scores.max() - TOLERANCE * max(1.0, abs(best))
    packages = np.empty((int(winners.sum()), len(options)), dtype=np.intp)
    packages[:, order] = choices[winners]
    return float(scores.max()), packages


def _regret(worths: Floats) -> float:
    """Return what the second best option of an issue loses: issues where that is much are settled first."""
    import numpy as np

    return float(np.diff(np.sort(worths)[-2:])[0]) if len(worths) > 1 else float("inf")


def _expand(sums: Floats, choices: Choices, option: Floats, keep: Flags) -> tuple[Floats, Choices]:
    """Return the partial deals with one more issue settled that ``keep`` (partial deals x options) names."""
    import numpy as np

    parents, taken = np.nonzero(keep)
    return sums[parents] + option[taken], np.column_stack([choices[parents], taken.astype(np.int16)])


def _first_good(
    settled: Sequence[Floats], start: Floats, score: Score, bounds: Bounds, smooth: bool
) -> float:
    """Return the score of a good deal, found by beam search, pairwise exchanges and restarts."""
    import numpy as np

    sums, choices = start[None, :], np.empty((1, 0), dtype=np.int16)
    for level, option in enumerate(settled, 1):
        every = np.ones((len(sums), len(option)), dtype=np.bool_)
        sums, choices = _expand(sums, choices, option, every)
        hope = bounds.of(sums, level)
        if len(sums) > BEAM:
            top = np.argpartition(-hope, BEAM)[:BEAM]
            sums, choices, hope = sums[top], choices[top], hope[top]
        if level % 2 and level < len(settled) and len(sums) >= STARTS:
            bounds.add(*score.tangent(settled[level:], sums[hope.argmax()]))
    scores = score.value(sums)
    best = float(scores.max())
    climb = _Climb(settled, start, score)
    ends = [
        climb.run(choices[n].astype(np.intp), best) for n in np.argsort(-scores)[: 4 if smooth else STARTS]
    ]
    top_score, packed = max(ends, key=lambda end: end[0])
    best = max(best, top_score)
    rng = np.random.default_rng(0)
    for _ in range(0 if smooth else RESTARTS):
        shaken = packed.copy()
        for issue in rng.choice(len(settled), size=min(int(rng.integers(3, 8)), len(settled)), replace=False):
            shaken[issue] = rng.integers(len(settled[issue]))
        found, deal = climb.run(shaken, best)
        best = max(best, found)
        if found >= top_score:
            top_score, packed = found, deal
    return best


class _Climb:
    """Steepest ascent by changing two issues at once."""

    def __init__(self, settled: Sequence[Floats], start: Floats, score: Score) -> None:
        import numpy as np

        self.settled, self.start, self.score = settled, start, score
        self.pairs = list(combinations(range(len(settled)), 2)) or [(0, 0)]
        self.first = np.concatenate([np.full(self._moves(a, b), a) for a, b in self.pairs])
        self.second = np.concatenate([np.full(self._moves(a, b), b) for a, b in self.pairs])
        self.to_first = np.concatenate(
            [np.repeat(np.arange(len(settled[a])), len(settled[b])) for a, b in self.pairs]
        )
        self.to_second = np.concatenate(
            [np.tile(np.arange(len(settled[b])), len(settled[a])) for a, b in self.pairs]
        )
        width = max(len(option) for option in settled)
        self.table = np.zeros((len(settled), width, len(start)))
        for issue, option in enumerate(settled):
            self.table[issue, : len(option)] = option
        self.single = len(settled) == 1

    def _moves(self, a: int, b: int) -> int:
        return len(self.settled[a]) * len(self.settled[b])

    def run(self, choice: Index, level: float) -> tuple[float, Index]:
        """Return the best score met on the way up from a deal, and the deal at the top."""
        import numpy as np

        choice = choice.copy()
        issues = np.arange(len(self.settled))
        sums = self.start + self.table[issues, choice].sum(axis=0)
        best = float(self.score.value(sums))
        if self.single:
            return float(self.score.value(self.start + self.table[0, : len(self.settled[0])]).max()), choice
        current = float(self.score.soft(sums, level))
        while True:
            change = self.table - self.table[issues, choice][:, None, :]
            around = sums + change[self.first, self.to_first] + change[self.second, self.to_second]
            soft = self.score.soft(around, level)
            move = int(soft.argmax())
            if not soft[move] > current + 1e-12 * max(abs(current), 1.0):
                return best, choice
            current, sums = float(soft[move]), around[move]
            choice[self.first[move]] = self.to_first[move]
            choice[self.second[move]] = self.to_second[move]
            best = max(best, float(self.score.value(sums)))
