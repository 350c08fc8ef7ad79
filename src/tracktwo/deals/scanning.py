"""Frontiers of two parties with preferences made of boxes, point by point, where partial deals are too many
to hold.

The epsilon-constraint method (Haimes, Lasdon & Wismer 1971): the most the first party can have where the
second has more than at the last point, then the most the second can have beside that. Each is a mixed-integer
linear question for HiGHS.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracktwo.deals.frontier import Frontier, TooLargeError, finish

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.scaling import Scaled
    from tracktwo.vocabulary.utilities import Utilities

    Index = NDArray[np.intp]
    Floats = NDArray[np.float64]

SECONDS = 120.0
STEP = 1e-4  # in units of the smallest box: points of the second party nearer than this count as one


@dataclass(frozen=True, slots=True)
class _Model:
    """Which options and boxes go together, and what both are worth."""

    classes: list[Index]
    matrix: Any
    low: Floats
    high: Floats
    worths: Floats
    options: int


def frontier_by_scanning(utilities: Utilities, scaled: Scaled, classes: list[Index]) -> Frontier:
    """Return the frontier of two parties whose value is the sum of the boxes a deal lies in.

    Raises
    ------
    TooLargeError
        If there are not two parties, or two minutes do not suffice.
    """
    import numpy as np

    from tracktwo.deals import listing

    if len(utilities.actors) != 2:
        raise TooLargeError
    model = _model(utilities, classes)
    until = time.monotonic() + SECONDS
    packages: list[Index] = []
    least = np.array([-np.inf, -np.inf])
    while True:
        first = _best(model, 0, least, until)
        if first is None:
            break
        least = np.array([_worth(model, first)[0] - STEP / 10, least[1]])
        second = _best(model, 1, least, until)
        chosen = first if second is None else second
        package = np.array(
            [one[k] for one, k in zip(classes, _options(model, chosen), strict=True)], dtype=np.intp
        )
        packages.append(package)
        least = np.array([-np.inf, _worth(model, chosen)[1] + STEP])
    found = np.array(packages)
    worths = listing.values(utilities, scaled, found)
    from tracktwo.deals.efficient import efficient

    kept = efficient(worths)
    return finish(scaled, worths[kept], lambda rows: found[kept[rows]])


def _model(utilities: Utilities, classes: list[Index]) -> _Model:
    import numpy as np
    from scipy.sparse import lil_matrix

    starts = np.cumsum([0, *map(len, classes)])
    options, boxes = int(starts[-1]), len(utilities.rules)
    rows: list[dict[int, float]] = []
    bounds: list[tuple[float, float]] = []
    for issue in range(len(classes)):
        rows.append({int(n): 1.0 for n in range(starts[issue], starts[issue + 1])})
        bounds.append((1.0, 1.0))
    worths = np.zeros((2, options + boxes))
    for n, rule in enumerate(utilities.rules):
        worths[rule.actor, options + n] = rule.worth
        inside = [
            [int(starts[i] + k) for k, option in enumerate(classes[i].tolist()) if option in allowed]
            for i, allowed in rule.when
        ]
        for part in inside if rule.worth > 0 else ():
            # A box counts only if the deal lies in it, issue by issue; worth something, it will if it may.
            rows.append({options + n: 1.0} | dict.fromkeys(part, -1.0))
            bounds.append((-np.inf, 0.0))
        if rule.worth < 0:
            rows.append({options + n: -1.0} | {k: 1.0 for part in inside for k in part})
            bounds.append((-np.inf, len(inside) - 1.0))
    matrix = lil_matrix((len(rows), options + boxes))
    for r, row in enumerate(rows):
        for column, value in row.items():
            matrix[r, column] = value
    sizes = np.abs(worths[worths != 0])
    low, high = np.array(bounds).T
    return _Model(classes, matrix.tocsr(), low, high, worths / (sizes.min() if len(sizes) else 1.0), options)


def _best(model: _Model, party: int, least: Floats, until: float) -> Floats | None:
    """Return the solution with the most for one party where both have at least so much; None where there is
    none.
    """
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    left = until - time.monotonic()
    if left <= 0:
        raise TooLargeError
    size = model.worths.shape[1]
    solved = milp(
        -model.worths[party],
        constraints=[
            LinearConstraint(model.matrix, model.low, model.high),
            LinearConstraint(model.worths, least, np.inf),
        ],
        integrality=np.ones(size),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0, "time_limit": left},
    )
    if solved.status == 1:
        raise TooLargeError
    return None if solved.x is None else np.round(solved.x)


def _worth(model: _Model, solution: Floats) -> Floats:
    import numpy as np

    return np.asarray(model.worths @ solution)


def _options(model: _Model, solution: Floats) -> list[int]:
    chosen, start = [], 0
    for one in model.classes:
        chosen.append(int(solution[start : start + len(one)].argmax()))
        start += len(one)
    return chosen
