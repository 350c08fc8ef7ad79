"""Which of many utility vectors no other beats: the filters the frontier is made with.

All work on integers. ``slack`` is how many steps a vector may beat another by and still not count as beating
it (0 for exact integers); of vectors that count as equal the first is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Index = NDArray[np.intp]

BLOCK = 64
CELLS = 4_000_000


def efficient(values: Ints, slack: int = 0) -> Index:
    """Return the rows of ``values`` (vectors x actors) that no other row beats, each distinct vector once.

    Returns
    -------
    int array
        Positions of the rows, by falling value to the first actor for one or two actors, by falling sum for
        more.
    """
    import numpy as np

    if values.shape[1] == 1:
        return np.array([values[:, 0].argmax()], dtype=np.intp)
    if values.shape[1] == 2:
        return efficient_pairs(values[:, 0], values[:, 1], slack)
    return _efficient_many(values, slack)


def efficient_pairs(first: Ints, second: Ints, slack: int = 0) -> Index:
    """Return the positions of the efficient ones among pairs, by falling ``first`` and rising ``second``."""
    import numpy as np

    order = np.argsort(first)[::-1]
    sorted_second = second[order]
    best = np.maximum.accumulate(sorted_second)
    rises = np.empty(len(order), dtype=np.bool_)
    rises[0] = True
    np.greater(sorted_second[1:], best[:-1] + slack, out=rises[1:])
    kept = order[rises]
    # Of several with the same first value all that rose were kept; only the last, the highest, is efficient.
    same = first[kept]
    last = np.empty(len(kept), dtype=np.bool_)
    last[-1] = True
    np.not_equal(same[:-1], same[1:], out=last[:-1])
    return kept[last]


def thin_pairs(values: Ints, slack: int) -> Index:
    """Return which of the pairs of a frontier, in its order, stay if what differs by ``slack`` counts as
    equal.
    """
    import numpy as np

    first, second = values[:, 0], values[:, 1]
    level = first[:-1] - first[1:] <= slack  # then the next, which has more of the second, beats this one
    flat = (second[1:] - second[:-1] <= slack) & ~level  # then this one beats the next
    stays = np.ones(len(values), dtype=np.bool_)
    stays[:-1] = ~level
    stays[1:] &= ~flat
    return np.flatnonzero(stays)


def _efficient_many(values: Ints, slack: int) -> Index:
    import numpy as np

    order = np.argsort(values.sum(axis=1), kind="stable")[::-1]
    columns = np.ascontiguousarray(values[order].T)
    # A vector that beats another has the larger sum, so it comes before it: each block of the best remaining
    # vectors settles which of its own stay, then strikes what they beat from all that follow.
    kept: list[Index] = []
    block = BLOCK
    while columns.shape[1]:
        head, tail = columns[:, :block], columns[:, block:]
        stay = _settle(head, slack)
        kept.append(order[:block][stay])
        alive = ~_beaten(tail, head[:, stay] + slack)
        order = order[block:][alive]
        columns = tail[:, alive]
    return np.concatenate(kept)


def _settle(head: Ints, slack: int) -> Index:
    """Return which vectors of a block (actors x vectors, by falling sum) stay, one by one from the best."""
    import numpy as np

    beats = np.ones((head.shape[1], head.shape[1]), dtype=np.bool_)
    for row in head:
        beats &= row[None, :] <= row[:, None] + slack
    np.fill_diagonal(beats, False)
    if slack == 0:
        # Equal vectors beat each other; the earlier one stays.
        upper = np.triu(beats, 1)
        mutual = beats & beats.T
        return np.flatnonzero(~(upper | (beats & ~mutual)).any(axis=0))
    stay = np.ones(head.shape[1], dtype=np.bool_)
    for i in range(head.shape[1]):
        if stay[i]:
            stay[i + 1 :] &= ~beats[i, i + 1 :]
    return np.flatnonzero(stay)


def _beaten(tail: Ints, heads: Ints) -> NDArray[np.bool_]:
    """Return which columns of ``tail`` are at most equal, everywhere, to some column of ``heads``."""
    import numpy as np

    beaten = np.zeros(tail.shape[1], dtype=np.bool_)
    width = max(CELLS // max(heads.shape[1], 1), 1)
    for start in range(0, tail.shape[1], width):
        piece = tail[:, start : start + width]
        below = piece[0][:, None] <= heads[0][None, :]
        for row, head in zip(piece[1:], heads[1:], strict=True):
            below &= row[:, None] <= head[None, :]
        beaten[start : start + width] = below.any(axis=1)
    return beaten
