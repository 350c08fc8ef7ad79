"""Everything a record can be asked, by its two clocks; nothing here writes."""

from __future__ import annotations

import datetime as dt
import difflib
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from tracktwo.errors import NotFoundError, UsageError
from tracktwo.record import archive, clock, views
from tracktwo.record.asking import Answer, fill, questions, side_of
from tracktwo.record.clock import Day
from tracktwo.record.decisions import Decided, decisions_by_claim, standing
from tracktwo.record.hearing import Heard, Hearing
from tracktwo.record.joins import undone_joins
from tracktwo.record.kept import shelf
from tracktwo.record.kept.sheet import EVERYTHING, Sheet, Wanted
from tracktwo.record.kept.stamp import Stamp, stamp
from tracktwo.record.labels import Label, labels
from tracktwo.record.opinions import Opinion, opinions
from tracktwo.record.rescuing import TABLES
from tracktwo.record.search import matching
from tracktwo.record.trouble import plainly
from tracktwo.record.verifying import problems
from tracktwo.vocabulary import Claim, Coverage, Picture, Report, Status
from tracktwo.vocabulary.reading import PersonSeen

if TYPE_CHECKING:
    from tracktwo.record.questions.pair import PairRow

T = TypeVar("T")

_REMEMBERED = 8
KEEP_FROM = 2_000


