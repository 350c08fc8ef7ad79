"""Which packages nobody able to pass one would replace, in one draw: every package against its rivals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import prod
from typing import TYPE_CHECKING, Any

from tracktwo.case.packages import NO_CHANGE
from tracktwo.deals import listing
from tracktwo.deals.chances.deciding import All, Deciding, Node, OneOf, Scoped, Tally, blanks, voters
from tracktwo.deals.efficient import efficient
from tracktwo.deals.scaling import Scaled, scale

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.chances.constraints import Constraints
    from tracktwo.deals.chances.problem import Problem, Variant

    Flags = NDArray[np.bool_]
    Index = NDArray[np.intp]
    Ints = NDArray[np.int64]

HELD = 3_000_000  # preferences held at once
FIRST = 16  # rivals a package meets first: the best by most, which replace most
REFUSED = -(2**61)


class OutOfReachError(Exception):
    """One draw alone takes more comparisons than may be made."""


def all_feasible(kept: Sequence[Index], constraints: Constraints) -> Index:
    """Return every package (packages x issues) that no combination forbids."""
    rows = listing.list_packages(tuple(len(options) for options in kept), 0, prod(len(k) for k in kept))
    return rows[constraints.allow(rows)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One reading of the rules in one draw; ``blank`` is what counts where nothing is known."""

    variant: Variant
    draw: int
    blank: bool


