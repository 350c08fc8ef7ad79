"""What every answer needs to know of its claims: when, how old, from how many independent sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from tracktwo.record.clock import Day, day
from tracktwo.record.questions.independence import Independence, Sources
from tracktwo.vocabulary import Act, Claim, Report


class Evidence:
    """Claims and reports by key, and the day ages are counted to.

    Parameters
    ----------
    reports : sequence of Report
    claims : sequence of Claim
    as_of : str, date or None
        Default: the date of the newest dated report.
    """

    def __init__(self, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.reports = {report.key: report for report in reports}
        self._proposing = {(c.report, c.predicate_start) for c in claims if c.act is Act.PROPOSE}
        self._independence = Independence(self.reports)
        self.as_of = day(as_of, "as-of") or max((r.date for r in reports if r.date), default=None)

    def of(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """Return the claims of these ids that are in view."""
        return tuple(self.claims[one] for one in ids if one in self.claims)

    def verb(self, claim: Claim) -> str:
        """Return the words of the act; those of "X, supported by Y, proposed" are the proposer's, not Y's.

        Of a withdrawal they are no stance without what was withdrawn ("withdrew its objection").
        """
        if claim.act is Act.WITHDRAW and claim.object:
            return f"{claim.predicate} {claim.object}"
        others = claim.act is not Act.PROPOSE and (claim.report, claim.predicate_start) in self._proposing
        return claim.act.value if others else claim.predicate

    def stories(self, ids: Iterable[str]) -> frozenset[str]:
        """Return the stories these claims come from; near-duplicate reports tell one story."""
        keys = {claim.report for claim in self.of(ids)}
        return frozenset(self.reports[key].story or key if key in self.reports else key for key in keys)

    def sources(self, ids: Iterable[str]) -> int:
        """Return how many independent sources these claims have; see `Independence`."""
        return self.judged(ids).number

    def judged(self, ids: Iterable[str]) -> Sources:
        """Return how many independent sources these claims have, and why others are none of their own."""
        return self._independence.judge(self.of(ids))

    def sole(self, ids: Iterable[str]) -> tuple[int, tuple[str, ...]]:
        """Return how many independent sources these claims have, and which of them are one alone."""
        return self._independence.sole(self.of(ids))

    def dates(self, ids: Iterable[str]) -> tuple[dt.date, ...]:
        """Return the dates of the dated reports these claims come from, oldest first, each once."""
        found = {self.reports[c.report].date for c in self.of(ids) if c.report in self.reports}
        return tuple(sorted(date for date in found if date is not None))

    def first(self, ids: Iterable[str]) -> dt.date | None:
        """Return when this was first reported, null where a report of it is undated."""
        ids = tuple(ids)
        return None if self.undated(ids) or not self.dates(ids) else self.dates(ids)[0]

    def last(self, ids: Iterable[str]) -> dt.date | None:
        """Return when this was last reported by a dated report."""
        return self.dates(ids)[-1] if self.dates(ids) else None

    def undated(self, ids: Iterable[str]) -> bool:
        """Return whether a report of this has no date, so that its order is unknown."""
        found = (self.reports.get(claim.report) for claim in self.of(ids))
        return any(report is None or report.date is None for report in found)

    def age(self, date: dt.date | None) -> int | None:
        """Return the days from ``date`` to ``as_of``; null without either, and for a day still to come."""
        if date is None or self.as_of is None or date > self.as_of:
            return None
        return (self.as_of - date).days

    def reviewed(self, ids: Iterable[str]) -> int:
        """Return how many of these claims somebody has decided on."""
        return sum(claim.status.value != "proposed" for claim in self.of(ids))

    def quote(self, ids: Iterable[str]) -> str | None:
        """Return the first claim's quote."""
        found = self.of(ids)
        return found[0].quote if found else None


def iso(value: str | None) -> dt.date | None:
    """Return an ISO day as a date; null for null and for what is no whole day."""
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        return None
