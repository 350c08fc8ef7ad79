"""Everything a record holds, by its two clocks; nothing here writes."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from tracktwo.errors import NotFoundError
from tracktwo.record import archive, clock, views
from tracktwo.record.clock import Day
from tracktwo.record.decisions import Decided, decisions_by_claim
from tracktwo.record.joins import undone_joins
from tracktwo.record.labels import Label, Labelled, Sensitivity, labels
from tracktwo.record.opinions import Opinion, opinions
from tracktwo.record.rescuing import TABLES
from tracktwo.record.search import matching
from tracktwo.record.seats import Seat, seats
from tracktwo.record.trouble import plainly
from tracktwo.record.verifying import problems
from tracktwo.vocabulary import Claim, Coverage, Report, Status
from tracktwo.vocabulary.reading import PersonSeen

T = TypeVar("T")

_REMEMBERED = 8


class Views:
    """What a `Record` shows of what was added, dated and decided; `Answers` asks what it adds up to.

    Every view takes two clocks. ``as_of``: what had been reported by that day (undated reports are in no
    dated view); left out, everything is in view, undated reports included. ``known_on``: what had been
    recorded by that day's end or that moment (UTC); left out, now.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._answers: dict[tuple[object, ...], object] = {}
        self._answers_of = -1

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def state(self) -> int:
        """A number that changes with everything written; answers of the same state are the same."""
        with plainly(self.path):
            return clock.last_entry(self._connection)

    def reports(self, as_of: Day = None, known_on: Day = None) -> tuple[Report, ...]:
        """Return the reports in view, dated ones in order of date, then undated ones by key."""
        return self._recall(
            ("reports", as_of, known_on),
            lambda: tuple(views.reports(self._connection, self._seats(as_of, known_on))),
        )

    def headers(self, as_of: Day = None, known_on: Day = None) -> tuple[Report, ...]:
        """Return the reports as `reports` does, without their texts and segments."""
        with self._reading():
            return tuple(views.reports(self._connection, self._seats(as_of, known_on), texts=False))

    def each_report(self) -> Iterator[Report]:
        """Yield the reports as `reports` returns them, with one text at a time in memory."""
        with self._reading():
            for seat in self._seats():
                yield views.report(self._connection, seat)

    def report(self, key: str) -> Report:
        """Return the report of that key as it stands now.

        Raises
        ------
        NotFoundError
            When there is none.
        """
        with self._reading():
            shown = self._key(key)
            return next(views.report(self._connection, seat) for seat in self._seats() if seat.key == shown)

    def text(self, key: str) -> str:
        """Return the text now under a key, or under another key of a report; the others are not loaded.

        Raises
        ------
        NotFoundError
            When there is none.
        """
        with self._reading():
            return self._under(key)[0]

    def claims(
        self,
        as_of: Day = None,
        known_on: Day = None,
        *,
        include_rejected: bool = False,
        include_superseded: bool = False,
        report: str | None = None,
    ) -> tuple[Claim, ...]:
        """Return the claims in view, status and edits as decided, event dates as the report is now dated.

        Ordered by report as `reports` orders them, then by place in the text; ``report`` leaves only those
        of one report, by its key.
        """
        asked = ("claims", as_of, known_on, include_superseded, report)
        every: tuple[Claim, ...] = self._recall(
            asked,
            lambda: tuple(
                claim
                for claim in self._claims(as_of, known_on, include_superseded, report)
                if include_superseded or claim.status is not Status.SUPERSEDED
            ),
        )
        if include_rejected or not any(claim.status is Status.REJECTED for claim in every):
            return every
        return self._recall(
            (*asked, "standing"), lambda: tuple(c for c in every if c.status is not Status.REJECTED)
        )

    def claim(self, claim_id: str) -> Claim:
        """Return one claim as it stands now, by its id or the beginning of one.

        Raises
        ------
        NotFoundError
            When no claim, or more than one, has an id that begins so.
        """
        return self._claim(claim_id)[0]

    def claim_with_report(self, claim_id: str, *, as_read: bool = False) -> tuple[Claim, Report]:
        """Return one claim and the report it stands in, of a superseded version too; see `claim`.

        ``as_read`` leaves out what anybody has decided on it.
        """
        with self._reading():
            found, place = self._claim(claim_id)
            if as_read:
                found = views.claim(self._connection, place, found.id, {})
            return found, views.report(self._connection, place)

    def history(self, claim_id: str) -> tuple[Decided, ...]:
        """Return every decision on a claim, oldest first, undone ones included."""
        with plainly(self.path):
            entry = clock.last_entry(self._connection)
            return tuple(decisions_by_claim(self._connection, entry, claim_id).get(claim_id, []))

    def undone_joins(self, known_on: Day = None) -> frozenset[str]:
        """Return the ids of the joins that somebody has undone."""
        with self._reading():
            return undone_joins(self._connection, clock.last_entry(self._connection, known_on))

    def archive(self, only: str | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield (table, row) of everything ever appended, or of one table; see `Record.restore`."""
        with self._reading():
            for table in TABLES if only is None else (only,):
                for row in archive.rows(self._connection, table):
                    yield table, row

    def columns(self, table: str) -> tuple[str, ...]:
        """Return the columns of one of the tables that `archive` yields."""
        with self._reading():
            return archive.columns(self._connection, table)

    def decisions(self, known_on: Day = None) -> dict[str, list[Decided]]:
        """Return every decision by claim, oldest first, undone ones included."""
        with self._reading():
            return decisions_by_claim(self._connection, clock.last_entry(self._connection, known_on))

    def opinions(self, known_on: Day = None) -> tuple[Opinion, ...]:
        """Return the second reviewers' standing verdicts, each reviewer's last on each claim."""
        with self._reading():
            return opinions(self._connection, clock.last_entry(self._connection, known_on))

    def labels(self, known_on: Day = None) -> tuple[Label, ...]:
        """Return the labels that stand on reports, claims and names."""
        with self._reading():
            return labels(self._connection, clock.last_entry(self._connection, known_on))

    def labelled_claims(self) -> dict[str, str]:
        """Return the label of each claim that carries one, or whose report does; the stricter of several."""
        found: dict[str, str] = {}
        for label in sorted(self.labels(), key=lambda one: one.label is Sensitivity.CONFIDENTIAL):
            if label.kind is Labelled.CLAIM:
                found[label.target] = label.label.value
            elif label.kind is Labelled.REPORT:
                mine = self.claims(report=label.target, include_rejected=True)
                found.update(dict.fromkeys((claim.id for claim in mine), label.label.value))
        return found

    def coverage(self, as_of: Day = None, known_on: Day = None) -> tuple[Coverage, ...]:
        """Return what became of every sentence, heading and piece of furniture in view."""
        with self._reading():
            return tuple(views.coverage(self._connection, self._seats(as_of, known_on)))

    def people(self, as_of: Day = None, known_on: Day = None) -> tuple[tuple[str, PersonSeen], ...]:
        """Return the people the reports in view name, each with the report's key."""
        with self._reading():
            return tuple(views.people(self._connection, self._seats(as_of, known_on)))

    def search(self, words: str) -> frozenset[str]:
        """Return the ids of the claims whose quotes hold all of ``words``, whatever their endings."""
        with plainly(self.path):
            return matching(self._connection, words)

    def newest_date(self, known_on: Day = None) -> dt.date | None:
        """Return the date of the newest dated report, to which ages are counted."""
        with self._reading():
            return max((seat.date for seat in self._seats(known_on=known_on) if seat.date), default=None)

    def texts_known(self) -> frozenset[tuple[str, str]]:
        """Return (key, hash) of every report as it stands now, other keys of the same text included."""
        with self._reading():
            held = self._seats()
            found = [report.hash for report in views.reports(self._connection, held, texts=False)]
        return frozenset((key, digest) for seat, digest in zip(held, found, strict=True) for key in seat.keys)

    def verify(self) -> tuple[str, ...]:
        """Check the file, every link, every quote; return what is wrong, nothing when it is sound."""
        with plainly(self.path):
            return problems(self._connection)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        # One consistent state for all statements of a view, whoever else is writing.
        with plainly(self.path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    def _recall(self, question: tuple[object, ...], answer: Callable[[], T]) -> T:
        with self._reading():
            state = clock.last_entry(self._connection)
            if state != self._answers_of or len(self._answers) >= _REMEMBERED:
                self._answers.clear()
                self._answers_of = state
            if question not in self._answers:
                self._answers[question] = answer()
            return self._answers[question]  # type: ignore[return-value]

    def _seats(
        self,
        as_of: Day = None,
        known_on: Day = None,
        *,
        superseded: bool = False,
        of: Collection[int] | None = None,
    ) -> tuple[Seat, ...]:
        entry = clock.last_entry(self._connection, known_on)
        return seats(self._connection, entry, clock.day(as_of, "as-of"), superseded=superseded, of=of)

    def _claims(
        self, as_of: Day, known_on: Day, superseded: bool, report: str | None = None
    ) -> Iterator[Claim]:
        entry = clock.last_entry(self._connection, known_on)
        held = self._seats(as_of, known_on, superseded=superseded)
        if report is not None:
            held = tuple(seat for seat in held if seat.key == report)
        return views.claims(self._connection, entry, held)

    def _claim(self, claim_id: str) -> tuple[Claim, Seat]:
        with self._reading():
            entry = clock.last_entry(self._connection)
            # A range, not LIKE: % and _ in what a user types are no wildcards, and the index is used.
            rows = self._connection.execute(
                "SELECT id, reading_id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT 20",
                (claim_id, claim_id + "\U0010ffff"),
            ).fetchall()
            held = {
                seat.reading_id: seat for seat in self._seats(superseded=True, of={row[1] for row in rows})
            }
            rows = [row for row in rows if row[1] in held]
            names = sorted({row[0] for row in rows})
            name = claim_id if claim_id in names else names[0] if len(names) == 1 else None
            if claim_id and name is not None:
                seat = held[max(row[1] for row in rows if row[0] == name)]
                taken = decisions_by_claim(self._connection, entry, name)
                return views.claim(self._connection, seat, name, taken), seat
        if claim_id and names:
            why = ", ".join(names[:5])
            raise NotFoundError(f"several claims begin with {claim_id!r}", why=why, fix="Type more of the id")
        raise NotFoundError(f"no claim {claim_id!r} is in the record", fix="List them: tracktwo claims")

    def _under(self, key: str) -> tuple[str, int]:
        """Return the text now under a key and the reading it is shown by."""
        rows = self._connection.execute(
            "SELECT text, (SELECT max(reading_id) FROM readings g WHERE g.text_id = r.text_id) "
            "FROM reports r JOIN texts USING (text_id) WHERE key = ? ORDER BY report_id DESC LIMIT 1",
            (key,),
        ).fetchone()
        return rows or self._under(self._key(key))

    def _key(self, report: str) -> str:
        names = {key: seat.key for seat in self._seats() for key in seat.keys}
        if report in names:
            return names[report]
        import difflib

        close = difflib.get_close_matches(report, names, n=1)
        raise NotFoundError(
            f"no report {report!r} is in the record",
            where=str(self.path),
            fix=f"Did you mean {close[0]!r}?" if close else "Add it with: tracktwo add FILE",
        )