@dataclass(slots=True)
class Comparing:
    """Compares packages (``rows``: packages x issues) draw by draw; ``spent`` counts what was looked at."""

    problem: Problem
    rows: Index
    cells: int
    spent: int = 0
    _counted: list[int] = field(init=False)
    _voters: dict[str, tuple[int, ...]] = field(init=False)
    _open: dict[str, bool] = field(init=False)
    _known: Flags = field(init=False)
    _whole: bool = field(init=False)
    _kinds: Index = field(init=False)
    _changed: dict[tuple[int, ...], Flags] = field(default_factory=dict)

    def __post_init__(self) -> None:
        import numpy as np

        problem = self.problem
        self._counted = list(problem.counted())
        self._voters = {v.name: voters(v.agreement) for v in problem.variants}
        self._open = {v.name: bool(blanks(v.agreement)) for v in problem.variants}
        columns = self.rows + np.array(problem.space.offsets, dtype=np.intp)
        self._known = np.asarray(problem.known()[:, columns].all(axis=2)).T
        self._whole = bool(self._known[:, self._counted].all())
        for variant in problem.variants:
            for issues in _scopes(variant.agreement):
                self._changed.setdefault(issues, self._changes(issues))
        # Rivals that ask for the same approvals may stand in for one another, others may not.
        self._kinds = np.zeros(len(self.rows), dtype=np.intp)
        for changes in self._changed.values():
            self._kinds = self._kinds * 2 + changes

    def draw(self, number: int) -> Iterator[tuple[Flags, Flags, Flags, Flags]]:
        """Yield, reading by reading, which packages are in the core for sure and which may be, which pass.

        Raises
        ------
        OutOfReachError
            If this draw alone would take too many comparisons.
        """
        before = self.spent
        worths, scaled = self._worths(number)
        ranks = _ranks(worths, 2 * scaled.noise + (scaled.step if scaled.step > 1 else 0))
        rivals = self._rivals(ranks)
        self.spent += worths.size * self.rows.shape[1]
        for variant in self.problem.variants:
            low, high = (_Asked(variant, number, blank) for blank in (False, True))
            passes = self._passes(worths, scaled, low)
            surely = self._lasting(ranks, rivals, high, before)
            if self._whole and not self._open[variant.name]:
                yield surely, surely, passes, passes
            else:
                possibly = self._lasting(ranks, rivals, low, before)
                yield surely, possibly, passes, self._passes(worths, scaled, high)

    def _worths(self, draw: int) -> tuple[Ints, Scaled]:
        """Return what packages are worth to actors, as exact integers; nothing where that is not known."""
        import numpy as np

        held = self.problem.utilities
        rules = held.rules
        if held.rule_worths is not None:
            rules = tuple(
                replace(r, worth=float(w)) for r, w in zip(rules, held.rule_worths[draw], strict=True)
            )
        one = replace(
            held,
            part_worths=np.nan_to_num(held.part_worths[draw : draw + 1]),
            reservations=np.nan_to_num(held.reservations[draw : draw + 1]),
            rules=rules,
            rule_worths=None,
        )
        scaled = scale(one)
        worths = listing.values(one, scaled, self.rows)
        if held.refusals is not None:
            columns = self.rows + np.array(self.problem.space.offsets, dtype=np.intp)
            worths[held.refusals[:, columns].any(axis=2).T] = REFUSED
        return worths, scaled

    def _rivals(self, ranks: Ints) -> Index:
        """Return the packages to compare others with: whatever can be replaced, one of these can replace."""
        import numpy as np

        known = self._known[:, self._counted].all(axis=1)
        found = [np.flatnonzero(~known)]
        if not self._counted:
            return np.arange(len(self.rows))
        for kind in np.unique(self._kinds):
            here = np.flatnonzero(known & (self._kinds == kind))
            if len(here):
                found.append(here[efficient(ranks[here][:, self._counted])])
        return np.concatenate(found[::-1])

    def _lasting(self, ranks: Ints, rivals: Index, asked: _Asked, before: int) -> Flags:
        """Return which packages no rival replaces; blanks and unknown worths prefer the rival, or do not."""
        import numpy as np

        alive, done, step = np.arange(len(self.rows)), 0, FIRST
        counted = max(len(self._voters[asked.variant.name]), 1)
        while done < len(rivals) and len(alive):
            some = rivals[done : done + step]
            self.spent += len(alive) * len(some) * counted
            if self.spent - before > self.cells:
                raise OutOfReachError
            yes = self._prefer(ranks, alive, some, asked)
            shape = (len(alive), len(some))
            deciding = Deciding(yes, self._asking(some, shape), shape, asked.blank)
            alive = alive[~deciding.value(asked.variant.agreement).any(axis=1)]
            done += len(some)
            step = max(min(HELD // max(len(alive) * counted, 1), 4096), 1)
        lasting = np.zeros(len(self.rows), dtype=np.bool_)
        lasting[alive] = True
        return lasting

    def _prefer(self, ranks: Ints, alive: Index, rivals: Index, asked: _Asked) -> list[Any]:
        """Return for each voter the packages (alive x rivals) of which it prefers the rival."""
        import numpy as np

        shape = (len(alive), len(rivals))
        yes: list[Any] = [None] * len(self.problem.voters)
        for number in self._voters[asked.variant.name]:
            voter = self.problem.voters[number]
            shift = 0.0 if voter.shift is None else float(voter.shift[asked.draw])
            if not np.isfinite(shift):  # no unheard seat is needed, or more than there are
                yes[number] = np.full(shape, shift < 0)
                continue
            actor = voter.actor
            prefers = ranks[rivals, actor][None, :] > ranks[alive, actor][:, None]
            if not self._whole:
                known = self._known[rivals, actor][None, :] & self._known[alive, actor][:, None]
                prefers = (prefers & known) | ~known if asked.blank else prefers & known
            yes[number] = prefers
        return yes

    def _passes(self, worths: Ints, scaled: Scaled, asked: _Asked) -> Flags:
        """Return which packages pass."""
        slack = 2 * scaled.noise * (-1 if self.problem.weakly else 1)
        yes: list[Any] = [None] * len(self.problem.voters)
        for number in self._voters[asked.variant.name]:
            voter = self.problem.voters[number]
            shift = 0.0 if voter.shift is None else float(voter.shift[asked.draw])
            gain = worths[:, voter.actor] - scaled.reservations[voter.actor]
            needs = shift * scaled.unit + slack
            known = self._known[:, voter.actor]
            accepts = gain >= needs if self.problem.weakly else gain > needs
            yes[number] = (accepts & known) | ~known if asked.blank else accepts & known
        deciding = Deciding(yes, self._changed.__getitem__, (len(self.rows),), asked.blank)
        return deciding.value(asked.variant.agreement)

    def _asking(self, rivals: Index, shape: tuple[int, int]) -> Callable[[tuple[int, ...]], Flags]:
        """Return which rivals change some issues, for packages x rivals."""
        import numpy as np

        return lambda issues: np.broadcast_to(self._changed[issues][rivals], shape)

    def _changes(self, issues: tuple[int, ...]) -> Flags:
        import numpy as np

        still = np.ones(len(self.rows), dtype=np.bool_)
        for issue in issues:
            options = self.problem.space.issues[issue].options
            still &= self.rows[:, issue] == (options.index(NO_CHANGE) if NO_CHANGE in options else -1)
        return ~still


def _scopes(node: Node) -> Iterator[tuple[int, ...]]:
    if isinstance(node, Scoped):
        yield node.issues
        yield from _scopes(node.of)
    elif isinstance(node, (All, OneOf, Tally)):
        for child in node.of:
            yield from _scopes(child)


def _ranks(worths: Ints, equal: int) -> Ints:
    """Return worths as ranks, column by column: those that differ by rounding only are one."""
    import numpy as np

    ranks = np.empty_like(worths)
    for column in range(worths.shape[1]):
        order = np.argsort(worths[:, column], kind="stable")
        steps = np.diff(worths[order, column]) > equal
        ranks[order, column] = np.concatenate([[0], np.cumsum(steps)])
    return ranks
