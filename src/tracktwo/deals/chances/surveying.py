"""Acceptance, ratification and passing of many packages: draws x packages x voters, block by block.

A voter accepts where what the left half of a package is worth exceeds what the right half leaves missing, so
one comparison a cell does the work of all its sums. Counts are kept, never the cells: memory is that of the
packages, not of packages times draws.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from tracktwo.deals.chances.conditions import changes
from tracktwo.deals.chances.deciding import Deciding, Node, blanks
from tracktwo.deals.chances.packages import Packages
from tracktwo.deals.chances.problem import Problem, Variant

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64] | NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Counts = NDArray[np.int32]

BLOCK = 1 << 17  # cells of one comparison: what stays in a core's cache
CHUNK = 250  # draws counted in bytes before they are added up; at most 255
COUNTS = ("accepts", "ratifies", "passes", "may_pass", "sole")
ALONE = 20_000_000  # cells below which a second thread only waits for the first
FEW = 32  # draws below which numbers are exact enough only in double precision


@dataclass(slots=True)
class Survey:
    """Counts over draws, package by package.

    Attributes
    ----------
    packages : Packages
    draws : int
    accepts : int array, voters x packages
    ratifies : int array, variants x parties x packages
        Blanks count as no.
    passes, may_pass : int arrays, variants x packages
        With blanks as no, and as yes.
    sole : int array, parties x packages
        Draws, over all variants, where this party's no alone fails the package (blanks as yes).
    any_passes, any_may_pass : bool arrays, variants x draws
        Whether some package passes.
    zopa : bool array, draws
        Whether some package is preferred to no deal by every party itself.
    """

    packages: Packages
    draws: int
    accepts: Counts
    ratifies: Counts
    passes: Counts
    may_pass: Counts
    sole: Counts
    any_passes: Flags
    any_may_pass: Flags
    zopa: Flags


def survey(problem: Problem, packages: Packages, *, threads: int | None = None) -> Survey:
    """Look at every package in every draw.

    Parameters
    ----------
    problem : Problem
        Options of which an actor's worth is unknown must not be in ``packages``.
    packages : Packages
    threads : int, optional
        Default: one a core.

    Returns
    -------
    Survey
    """
    import numpy as np

    size, draws = len(packages), problem.draws
    variants, parties = len(problem.variants), len(problem.parties)
    found = Survey(
        packages,
        draws,
        np.zeros((len(problem.voters), size), dtype=np.int32),
        np.zeros((variants, parties, size), dtype=np.int32),
        np.zeros((variants, size), dtype=np.int32),
        np.zeros((variants, size), dtype=np.int32),
        np.zeros((parties, size), dtype=np.int32),
        np.zeros((variants, draws), dtype=np.bool_),
        np.zeros((variants, draws), dtype=np.bool_),
        np.zeros(draws, dtype=np.bool_),
    )
    work = _Work(problem, packages, found)
    starts = range(0, draws, CHUNK)
    workers = min(threads or os.cpu_count() or 1, len(starts))
    if threads is None and size * draws * len(problem.voters) < ALONE:
        workers = 1
    if workers <= 1:
        for start in starts:
            work.chunk(start)
    else:
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(work.chunk, starts))
    return _finished(problem, found)


def _finished(problem: Problem, found: Survey) -> Survey:
    """Fill in what was not counted twice, and let nobody accept what is forbidden."""
    for n, variant in enumerate(problem.variants):
        if not _is_open(variant):
            found.may_pass[n] = found.passes[n]
            found.any_may_pass[n] = found.any_passes[n]
    if found.packages.allowed is not None:
        forbidden = ~found.packages.allowed.ravel()
        for name in COUNTS:
            getattr(found, name)[..., forbidden] = 0
    return found


def _is_open(variant: Variant) -> bool:
    """Say whether anything in a reading of the rules is blank."""
    return any(blanks(node) for node in (*variant.parties, variant.agreement))


@dataclass(slots=True)
class _Work:
    """What all chunks share: the question, the packages and the counts."""

    problem: Problem
    packages: Packages
    found: Survey
    lock: Lock = field(default_factory=Lock)
    _changed: dict[tuple[int, ...], Flags] = field(default_factory=dict)
    _slack: Any = None

    def __post_init__(self) -> None:
        self._slack = _slack(self.problem)

    def chunk(self, start: int) -> None:
        """Count one stretch of draws."""
        stop = min(start + CHUNK, self.found.draws)
        worths = Worths(self.problem, self.packages, slice(start, stop), self._slack)
        rows, width = self.packages.shape
        for top in range(0, rows, max(BLOCK // width, 1)):
            self._block(worths, start, slice(top, min(top + max(BLOCK // width, 1), rows)))

    def _block(self, worths: Worths, start: int, rows: slice) -> None:
        import numpy as np

        found, width = self.found, self.packages.shape[1]
        shape = (rows.stop - rows.start, width)
        tallies = _Tallies(self.problem, shape)
        allowed = None if self.packages.allowed is None else self.packages.allowed[rows]
        step = max(BLOCK // (shape[0] * width), 1)
        for first in range(0, worths.draws, step):
            draws = slice(first, min(first + step, worths.draws))
            yes = worths.accepted(draws, rows)
            cells = (draws.stop - first, *shape)
            low = Deciding(yes, lambda issues: self._changes(issues, rows), cells)
            high = Deciding(yes, lambda issues: self._changes(issues, rows), cells, blank=True)
            tallies.count(yes, low, high, allowed)
            here = slice(start + first, start + draws.stop)
            found.zopa[here] |= _within(low.value(self.problem.zopa), allowed).any(axis=(1, 2))
            for n, (passes, may) in enumerate(tallies.latest):
                found.any_passes[n, here] |= passes.any(axis=(1, 2))
                if tallies.open[n]:
                    found.any_may_pass[n, here] |= may.any(axis=(1, 2))
        span = slice(rows.start * width, rows.stop * width)
        with self.lock:
            for name in COUNTS:
                total, added = getattr(found, name)[..., span], getattr(tallies, name)
                total += added.reshape(total.shape).astype(np.int32, copy=False)

    def _changes(self, issues: tuple[int, ...], rows: slice) -> Flags:
        """Return which packages change any of these issues."""
        import numpy as np

        if issues not in self._changed:
            zero = [_no_change(self.problem, issue) for issue in issues]
            when = tuple((i, frozenset({z})) for i, z in zip(issues, zero, strict=True))
            still = np.logical_and.outer(self.packages.left.holds(when), self.packages.right.holds(when))
            self._changed[issues] = ~still
        return self._changed[issues][rows]


def _no_change(problem: Problem, issue: int) -> int:
    from tracktwo.case.packages import NO_CHANGE

    options = problem.space.issues[issue].options
    return options.index(NO_CHANGE) if NO_CHANGE in options else -1


class Worths:
    """What both halves are worth to every actor over some draws, and what each voter still needs."""

    def __init__(self, problem: Problem, packages: Packages, draws: slice, slack: Any) -> None:
        import numpy as np

        kind = _kind(problem)
        worths: Any = problem.worths(draws).astype(kind)
        offsets = problem.space.offsets
        self.draws = draws.stop - draws.start
        self.actors = [voter.actor for voter in problem.voters]
        self.right = packages.right.sums(worths, offsets)
        left = packages.left.sums(worths, offsets)
        floors = problem.utilities.reservations[draws]
        self.missing: list[Any] = []
        for voter in problem.voters:
            shift = 0.0 if voter.shift is None else voter.shift[draws]
            floor = floors[:, voter.actor] + shift + slack[voter.actor]
            cap = problem.utilities.cap(voter.actor)
            if cap is not None:
                floor = np.where(cap > floors[:, voter.actor], floor, np.inf)
            floor = np.where(np.isnan(floor), np.inf, floor)
            self.missing.append((floor[:, None] - left[:, voter.actor]).astype(kind))
        self.rules = changes(problem, packages, draws, kind) if problem.utilities.rules else {}

    def accepted(self, draws: slice, rows: slice) -> list[Flags]:
        """Return, voter by voter, what it accepts: draws x left rows x right."""
        import numpy as np

        found = []
        for voter, actor in enumerate(self.actors):
            worth: Any = self.right[draws, actor][:, None, :]
            for rule in self.rules.get(actor, ()):
                worth = rule(worth, draws, rows)
            found.append(np.greater(worth, self.missing[voter][draws, rows][:, :, None]))
        return found


def _kind(problem: Problem) -> Any:
    """Return the number type: single precision where many draws make ties as good as impossible."""
    import numpy as np

    return np.float32 if problem.draws >= FEW else np.float64


def _slack(problem: Problem) -> Any:
    """Return by how much a gain must exceed 0, so that rounding makes no tie a gain.

    Imported preferences accept what is worth at least their reservation value, as those formats mean it.
    """
    import numpy as np

    relative = 3e-7 if _kind(problem) is np.float32 else 1e-12
    if problem.weakly:
        relative = -relative
    worths = np.abs(np.nan_to_num(problem.utilities.part_worths))
    scale = worths.max(axis=(0, 2), initial=0.0) + np.abs(np.nan_to_num(problem.utilities.reservations)).max(
        axis=0, initial=0.0
    )
    return relative * np.maximum(scale, 1e-30) * len(problem.space.issues)


class _Tallies:
    """Counts of one block over one chunk of draws, in bytes."""

    def __init__(self, problem: Problem, shape: tuple[int, int]) -> None:
        import numpy as np

        self.problem = problem
        variants, parties = len(problem.variants), len(problem.parties)
        self.accepts = np.zeros((len(problem.voters), *shape), dtype=np.uint8)
        self.ratifies = np.zeros((variants, parties, *shape), dtype=np.uint8)
        self.passes = np.zeros((variants, *shape), dtype=np.uint8)
        self.may_pass = np.zeros((variants, *shape), dtype=np.uint8)
        self.sole = np.zeros((parties, *shape), dtype=np.uint16)
        self.latest: list[tuple[Flags, Flags]] = []
        self.open = [_is_open(variant) for variant in problem.variants]

    def count(self, yes: list[Flags], low: Deciding, high: Deciding, allowed: Flags | None) -> None:
        """Add some draws."""
        for total, one in zip(self.accepts, yes, strict=True):
            _add(total, one)
        self.latest = []
        for n, variant in enumerate(self.problem.variants):
            for p, node in enumerate(variant.parties):
                _add(self.ratifies[n, p], low.value(node))
            passes = _within(low.value(variant.agreement), allowed)
            may = _within(high.value(variant.agreement), allowed) if self.open[n] else passes
            _add(self.passes[n], passes)
            if self.open[n]:
                _add(self.may_pass[n], may)
            self.latest.append((passes, may))
            for p, alone in _sole(variant.parties, variant.agreement, high if self.open[n] else low):
                _add(self.sole[p], alone)


def _add(total: Any, flags: Flags) -> None:
    """Add up flags over their first axis; a chunk of draws never overflows a byte."""
    import numpy as np

    bits = flags.view(np.uint8)
    total += bits[0] if len(bits) == 1 else np.add.reduce(bits, axis=0, dtype=np.uint8)


def _within(passes: Flags, allowed: Flags | None) -> Flags:
    return passes if allowed is None else passes & allowed


def _sole(parties: tuple[Node, ...], agreement: Node, deciding: Deciding) -> Iterator[tuple[int, Flags]]:
    """Yield each party with where its no alone fails a package: everybody else's yes would carry it."""
    import numpy as np

    from tracktwo.deals.chances.deciding import All

    if not isinstance(agreement, All) or agreement.of != parties:
        failed = ~deciding.value(agreement)
        for p, node in enumerate(parties):
            carried = Deciding(deciding.yes, deciding.changed, deciding.shape, deciding.blank)
            carried.settle(node, np.ones(deciding.shape, dtype=np.bool_))
            yield p, failed & carried.value(agreement)
        return
    said = [deciding.value(node) for node in parties]
    against = np.zeros(deciding.shape, dtype=np.uint8)
    for one in said:
        against += ~one
    single = against == 1
    for p, one in enumerate(said):
        yield p, single & ~one
