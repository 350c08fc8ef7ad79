"""A tree of who must say yes, and all packages, as a mixed-integer program of one draw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tracktwo.case.packages import NO_CHANGE
from tracktwo.deals.chances.deciding import All, Blank, Node, OneOf, Scoped, Surely, Yes, voters

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.chances.constraints import Constraint, Constraints, When
    from tracktwo.deals.chances.problem import Problem

    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]

MARGIN = 2e-6  # of the size of the numbers: the solver's own tolerance is 1e-6
NODES = 5000  # of branch and bound: beyond, a draw is left open
FOUND, INFEASIBLE = 0, 2  # what scipy calls them
Term = tuple[int, float]


def unsupported(problem: Problem, node: Node) -> bool:
    """Say whether somebody in a tree has preferences that no linear program can hold."""
    actors = {problem.voters[voter].actor for voter in voters(node)}
    return any(rule.actor in actors and (rule.drops or rule.zeroes) for rule in problem.utilities.rules)


@dataclass(slots=True)
class _Rows:
    """Rows of linear constraints, ``low <= sum of coefficients times variables``."""

    places: list[tuple[int, int]] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)

    def add(self, terms: Iterable[Term], low: float) -> None:
        """Add one row."""
        row = len(self.low)
        for variable, number in terms:
            self.places.append((row, variable))
            self.numbers.append(number)
        self.low.append(low)


class Program:
    """The program of a tree; everything but what packages are worth is the same in all draws."""

    def __init__(
        self, problem: Problem, node: Node, kept: Sequence[Index], constraints: Constraints, *, blank: bool
    ) -> None:
        import numpy as np

        self.problem, self.kept, self.blank = problem, kept, blank
        self.columns = np.concatenate([s + k for s, k in zip(problem.space.offsets, kept, strict=True)])
        self.starts = np.concatenate([[0], np.cumsum([len(k) for k in kept])]).astype(int).tolist()
        self.size = len(self.columns)
        self.rows = _Rows()
        self.leaves: dict[int, int] = {}
        self.made: dict[int, int | bool] = {}
        for constraint in constraints.of:
            self._constrain(constraint)
        self.rules = self._conditions(node)
        self.root = self._node(node)

    def solve(self, draw: int) -> Index | None:
        """Return a package the tree says yes to (positions of options); empty where there is none.

        Null where the search was given up, or what it found is no such package by the exact count.
        """
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        nothing = np.empty(0, dtype=np.intp)
        if self.root is False:
            return nothing
        rows = _Rows([*self.rows.places], [*self.rows.numbers], [*self.rows.low])
        upper = np.ones(self.size)
        for voter, leaf in self.leaves.items():
            upper[leaf] = self._gain(rows, voter, leaf, draw)
        lower = np.zeros(self.size)
        if self.root is not True:
            lower[self.root] = 1.0
            upper[self.root] = 1.0 if upper[self.root] else 0.0
            if not upper[self.root]:
                return nothing
        one_each = [(n, p) for n in range(len(self.kept)) for p in range(self.starts[n], self.starts[n + 1])]
        limits = [
            LinearConstraint(_matrix(one_each, [1.0] * len(one_each), (len(self.kept), self.size)), 1, 1)
        ]
        if rows.low:
            shape = (len(rows.low), self.size)
            limits.append(
                LinearConstraint(_matrix(rows.places, rows.numbers, shape), np.array(rows.low), np.inf)
            )
        found = milp(
            np.zeros(self.size),
            integrality=np.ones(self.size),
            bounds=Bounds(lower, upper),
            constraints=limits,
            options={"node_limit": NODES},
        )
        if found.status == INFEASIBLE:
            return nothing
        if found.status != FOUND or found.x is None:
            return None
        taken = [int(np.argmax(found.x[a:b])) for a, b in zip(self.starts, self.starts[1:], strict=False)]
        return np.array([options[n] for options, n in zip(self.kept, taken, strict=True)], dtype=np.intp)

    def _new(self) -> int:
        self.size += 1
        return self.size - 1

    def _parts(self, issue: int, options: Iterable[int]) -> list[int]:
        """Return the variables of some options of an issue."""
        wanted = set(options)
        return [self.starts[issue] + n for n, k in enumerate(self.kept[issue].tolist()) if k in wanted]

    def _held(self, when: When, number: float) -> list[Term]:
        return [(part, number) for issue, options in when for part in self._parts(issue, options)]

    def _constrain(self, one: Constraint) -> None:
        """Add "where if holds, then must": sums of chosen options, each at most 1."""
        conditions = len(one.if_) - 1
        if not one.then:
            self.rows.add(self._held(one.if_, -1.0), -conditions)
        for issue, options in one.then:
            then = [(part, 1.0) for part in self._parts(issue, options)]
            self.rows.add([*self._held(one.if_, -1.0), *then], -conditions)

    def _conditions(self, node: Node) -> dict[int, int]:
        """Add a variable for each condition of somebody in the tree, 1 exactly where it holds."""
        actors = {self.problem.voters[voter].actor for voter in voters(node)}
        found = {}
        for number, rule in enumerate(self.problem.utilities.rules):
            if rule.actor not in actors:
                continue
            found[number] = held = self._new()
            for one in rule.when:
                self.rows.add([*self._held((one,), 1.0), (held, -1.0)], 0.0)
            self.rows.add([(held, 1.0), *self._held(rule.when, -1.0)], 1.0 - len(rule.when))
        return found

    def _node(self, node: Node) -> int | bool:
        """Return the variable of a node, or its answer where that is always the same."""
        if id(node) not in self.made:
            self.made[id(node)] = self._make(node)
        return self.made[id(node)]

    def _make(self, node: Node) -> int | bool:
        if isinstance(node, Yes):
            if node.voter not in self.leaves:
                self.leaves[node.voter] = self._new()
            return self.leaves[node.voter]
        if isinstance(node, (Blank, Surely)):
            return node.value if isinstance(node, Surely) else self.blank
        if isinstance(node, Scoped):
            return self._scoped(node)
        children = [self._node(child) for child in node.of]
        if isinstance(node, OneOf):
            return self._counted(children, [1] * len(children), 1, ())
        if isinstance(node, All):
            return self._counted(children, [1] * len(children), 0, tuple(range(len(children))))
        return self._counted(children, node.votes, node.need, node.vetoes)

    def _counted(
        self, children: Sequence[int | bool], votes: Sequence[int], need: int, vetoes: Sequence[int]
    ) -> int | bool:
        """Return a variable that is 1 only where enough votes are yes, and every veto holder's."""
        need -= sum(v for child, v in zip(children, votes, strict=True) if child is True)
        terms = [(c, float(v)) for c, v in zip(children, votes, strict=True) if not isinstance(c, bool) and v]
        if any(children[n] is False for n in vetoes) or need > sum(v for _, v in terms):
            return False
        must = {c for n in vetoes if not isinstance(c := children[n], bool)}
        if need <= 0 and len(must) <= 1:
            return must.pop() if must else True
        own = self._new()
        for child in sorted(must):
            self.rows.add([(child, 1.0), (own, -1.0)], 0.0)
        if need > 0:
            self.rows.add([*terms, (own, -float(need))], 0.0)
        return own

    def _scoped(self, node: Scoped) -> int | bool:
        """Return a variable that is 1 only where the inner node is, or nothing it is for changes."""
        inner = self._node(node.of)
        if inner is True:
            return True
        still = []
        for issue in node.issues:
            options = self.problem.space.issues[issue].options
            part = self._parts(issue, [options.index(NO_CHANGE)] if NO_CHANGE in options else [])
            if not part:
                return inner
            still += part
        quiet = self._new()
        for place in still:
            self.rows.add([(place, 1.0), (quiet, -1.0)], 0.0)
        if inner is False:
            return quiet
        own = self._new()
        self.rows.add([(quiet, 1.0), (inner, 1.0), (own, -1.0)], 0.0)
        return own

    def _gain(self, rows: _Rows, voter: int, leaf: int, draw: int) -> float:
        """Add that a voter says yes only to a gain; return 0 where it never can, else 1."""
        import numpy as np

        held, who = self.problem.utilities, self.problem.voters[voter]
        shift = 0.0 if who.shift is None else float(who.shift[draw])
        floor = float(held.reservations[draw, who.actor])
        cap = held.cap(who.actor)
        if shift == -np.inf:
            return 1.0
        worths = self.problem.worths(slice(draw, draw + 1))[0, who.actor, self.columns]
        refused = np.isneginf(worths)
        worths = np.where(refused, 0.0, worths)
        added = {
            variable: float(held.rules[n].worth if held.rule_worths is None else held.rule_worths[draw, n])
            for n, variable in self.rules.items()
            if held.rules[n].actor == who.actor
        }
        ends = zip(self.starts, self.starts[1:], strict=False)
        least = sum(float(worths[a:b].min()) for a, b in ends) + sum(min(w, 0.0) for w in added.values())
        size = float(np.abs(worths).max(initial=0.0)) + abs(floor) + sum(map(abs, added.values())) + 1e-300
        needs = floor + shift + (0.0 if self.problem.weakly else MARGIN * size)
        if not np.isfinite(needs) or (
            cap is not None and (cap < needs if self.problem.weakly else cap <= needs)
        ):
            return 0.0
        for part in np.flatnonzero(refused).tolist():
            rows.add([(part, -1.0), (leaf, -1.0)], -1.0)
        if least < needs:
            terms = [(n, w / size) for n, w in enumerate(worths.tolist()) if w]
            terms += [(variable, w / size) for variable, w in added.items()]
            rows.add([*terms, (leaf, (least - needs) / size)], least / size)
        return 1.0


def _matrix(places: Sequence[tuple[int, int]], numbers: Sequence[float], shape: tuple[int, int]) -> Any:
    from scipy.sparse import csr_array

    rows, columns = zip(*places, strict=True) if places else ((), ())
    return csr_array((numbers, (rows, columns)), shape=shape)


__all__ = ["Program", "unsupported"]
