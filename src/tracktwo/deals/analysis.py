"""All exact answers about one deal space at once: the frontier, the solutions on it, and what each means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tracktwo.deals import solutions, stable
from tracktwo.deals.frontier import Frontier, TooLargeError, merge
from tracktwo.deals.scaling import Scaled, scale

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.coalitions import Rule
    from tracktwo.vocabulary.utilities import Utilities

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Index = NDArray[np.intp]

RATIONAL = (
    "a deal is rational if every party weakly prefers it to disagreement; solutions are chosen among "
    "rational deals and "
    "are null where there is none"
)
FRONTIER = (
    "frontier: every utility vector that no other deal equals or betters for all and betters for one, "
    "once at 1e-9, "
    "rational or not; found by merging per-issue frontiers (Koca, de Jonge & Baarslag 2024)"
)
LISTED = (
    "frontier: every efficient utility vector once at 1e-9, rational or not; preferences are no plain sum"
)


@dataclass(frozen=True, slots=True)
class Convention:
    """What the words mean: which ideal point, which discrete reading of Kalai-Smorodinsky, which Nash
    weights, and which coalitions can replace a deal (``rule``; by default all parties together).
    """

    ideal: Literal["all", "rational"] = "all"
    ratios: Literal["spread", "maximin"] = "spread"
    weights: tuple[float, ...] | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal in words, and its utility to each party in their order."""

    deal: dict[str, str]
    utilities: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Exact answers about one deal space.

    ``frontier`` is None where it is too large to hold; solutions are then searched for one by one.
    ``definitions`` says, name by name, what each answer means.
    """

    parties: tuple[str, ...]
    outcomes: int
    disagreement: tuple[float, ...]
    frontier_size: int | None
    frontier: tuple[Deal, ...] | None
    nash: Deal | None
    kalai_smorodinsky: Deal | None
    egalitarian: Deal | None
    max_welfare: Deal | None
    definitions: dict[str, str]
    core: stable.Core | None = None


@dataclass(frozen=True, slots=True)
class Solved:
    """The frontier and, as positions in it, the solutions; None where no deal is rational for all."""

    scaled: Scaled
    frontier: Frontier
    nash: int | None
    kalai_smorodinsky: int | None
    egalitarian: int | None
    max_welfare: int | None


DEFAULT = Convention()


def analyse(
    utilities: Utilities,
    convention: Convention = DEFAULT,
    *,
    draw: int = 0,
    list_up_to: int = 5000,
    core: bool = True,
) -> Analysis:
    """Return frontier and solutions of one draw of ``utilities``, in words.

    Parameters
    ----------
    utilities : Utilities
    convention : Convention
    draw : int
        Which draw; 0 for point values.
    list_up_to : int
        Frontiers with more points are counted but not listed.
    core : bool
        Whether to compare all deals for the core as well.

    Raises
    ------
    DealsError
        If there is no party or no deal, or a utility is not a finite number.
    """
    definitions = _definitions(utilities, convention)
    if not core:
        definitions.pop("core")
    try:
        solved = solve(utilities, convention, draw=draw)
    except TooLargeError:
        found = _searched(utilities, convention, draw, definitions)
        return replace(found, core=stable.Core(None, stable.TOO_MANY_EFFICIENT) if core else None)
    front = solved.frontier
    listed = range(len(front)) if len(front) <= list_up_to else ()
    wanted = {*listed, *(p for p in _positions(solved) if p is not None)}
    deals = dict(
        zip(
            sorted(wanted),
            in_words(utilities, front.packages[sorted(wanted)], solved.scaled, draw),
            strict=True,
        )
    )

    def deal(position: int | None) -> Deal | None:
        return None if position is None else deals[position]

    return Analysis(
        parties=utilities.actors,
        outcomes=utilities.space.size,
        disagreement=tuple(utilities.reservations[draw].tolist()),
        frontier_size=len(front),
        frontier=tuple(deals[n] for n in listed) if len(front) <= list_up_to else None,
        nash=deal(solved.nash),
        kalai_smorodinsky=deal(solved.kalai_smorodinsky),
        egalitarian=deal(solved.egalitarian),
        max_welfare=deal(solved.max_welfare),
        definitions=definitions,
        core=stable.core(utilities, solved.scaled, front, convention.rule) if core else None,
    )


def solve(utilities: Utilities, convention: Convention = DEFAULT, *, draw: int = 0) -> Solved:
    """Return the frontier of one draw and the solutions on it, as arrays.

    Raises
    ------
    DealsError
        If there is no party or no deal, or a utility is not a finite number.
    TooLargeError
        If the frontier is too large to hold.
    """
    scaled = scale(utilities, draw)
    if utilities.additive:
        front = merge(scaled)
    else:
        from tracktwo.deals import listing

        front = listing.frontier(utilities, scaled)
    deals = solutions.field(front.values, scaled.reservations, scaled.noise * 2)
    return Solved(
        scaled,
        front,
        solutions.nash(deals, convention.weights),
        solutions.kalai_smorodinsky(
            deals, _ideal(utilities, scaled, front, deals, convention), convention.ratios
        ),
        solutions.egalitarian(deals),
        solutions.max_welfare(deals),
    )


def in_words(utilities: Utilities, packages: Index, scaled: Scaled, draw: int = 0) -> tuple[Deal, ...]:
    """Return packages (positions of options) in words with what they are worth."""
    import numpy as np

    if utilities.additive:
        columns = packages + np.array(utilities.space.offsets, dtype=np.intp)
        worths = utilities.part_worths[draw][:, columns].sum(axis=2).T
        caps = np.array(
            [np.inf if utilities.cap(i) is None else utilities.cap(i) for i in range(worths.shape[1])]
        )
        worths = np.minimum(worths, caps)
    else:
        from tracktwo.deals import listing

        worths = listing.values(utilities, scaled, packages) / scaled.unit
    rounded = np.round(worths, 12) + 0.0
    return tuple(
        Deal(utilities.space.deal(package), tuple(worth))
        for package, worth in zip(packages.tolist(), rounded.tolist(), strict=True)
    )


def _ideal(
    utilities: Utilities, scaled: Scaled, front: Frontier, deals: solutions.Field, convention: Convention
) -> Ints:
    """Return each party's gain at the ideal point; the frontier holds the best deal of every party."""
    import numpy as np

    if convention.ideal == "rational":
        none = np.zeros((1, len(utilities.actors)), dtype=np.int64)
        return np.asarray(np.concatenate([deals.gains, none]).max(axis=0))
    return np.asarray(front.values.max(axis=0) - scaled.reservations)


