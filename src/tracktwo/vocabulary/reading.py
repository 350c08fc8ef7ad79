"""Reading: what came out of one report, every sentence accounted for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracktwo.vocabulary.claims import Claim


class CoverageKind(StrEnum):
    """How a sentence, heading or piece of furniture ended."""

    CLAIM = "claim"
    FURNITURE = "furniture"
    NOTHING = "read, nothing claimed"


@dataclass(frozen=True, slots=True)
class Coverage:
    """One stretch of a report and what became of it (code points, half open)."""

    report: str
    start: int
    end: int
    kind: CoverageKind


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person as the reading met them: canonical name, role with its claim-free span, party."""

    name: str
    role: str | None
    party: str | None
    organisation: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Claims of one report in text order, its coverage, and the people it names."""

    report: str
    claims: tuple[Claim, ...]
    coverage: tuple[Coverage, ...]
    people: tuple[PersonSeen, ...] = ()
