"""Scan: a sentence while its names are being read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.roster import Roster
from tracktwo.reading.names.tokens import Tokens
from tracktwo.reading.names.units import Unit
from tracktwo.reading.names.words import Words

PARTIES = frozenset({Sort.STATE, Sort.DEMONYM, Sort.ORGANISATION, Sort.GROUP, Sort.SEAT})


@dataclass(slots=True)
class Scan:
    """A sentence while it is being read.

    ``unit`` gives the unit that starts at a token, or None; ``sort`` the sort of that unit, None for none and
    for unknown names. The readers ask them many times a word, so they are look-ups and no functions of ours.
    """

    tokens: Tokens
    units: dict[int, Unit]
    roster: Roster
    words: Words
    unit: Callable[[int], Unit | None] = field(init=False)
    sort: Callable[[int], Sort | None] = field(init=False)

    def __post_init__(self) -> None:
        self.unit = self.units.get
        self.sort = {at: unit.entry.sort for at, unit in self.units.items() if unit.entry is not None}.get

    def unknown(self, at: int) -> bool:
        """Whether an unknown capitalised name starts at a token."""
        unit = self.units.get(at)
        return unit is not None and unit.entry is None

    def near(self, at: int) -> bool:
        """Whether the token exists and only white space divides it from the one before."""
        return 0 < at < len(self.tokens) and not self.tokens.glued(at) and self.tokens.words[at][0].isalnum()
