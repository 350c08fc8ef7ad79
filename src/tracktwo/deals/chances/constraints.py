"""Forbidden and required combinations of options, and which of them contradict one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.case.packages import NO_CHANGE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.case import Case, Combination
    from tracktwo.vocabulary.utilities import DealSpace

    Flags = NDArray[np.bool_]
    Index = NDArray[np.intp]

TRIES = 5000  # options tried before a solver is asked
When = tuple[tuple[int, frozenset[int]], ...]


@dataclass(frozen=True, slots=True)
class Constraint:
    """Where ``if_`` holds, ``then`` must; an empty ``then`` never holds. ``words`` says it."""

    if_: When
    then: When
    words: str

    def allow(self, packages: Index) -> Flags:
        """Return which packages (packages x issues) keep it."""
        import numpy as np

        bound = _holds(self.if_, packages)
        if not self.then:
            return ~bound
        return np.asarray(~bound | _holds(self.then, packages))


@dataclass(frozen=True, slots=True)
class Constraints:
    """All combinations of a case."""

    of: tuple[Constraint, ...]

    @property
    def free(self) -> bool:
        """Whether nothing is forbidden."""
        return not self.of

    def allow(self, packages: Index) -> Flags:
        """Return which packages keep every combination."""
        import numpy as np

        allowed = np.ones(len(packages), dtype=np.bool_)
        for constraint in self.of:
            allowed &= constraint.allow(packages)
        return allowed

    def broken_by(self, package: Sequence[int]) -> tuple[str, ...]:
        """Return the combinations, in words, that a package breaks."""
        import numpy as np

        row = np.array([package], dtype=np.intp)
        return tuple(c.words for c in self.of if not c.allow(row)[0])


def of_case(case: Case, space: DealSpace) -> Constraints:
    """Return the combinations of a case over its deal space.

    *No change* on every issue is no deal, so where it is possible a deal must change something.
    """
    found = [_constraint(case, space, one) for one in case.combinations]
    if all(NO_CHANGE in issue.options for issue in space.issues):
        nothing = tuple((n, frozenset({i.options.index(NO_CHANGE)})) for n, i in enumerate(space.issues))
        found.append(Constraint(nothing, (), "a deal changes something"))
    return Constraints(tuple(found))


def contradiction(constraints: Constraints, kept: Sequence[Index]) -> tuple[str, ...] | None:
    """Return the fewest combinations found that together allow no package; null where some are allowed.

    Combinations are dropped one by one as long as the rest still contradict (a minimal set, not always the
    smallest).
    """
    if not _contradictory(constraints.of, kept):
        return None
    needed = list(constraints.of)
    for one in constraints.of:
        rest = [c for c in needed if c is not one]
        if _contradictory(rest, kept):
            needed = rest
    return tuple(c.words for c in needed)


def _contradictory(of: Sequence[Constraint], kept: Sequence[Index]) -> bool:
    """Say whether no package keeps them all."""
    if any(not len(options) for options in kept):
        return True
    found = _tried(of, kept)
    if found is None:
        from tracktwo.deals.chances.linear import possible

        return not possible(kept, Constraints(tuple(of)))
    return not found


def _tried(of: Sequence[Constraint], kept: Sequence[Index]) -> bool | None:
    """Say whether trying options issue by issue finds a package; null where that takes too long."""
    # Issues of small constraints first: what fails, fails there.
    sizes: dict[int, int] = {}
    for constraint in of:
        involved = {issue for issue, _ in (*constraint.if_, *constraint.then)}
        for issue in involved:
            sizes[issue] = min(sizes.get(issue, len(kept)), len(involved))
    issues = sorted(sizes, key=lambda issue: (sizes[issue], issue))
    chosen: dict[int, int] = {}
    tries = 0

    def found(position: int) -> bool | None:
        nonlocal tries
        if any(_failed(c, chosen) for c in of):
            return False
        if position == len(issues):
            return True
        issue = issues[position]
        for option in kept[issue].tolist():
            tries += 1
            if tries > TRIES:
                return None
            chosen[issue] = option
            below = found(position + 1)
            if below is not False:
                return below
        chosen.pop(issue, None)
        return False

    return found(0)


def _failed(constraint: Constraint, chosen: dict[int, int]) -> bool:
    """Say whether a partial package already breaks a constraint."""
    bound = all(issue in chosen and chosen[issue] in options for issue, options in constraint.if_)
    if not bound:
        return False
    return not constraint.then or any(i in chosen and chosen[i] not in o for i, o in constraint.then)


def _holds(when: When, packages: Index) -> Flags:
    import numpy as np

    held = np.ones(len(packages), dtype=np.bool_)
    for issue, options in when:
        column = packages[:, issue]
        held &= column == next(iter(options)) if len(options) == 1 else np.isin(column, list(options))
    return held


def _constraint(case: Case, space: DealSpace, one: Combination) -> Constraint:
    places = {issue.name: n for n, issue in enumerate(space.issues)}

    def when(options: object) -> When:
        assert hasattr(options, "items")
        return tuple(
            (places[name], frozenset(space.issues[places[name]].options.index(word) for word in words))
            for name, words in options.items()
        )

    def said(options: object) -> str:
        assert hasattr(options, "items")
        return " and ".join(f"{case.issues[n].name}: {' or '.join(words)}" for n, words in options.items())

    if not one.then:
        words = f"not {said(one.if_)}"
    elif not one.if_:
        words = said(one.then)
    else:
        words = f"if {said(one.if_)}, then {said(one.then)}"
    return Constraint(when(one.if_), when(one.then), words)
