"""One package, draw by draw: who accepts, whether it passes, whose no decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracktwo.deals.chances.deciding import Deciding, Node
from tracktwo.deals.chances.packages import listed_packages
from tracktwo.deals.chances.problem import Problem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

TIE = 1e-12  # of the size of the numbers: gains below this are none


@dataclass(frozen=True, slots=True)
class Close:
    """One package in every draw.

    Attributes
    ----------
    problem : Problem
    package : tuple of int
        Positions of options.
    gains : float array, draws x actors
        Worth of the package less worth of no deal; NaN where it is not known, -inf where it is refused.
    yes : tuple of bool arrays
        One a voter, over the draws; no where nothing is known.
    unknown : frozenset of int
        Voters of whom nothing is known on this package.
    """

    problem: Problem
    package: tuple[int, ...]
    gains: Floats
    yes: tuple[Flags, ...]
    unknown: frozenset[int]

    def value(self, node: Node, *, blank: bool = False, instead: Sequence[Flags] | None = None) -> Flags:
        """Return in which draws a tree says yes; ``blank`` is what counts where nothing is known."""
        return self.deciding(blank=blank, instead=instead).value(node)

    def deciding(self, *, blank: bool = False, instead: Sequence[Flags] | None = None) -> Deciding:
        """Return an evaluation of trees on this package; ``instead`` replaces the voters' answers."""
        import numpy as np

        yes = list(self.yes if instead is None else instead)
        if blank:
            for voter in self.unknown:
                yes[voter] = np.ones_like(yes[voter])
        return Deciding(yes, self._changed, (self.problem.draws,), blank)

    def passes(self, *, blank: bool = False, instead: Sequence[Flags] | None = None) -> Flags:
        """Return variants x draws: whether the package passes."""
        import numpy as np

        deciding = self.deciding(blank=blank, instead=instead)
        return np.stack([deciding.value(v.agreement) for v in self.problem.variants])

    def p_pass(self, *, blank: bool = False, instead: Sequence[Flags] | None = None) -> float:
        """Return P(passes), unreported rules weighed."""
        return float(weights(self.problem) @ self.passes(blank=blank, instead=instead).mean(axis=1))

    def with_answer(self, voters: Iterable[int], answer: bool) -> tuple[Flags, ...]:
        """Return the voters' answers with some of them fixed."""
        import numpy as np

        yes = list(self.yes)
        for voter in voters:
            yes[voter] = np.full(self.problem.draws, answer, dtype=np.bool_)
        return tuple(yes)

    def _changed(self, issues: tuple[int, ...]) -> Flags:
        import numpy as np

        from tracktwo.case.packages import NO_CHANGE

        names = [self.problem.space.issues[issue].options[self.package[issue]] for issue in issues]
        return np.full(self.problem.draws, any(name != NO_CHANGE for name in names), dtype=np.bool_)


def weights(problem: Problem) -> Floats:
    """Return how much each reading of the rules weighs."""
    import numpy as np

    return np.array([variant.weight for variant in problem.variants])


def by_rule(problem: Problem, shares: Iterable[float]) -> dict[str, float]:
    """Return one share a reading of the rules, by its name."""
    return {v.name: float(p) for v, p in zip(problem.variants, shares, strict=True)}


def close(problem: Problem, package: Sequence[int]) -> Close:
    """Look at one package in every draw.

    Parameters
    ----------
    problem : Problem
    package : sequence of int
        Positions of options, one an issue.
    """
    import numpy as np

    worth = package_worths(problem, package)
    floors = problem.utilities.reservations
    gains = worth - floors
    size = np.abs(np.nan_to_num(worth, neginf=0.0)) + np.abs(np.nan_to_num(floors))
    tie = -TIE if problem.weakly else TIE
    yes, unknown = [], set()
    for number, voter in enumerate(problem.voters):
        gain = gains[:, voter.actor]
        shift = 0.0 if voter.shift is None else voter.shift
        if np.isnan(gain).all():
            unknown.add(number)
        with np.errstate(invalid="ignore"):
            least = shift + tie * size[:, voter.actor] * len(package)
            yes.append(np.asarray(gain >= least if problem.weakly else gain > least))
    return Close(problem, tuple(int(k) for k in package), gains, tuple(yes), frozenset(unknown))


def package_worths(problem: Problem, package: Sequence[int]) -> Floats:
    """Return what a package is worth: draws x actors; NaN where unknown, -inf where refused."""
    import numpy as np

    held, offsets = problem.utilities, problem.space.offsets
    columns = [start + int(k) for start, k in zip(offsets, package, strict=True)]
    worth = held.part_worths[:, :, columns].sum(axis=2)
    if held.rules:
        worth = _with_conditions(problem, package, worth)
    caps = np.array([np.inf if (c := held.cap(a)) is None else c for a in range(worth.shape[1])])
    worth = np.where(np.isnan(worth), worth, np.minimum(worth, caps))
    if held.refusals is not None:
        worth[:, held.refusals[:, columns].any(axis=1)] = -np.inf
    return np.asarray(worth)


def _with_conditions(problem: Problem, package: Sequence[int], worth: Floats) -> Floats:
    held, offsets = problem.utilities, problem.space.offsets
    zeroed, dropped = set(), set()
    for number, rule in enumerate(held.rules):
        if not all(int(package[issue]) in options for issue, options in rule.when):
            continue
        added = rule.worth if held.rule_worths is None else held.rule_worths[:, number]
        worth[:, rule.actor] += added
        dropped |= {(rule.actor, issue) for issue in rule.drops}
        if rule.zeroes:
            zeroed.add(rule.actor)
    for actor, issue in dropped:
        worth[:, actor] -= held.part_worths[:, actor, offsets[issue] + int(package[issue])]
    for actor in zeroed:
        worth[:, actor] = 0.0
    return worth


def thinned(problem: Problem, draws: int) -> Problem:
    """Return the question on the first ``draws`` of its draws (they are in random order)."""
    if draws >= problem.draws:
        return problem
    held = problem.utilities
    fewer = replace(
        held,
        part_worths=held.part_worths[:draws],
        reservations=held.reservations[:draws],
        rule_worths=None if held.rule_worths is None else held.rule_worths[:draws],
        varied=tuple(replace(v, values=v.values[:draws]) for v in held.varied),
    )
    voters = tuple(v if v.shift is None else replace(v, shift=v.shift[:draws]) for v in problem.voters)
    return replace(problem, utilities=fewer, voters=voters)


__all__ = ["Close", "by_rule", "close", "listed_packages", "package_worths", "thinned", "weights"]
