"""The Pareto frontier of an additive deal space of any size, without listing its deals.

A package that uses an inefficient partial package is itself inefficient, so the frontier over issues 1..k+1
is found among the sums of the frontier over 1..k and the efficient options of issue k+1 (Koca, de Jonge &
Baarslag 2024, "Search algorithms for automated negotiation in large domains", Annals of Mathematics and
Artificial Intelligence).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.deals.efficient import efficient, efficient_pairs, thin_pairs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.scaling import Scaled

    Ints = NDArray[np.int64]
    Index = NDArray[np.intp]

MAX_CANDIDATES = 20_000_000
MAX_WORK = 20_000_000_000


class TooLargeError(Exception):
    """The frontier has more points than can be held; solutions are then searched one by one."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """Every efficient utility vector once, with one package that reaches it.

    Attributes
    ----------
    values : int array, vectors x actors
        In the steps of the scale, capped.
    packages : int array, vectors x issues
        Positions of options.
    """

    values: Ints
    packages: Index

    def __len__(self) -> int:
        return len(self.values)


def merge(scaled: Scaled) -> Frontier:
    """Return the frontier of additive utilities.

    Raises
    ------
    TooLargeError
        If a step would compare more vectors than the limits allow.
    """
    actors = len(scaled.reservations)
    own = [efficient(part) for part in scaled.parts]
    order = sorted(range(len(own)), key=lambda i: len(own[i]))
    options = [scaled.parts[i][own[i]] for i in order]
    values, trace = (_merge_pairs if actors == 2 else _merge_many)(options, scaled.noise and 1)
    return finish(scaled, values, lambda rows: _retrace(rows, trace, order, own))


def finish(scaled: Scaled, values: Ints, packages_of: Callable[[Index], Index]) -> Frontier:
    """Cap the vectors, keep each that is efficient at half of 1e-9 once, and find the packages of those.

    Capping comes after merging: it keeps the order of any two packages weakly, so no efficient vector is
    lost, but vectors may become equal or beaten.
    """
    import numpy as np

    kept: Index | None = None
    if any(cap is not None for cap in scaled.caps):
        caps = np.array([2**62 if cap is None else cap for cap in scaled.caps], dtype=np.int64)
        if (values.max(axis=0) > caps).any():
            values = np.minimum(values, caps)
            kept = efficient(values)
    if scaled.step > 1:
        rows = values if kept is None else values[kept]
        close = (
            thin_pairs(rows, scaled.step // 2) if rows.shape[1] == 2 else efficient(rows, scaled.step // 2)
        )
        kept = close if kept is None else kept[close]
    if kept is None:
        kept = np.arange(len(values))
    return Frontier(values[kept], packages_of(kept))


def _merge_pairs(options: list[Ints], slack: int) -> tuple[Ints, list[tuple[Index, Index]]]:
    import numpy as np

    first, second = options[0][:, 0], options[0][:, 1]
    trace: list[tuple[Index, Index]] = []
    for option in options[1:]:
        width = len(first)
        if width * len(option) > MAX_CANDIDATES:
            raise TooLargeError
        # Options first: each option's sums are already in order, which sorting profits from.
        sums = (option[:, 0, None] + first).ravel()
        others = (option[:, 1, None] + second).ravel()
        kept = efficient_pairs(sums, others, slack)
        first, second = sums[kept], others[kept]
        trace.append(np.divmod(kept, width))
    return np.stack([first, second], axis=1), trace


def _merge_many(options: list[Ints], slack: int) -> tuple[Ints, list[tuple[Index, Index]]]:
    import numpy as np

    values = options[0]
    trace: list[tuple[Index, Index]] = []
    for option in options[1:]:
        width, candidates = len(values), len(values) * len(option)
        if candidates > MAX_CANDIDATES or candidates * width * values.shape[1] > MAX_WORK:
            raise TooLargeError
        sums = (option[:, None, :] + values[None, :, :]).reshape(-1, values.shape[1])
        kept = efficient(sums, slack)
        values = sums[kept]
        trace.append(np.divmod(kept, width))
    return values, trace


def _retrace(rows: Index, trace: list[tuple[Index, Index]], order: list[int], own: list[Index]) -> Index:
    """Return the packages of merged vectors, walking back through the merges."""
    import numpy as np

    packages = np.empty((len(rows), len(order)), dtype=np.intp)
    for issue, (option, before) in zip(reversed(order[1:]), reversed(trace), strict=True):
        packages[:, issue] = own[issue][option[rows]]
        rows = before[rows]
    packages[:, order[0]] = own[order[0]][rows]
    return packages
