"""The record's answers that a brief carries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from tracktwo.record.questions.changes import ChangeRow
from tracktwo.record.questions.changes import changes as changes_since
from tracktwo.vocabulary import Claim, Picture, Report


def latest_changes(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: dt.date | None
) -> tuple[ChangeRow, ...]:
    """Return what the newest dated reports brought, against those before them.

    Empty where fewer than two dates are known: an undated report is neither earlier nor later.
    """
    since = previous_date(reports, as_of)
    return changes_since(picture, reports, claims, as_of, since=since) if since else ()


def previous_date(reports: Iterable[Report], as_of: dt.date | None) -> dt.date | None:
    """Return the second newest report date up to ``as_of``, or null."""
    dates = {r.date for r in reports if r.date is not None and (as_of is None or r.date <= as_of)}
    return sorted(dates)[-2] if len(dates) > 1 else None
