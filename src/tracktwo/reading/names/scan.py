"""Scan: a sentence while its names are being read."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.roster import Roster
from tracktwo.reading.names.tokens import Tokens
from tracktwo.reading.names.units import Unit
from tracktwo.reading.names.words import Words

PARTIES = frozenset({Sort.STATE, Sort.DEMONYM, Sort.ORGANISATION, Sort.GROUP, Sort.SEAT})


@dataclass(slots=True)
class Scan:
    """A sentence while it is being read."""

    tokens: Tokens
    units: dict[int, Unit]
    roster: Roster
    words: Words

    def unit(self, at: int) -> Unit | None:
        """The unit that starts at a token, or None."""
        return self.units.get(at)

    def sort(self, at: int) -> Sort | None:
        """The sort of the unit that starts at a token; None for none and for unknown names."""
        unit = self.units.get(at)
        return unit.entry.sort if unit is not None and unit.entry is not None else None

    def unknown(self, at: int) -> bool:
        """Whether an unknown capitalised name starts at a token."""
        unit = self.units.get(at)
        return unit is not None and unit.entry is None

    def near(self, at: int) -> bool:
        """Whether the token exists and only white space divides it from the one before."""
        return 0 < at < len(self.tokens) and not self.tokens.glued(at) and self.tokens.words[at][0].isalnum()
