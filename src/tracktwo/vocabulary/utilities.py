"""What deals are worth to whom: a deal space, and part-worths as point values or as draws.

The one dataclass that imported domains, a user's own ``values:`` and inference from stances all hand to
``deals``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class DealIssue:
    """One matter with the options of which a deal takes exactly one."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DealSpace:
    """All packages over some issues: one option of each.

    A package is a tuple of option positions, one an issue. ``parts`` numbers the options of all issues in a
    row: the option at position ``k`` of issue ``i`` is part ``offsets[i] + k``.
    """

    issues: tuple[DealIssue, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Options of each issue, counted."""
        return tuple(len(issue.options) for issue in self.issues)

    @property
    def size(self) -> int:
        """Packages, counted exactly (a Python integer: 10**50 is a number like any other)."""
        return prod(self.sizes)

    @property
    def parts(self) -> int:
        """Options of all issues together, counted."""
        return sum(self.sizes)

    @property
    def offsets(self) -> tuple[int, ...]:
        """Where the options of each issue start among the parts."""
        starts, total = [], 0
        for size in self.sizes:
            starts.append(total)
            total += size
        return tuple(starts)

    def deal(self, package: Sequence[int]) -> dict[str, str]:
        """Return a package in words: ``{issue: option}``."""
        return {issue.name: issue.options[int(k)] for issue, k in zip(self.issues, package, strict=True)}

    def package(self, deal: Mapping[str, str]) -> tuple[int, ...]:
        """Return the positions of a deal given in words.

        Raises
        ------
        KeyError
            If an issue is missing from ``deal``.
        ValueError
            If an option is not one of its issue's.
        """
        return tuple(issue.options.index(deal[issue.name]) for issue in self.issues)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on several issues together, for preferences that are not a plain sum.

    The condition holds where, for every ``(issue, options)`` in ``when``, the deal takes one of these options
    (positions in the deal space; an empty ``when`` always holds). Then ``worth`` is added to the actor's
    value; or, where ``drops`` names issues, the part-worths of those issues count nothing; or, where
    ``zeroes`` is true, the whole value is 0.
    """

    actor: int
    when: tuple[tuple[int, frozenset[int]], ...]
    worth: float = 0.0
    drops: frozenset[int] = frozenset()
    zeroes: bool = False


@dataclass(frozen=True, slots=True)
class Varied:
    """One thing that differs from draw to draw, so that its weight in a result can be shown.

    ``kind`` is "range" for a number somebody gave as a range, "assumption" for what nobody said and every
    result averages over. ``values`` holds one number a draw; where ``labels`` are given, it is the position
    of a label.
    """

    name: str
    kind: Literal["range", "assumption"]
    values: FloatArray
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utilities:
    """The value of every package to every actor, as point values (one draw) or as draws.

    Attributes
    ----------
    space : DealSpace
    actors : tuple of str
        Names, in the order of the arrays.
    part_worths : array, draws x actors x parts
        The value of a package is the sum of its options' part-worths. NaN (in every draw) where nothing is
        known: packages with that option are not estimable for that actor.
    reservations : array, draws x actors
        What no deal is worth; NaN for an actor of whom nothing is known.
    caps : tuple of float or None
        The most a value may come to, per actor; None where there is no cap.
    rules : tuple of Rule
        What comes on top of the sum; empty for additive preferences.
    rule_worths : array, draws x rules, or None
        The worth of each rule draw by draw; None where it is ``Rule.worth`` in all of them.
    refusals : array, actors x parts, or None
        Options an actor accepts in no package (a red line that a user confirmed as hard).
    varied : tuple of Varied
        What differs between the draws, by name.
    basis : "imported", "judgement" or "inferred"
        Where the numbers come from; a user's own judgement is never shown as a finding.
    """

    space: DealSpace
    actors: tuple[str, ...]
    part_worths: FloatArray
    reservations: FloatArray
    caps: tuple[float | None, ...] = ()
    rules: tuple[Rule, ...] = ()
    rule_worths: FloatArray | None = None
    refusals: Flags | None = None
    varied: tuple[Varied, ...] = ()
    basis: Literal["imported", "judgement", "inferred"] = "imported"

    @property
    def draws(self) -> int:
        """How many draws there are; 1 for point values."""
        return int(self.part_worths.shape[0])

    @property
    def additive(self) -> bool:
        """Whether every actor's value is the plain sum of its part-worths."""
        return not self.rules

    def cap(self, actor: int) -> float | None:
        """Return the most actor number ``actor``'s value may come to, None for no cap."""
        return self.caps[actor] if self.caps else None
