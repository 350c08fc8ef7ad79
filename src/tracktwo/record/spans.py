"""Spanned: a row that answers only when it is asked about some days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Spanned:
    """A row that holds where the day asked about is not before ``since`` and is before ``until``."""

    row: Any
    since: dt.date | None = None
    until: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Return whether the row answers a question about ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)
