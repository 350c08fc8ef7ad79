"""Utilities as integers, so that ties are ties and no rounding noise decides what is efficient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.errors import DealsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.vocabulary.utilities import Utilities

    Ints = NDArray[np.int64]

DECIMALS = 12  # utilities are held to this many places where they do not end earlier
COUNTED = 9  # and two utility vectors are one where they agree to this many
LIMIT = 2**60


@dataclass(frozen=True, slots=True)
class Scaled:
    """Utilities times ``unit``, rounded to integers.

    Attributes
    ----------
    parts : tuple of int arrays, one an issue, options x actors
    unit : int
        A power of ten; 1.0 of utility is this many steps.
    step : int
        How many steps make 1e-9: values are counted as one where they agree to that.
    noise : int
        0 where every utility ends within the places kept, so that integers are exact; otherwise how many
        steps sums of rounded numbers may be off.
    reservations : int array, actors
    caps : tuple of int or None
    worths : int array
        One a rule.
    """

    parts: tuple[Ints, ...]
    unit: int
    step: int
    noise: int
    reservations: Ints
    caps: tuple[int | None, ...]
    worths: Ints


def scale(utilities: Utilities, draw: int = 0) -> Scaled:
    """Return one draw of ``utilities`` as integers.

    Raises
    ------
    DealsError
        If a number is not finite, or there is no actor or no issue.
    """
    import numpy as np

    space = utilities.space
    if not utilities.actors:
        raise DealsError("there is no party", fix="Name at least one party")
    if not space.issues or not space.size:
        raise DealsError("there is no deal", why="no issue, or an issue without options")
    worths = utilities.part_worths[draw]
    reservations = utilities.reservations[draw]
    extras = np.array([rule.worth for rule in utilities.rules], dtype=np.float64)
    numbers = np.concatenate([worths.ravel(), extras])
    most = float(np.abs(numbers).sum())
    if not np.isfinite(most) or not np.isfinite(reservations).all():
        raise DealsError("a utility is not a finite number")
    decimals, exact = _decimals(np.concatenate([numbers, reservations]), max(most, 1e-300))
    unit = 10**decimals
    whole = np.rint(worths.T * unit).astype(np.int64)
    parts = tuple(whole[start : start + size] for start, size in zip(space.offsets, space.sizes, strict=True))
    return Scaled(
        parts=parts,
        unit=unit,
        step=10 ** (decimals - COUNTED) if decimals > COUNTED else 1,
        noise=0 if exact else len(parts) + len(extras),
        reservations=np.rint(reservations * unit).astype(np.int64),
        caps=tuple(None if cap is None else round(cap * unit) for cap in utilities.caps)
        or (None,) * len(utilities.actors),
        worths=np.rint(extras * unit).astype(np.int64),
    )


def _decimals(numbers: NDArray[np.float64], most: float) -> tuple[int, bool]:
    """Return the places to keep, and whether all numbers end within them."""
    import numpy as np

    room = DECIMALS
    while room and most * 10**room >= LIMIT:
        room -= 1
    if most >= LIMIT:
        raise DealsError(
            "utilities are too large", why=f"their sum is about {most:.3g}", fix="Scale them down"
        )
    for places in (0, 4, COUNTED, DECIMALS):
        if places > room:
            break
        scaled = numbers * 10**places
        # A float holds 15 to 16 digits: what is off by less than that was meant to be an integer.
        if bool((np.abs(scaled - np.rint(scaled)) <= 4e-16 * np.abs(scaled) + 1e-13).all()):
            return places, True
    return room, False
