"""Frontiers of preferences made of boxes only, over deals too many to list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracktwo.deals.efficient import efficient
from tracktwo.deals.frontier import Frontier, TooLargeError, finish

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.scaling import Scaled
    from tracktwo.vocabulary.utilities import Utilities

    Ints = NDArray[np.int64]
    Index = NDArray[np.intp]
    Flags = NDArray[np.bool_]

MAX_STATES = 400_000
GREEDY = 64


def frontier_of_boxes(utilities: Utilities, scaled: Scaled, classes: list[Index]) -> Frontier:
    """Return the frontier where each actor's value is the sum of the boxes that a deal lies in.

    A partial deal is the set of boxes it has not left. One whose best completion (all boxes of positive worth
    it has not left) is no better than a deal already found is dropped.

    Raises
    ------
    TooLargeError
        If more partial deals than can be held have to be kept.
    """
    import numpy as np

    worths = _worths(utilities, scaled)
    entries = [_entries(utilities, issue, one) for issue, one in enumerate(classes)]
    order = sorted(range(len(classes)), key=lambda i: -int((~entries[i]).sum()))
    known = _dive(worths, entries, order)
    alive = np.ones((1, len(utilities.rules)), dtype=np.bool_)
    trace: list[tuple[Index, Index]] = []
    for issue in order:
        alive, parents, options = _step(alive, entries[issue])
        hopeful = _hopeful(alive, worths, known)
        alive, parents, options = alive[hopeful], parents[hopeful], options[hopeful]
        if len(alive) > MAX_STATES:
            raise TooLargeError
        trace.append((parents, options))
    total = alive.astype(np.int64) @ worths
    kept = efficient(total)

    def packages(rows: Index) -> Index:
        rows = kept[rows]
        found = np.empty((len(rows), len(classes)), dtype=np.intp)
        for issue, (parents, options) in zip(reversed(order), reversed(trace), strict=True):
            found[:, issue] = classes[issue][options[rows]]
            rows = parents[rows]
        return found

    return finish(scaled, total[kept], packages)


def _worths(utilities: Utilities, scaled: Scaled) -> Ints:
    """Return boxes x actors, each box worth something to one actor."""
    import numpy as np

    worths = np.zeros((len(utilities.rules), len(utilities.actors)), dtype=np.int64)
    for n, rule in enumerate(utilities.rules):
        worths[n, rule.actor] = scaled.worths[n]
    return worths


def _entries(utilities: Utilities, issue: int, options: Index) -> Flags:
    """Return options x boxes: whether a deal with this option may still lie in the box."""
    import numpy as np

    allowed = [dict(rule.when).get(issue) for rule in utilities.rules]
    return np.array([[a is None or int(k) in a for a in allowed] for k in options], dtype=np.bool_)


def _step(alive: Flags, entries: Flags) -> tuple[Flags, Index, Index]:
    """Return the distinct partial deals after one more issue, with the partial deal and option each came
    from.
    """
    import numpy as np

    after = (alive[None, :, :] & entries[:, None, :]).reshape(-1, alive.shape[1])
    packed = np.ascontiguousarray(np.packbits(after, axis=1))
    keys = packed.view(np.dtype((np.void, packed.shape[1]))).ravel()
    _, first = np.unique(keys, return_index=True)
    options, parents = np.divmod(first, len(alive))
    return after[first], parents, options


def _hopeful(alive: Flags, worths: Ints, known: Ints) -> Flags:
    """Return which partial deals may still end in a deal that no known deal equals or beats."""
    import numpy as np

    bounds = alive.astype(np.int64) @ np.maximum(worths, 0)
    hopeful = np.ones(len(alive), dtype=np.bool_)
    for point in known:
        # Strictly less somewhere, or equal everywhere: the known deal itself must survive.
        hopeful &= (bounds > point).any(axis=1) | (bounds == point).all(axis=1)
    return hopeful


def _dive(worths: Ints, entries: list[Flags], order: list[int]) -> Ints:
    """Return values of some good deals, found by greedy search under many weightings of the actors."""
    import numpy as np

    actors = worths.shape[1]
    rng = np.random.default_rng(0)
    weightings = np.concatenate(
        [np.eye(actors), np.full((1, actors), 1 / actors), rng.dirichlet([1.0] * actors, GREEDY)]
    )
    found = []
    for weights in weightings:
        value = worths @ weights
        choice = [0] * len(entries)
        inside = np.array([entry[0] for entry in entries])
        for _ in range(4):
            before = list(choice)
            for issue in order:
                others = inside[np.arange(len(entries)) != issue].all(axis=0)
                choice[issue] = int(((entries[issue] & others) @ value).argmax())
                inside[issue] = entries[issue][choice[issue]]
            if choice == before:
                break
        found.append(inside.all(axis=0).astype(np.int64) @ worths)
    points = np.array(found, dtype=np.int64)
    return points[efficient(points)]
