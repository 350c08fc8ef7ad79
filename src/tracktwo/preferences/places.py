"""Where a vague option stands among the exact ones: an assumption, the same for every actor, varied."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from tracktwo.preferences.streams import Streams
from tracktwo.vocabulary import OrderBasis
from tracktwo.vocabulary.utilities import Varied

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.case import Case

    Floats = NDArray[np.float64]


@dataclass(slots=True)
class Places:
    """The places of a case's vague options, one a draw, made when somebody first needs them.

    A vague option ("limited" against "40") lies anywhere between the first and the last exact option of its
    issue: every gap between two of them is as likely as another, and every place within a gap.
    """

    case: Case
    streams: Streams
    _drawn: dict[tuple[str, str], Floats] = field(default_factory=dict)

    def exact(self, issue: str) -> tuple[int, ...]:
        """Return the positions of an issue's options whose order is known, in order."""
        held = self.case.issues[issue]
        basis = held.order_basis
        return tuple(
            k for k, option in enumerate(held.options) if basis.get(option) is not OrderBasis.ASSUMED
        )

    def worth(self, issue: str, option: str, part: Floats) -> Floats:
        """Return what a vague option is worth where ``part`` (draws x options) holds the exact ones' worth.

        NaN where the exact options beside its place have no worth, or there are fewer than two.
        """
        import numpy as np

        exact = self.exact(issue)
        if len(exact) < 2 or not self.case.issues[issue].ordered:
            return np.full(len(part), np.nan)
        place = self._place(issue, option) * (len(exact) - 1)
        gap = np.minimum(place.astype(np.intp), len(exact) - 2)
        rows, stands = np.arange(len(part)), np.array(exact)
        low, high = part[rows, stands[gap]], part[rows, stands[gap + 1]]
        found = low + (place - gap) * (high - low)
        # Unknown in some draws is unknown: a result must not rest on the draws where it happens to be known.
        return np.full(len(part), np.nan) if np.isnan(found).any() else np.asarray(found)

    def varied(self) -> tuple[Varied, ...]:
        """Return the places that were needed, by the gap each stands in."""
        import numpy as np

        made = []
        for (issue, option), place in self._drawn.items():
            held, exact = self.case.issues[issue], self.exact(issue)
            names = [held.options[k] for k in exact]
            labels = tuple(f"between {a} and {b}" for a, b in pairwise(names))
            gap = np.minimum((place * (len(exact) - 1)).astype(np.intp), len(exact) - 2)
            name = f"{held.name}: where “{option}” stands"
            made.append(Varied(name, "assumption", gap.astype(np.float64), labels))
        return tuple(made)

    def _place(self, issue: str, option: str) -> Floats:
        key = (issue, option)
        if key not in self._drawn:
            self._drawn[key] = self.streams.uniform("place", issue, option)
        return self._drawn[key]
