"""A case as a question about deals: who decides how, on what numbers, among which packages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.case.packages import package_of
from tracktwo.deals.chances.deciding import All, Blank, Node, blanks
from tracktwo.deals.chances.deciding import voters as voters_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.case import Case
    from tracktwo.vocabulary.utilities import DealSpace, Utilities

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Index = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody whose acceptance counts: an actor with values, or so many unheard seats of a body.

    Voter number k accepts where its actor's gain exceeds ``shift`` (0 where null), draw by draw.
    """

    name: str
    actor: int
    shift: Floats | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One reading of the rules that nobody reported, and how much it weighs among the others.

    ``parties`` holds one tree a party, ``agreement`` the tree over all of them.
    """

    name: str
    weight: float
    parties: tuple[Node, ...]
    agreement: Node


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a question about the deals of a case needs.

    ``zopa`` asks each party's own yes, before anybody ratifies. ``assumptions`` are sentences on what was
    taken to be so without anybody having said it.
    """

    case: Case
    utilities: Utilities
    voters: tuple[Voter, ...]
    parties: tuple[str, ...]
    variants: tuple[Variant, ...]
    zopa: All
    seed: int = 0
    assumptions: tuple[str, ...] = ()

    @property
    def space(self) -> DealSpace:
        """All packages of the case."""
        return self.utilities.space

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return self.utilities.draws

    @property
    def own(self) -> tuple[Node, ...]:
        """Each party's own yes."""
        return self.zopa.of

    @property
    def weakly(self) -> bool:
        """Whether a package worth just as much as no deal is accepted: so it is in imported domains."""
        return self.utilities.basis == "imported"

    def blanks(self) -> tuple[Blank, ...]:
        """Return what is not known about who says yes, once each."""
        nodes = [node for variant in self.variants for node in (*variant.parties, variant.agreement)]
        return tuple(dict.fromkeys(blank for node in nodes for blank in blanks(node)))

    def counted(self) -> tuple[int, ...]:
        """Return the actors whose values some tree asks for, in order."""
        nodes = [node for v in self.variants for node in (*v.parties, v.agreement)] + list(self.own)
        numbers = {self.voters[voter].actor for node in nodes for voter in voters_of(node)}
        return tuple(sorted(numbers))

    def package(self, terms: Mapping[str, str]) -> tuple[int, ...] | None:
        """Return the package of some terms, None where they leave out an issue without *no change*."""
        return package_of(self.space, terms)

    def worths(self, draws: slice = slice(None)) -> Floats:
        """Return part-worths (draws x actors x parts) with what an actor refuses at -inf."""
        import numpy as np

        held = self.utilities.part_worths[draws]
        if self.utilities.refusals is None:
            return held
        return np.where(self.utilities.refusals[None], -np.inf, held)

    def known(self) -> Flags:
        """Return actors x parts: whether the actor is known to value, or to refuse, the option."""
        import numpy as np

        known = ~np.isnan(self.utilities.part_worths[0])
        if self.utilities.refusals is not None:
            known |= self.utilities.refusals
        return np.asarray(known)
