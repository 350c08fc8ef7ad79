"""Record: the cited, append-only store a team keeps, one SQLite file."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from tracktwo.errors import RecordError, UsageError
from tracktwo.record import clock, views
from tracktwo.record.appending import Added, again, append, append_again, append_date
from tracktwo.record.archive import Row, restore
from tracktwo.record.batching import BOUNDS, Bounds, batches
from tracktwo.record.browsing import Browsing
from tracktwo.record.checking import check, check_claim, fault
from tracktwo.record.clock import Day
from tracktwo.record.coding import append_coded, split_off
from tracktwo.record.connection import apart, connect, writing
from tracktwo.record.decisions import Decision, checked_changes, checked_merge, standing
from tracktwo.record.forgetting import Forgotten, forget
from tracktwo.record.joins import decide_join
from tracktwo.record.labels import Labelled, Sensitivity, append_label
from tracktwo.record.opinions import append_opinion
from tracktwo.vocabulary import Claim, DateBasis, Reading, Report


class Record(Browsing):
    """An open record, from `Record.open` in a ``with`` block; `Views` and `Answers` say what it tells."""

    def __init__(self, connection: sqlite3.Connection, path: Path, now: Callable[[], dt.datetime]) -> None:
        super().__init__(connection, path)
        self._now = now

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        timeout: float = 5.0,
        now: Callable[[], dt.datetime] = clock.now,
    ) -> Self:
        """Open a record, bringing an older one up to date (a copy is kept beside it).

        Parameters
        ----------
        path : str or Path
            The file.
        create : bool
            Whether to make it when it is missing.
        read_only : bool
            Whether the file must not be touched.
        timeout : float
            Seconds to wait while another process writes.
        now : callable
            Gives the time of recording, in UTC.

        Raises
        ------
        NotFoundError
            When there is no such file and it is not to be made.
        RecordDamagedError
            When the file is no SQLite database, broken, or another program's.
        RecordBusyError
            When another process holds it too long.
        RecordError
            When it cannot be opened for another reason.
        """
        path = Path(path)
        try:
            connection = connect(path, create=create, read_only=read_only, timeout=timeout)
        except OSError as error:
            raise RecordError("the record cannot be opened", where=str(path), why=str(error)) from error
        return cls(connection, path, now)

    def add(self, report: Report, reading: Reading, *, by: str = "user") -> Added:
        """Append a report with its reading: all of it or nothing, and the same content only once.

        A changed text under a known key becomes its new version; the old one is kept and superseded. A
        known report that comes with a date it did not have is dated.

        Raises
        ------
        RecordError
            When a quote is not what the text says, the text was forgotten, or it cannot be written.
        """
        ((_, done),) = self.add_all([(report, reading)], by=by)
        if isinstance(done, RecordError):
            raise done
        return done

    def add_all(
        self, given: Iterable[tuple[Report, Reading]], *, by: str = "user", bounds: Bounds | None = None
    ) -> Iterator[tuple[Report, Added | RecordError]]:
        """Do `add` for many reports, batch by batch; yield each with what came of it once it is on the disk.

        A batch is one step: of a kill, a full disk or a power cut, what was yielded is kept, and of the rest
        whole batches or nothing. A report that cannot be kept comes with its fault, and the others of its
        batch are kept. Memory is that of one batch.

        Raises
        ------
        RecordError
            When the record cannot be written.
        """
        for some in batches(given, _characters, bounds or BOUNDS):
            checked = [(report, reading, fault(report, reading)) for report, reading in some]
            done: list[tuple[Report, Added | RecordError]] = []
            with writing(self._connection, self.path):
                for report, reading, wrong in checked:
                    done.append((report, wrong or self._whole(report, reading, by)))
            yield from done

    def _whole(self, report: Report, reading: Reading, by: str) -> Added | RecordError:
        """Append a report of a batch; where it cannot be kept, return why, and nothing of it is there."""
        try:
            with apart(self._connection, report.key):
                return append(self._connection, report, reading, self._now(), by)
        except RecordError as error:
            if error.where is None or error.where.file != report.key:
                raise
            return error

    def seen_again(self, report: Report, *, by: str = "user") -> Added | None:
        """Do what `add` does for a text that is known already, with no reading; None when it is not known.

        Raises
        ------
        RecordError
            When the text was forgotten, or the record cannot be written.
        """
        with writing(self._connection, self.path):
            return again(self._connection, report, self._now(), by)

    def read_again(self, report: str, reading: Reading) -> int | None:
        """Append another reading of a stored report; return how many claims of people were kept beside it.

        Decisions hold for the claims the new reading has again; those it lacks stay where anybody made them
        or has had a word on them. Null where it reads as before; then nothing is appended.

        Raises
        ------
        NotFoundError
            When no report has that key.
        RecordError
            When a quote is not what the text says.
        """
        with writing(self._connection, self.path):
            key = self._key(report)
            seat = next(seat for seat in self._seats() if seat.key == key)
            whole = views.report(self._connection, seat)
            check(whole, reading)
            return append_again(self._connection, seat.text_id, whole, reading, self._now())

    def set_date(self, report: str, date: Day, *, by: str = "user", why: str = "") -> None:
        """Append the date of a report; relative times of its claims follow, with no new reading.

        Parameters
        ----------
        report : str
            Its key.
        date : str, date or None
            ISO day; None takes given dates back, to what the text's header or metadata say, or to none.
        by, why : str
            Who says so, and why.

        Raises
        ------
        NotFoundError
            When no report has that key.
        UsageError
            When the date is none.
        """
        day = clock.day(date)
        with writing(self._connection, self.path):
            key = self._key(report)
            append_date(self._connection, (key, day, DateBasis.GIVEN), self._now(), by, why)

    def decide(
        self,
        claim_id: str,
        decision: Decision | str,
        *,
        by: str = "user",
        why: str = "",
        changes: Mapping[str, Any] | None = None,
    ) -> Claim:
        """Append a decision on a claim and return the claim as it now stands.

        Parameters
        ----------
        claim_id : str
            Its id, or the beginning of one.
        decision : str
            accept, reject, edit, dispute, merge, or undo (which takes back the last decision standing).
        by, why : str
            Who decides, and why.
        changes : mapping, optional
            For an edit: field name to new value; for a merge: ``{"into": claim id}``.

        Raises
        ------
        NotFoundError
            When no claim has that id.
        UsageError
            When the decision or the changes make no sense.
        """
        return self.decide_all([(claim_id, decision)], by=by, why=why, changes=changes)[0]

    def decide_all(
        self,
        choices: Iterable[tuple[str, Decision | str]],
        *,
        by: str = "user",
        why: str = "",
        changes: Mapping[str, Any] | None = None,
    ) -> tuple[Claim, ...]:
        """Append decisions on several claims, all of them or none; see `decide`."""
        done = []
        with writing(self._connection, self.path):
            for given, choice in choices:
                decision = _decision(choice)
                claim = self.claim(given)
                self._decide(claim, decision, by, why, changes)
                done.append(claim.id)
        return tuple(self.claim(claim_id) for claim_id in done)

    def _decide(
        self, claim: Claim, decision: Decision, by: str, why: str, changes: Mapping[str, Any] | None
    ) -> None:
        stored: Mapping[str, Any] = {}
        if decision is Decision.EDIT:
            stored = checked_changes(claim, changes)
        elif decision is Decision.MERGE and changes and set(changes) == {"into"}:
            stored = checked_merge(claim, self.claim(str(changes["into"])))
        elif decision is Decision.MERGE:
            raise UsageError("a merge needs the claim to merge into", where=claim.id)
        elif changes:
            raise UsageError(f"{decision.value} changes nothing of a claim", where=claim.id)
        if decision is Decision.UNDO and not standing(self.history(claim.id)):
            raise UsageError("there is no decision to take back", where=claim.id)
        entry = clock.new_entry(self._connection, self._now(), "decide")
        self._connection.execute(
            "INSERT INTO decisions (entry, claim, decision, by, why, changes) VALUES (?, ?, ?, ?, ?, ?)",
            (entry, claim.id, decision.value, by, why, json.dumps(stored, ensure_ascii=False)),
        )

    def split(self, claim_id: str, changes: Mapping[str, Any], *, by: str = "user", why: str = "") -> Claim:
        """Append a second claim in the same words that differs by ``changes``, accepted by who splits it.

        The first claim stays as it is. To take a split back, reject what was split off.

        Raises
        ------
        NotFoundError
            When no claim has that id.
        UsageError
            When the changes make no sense, or no difference.
        """
        with writing(self._connection, self.path):
            claim, place = self._claim(claim_id)
            made = split_off(claim, checked_changes(claim, changes))
            if not append_coded(self._connection, place.reading_id, (made,), self._now()):
                raise UsageError("this has been split off already", where=claim.id)
            self._decide(made, Decision.ACCEPT, by, why or f"split off {claim.id}", None)
        return self.claim(made.id)

    def code(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Append claims that people coded in stored reports; return the ids of those not held before.

        Raises
        ------
        NotFoundError
            When no report has the key a claim names.
        RecordError
            When words of a claim are not what the text says at its offsets; then none is stored.
        """
        groups: dict[str, list[Claim]] = {}
        for claim in claims:
            groups.setdefault(claim.report, []).append(claim)
        done: list[str] = []
        with writing(self._connection, self.path):
            for key, coded in groups.items():
                text, reading = self._under(key)
                for claim in coded:
                    check_claim(claim, text)
                with apart(self._connection, key):
                    done += append_coded(self._connection, reading, coded, self._now())
        return tuple(done)

    def give_opinion(
        self, claim_id: str, verdict: Decision | str, *, by: str = "user", why: str = ""
    ) -> None:
        """Append a second reviewer's verdict on a claim (or ``undo``); no view changes.

        Raises
        ------
        NotFoundError
            When no claim has that id.
        UsageError
            When it is no verdict, or there is none to take back.
        """
        with writing(self._connection, self.path):
            claim = self.claim(claim_id)
            append_opinion(self._connection, claim.id, verdict, self._now(), (by, why))

    def label(
        self, kind: Labelled | str, target: str, label: Sensitivity | str, *, by: str = "user", why: str = ""
    ) -> str:
        """Append a label on a report (its key), a claim (its id) or a name; return what was labelled.

        Raises
        ------
        NotFoundError
            When there is no such report or claim.
        UsageError
            When there is no such label.
        """
        what = Labelled(kind)
        with writing(self._connection, self.path):
            if what is Labelled.REPORT:
                target = self._key(target)
            elif what is Labelled.CLAIM:
                target = self.claim(target).id
            append_label(self._connection, (what, target), label, self._now(), (by, why))
        return target

    def restore(self, given: Iterable[Row]) -> dict[str, int]:
        """Fill this record, which must be empty, with what `archive` yielded; return how many rows of each.

        Raises
        ------
        UsageError
            When the record is not empty.
        RecordError
            Naming the place of the first row that cannot be; then nothing is kept.
        """
        return restore(self._connection, self.path, given)

    def undo_join(self, join_id: str, *, by: str = "user", why: str = "") -> None:
        """Append that two mentions joined by the record are not one thing."""
        with writing(self._connection, self.path):
            decide_join(self._connection, join_id, "undo", self._now(), (by, why))

    def restore_join(self, join_id: str, *, by: str = "user", why: str = "") -> None:
        """Append that an undone join holds after all."""
        with writing(self._connection, self.path):
            decide_join(self._connection, join_id, "restore", self._now(), (by, why))

    def forget(self, report: str, *, by: str = "user", why: str = "") -> Forgotten:
        """Remove a report's texts and all that came of them for good; a tombstone stays.

        Raises
        ------
        NotFoundError
            When no report has, or had, that key.
        RecordBusyError
            When another process keeps the file from being scrubbed.
        """
        return forget(self._connection, self.path, report, self._now(), by, why)


def _characters(one: tuple[Report, Reading]) -> int:
    report, reading = one
    return len(report.text) + sum(len(claim.quote) for claim in reading.claims)


def _decision(choice: Decision | str) -> Decision:
    try:
        return Decision(choice)
    except ValueError as error:
        known = ", ".join(item.value for item in Decision)
        raise UsageError(f"{choice!r} is no decision", fix=f"Known: {known}") from error
