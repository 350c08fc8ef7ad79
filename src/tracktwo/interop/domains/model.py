"""What one negotiation domain of somebody else's comes to, once read."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Rule, Utilities

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Profile:
    """One party's preferences over a deal space, in exact arithmetic.

    ``worths`` holds one part-worth an option, issue by issue in the order of the space. ``reservation`` is
    the utility of no deal as written, None where none is written. ``discount`` d in (0, 1]: at relative time
    t in [0, 1] utility and reservation are multiplied by d**t; ``time_effect`` is added t times instead
    (Bar-Ilan dialect). Results are at t = 0, where neither matters.
    """

    name: str
    path: Path
    worths: tuple[tuple[Fraction, ...], ...]
    reservation: Fraction | None = None
    cap: float | None = None
    rules: tuple[Rule, ...] = ()
    discount: Fraction = Fraction(1)
    time_effect: Fraction = Fraction(0)
    opt_out: Fraction | None = None
    reservation_deal: dict[str, str] | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Game:
    """How deals pass in a scoreable game: these parties must accept, and at least ``quota`` in all."""

    vetoes: tuple[int, ...]
    quota: int


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain as read: who values which packages how, and what was left aside on the way.

    ``skipped`` names files that should have been readable and were not; ``notes`` what was repaired or
    decided.
    """

    name: str
    format: str
    utilities: Utilities
    profiles: tuple[Profile, ...]
    game: Game | None = None
    notes: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    conventions: tuple[str, ...] = field(default=())


def assemble(issues: Sequence[DealIssue], profiles: Sequence[Profile]) -> Utilities:
    """Return the utilities of several parties over one deal space, as point values."""
    import numpy as np

    space = DealSpace(tuple(issues))
    worths = np.array([[[float(w) for issue in p.worths for w in issue] for p in profiles]], dtype=np.float64)
    reservations = np.array([[float(p.reservation or 0) for p in profiles]], dtype=np.float64)
    rules = tuple(
        Rule(actor, rule.when, rule.worth, rule.drops, rule.zeroes)
        for actor, profile in enumerate(profiles)
        for rule in profile.rules
    )
    return Utilities(
        space=space,
        actors=tuple(p.name for p in profiles),
        part_worths=worths.reshape(1, len(profiles), space.parts),
        reservations=reservations,
        caps=tuple(p.cap for p in profiles),
        rules=rules,
    )
