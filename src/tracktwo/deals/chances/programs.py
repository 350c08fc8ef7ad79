"""A tree of who must say yes, and all packages, as a mixed-integer program of one draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracktwo.case.packages import NO_CHANGE
from tracktwo.deals.chances.deciding import All, Blank, Node, OneOf, Scoped, Surely, Yes, voters
from tracktwo.deals.chances.linear import Linear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.chances.constraints import Constraints
    from tracktwo.deals.chances.problem import Problem

    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]

MARGIN = 2e-6  # of the size of the numbers: the solver's own tolerance is 1e-6


def unsupported(problem: Problem, node: Node) -> bool:
    """Say whether somebody in a tree has preferences that no linear program can hold."""
    actors = {problem.voters[voter].actor for voter in voters(node)}
    return any(rule.actor in actors and (rule.drops or rule.zeroes) for rule in problem.utilities.rules)


class Program:
    """The program of a tree; everything but what packages are worth is the same in all draws."""

    def __init__(
        self, problem: Problem, node: Node, kept: Sequence[Index], constraints: Constraints, *, blank: bool
    ) -> None:
        import numpy as np

        self.problem, self.blank = problem, blank
        self.columns = np.concatenate([s + k for s, k in zip(problem.space.offsets, kept, strict=True)])
        self.linear = Linear(kept, constraints)
        self.leaves: dict[int, int] = {}
        self.made: dict[int, int | bool] = {}
        self.rules = self._conditions(node)
        self.root = self._node(node)
        self.rows = len(self.linear.low)

    def solve(self, draw: int) -> Index | None:
        """Return a package the tree says yes to (positions of options); empty where there is none.

        Null where the search was given up.
        """
        import numpy as np

        self.linear.forget(self.rows)
        never = {leaf for voter, leaf in self.leaves.items() if not self._gain(voter, leaf, draw)}
        if self.root is False or self.root in never:
            return np.empty(0, dtype=np.intp)
        fixed = dict.fromkeys(never, 0.0)
        if self.root is not True:
            fixed[self.root] = 1.0
        return self.linear.solve(fixed)

    def _conditions(self, node: Node) -> dict[int, int]:
        """Add a variable for each condition of somebody in the tree, 1 exactly where it holds."""
        actors = {self.problem.voters[voter].actor for voter in voters(node)}
        found = {}
        for number, rule in enumerate(self.problem.utilities.rules):
            if rule.actor not in actors:
                continue
            found[number] = held = self.linear.new()
            for one in rule.when:
                self.linear.add([*self.linear.held((one,), 1.0), (held, -1.0)], 0.0)
            self.linear.add([(held, 1.0), *self.linear.held(rule.when, -1.0)], 1.0 - len(rule.when))
        return found

    def _node(self, node: Node) -> int | bool:
        """Return the variable of a node, or its answer where that is always the same."""
        if id(node) not in self.made:
            self.made[id(node)] = self._make(node)
        return self.made[id(node)]

    def _make(self, node: Node) -> int | bool:
        if isinstance(node, Yes):
            if node.voter not in self.leaves:
                self.leaves[node.voter] = self.linear.new()
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
        own = self.linear.new()
        for child in sorted(must):
            self.linear.add([(child, 1.0), (own, -1.0)], 0.0)
        if need > 0:
            self.linear.add([*terms, (own, -float(need))], 0.0)
        return own

    def _scoped(self, node: Scoped) -> int | bool:
        """Return a variable that is 1 only where the inner node is, or nothing it is for changes."""
        inner = self._node(node.of)
        if inner is True:
            return True
        still = []
        for issue in node.issues:
            options = self.problem.space.issues[issue].options
            part = self.linear.parts(issue, [options.index(NO_CHANGE)] if NO_CHANGE in options else [])
            if not part:
                return inner
            still += part
        quiet = self.linear.new()
        for place in still:
            self.linear.add([(place, 1.0), (quiet, -1.0)], 0.0)
        if inner is False:
            return quiet
        own = self.linear.new()
        self.linear.add([(quiet, 1.0), (inner, 1.0), (own, -1.0)], 0.0)
        return own

    def _gain(self, voter: int, leaf: int, draw: int) -> bool:
        """Add that a voter says yes only to a gain; return whether it ever can."""
        import numpy as np

        held, who = self.problem.utilities, self.problem.voters[voter]
        shift = 0.0 if who.shift is None else float(who.shift[draw])
        floor = float(held.reservations[draw, who.actor])
        cap = held.cap(who.actor)
        if shift == -np.inf:
            return True
        worths = self.problem.worths(slice(draw, draw + 1))[0, who.actor, self.columns]
        refused = np.isneginf(worths)
        worths = np.where(refused, 0.0, worths)
        added = {
            variable: float(held.rules[n].worth if held.rule_worths is None else held.rule_worths[draw, n])
            for n, variable in self.rules.items()
            if held.rules[n].actor == who.actor
        }
        ends = zip(self.linear.starts, self.linear.starts[1:], strict=False)
        least = sum(float(worths[a:b].min()) for a, b in ends) + sum(min(w, 0.0) for w in added.values())
        size = float(np.abs(worths).max(initial=0.0)) + abs(floor) + sum(map(abs, added.values())) + 1e-300
        needs = floor + shift + (0.0 if self.problem.weakly else MARGIN * size)
        if not np.isfinite(needs) or (
            cap is not None and (cap < needs if self.problem.weakly else cap <= needs)
        ):
            return False
        for part in np.flatnonzero(refused).tolist():
            self.linear.add([(part, -1.0), (leaf, -1.0)], -1.0)
        if least < needs:
            terms = [(n, w / size) for n, w in enumerate(worths.tolist()) if w]
            terms += [(variable, w / size) for variable, w in added.items()]
            self.linear.add([*terms, (leaf, (least - needs) / size)], least / size)
        return True


__all__ = ["Program", "unsupported"]
