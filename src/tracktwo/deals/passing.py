"""How many deals pass a rule of the kind "these must accept, and at least so many in all"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.deals import listing
from tracktwo.deals.scaling import scale
from tracktwo.errors import DealsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracktwo.vocabulary.utilities import Utilities

MAX_LISTED = 20_000_000


@dataclass(frozen=True, slots=True)
class Passing:
    """Counts of deals: those that pass, those all accept, and who accepts how many that pass."""

    deals: int
    passing: int
    accepted_by_all: int
    accepted_by: tuple[int, ...]
    sole_blocker: tuple[int, ...]


def count_passing(utilities: Utilities, vetoes: Sequence[int], quota: int, draw: int = 0) -> Passing:
    """Count the deals that every party in ``vetoes`` and at least ``quota`` parties accept.

    A party accepts a deal that is worth at least its reservation value. ``sole_blocker`` counts, party by
    party, the deals that this party alone does not accept.

    Raises
    ------
    DealsError
        If the deals are too many to count, or the quota is above the number of parties.
    """
    import numpy as np

    parties = len(utilities.actors)
    if quota > parties:
        raise DealsError("no deal can pass", why=f"{quota} acceptances are needed of {parties} parties")
    if utilities.space.size > MAX_LISTED:
        raise DealsError(
            "the deals are too many to count one by one", why=f"there are {utilities.space.size}"
        )
    scaled = scale(utilities, draw)
    passing = unanimous = 0
    accepted_by = np.zeros(parties, dtype=np.int64)
    blocked = np.zeros(parties, dtype=np.int64)
    for start in range(0, utilities.space.size, listing.BLOCK):
        stop = min(start + listing.BLOCK, utilities.space.size)
        packages = listing.list_packages(utilities.space.sizes, start, stop)
        accepts = listing.values(utilities, scaled, packages) >= scaled.reservations - scaled.noise
        count = accepts.sum(axis=1)
        passes = (count >= quota) & accepts[:, list(vetoes)].all(axis=1)
        passing += int(passes.sum())
        unanimous += int((count == parties).sum())
        accepted_by += accepts[passes].sum(axis=0)
        blocked += (~accepts[count == parties - 1]).sum(axis=0)
    return Passing(
        utilities.space.size, passing, unanimous, tuple(accepted_by.tolist()), tuple(blocked.tolist())
    )