class Views:
    """The reading half of a `Record`.

    Every view takes two clocks. ``as_of``: what had been reported by that day (undated reports are in no
    dated view); left out, everything is in view, undated reports included. ``known_on``: what had been
    recorded by that day's end or that moment (UTC); left out, now.

    From ``keep_from`` claims on, what they add up to is kept beside the record (see `tracktwo.record.kept`);
    ``tell`` is called with a sentence before something that takes long.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._answers: dict[tuple[object, ...], object] = {}
        self._answers_of = -1
        self._open_sheet: tuple[Stamp, Sheet] | None = None
        self.tell: Callable[[str], None] = lambda _: None
        self.keep_from = KEEP_FROM

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
            ("reports", as_of, known_on), lambda: tuple(h.report for h in self._held(as_of, known_on))
        )

    def headers(self) -> tuple[Report, ...]:
        """Return the reports as `reports` does, without their texts and segments."""
        with self._reading():
            return tuple(item.report for item in self._held(None, None, texts=False))

    def each_report(self) -> Iterator[Report]:
        """Yield the reports as `reports` returns them, with one text at a time in memory."""
        with self._reading():
            for item in self._held(None, None, texts=False):
                yield views.whole(self._connection, item)

    def report(self, key: str) -> Report:
        """Return the report of that key as it stands now.

        Raises
        ------
        NotFoundError
            When there is none.
        """
        shown = self._key(key)
        return next(report for report in self.reports() if report.key == shown)

    def claims(
        self,
        as_of: Day = None,
        known_on: Day = None,
        *,
        include_rejected: bool = False,
        include_superseded: bool = False,
    ) -> tuple[Claim, ...]:
        """Return the claims in view, status and edits as decided, event dates as the report is now dated.

        Ordered by report as `reports` orders them, then by place in the text.
        """
        return self._recall(
            ("claims", as_of, known_on, include_rejected, include_superseded),
            lambda: tuple(
                claim
                for claim in self._claims(as_of, known_on, include_superseded)
                if (include_rejected or claim.status is not Status.REJECTED)
                and (include_superseded or claim.status is not Status.SUPERSEDED)
            ),
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
            return found, views.whole(self._connection, place)

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

    def coverage(self, as_of: Day = None, known_on: Day = None) -> tuple[Coverage, ...]:
        """Return what became of every sentence, heading and piece of furniture in view."""
        with self._reading():
            return tuple(views.coverage(self._connection, self._held(as_of, known_on, texts=False)))

    def people(self, as_of: Day = None, known_on: Day = None) -> tuple[tuple[str, PersonSeen], ...]:
        """Return the people the reports in view name, each with the report's key."""
        with self._reading():
            return tuple(views.people(self._connection, self._held(as_of, known_on, texts=False)))

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
            Rows to be read one by one; where the record is large they lie beside it, ready made.
        """
        with self._reading():
            decisions = decisions_by_claim(self._connection, clock.last_entry(self._connection, known_on))
            reviewed = {claim for claim, taken in decisions.items() if standing(taken)} if decisions else None
            return Answer(self._sheet(question, as_of, known_on), question, wanted, reviewed)

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
            held = self._held(as_of, known_on, texts=False)
            decisions = decisions_by_claim(self._connection, entry)
            return Hearing(self._connection, held, entry, decisions).of(actor, about, linked, most)

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

    def search(self, words: str) -> frozenset[str]:
        """Return the ids of the claims whose quotes hold all of ``words``, whatever their endings."""
        with plainly(self.path):
            return matching(self._connection, words)

    def newest_date(self, known_on: Day = None) -> dt.date | None:
        """Return the date of the newest dated report, to which ages are counted."""
        dates = [report.date for report in self.reports(known_on=known_on) if report.date]
        return max(dates, default=None)

    def texts_known(self) -> frozenset[tuple[str, str]]:
        """Return (key, hash) of every report as it stands now, other keys of the same text included."""
        with self._reading():
            held = views.held(self._connection, clock.last_entry(self._connection), texts=False)
        return frozenset((key, item.report.hash) for item in held for key in (item.report.key, *item.aliases))

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

    def _held(
        self, as_of: Day, known_on: Day, *, texts: bool = True, superseded: bool = False
    ) -> tuple[views.Held, ...]:
        entry = clock.last_entry(self._connection, known_on)
        day = clock.day(as_of, "as-of")
        return views.held(self._connection, entry, day, texts=texts, superseded=superseded)

    def _claims(self, as_of: Day, known_on: Day, superseded: bool) -> Iterator[Claim]:
        entry = clock.last_entry(self._connection, known_on)
        held = self._held(as_of, known_on, texts=False, superseded=superseded)
        return views.claims(self._connection, entry, held)

    def _claim(self, claim_id: str) -> tuple[Claim, views.Held]:
        with self._reading():
            entry = clock.last_entry(self._connection)
            held = {h.reading_id: h for h in self._held(None, None, texts=False, superseded=True)}
            # A range, not LIKE: % and _ in what a user types are no wildcards, and the index is used.
            rows = self._connection.execute(
                "SELECT id, reading_id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT 20",
                (claim_id, claim_id + "\U0010ffff"),
            ).fetchall()
            rows = [row for row in rows if row[1] in held]
            names = sorted({row[0] for row in rows})
            name = claim_id if claim_id in names else names[0] if len(names) == 1 else None
            if claim_id and name is not None:
                item = held[max(row[1] for row in rows if row[0] == name)]
                taken = decisions_by_claim(self._connection, entry, name)
                return views.claim(self._connection, item, name, taken), item
        if claim_id and names:
            why = ", ".join(names[:5])
            raise NotFoundError(f"several claims begin with {claim_id!r}", why=why, fix="Type more of the id")
        raise NotFoundError(f"no claim {claim_id!r} is in the record", fix="List them: tracktwo claims")

    def _key(self, report: str) -> str:
        held = self._held(None, None, texts=False)
        names = {key: item.report.key for item in held for key in (item.report.key, *item.aliases)}
        if report in names:
            return names[report]
        close = difflib.get_close_matches(report, names, n=1)
        raise NotFoundError(
            f"no report {report!r} is in the record",
            where=str(self.path),
            fix=f"Did you mean {close[0]!r}?" if close else "Add it with: tracktwo add FILE",
        )

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
        """Whether what the claims add up to is worth keeping: a few hundred are linked in no time."""
        with plainly(self.path):
            last = self._connection.execute("SELECT max(row_id) FROM claims").fetchone()[0]
        return (last or 0) >= self.keep_from

    def _sheet(self, question: str, as_of: Day, known_on: Day) -> Sheet:
        if self.is_large:
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
                self.tell("Linking what the record holds; the answers are kept beside it until it changes.")
                found = shelf.put(self.path, mark, lambda sheet: self._fill(sheet, as_of, known_on))
            self._open_sheet = mark, found
        return self._open_sheet[1]

    def _fill(self, sheet: Sheet, as_of: Day, known_on: Day) -> None:
        """Link what is in view, negotiation by negotiation, and write the answers on the largest."""
        from tracktwo.record.linking import link_each
        from tracktwo.record.stored import Stored

        entry = clock.last_entry(self._connection, known_on)
        held = self._held(as_of, known_on, texts=False)
        source = Stored(self._connection, held, entry, decisions_by_claim(self._connection, entry))
        first, elsewhere = None, set[str]()
        for place, picture in link_each(source, undone=undone_joins(self._connection, entry)):
            sheet.draw(place, picture)
            if place == 0:
                first = picture
            else:
                elsewhere.update(picture.reports)
        mine = [*source.in_view({item.report.key for item in held} - elsewhere)]
        told = [report for report, _ in mine], [claim for _, claims in mine for claim in claims]
        fill(sheet, questions(), first, told, clock.day(as_of, "as-of"))
