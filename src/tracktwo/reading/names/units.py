"""Units: the lexicon entries and unknown capitalised names found in a sentence, left to right."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.reading.names.lexicon import Entry
from tracktwo.reading.names.roster import Roster
from tracktwo.reading.names.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens ``first`` to ``last`` (half open); ``entry`` is None for an unknown capitalised name."""

    first: int
    last: int
    entry: Entry | None


def find_units(tokens: Tokens, roster: Roster) -> list[Unit]:
    """Longest entries from the left, names of the roster before those of the gazetteer."""
    units: list[Unit] = []
    at = 0
    while at < len(tokens):
        found = roster.lexicon.match(tokens, at)
        public = roster.gazetteer.match(tokens, at)
        if public and (found is None or public[0] > found[0]):
            found = public
        if found:
            units.append(Unit(at, at + found[0], found[1]))
            at += found[0]
            continue
        last = _name_end(tokens, at)
        if last > at:
            units.append(Unit(at, last, None))
            at = last
            continue
        at += 1
    return units


def _name_end(tokens: Tokens, at: int) -> int:
    """Where a run of capitalised words starting here ends; ``at`` where there is none."""
    end = at
    while end < len(tokens) and tokens.words[end][0].isupper() and tokens.words[end].isalpha():
        end += 1
        while end + 1 < len(tokens) and tokens.lower[end] in "-'" and tokens.glued(end) and tokens.glued(end + 1):
            if tokens.lower[end] == "'" and tokens.lower[end + 1] == "s":
                return end
            end += 2
    return end
