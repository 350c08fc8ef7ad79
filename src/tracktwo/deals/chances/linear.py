"""All packages as the solutions of a mixed-integer program: one option of every issue, combinations kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.chances.constraints import Constraint, Constraints, When

    Index = NDArray[np.intp]

NODES = 5000  # of branch and bound: beyond, nothing is said
FOUND, INFEASIBLE = 0, 2  # what scipy calls them
Term = tuple[int, float]


def possible(kept: Sequence[Index], constraints: Constraints) -> bool:
    """Say whether some package of options ``kept`` keeps every combination."""
    found = Linear(kept, constraints).solve({})
    return found is None or bool(len(found))


class Linear:
    """Variables and rows ``low <= sum of coefficients times variables``, the first variables the options."""

    def __init__(self, kept: Sequence[Index], constraints: Constraints) -> None:
        import numpy as np

        self.kept = kept
        self.starts: list[int] = np.cumsum([0, *(len(k) for k in kept)]).tolist()
        self.size: int = self.starts[-1]
        self.places: list[tuple[int, int]] = []
        self.numbers: list[float] = []
        self.low: list[float] = []
        self.nodes = 0  # of branch and bound, over all calls
        for constraint in constraints.of:
            self._keep(constraint)

    def new(self) -> int:
        """Return one more variable, 0 or 1."""
        self.size += 1
        return self.size - 1

    def add(self, terms: Iterable[Term], low: float) -> None:
        """Add one row."""
        row = len(self.low)
        for variable, number in terms:
            self.places.append((row, variable))
            self.numbers.append(number)
        self.low.append(low)

    def forget(self, rows: int) -> None:
        """Drop all rows but the first ones."""
        kept = sum(1 for row, _ in self.places if row < rows)
        del self.places[kept:], self.numbers[kept:], self.low[rows:]

    def parts(self, issue: int, options: Iterable[int]) -> list[int]:
        """Return the variables of some options of an issue."""
        wanted = set(options)
        return [self.starts[issue] + n for n, k in enumerate(self.kept[issue].tolist()) if k in wanted]

    def held(self, when: When, number: float) -> list[Term]:
        """Return the options of a condition, each with a coefficient."""
        return [(part, number) for issue, options in when for part in self.parts(issue, options)]

    def solve(self, fixed: dict[int, float]) -> Index | None:
        """Return a package (positions of options), empty where there is none, null where that is not found.

        Parameters
        ----------
        fixed : dict
            What some of the variables must be.
        """
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        lower, upper = np.zeros(self.size), np.ones(self.size)
        for variable, value in fixed.items():
            lower[variable] = upper[variable] = value
        ends = list(zip(self.starts, self.starts[1:], strict=False))
        one_each = [(n, part) for n, (a, b) in enumerate(ends) for part in range(a, b)]
        whole = _matrix(one_each, [1.0] * len(one_each), (len(ends), self.size))
        limits = [LinearConstraint(whole, 1, 1)]
        if self.low:
            rows = _matrix(self.places, self.numbers, (len(self.low), self.size))
            limits.append(LinearConstraint(rows, np.array(self.low), np.inf))
        found = milp(
            np.zeros(self.size),
            integrality=np.ones(self.size),
            bounds=Bounds(lower, upper),
            constraints=limits,
            options={"node_limit": NODES},
        )
        self.nodes += int(found.get("mip_node_count") or 0)
        if found.status == INFEASIBLE:
            return np.empty(0, dtype=np.intp)
        if found.status != FOUND or found.x is None:
            return None
        taken = [int(np.argmax(found.x[a:b])) for a, b in ends]
        return np.array([options[n] for options, n in zip(self.kept, taken, strict=True)], dtype=np.intp)

    def _keep(self, one: Constraint) -> None:
        """Add "where if holds, then must": sums of chosen options, each at most 1."""
        conditions = len(one.if_) - 1
        if not one.then:
            self.add(self.held(one.if_, -1.0), -conditions)
        for issue, options in one.then:
            then = [(part, 1.0) for part in self.parts(issue, options)]
            self.add([*self.held(one.if_, -1.0), *then], -conditions)


def _matrix(places: Sequence[tuple[int, int]], numbers: Sequence[float], shape: tuple[int, int]) -> Any:
    from scipy.sparse import csr_array

    rows, columns = zip(*places, strict=True) if places else ((), ())
    return csr_array((numbers, (rows, columns)), shape=shape)


__all__ = ["Linear", "possible"]
