"""Payments that would let a package pass, where money is a declared issue; never to a person."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tracktwo.errors import DealsError


@dataclass(frozen=True, slots=True)
class Transfers:
    """What each actor would have to receive to be no worse off than without a deal, in units of money.

    ``needed`` is t_i = max(0, r_i - u_i) / value of money to i; ``surplus`` what the others could pay and
    still be no worse off, max(0, u_j - r_j) / value of money to j. ``feasible`` says whether the first sum is
    at most the second.
    """

    needed: tuple[float, ...]
    surplus: tuple[float, ...]
    feasible: bool


@dataclass(frozen=True, slots=True)
class Money:
    """Money as an issue: its name in the deal space, what a unit of it is worth to each actor, and who is a
    person.
    """

    issue: str
    worth: tuple[float, ...]
    persons: frozenset[int] = frozenset()


def transfers(
    values: Sequence[float], reservations: Sequence[float], money: Money, issues: Collection[str]
) -> Transfers:
    """Return the transfers that would let a package pass.

    Parameters
    ----------
    values, reservations : sequences of float, one an actor
        What the package and no deal are worth.
    money : Money
    issues : collection of str
        The declared issues of the case.

    Raises
    ------
    DealsError
        If money is not a declared issue, is worth nothing to somebody, or would go to a person.
    """
    if money.issue not in issues:
        raise DealsError(
            "transfers are not considered",
            why=f"{money.issue!r} is not a declared issue of this case",
            fix="Declare money as an issue if it is one",
        )
    if any(worth <= 0 for worth in money.worth):
        raise DealsError(
            "a unit of money is worth nothing to an actor", fix="Give every actor a positive worth"
        )
    rows = list(zip(values, reservations, money.worth, strict=True))
    needed = tuple(max(0.0, r - u) / worth for u, r, worth in rows)
    surplus = tuple(max(0.0, u - r) / worth for u, r, worth in rows)
    if any(needed[person] > 0 for person in money.persons):
        raise DealsError("a transfer would go to a person", why="payments to persons are not modelled")
    return Transfers(needed, surplus, sum(needed) <= sum(surplus) * (1 + 1e-12))
