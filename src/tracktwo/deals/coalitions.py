"""Who can pass and who can stop a deal: weighted rules, win-sets, the core, blocking coalitions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import ceil, lcm
from typing import TYPE_CHECKING

from tracktwo.errors import DealsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Values = NDArray[np.float64] | NDArray[np.int64]
    Index = NDArray[np.intp]
    Flags = NDArray[np.bool_]

MAX_MEMBERS = 16
CELLS = 5_000_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A body passes what members whose weights reach ``quota`` accept, if every member in ``vetoes`` does.

    Raises
    ------
    DealsError
        If there is no member, a weight is negative, or the quota is not positive or above the total.
    """

    weights: tuple[int | Fraction, ...]
    quota: int | Fraction
    vetoes: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not self.weights:
            raise DealsError("the body has no members", fix="Name at least one")
        if any(weight < 0 for weight in self.weights):
            raise DealsError("a weight is negative")
        if not 0 < self.quota <= sum(self.weights):
            raise DealsError("the quota cannot decide anything", why=f"{self.quota} of {sum(self.weights)}")
        if not self.vetoes <= set(range(len(self.weights))):
            raise DealsError("a veto belongs to no member")

    @classmethod
    def share(cls, members: int, share: Fraction) -> Rule:
        """Return the rule "at least this share of the members", counted exactly (2/3 of 9 is 6)."""
        return cls((1,) * members, max(ceil(share * members), 1))

    @classmethod
    def majority(cls, members: int) -> Rule:
        """Return the rule "more than half of the members"."""
        return cls((1,) * members, members // 2 + 1)

    @classmethod
    def unanimity(cls, members: int) -> Rule:
        """Return the rule "every member"."""
        return cls((1,) * members, members)

    def passes(self, accepts: Flags) -> Flags:
        """Return for each row of ``accepts`` (packages x members) whether it passes."""
        import numpy as np

        unit = lcm(*(Fraction(number).denominator for number in (*self.weights, self.quota)))
        votes = accepts.astype(np.int64) @ np.array([int(w * unit) for w in self.weights], dtype=np.int64)
        return np.asarray((votes >= int(self.quota * unit)) & accepts[..., sorted(self.vetoes)].all(axis=-1))

    def wins(self, coalition: frozenset[int] | set[int]) -> bool:
        """Return whether a coalition can pass something by itself."""
        return self.vetoes <= set(coalition) and sum(self.weights[i] for i in coalition) >= self.quota


def win_set(values: Values, status_quo: Values, rule: Rule, *, strict: bool = True) -> Index:
    """Return the packages that pass (Putnam 1988).

    Parameters
    ----------
    values : array, packages x members
    status_quo : array, members
    rule : Rule
    strict : bool
        Members accept what they strictly prefer to the status quo; with False, what is at least as good.
    """
    import numpy as np

    accepts = values > status_quo if strict else values >= status_quo
    return np.flatnonzero(rule.passes(accepts))


def core(values: Values, rule: Rule) -> Index:
    """Return the packages that no winning coalition can replace by one each of its members strictly prefers.

    Parameters
    ----------
    values : array, packages x members
        All packages that could replace one another, the status quo among them if it can.
    rule : Rule
    """
    import numpy as np

    width = max(CELLS // max(values.size, 1), 1)
    stable = np.ones(len(values), dtype=np.bool_)
    for start in range(0, len(values), width):
        prefers = values[None, :, :] > values[start : start + width, None, :]
        stable[start : start + width] = ~rule.passes(prefers).any(axis=1)
    return np.flatnonzero(stable)


def objections(values: Values, rule: Rule, package: int) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return the packages a winning coalition strictly prefers to ``package``, and who prefers each."""
    import numpy as np

    prefers = values > values[package]
    return tuple(
        (int(row), tuple(np.flatnonzero(prefers[row]).tolist()))
        for row in np.flatnonzero(rule.passes(prefers))
    )


def minimal_winning(rule: Rule) -> tuple[tuple[int, ...], ...]:
    """Return the winning coalitions that lose if anybody leaves, smallest first.

    Raises
    ------
    DealsError
        If the body has more than 16 members.
    """
    return _minimal(rule, rule.wins)


def minimal_blocking(rule: Rule) -> tuple[tuple[int, ...], ...]:
    """Return the coalitions whose refusal stops anything and of which everybody is needed for that.

    Raises
    ------
    DealsError
        If the body has more than 16 members.
    """
    everybody = set(range(len(rule.weights)))
    return _minimal(rule, lambda coalition: not rule.wins(everybody - coalition))


def _minimal(rule: Rule, holds: Callable[[set[int]], bool]) -> tuple[tuple[int, ...], ...]:
    members = len(rule.weights)
    if members > MAX_MEMBERS:
        raise DealsError(
            "the coalitions are too many to list",
            why=f"{members} members",
            fix="Ask for power indices instead",
        )
    found: list[frozenset[int]] = []
    for size in range(1, members + 1):
        for chosen in combinations(range(members), size):
            coalition = frozenset(chosen)
            if not any(smaller <= coalition for smaller in found) and holds(set(coalition)):
                found.append(coalition)
    return tuple(tuple(sorted(coalition)) for coalition in found)


def nakamura(members: int, quota: int) -> int | None:
    """Return the Nakamura number of a quota rule of equal members, None for unanimity.

    With fewer alternatives than this, no preferences whatever can make the rule cycle (Nakamura 1979); for q
    of n it is the smallest integer not below n / (n - q).

    Raises
    ------
    DealsError
        Unless 0 < quota <= members.
    """
    if not 0 < quota <= members:
        raise DealsError("the quota cannot decide anything", why=f"{quota} of {members}")
    return None if quota == members else -(-members // (members - quota))
