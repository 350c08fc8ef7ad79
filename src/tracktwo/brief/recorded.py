"""What a record lets a brief see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.vocabulary import Claim, Coverage, Picture, Report

if TYPE_CHECKING:
    from tracktwo.record import Record


@dataclass(frozen=True, slots=True)
class Held:
    """Reports, claims, coverage and pictures, as of two clocks."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    coverage: tuple[Coverage, ...]
    pictures: tuple[Picture, ...]


def held(
    record: Record,
    *,
    as_of: str | dt.date | None = None,
    known_on: str | dt.date | None = None,
    only: Collection[str] | None = None,
) -> Held:
    """Return what ``record`` held on ``known_on`` of what had been reported by ``as_of``.

    Parameters
    ----------
    record : Record
    as_of, known_on : date or ISO text, optional
        DESIGN section 5, the two clocks; null means everything.
    only : collection of str, optional
        Keys of the reports wanted; default all. The pictures are then made of those alone.
    """
    wanted = None if only is None else frozenset(only)
    reports = tuple(r for r in record.reports(as_of=as_of, known_on=known_on) if _in(r.key, wanted))
    claims = tuple(c for c in record.claims(as_of=as_of, known_on=known_on) if _in(c.report, wanted))
    coverage = tuple(c for c in record.coverage(as_of=as_of, known_on=known_on) if _in(c.report, wanted))
    pictures = tuple(record.pictures(as_of=as_of, known_on=known_on, only=wanted))
    return Held(reports=reports, claims=claims, coverage=coverage, pictures=pictures)


def _in(key: str, wanted: frozenset[str] | None) -> bool:
    return wanted is None or key in wanted
