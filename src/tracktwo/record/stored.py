"""Stored: reports and claims as a record shows them, read again each time where they fit no memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence

from tracktwo.record import views
from tracktwo.record.decisions import Decided
from tracktwo.record.linking.material import alive
from tracktwo.record.linking.source import One, in_time
from tracktwo.record.seats import Seat
from tracktwo.vocabulary import Claim, Report, Status

FIT = 150_000
_GONE = (Status.REJECTED, Status.SUPERSEDED)


class Stored:
    """What a view shows of a record; a `linking.source.Source`.

    Up to ``FIT`` claims are kept once read, since linking goes through them several times; of a larger
    record each is read again whenever it is asked for.

    Parameters
    ----------
    connection : sqlite3.Connection
    seats : sequence of Seat
        The reports in view.
    entry : int
        The last entry that counts as known.
    decisions : mapping of claim id to its decisions
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        seats: Sequence[Seat],
        entry: int,
        decisions: Mapping[str, list[Decided]],
    ) -> None:
        self._connection, self._entry, self._decisions = connection, entry, decisions
        self._seats = sorted(seats, key=in_time)
        self.in_memory = connection.execute("SELECT count(*) FROM claims").fetchone()[0] <= FIT
        self._read: dict[str, tuple[Report, tuple[Claim, ...]]] = {}

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all reports in view, in the order of `each`."""
        return tuple(seat.key for seat in self._seats)

    def each(self, only: Collection[str] | None = None) -> Iterator[One]:
        """Yield each report with its live claims."""
        for report, claims in self.in_view(only):
            yield report, alive(claims, [report])

    def in_view(self, only: Collection[str] | None = None) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        """Yield each report with the claims a view shows of it."""
        for seat in self._seats:
            if only is None or seat.key in only:
                yield self._read.get(seat.key) or self._one(seat)

    def _one(self, seat: Seat) -> tuple[Report, tuple[Claim, ...]]:
        found = views.claims_of(self._connection, self._entry, seat, self._decisions)
        shown = tuple(claim for claim in found if claim.status not in _GONE)
        one = views.report(self._connection, seat), shown
        if self.in_memory:
            self._read[seat.key] = one
        return one
