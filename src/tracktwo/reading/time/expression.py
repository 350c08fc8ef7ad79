"""TimeExpression: words about time, and what they come to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tracktwo.vocabulary.claims import Basis


class TimeKind(StrEnum):
    """What sort of time words name."""

    DATE = "date"
    DURATION = "duration"
    DEADLINE = "deadline"
    SPAN = "span"
    FREQUENCY = "frequency"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words about time as written; offsets count code points of the text given (half open).

    ``from_`` and ``to`` are the first and last day, both inclusive, null while unresolved; ``basis`` says
    whether the day is written (explicit), follows from the report's date (relative) or is unknown.
    ``at_least_days`` and ``at_most_days`` bound a duration (six hours is 0.25), null where not bounded.
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    from_: dt.date | None = None
    to: dt.date | None = None
    basis: Basis = Basis.UNKNOWN
    at_least_days: float | None = None
    at_most_days: float | None = None
