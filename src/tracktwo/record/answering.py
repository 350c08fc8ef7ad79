"""Everything that is asked of what a record's claims add up to: linked once, and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import NotFoundError, UsageError
from tracktwo.record import clock, views
from tracktwo.record.asking import Answer, fill, questions, side_of
from tracktwo.record.clock import Day
from tracktwo.record.decisions import decisions_by_claim, standing
from tracktwo.record.hearing import Heard, Hearing
from tracktwo.record.joins import JoinRow, join_rows, undone_joins
from tracktwo.record.kept import shelf
from tracktwo.record.kept.sheet import EVERYTHING, Sheet, Wanted
from tracktwo.record.kept.stamp import Stamp, stamp
from tracktwo.record.trouble import plainly
from tracktwo.record.viewing import Views
from tracktwo.vocabulary import Claim, Picture, Report

if TYPE_CHECKING:
    from tracktwo.record.questions.pair import PairRow
    from tracktwo.record.review.queue import QueueRow
    from tracktwo.record.review.stakes import Stake
    from tracktwo.record.stored import Stored

KEEP_FROM = 1  # claim: a new process needs longer to load what links than to ask
LARGE_FROM = 2_000
_AT_ONCE = 500  # claims of the queue


class Answers(Views):
    """The questions of a `Record`, on top of its views.

    From ``keep_from`` claims on, what they add up to is kept beside the record (see `tracktwo.record.kept`);
    ``tell`` is called with a sentence before something that takes long.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__(connection, path)
        self._open_sheet: tuple[Stamp, Sheet] | None = None
        self.tell: Callable[[str], None] = lambda _: None
        self.keep_from, self.large_from = KEEP_FROM, LARGE_FROM

    def pictures(
        self, as_of: Day = None, known_on: Day = None, *, only: Collection[str] | None = None
    ) -> tuple[Picture, ...]:
        """Return what the claims in view add up to, the largest negotiation first.

        ``only`` names the keys of the reports wanted; the pictures are then made of those alone.
        """
        keys = None if only is None else frozenset(only)
        return self._recall(("pictures", as_of, known_on, keys), lambda: self._link(as_of, known_on, keys))

    def ask(
        self, question: str, as_of: Day = None, known_on: Day = None, wanted: Wanted = EVERYTHING
    ) -> Answer:
        """Answer a question on the largest negotiation.

        Parameters
        ----------
        question : str
            One of `asking.questions`: positions, proposals, meetings, timeline, changes, conflicts, gaps, ...
        as_of, known_on
            The two clocks.
        wanted : Wanted
            Only rows of somebody, about some words, of a day (for ``changes``: the day since when).

        Returns
        -------
        Answer
            Rows to be read one by one; they lie beside the record, ready made.
        """
        with self._reading():
            return Answer(self._sheet(question, as_of, known_on), question, wanted, self._reviewed(known_on))

    def _reviewed(self, known_on: Day) -> frozenset[str] | None:
        """Return the claims somebody had decided on; null where nobody ever did, so that none is counted.

        Where decisions came only after ``known_on``, none counts, and a sheet may have been made after them.
        """
        if self._connection.execute("SELECT 1 FROM decisions LIMIT 1").fetchone() is None:
            return None
        decisions = decisions_by_claim(self._connection, clock.last_entry(self._connection, known_on))
        return frozenset(claim for claim, taken in decisions.items() if standing(taken))

    def said(
        self,
        actor: str,
        about: str | None = None,
        as_of: Day = None,
        known_on: Day = None,
        *,
        most: int | None = None,
    ) -> Heard:
        """Return what somebody is reported to have said or done, about anything or about some words.

        A claim is about words where its quote holds them, or other names of the issue, or where it is linked
        to an issue or proposal whose name does. ``most`` asks for the last ones only.
        """
        with self._reading():
            linked: set[str] = set()
            if about:
                for row in self.ask("linked", as_of, known_on, Wanted(about=about)).rows():
                    linked.update(row["claims"])
            entry = clock.last_entry(self._connection, known_on)
            decisions = decisions_by_claim(self._connection, entry)
            hearing = Hearing(self._connection, entry, clock.day(as_of, "as-of"), decisions)
            return hearing.of(actor, about, linked, most)

    def pair(
        self, one: str, other: str, about: str | None = None, as_of: Day = None, known_on: Day = None
    ) -> tuple[PairRow, ...]:
        """Return where two sides agree and disagree, about anything or about some words, oldest first.

        Raises
        ------
        NotFoundError
            When one of them has taken no stand that is reported.
        UsageError
            When both are the same.
        """
        from tracktwo.record.kept.thaw import thaw
        from tracktwo.record.questions.pair import pair
        from tracktwo.record.questions.stands import Stand

        sides: list[list[Stand]] = []
        for name in (one, other):
            rows = [*self.ask("stands", as_of, known_on, Wanted(name, about)).rows()]
            side = side_of(rows, name)
            if side is None:
                told = f" about {about!r}" if about else ""
                raise NotFoundError(
                    f"no stand of {name!r} is reported{told}", fix="See who takes part: tracktwo positions"
                )
            sides.append([thaw(Stand, row) for row in rows if row["party"] == side])
        if sides[0][0].party == sides[1][0].party:
            raise UsageError(f"{one!r} and {other!r} are the same side", why=sides[0][0].party)
        return pair(*sides)

    def waiting(self) -> Iterator[Stake]:
        """Yield what hangs on each claim nobody has decided on, most first, of every negotiation.

        The order is kept with the answers; see `Answers.ask`.
        """
        from tracktwo.record.review.stakes import Stake

        with self._reading():
            decisions = decisions_by_claim(self._connection, clock.last_entry(self._connection))
            settled = {claim for claim, taken in decisions.items() if standing(taken)}
            found: Iterable[Stake]
            if self.is_large:
                found = (Stake(*row) for row in self._kept_sheet(None, None).stakes())
            else:
                found = self._recall(("stakes",), self._stakes)
            yield from (one for one in found if one.claim not in settled)

    def queue(self, most: int | None = None) -> Iterator[QueueRow]:
        """Yield the claims of `waiting` with their words; ``most`` asks for the first ones only."""
        from tracktwo.record.review.queue import queue_row

        with self._reading():
            waiting = islice(self.waiting(), most)
            entry = clock.last_entry(self._connection)
            held = self._seats()
            decisions = decisions_by_claim(self._connection, entry)
            while some := {one.claim: one for one in islice(waiting, _AT_ONCE)}:
                for claim in views.claims_by_id(self._connection, held, some, decisions):
                    yield queue_row(claim, some[claim.id])

    def joins(self) -> tuple[JoinRow, ...]:
        """Return which mentions were taken for one thing, why, and which of these joins are undone."""
        from tracktwo.record.linking import link

        with self._reading():
            made = [join for picture in self.pictures() for join in picture.joins]
            if self.undone_joins() and not self.is_large:
                there = {join.id for join in made}
                every = link(self.reports(), self.claims())
                made += [j for picture in every for j in picture.joins if j.id not in there]
            return tuple(join_rows(self._connection, clock.last_entry(self._connection), made))

    def _stakes(self) -> tuple[Stake, ...]:
        from tracktwo.record.review.stakes import stakes_of_all

        found = stakes_of_all(self.pictures(), self.reports(), self.claims())
        return tuple(sorted(found, key=lambda one: -one.weight))

    def _link(self, as_of: Day, known_on: Day, only: frozenset[str] | None) -> tuple[Picture, ...]:
        if only is None and self.is_large:
            from tracktwo.record.kept.thaw import thaw

            return tuple(thaw(Picture, one) for one in self._kept_sheet(as_of, known_on).pictures())
        reports, claims = self.reports(as_of, known_on), self.claims(as_of, known_on)
        if only is not None:
            reports = tuple(report for report in reports if report.key in only)
            claims = tuple(claim for claim in claims if claim.report in only)
        return self._linked(reports, claims, known_on)

    def _linked(
        self, reports: tuple[Report, ...], claims: tuple[Claim, ...], known_on: Day
    ) -> tuple[Picture, ...]:
        from tracktwo.record.linking import link

        undone = undone_joins(self._connection, clock.last_entry(self._connection, known_on))
        return link(reports, claims, undone=undone)

    @property
    def is_large(self) -> bool:
        """Whether linking takes so long that nobody waits for it where what is kept will do."""
        return self._claims_held() >= max(self.keep_from, self.large_from)

    def _claims_held(self) -> int:
        with plainly(self.path):
            return self._connection.execute("SELECT max(row_id) FROM claims").fetchone()[0] or 0

    def keep_answers(self) -> None:
        """Link now what the record holds, so that the first question finds its answer ready."""
        if self._claims_held() >= self.keep_from:
            with self._reading():
                self._kept_sheet(None, None)

    def _sheet(self, question: str, as_of: Day, known_on: Day) -> Sheet:
        if self._claims_held() >= self.keep_from:
            return self._kept_sheet(as_of, known_on)
        return self._recall(
            ("sheet", question, as_of, known_on), lambda: self._made(question, as_of, known_on)
        )

    def _made(self, question: str, as_of: Day, known_on: Day) -> Sheet:
        sheet = Sheet.made()
        first, *others = self.pictures(as_of, known_on) or (None,)
        elsewhere = {key for other in others for key in other.reports} if others else set()
        reports = [one for one in self.reports(as_of, known_on) if one.key not in elsewhere]
        claims = [one for one in self.claims(as_of, known_on) if one.report not in elsewhere]
        fill(sheet, [question], first, (reports, claims), clock.day(as_of, "as-of"))
        sheet.finish()
        return sheet

    def _kept_sheet(self, as_of: Day, known_on: Day) -> Sheet:
        """Return the sheet that is kept of this view, making it where there is none."""
        mark = stamp(self._connection, self.path, as_of, known_on)
        if self._open_sheet is None or self._open_sheet[0] != mark:
            found = shelf.find(self.path, mark)
            if found is None:
                if self._claims_held() >= LARGE_FROM:
                    self.tell(
                        "Linking what the record holds; the answers are kept beside it until it changes."
                    )
                found = shelf.put(self.path, mark, lambda sheet: self._fill(sheet, as_of, known_on))
            self._open_sheet = mark, found
        return self._open_sheet[1]

    def _fill(self, sheet: Sheet, as_of: Day, known_on: Day) -> None:
        """Link what is in view, negotiation by negotiation, and write the answers on the largest."""
        from tracktwo.record.linking import link_each
        from tracktwo.record.review.stakes import stakes
        from tracktwo.record.stored import Stored

        entry = clock.last_entry(self._connection, known_on)
        held = self._seats(as_of, known_on)
        source = Stored(self._connection, held, entry, decisions_by_claim(self._connection, entry))
        first, elsewhere = None, set[str]()
        for place, picture in link_each(source, undone=undone_joins(self._connection, entry)):
            sheet.draw(place, picture)
            if place == 0:
                first = picture
            else:
                elsewhere.update(picture.reports)
                sheet.stake(stakes(picture, *_told(source, frozenset(picture.reports))))
        told = _told(source, {seat.key for seat in held} - elsewhere)
        fill(sheet, questions(), first, told, clock.day(as_of, "as-of"))
        sheet.stake(stakes(first or Picture("", "", ()), *told))


def _told(source: Stored, keys: Collection[str]) -> tuple[list[Report], list[Claim]]:
    """Return the reports of these keys and their claims."""
    held = [*source.in_view(keys)]
    return [report for report, _ in held], [claim for _, claims in held for claim in claims]
