"""Values of listed packages, and frontiers by listing, for preferences that are no plain sum.

Options that no rule and no part-worth tells apart are looked at once. Where the deals are still too many to
list and preferences are made of boxes only (hyper-rectangles), the search keeps, issue by issue, which boxes
a partial deal has not yet left: partial deals that leave the same boxes are one, and one that has left more
is never better.
"""

from __future__ import annotations

from math import prod
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

MAX_LISTED = 30_000_000
FEW = 50_000
BLOCK = 1 << 17


def values(utilities: Utilities, scaled: Scaled, packages: Index) -> Ints:
    """Return what packages (packages x issues, positions of options) are worth: packages x actors, in steps.

    Caps are applied.
    """
    import numpy as np

    actors = len(utilities.actors)
    per_issue = [part[packages[:, i]] for i, part in enumerate(scaled.parts)]
    total = np.zeros((len(packages), actors), dtype=np.int64)
    for one in per_issue:
        total += one
    zeroed = np.zeros((len(packages), actors), dtype=np.bool_)
    dropped: dict[tuple[int, int], NDArray[np.bool_]] = {}
    for rule, worth in zip(utilities.rules, scaled.worths.tolist(), strict=True):
        holds = _holds(utilities, rule.when, packages)
        if rule.zeroes:
            zeroed[:, rule.actor] |= holds
        for issue in rule.drops:
            key = (rule.actor, issue)
            dropped[key] = dropped[key] | holds if key in dropped else holds
        if worth:
            total[:, rule.actor] += worth * holds
    for (actor, issue), holds in dropped.items():
        total[:, actor] -= per_issue[issue][:, actor] * holds
    total[zeroed] = 0
    return capped(scaled, total)


def capped(scaled: Scaled, total: Ints) -> Ints:
    """Return values with each actor's cap applied."""
    import numpy as np

    if all(cap is None for cap in scaled.caps):
        return total
    return np.minimum(total, np.array([2**62 if c is None else c for c in scaled.caps], dtype=np.int64))


def list_packages(sizes: tuple[int, ...], start: int, stop: int) -> Index:
    """Return packages number ``start`` to ``stop``, the last issue counting fastest."""
    import numpy as np

    numbers = np.arange(start, stop)
    return np.stack(np.unravel_index(numbers, sizes), axis=1).astype(np.intp)


def frontier(utilities: Utilities, scaled: Scaled) -> Frontier:
    """Return the frontier of preferences with rules.

    Raises
    ------
    TooLargeError
        If the deals can neither be listed nor searched through their boxes.
    """
    classes = _classes(utilities, scaled)
    sizes = tuple(len(one) for one in classes)
    boxes = not any(r.zeroes or r.drops for r in utilities.rules) and not any(p.any() for p in scaled.parts)
    if boxes and prod(sizes) > FEW:
        from tracktwo.deals.boxes import frontier_of_boxes

        try:
            return frontier_of_boxes(utilities, scaled, classes)
        except TooLargeError:
            from tracktwo.deals.scanning import frontier_by_scanning

            return frontier_by_scanning(utilities, scaled, classes)
    if prod(sizes) > MAX_LISTED:
        raise TooLargeError
    return _listed(utilities, scaled, classes, sizes)


def _listed(utilities: Utilities, scaled: Scaled, classes: list[Index], sizes: tuple[int, ...]) -> Frontier:
    import numpy as np

    best = np.empty((0, len(utilities.actors)), dtype=np.int64)
    packages = np.empty((0, len(sizes)), dtype=np.intp)
    slack = 1 if scaled.noise else 0
    for start in range(0, prod(sizes), BLOCK):
        short = list_packages(sizes, start, min(start + BLOCK, prod(sizes)))
        block = np.stack([one[short[:, i]] for i, one in enumerate(classes)], axis=1)
        worth = values(utilities, scaled, block)
        kept = efficient(worth, slack)
        best = np.concatenate([best, worth[kept]])
        packages = np.concatenate([packages, block[kept]])
        kept = efficient(best, slack)
        best, packages = best[kept], packages[kept]
    return finish(scaled, best, lambda rows: packages[rows])


def _holds(
    utilities: Utilities, when: tuple[tuple[int, frozenset[int]], ...], packages: Index
) -> NDArray[np.bool_]:
    import numpy as np

    holds = np.ones(len(packages), dtype=np.bool_)
    for issue, options in when:
        table = np.zeros(utilities.space.sizes[issue], dtype=np.bool_)
        table[list(options)] = True
        holds &= table[packages[:, issue]]
    return holds


def _classes(utilities: Utilities, scaled: Scaled) -> list[Index]:
    """Return one option for each class of options of an issue that nobody's preferences tell apart."""
    import numpy as np

    found = []
    for issue, part in enumerate(scaled.parts):
        seen: dict[tuple[object, ...], int] = {}
        tests = [options for rule in utilities.rules for i, options in rule.when if i == issue]
        for k in range(len(part)):
            seen.setdefault((*part[k].tolist(), *(k in options for options in tests)), k)
        found.append(np.array(list(seen.values()), dtype=np.intp))
    return found
