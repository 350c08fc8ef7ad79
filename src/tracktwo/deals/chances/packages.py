"""The packages looked at: all of a space, in two halves whose sums are taken late, or a list of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from tracktwo.deals.chances.constraints import Constraints
from tracktwo.errors import DealsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64] | NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Index = NDArray[np.intp]

# Packages of the right half: wide enough for long inner loops, small enough to stay in cache.
WIDTH = 512
WHOLE = 8192
MOST = 50_000_000
# From so many packages over so many issues on, sums are matrix products.
LONG, MANY = 1000, 8
REFUSED = -1e30


@dataclass(frozen=True, slots=True)
class Half:
    """Partial packages over some issues: ``options`` is packages x issues, positions in the whole space."""

    issues: tuple[int, ...]
    options: Index

    def sums(self, worths: Floats, offsets: Sequence[int]) -> Floats:
        """Return what the partial packages are worth: ``worths`` (... x parts) to (... x packages)."""
        import numpy as np

        if worths.dtype == np.float32 and len(self.options) >= LONG and len(self.issues) >= MANY:
            return self._multiplied(worths, offsets)
        total = np.zeros((*worths.shape[:-1], len(self.options)), dtype=worths.dtype)
        for column, issue in enumerate(self.issues):
            total += worths[..., offsets[issue] + self.options[:, column]]
        return total

    def _multiplied(self, worths: Floats, offsets: Sequence[int]) -> Floats:
        """Return the same sums by a matrix product: over many issues far quicker than looking them up."""
        import numpy as np

        taken = np.zeros((worths.shape[-1], len(self.options)), dtype=np.float32)
        for column, issue in enumerate(self.issues):
            taken[offsets[issue] + self.options[:, column], np.arange(len(self.options))] = 1.0
        finite = np.maximum(worths, REFUSED)  # infinity times nothing is no number
        return np.asarray(finite.reshape(-1, worths.shape[-1]) @ taken).reshape(*worths.shape[:-1], -1)

    def holds(self, when: Sequence[tuple[int, frozenset[int]]]) -> Flags:
        """Return for which partial packages the conditions on these issues hold."""
        import numpy as np

        held = np.ones(len(self.options), dtype=np.bool_)
        for issue, options in when:
            if issue in self.issues:
                held &= np.isin(self.options[:, self.issues.index(issue)], list(options))
        return held


@dataclass(frozen=True, slots=True)
class Packages:
    """Packages as pairs of a left and a right half; package i x right + j joins left i and right j.

    ``allowed`` is left x right, null where nothing is forbidden; ``all_of_them`` says whether these are all
    packages of the space but for the options left out.
    """

    left: Half
    right: Half
    allowed: Flags | None
    all_of_them: bool = True

    @property
    def shape(self) -> tuple[int, int]:
        """Left and right partial packages, counted."""
        return len(self.left.options), len(self.right.options)

    def __len__(self) -> int:
        return prod(self.shape)

    def number(self, package: Sequence[int]) -> int | None:
        """Return the number of a package, null where it is not among these."""
        import numpy as np

        found = []
        for half in (self.left, self.right):
            wanted = np.array([package[issue] for issue in half.issues], dtype=np.intp)
            rows = np.flatnonzero((half.options == wanted).all(axis=1))
            if not len(rows):
                return None
            found.append(int(rows[0]))
        return found[0] * self.shape[1] + found[1]

    def feasible(self) -> int:
        """Return how many of the packages nothing forbids."""
        return len(self) if self.allowed is None else int(self.allowed.sum())

    def at(self, numbers: Index) -> Index:
        """Return packages (numbers x issues, positions of options) by number."""
        import numpy as np

        left, right = np.divmod(np.asarray(numbers, dtype=np.intp), self.shape[1])
        width = len(self.left.issues) + len(self.right.issues)
        found = np.empty((len(left), width), dtype=np.intp)
        found[:, list(self.left.issues)] = self.left.options[left]
        found[:, list(self.right.issues)] = self.right.options[right]
        return found


def all_packages(kept: Sequence[Index], constraints: Constraints) -> Packages:
    """Return all packages over the options ``kept`` of each issue.

    Raises
    ------
    DealsError
        If they are too many to list.
    """
    import numpy as np

    sizes = [len(options) for options in kept]
    if prod(sizes) > MOST:
        many = f"{prod(sizes):,}" if prod(sizes) < 10**12 else f"about 10^{len(str(prod(sizes))) - 1}"
        raise DealsError(
            "the packages are too many to list",
            why=f"there are {many}",
            fix="Ask for the likeliest of them (deals.explore), or fix some issues with combinations",
        )
    order = sorted(range(len(sizes)), key=lambda issue: -sizes[issue])
    right: list[int] = []
    width = 1
    for issue in order if prod(sizes) > WHOLE else ():
        if width >= WIDTH:
            break
        right.append(issue)
        width *= sizes[issue]
    if prod(sizes) <= WHOLE:
        right = order
    halves = [_half(tuple(sorted(issues)), kept) for issues in (set(order) - set(right), set(right))]
    found = Packages(halves[0], halves[1], None)
    if constraints.free:
        return found
    numbers = np.arange(len(found), dtype=np.intp)
    allowed = np.concatenate(
        [constraints.allow(found.at(block)) for block in np.array_split(numbers, len(numbers) // 500_000 + 1)]
    )
    return Packages(halves[0], halves[1], allowed.reshape(found.shape))


def listed_packages(packages: Index) -> Packages:
    """Return packages given one by one (packages x issues)."""
    import numpy as np

    nothing = Half((), np.zeros((1, 0), dtype=np.intp))
    return Packages(nothing, Half(tuple(range(packages.shape[1])), packages), None, all_of_them=False)


def _half(issues: tuple[int, ...], kept: Sequence[Index]) -> Half:
    import numpy as np

    sizes = tuple(len(kept[issue]) for issue in issues)
    if not issues:
        return Half((), np.zeros((1, 0), dtype=np.intp))
    places = np.unravel_index(np.arange(prod(sizes)), sizes)
    columns = [np.asarray(kept[issue])[place] for issue, place in zip(issues, places, strict=True)]
    return Half(issues, np.stack(columns, axis=1).astype(np.intp))


__all__ = ["Half", "Packages", "all_packages", "listed_packages"]
