"""Source: reports and their claims one by one, so that a large record need not be in memory at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from tracktwo.record.linking.material import alive, by_report
from tracktwo.record.seats import Seat
from tracktwo.vocabulary import Claim, Report

One = tuple[Report, tuple[Claim, ...]]


class Source(Protocol):
    """Where linking takes reports and claims from, as often as it needs them.

    ``in_memory`` says that it holds them all anyway, so that nothing is saved by making anything twice.
    """

    in_memory: bool

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all reports, in the order of `each`."""

    def each(self, only: Collection[str] | None = None) -> Iterator[One]:
        """Yield each report with its live claims, dated ones by date, then undated ones.

        ``only`` names the keys of the reports wanted; claims come in text order.
        """


class InMemory:
    """Reports and claims that are in memory already."""

    in_memory = True

    def __init__(self, reports: Sequence[Report], claims: Sequence[Claim]) -> None:
        self._reports = sorted(reports, key=in_time)
        self._claims = by_report(alive(claims, reports))

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all reports; see `Source`."""
        return tuple(report.key for report in self._reports)

    def each(self, only: Collection[str] | None = None) -> Iterator[One]:
        """Yield each report with its live claims; see `Source`."""
        for report in self._reports:
            if only is None or report.key in only:
                yield report, self._claims.get(report.key, ())


def in_time(report: Report | Seat) -> tuple[bool, str, str]:
    """Return the place of a report among others: dated ones by date, then undated ones by key."""
    return report.date is None, str(report.date or ""), report.key
