"""Stored: reports and claims taken from the record one report at a time, for linking what fits no memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence

from tracktwo.record import views
from tracktwo.record.decisions import Decided
from tracktwo.record.linking.material import alive
from tracktwo.record.linking.source import One, in_time
from tracktwo.vocabulary import Claim, Report, Status

_GONE = (Status.REJECTED, Status.SUPERSEDED)


class Stored:
    """What a view shows of a record, read again each time it is asked for; a `linking.source.Source`.

    Parameters
    ----------
    connection : sqlite3.Connection
    reports : sequence of Held
        The reports in view, without their texts.
    entry : int
        The last entry that counts as known.
    decisions : mapping of claim id to its decisions
    """

    in_memory = False

    def __init__(
        self,
        connection: sqlite3.Connection,
        reports: Sequence[views.Held],
        entry: int,
        decisions: Mapping[str, list[Decided]],
    ) -> None:
        self._connection, self._entry, self._decisions = connection, entry, decisions
        self._reports = sorted(reports, key=lambda item: in_time(item.report))

    def each(self, only: Collection[str] | None = None) -> Iterator[One]:
        """Yield each report with its live claims."""
        for report, claims in self.in_view(only):
            yield report, alive(claims, [report])

    def in_view(self, only: Collection[str] | None = None) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        """Yield each report with the claims a view shows of it."""
        for item in self._reports:
            if only is None or item.report.key in only:
                found = views.claims_of(self._connection, self._entry, item, self._decisions)
                shown = tuple(claim for claim in found if claim.status not in _GONE)
                yield views.whole(self._connection, item), shown
