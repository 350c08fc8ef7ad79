"""How many deals are in the core of a deal space, without comparing every deal with every other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.deals import listing

if TYPE_CHECKING:
    from tracktwo.deals.coalitions import Rule
    from tracktwo.deals.frontier import Frontier
    from tracktwo.deals.scaling import Scaled
    from tracktwo.vocabulary.utilities import Utilities

WORK = 200_000_000  # utilities compared: a second or two
CELLS = 4_000_000  # of them held at once
DEFINITION = (
    "the deals that no coalition able to pass one by itself can replace by one that each of its "
    "members strictly prefers (Gillies 1959); able to pass one is "
)
TOO_MANY_EFFICIENT = "the efficient deals are too many to hold"


@dataclass(frozen=True, slots=True)
class Core:
    """How many deals are in the core; ``size`` is None where that was not computed, as ``reason`` says."""

    size: int | None
    reason: str | None = None


def core(utilities: Utilities, scaled: Scaled, front: Frontier, rule: Rule | None = None) -> Core:
    """Return the size of the core under a rule; None for all parties together.

    A deal that a coalition prefers has an efficient deal at or above it, which the coalition prefers as well:
    so every deal is compared with the efficient ones only. Utilities count as equal where they agree to 1e-9.
    """
    import numpy as np

    parties, deals = len(utilities.actors), utilities.space.size
    work = deals * len(front) * parties
    if work > WORK:
        why = f"{deals:,} deals" if deals < 10**12 else f"about 10^{len(str(deals)) - 1} deals"
        return Core(None, f"too many to compare: {why}, {len(front):,} efficient ones")
    equal = 2 * scaled.noise + (scaled.step if scaled.step > 1 else 0)
    block = max(CELLS // max(len(front) * parties, 1), 1)
    found = 0
    for start in range(0, deals, block):
        packages = listing.list_packages(utilities.space.sizes, start, min(start + block, deals))
        worths = listing.values(utilities, scaled, packages)
        prefers = front.values[None, :, :] > worths[:, None, :] + equal
        replaced = np.asarray(prefers.all(axis=2) if rule is None else rule.passes(prefers))
        found += int((~replaced.any(axis=1)).sum())
    return Core(found)


def definition(rule: Rule | None) -> str:
    """Return what the core means under a rule."""
    if rule is None:
        return f"{DEFINITION}all parties together"
    vetoes = f", {len(rule.vetoes)} of them by name," if rule.vetoes else ""
    return f"{DEFINITION}{rule.quota} of {sum(rule.weights)} parties{vetoes} as the game's rule says"
