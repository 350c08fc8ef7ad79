"""Who must say yes: a tree over the acceptances of voters, the same for one package and for a million.

A tree gives yes or no wherever its voters do. ``Blank`` stands where nothing is known; a tree is therefore
evaluated twice, with blanks as no and as yes, and is estimable where both agree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any

from tracktwo.errors import DealsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

SMALL = 255


@dataclass(frozen=True, slots=True)
class Yes:
    """The acceptance of voter number ``voter``."""

    voter: int


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing is known: why, and what would have to hold."""

    reason: str
    condition: str


@dataclass(frozen=True, slots=True)
class Surely:
    """Yes, or no, whatever the package."""

    value: bool


@dataclass(frozen=True, slots=True)
class All:
    """Every one of these."""

    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one of these."""

    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes of those who say yes reach ``need``, and every one of ``vetoes`` says yes."""

    of: tuple[Node, ...]
    votes: tuple[int, ...]
    need: int
    vetoes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scoped:
    """``of`` decides on packages that change one of these issues (positions); the others need no yes."""

    issues: tuple[int, ...]
    of: Node


Node = Yes | Blank | Surely | All | OneOf | Tally | Scoped


def needed(share: Fraction | None, votes: int, *, more_than_half: bool = False) -> int:
    """Return the least whole number of votes that is the share of ``votes``, counted exactly.

    Parameters
    ----------
    share : Fraction, optional
        At least this share (2/3 of 9 is 6); None with ``more_than_half``, or for all votes.
    votes : int
        What it is a share of.
    more_than_half : bool
        More than half rather than a share.

    Raises
    ------
    DealsError
        If there are no votes, or more would be needed than there are.
    """
    if votes <= 0:
        raise DealsError("the body has no members", fix="Name at least one who votes")
    if more_than_half:
        return votes // 2 + 1
    if share is None:
        return votes
    if not 0 < share <= 1:
        raise DealsError("the quota is above the total" if share > 1 else "the quota is not positive")
    least = share * votes
    return max(floor(least) + (floor(least) != least), 1)


@dataclass(slots=True)
class Deciding:
    """One evaluation of trees: the voters' acceptances (bool arrays of one shape), each node once.

    ``changed`` says for which of the packages any of some issues is changed; ``blank`` is what a blank
    counts as.
    """

    yes: Sequence[Flags]
    changed: Callable[[tuple[int, ...]], Flags]
    shape: tuple[int, ...]
    blank: bool = False
    _known: dict[int, Flags] = field(default_factory=dict)
    _settled: set[int] = field(default_factory=set)

    def value(self, node: Node) -> Flags:
        """Return where the tree says yes; do not change the array."""
        if isinstance(node, Yes) and id(node) not in self._settled:
            return self.yes[node.voter]
        found = self._known.get(id(node))
        if found is None:
            found = self._known[id(node)] = self._value(node)
        return found

    def settle(self, node: Node, answer: Flags) -> None:
        """Fix what a node says, whatever is below it."""
        self._known[id(node)] = answer
        self._settled.add(id(node))

    def _value(self, node: Node) -> Flags:
        import numpy as np

        if isinstance(node, All):
            return self._fold(np.logical_and, node.of, True)
        if isinstance(node, OneOf):
            return self._fold(np.logical_or, node.of, False)
        if isinstance(node, Tally):
            return self._tally(node)
        if isinstance(node, Scoped):
            return np.asarray(~self.changed(node.issues) | self.value(node.of))
        fixed = self.blank if isinstance(node, Blank) else isinstance(node, Surely) and node.value
        return np.full(self.shape, fixed, dtype=np.bool_)

    def _fold(self, how: Any, of: tuple[Node, ...], empty: bool) -> Flags:
        import numpy as np

        if not of:
            return np.full(self.shape, empty, dtype=np.bool_)
        if len(of) == 1:
            return self.value(of[0])
        total = how(self.value(of[0]), self.value(of[1]))
        for node in of[2:]:
            how(total, self.value(node), out=total)
        return np.asarray(total)

    def _tally(self, node: Tally) -> Flags:
        import numpy as np

        if node.need > sum(node.votes):
            return np.zeros(self.shape, dtype=np.bool_)
        if node.need <= 0:
            passed = np.ones(self.shape, dtype=np.bool_)
        elif len(set(node.votes)) == 1 and node.need > node.votes[0] * (len(node.votes) - 1):
            passed = self._fold(np.logical_and, node.of, True)
        else:
            passed = self._count(node) >= node.need
        for veto in node.vetoes:
            passed = passed & self.value(node.of[veto])
        return np.asarray(passed)

    def _count(self, node: Tally) -> Any:
        import numpy as np

        kind: Any = np.uint8 if sum(node.votes) <= SMALL else np.int32
        total: Any = np.zeros(self.shape, dtype=kind)
        for child, votes in zip(node.of, node.votes, strict=True):
            if votes:
                cast = self.value(child).view(np.uint8)
                total += cast if votes == 1 else cast.astype(kind) * kind(votes)
        return total


def blanks(node: Node) -> tuple[Blank, ...]:
    """Return every blank in a tree, once each, in order."""
    if isinstance(node, Blank):
        return (node,)
    if isinstance(node, Scoped):
        return blanks(node.of)
    if isinstance(node, (All, OneOf, Tally)):
        return tuple(dict.fromkeys(blank for child in node.of for blank in blanks(child)))
    return ()


def voters(node: Node) -> tuple[int, ...]:
    """Return the numbers of the voters in a tree, once each, in order."""
    if isinstance(node, Yes):
        return (node.voter,)
    if isinstance(node, Scoped):
        return voters(node.of)
    if isinstance(node, (All, OneOf, Tally)):
        return tuple(dict.fromkeys(voter for child in node.of for voter in voters(child)))
    return ()