def _positions(solved: Solved) -> tuple[int | None, ...]:
    return solved.nash, solved.kalai_smorodinsky, solved.egalitarian, solved.max_welfare


def _definitions(utilities: Utilities, convention: Convention) -> dict[str, str]:
    weights = "" if convention.weights is None else f"; gains to the power of {convention.weights}"
    return {
        "disagreement": "each party's reservation utility as written, 0 where none is",
        "rational": RATIONAL,
        "frontier": FRONTIER if utilities.additive else LISTED,
        "nash": solutions.NASH + weights,
        "kalai_smorodinsky": f"{solutions.KALAI_SMORODINSKY[convention.ratios]}; "
        f"{solutions.IDEALS[convention.ideal]}",
        "egalitarian": solutions.EGALITARIAN,
        "max_welfare": solutions.WELFARE,
        "core": stable.definition(convention.rule),
        "ties": "broken by the lexicographic maximin of gains (for Kalai-Smorodinsky of gain ratios)",
    }


def _searched(
    utilities: Utilities, convention: Convention, draw: int, definitions: dict[str, str]
) -> Analysis:
    from tracktwo.deals import search

    found = search.search(utilities, convention, draw)
    return Analysis(
        parties=utilities.actors,
        outcomes=utilities.space.size,
        disagreement=tuple(utilities.reservations[draw].tolist()),
        frontier_size=None,
        frontier=None,
        nash=found.nash,
        kalai_smorodinsky=found.kalai_smorodinsky,
        egalitarian=found.egalitarian,
        max_welfare=found.max_welfare,
        definitions=definitions | found.definitions,
    )
