"""Browsing: what a page of a large record shows, without reading the claims that it does not show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from tracktwo.errors import NotFoundError
from tracktwo.record import clock, views
from tracktwo.record.answering import Answers
from tracktwo.record.asking import Answer, fill, questions
from tracktwo.record.clock import Day
from tracktwo.record.decisions import decisions_by_claim, standing
from tracktwo.record.kept.sheet import EVERYTHING, Head, Sheet, Wanted
from tracktwo.vocabulary import Claim, Picture, Status

_GONE = (Status.REJECTED, Status.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Kept:
    """The answers on one negotiation in one view, as they were when it was looked at.

    ``answers`` holds them with that negotiation's picture as its first; ``every`` all pictures, in the
    order of ``heads``. ``case`` is the key of the negotiation, null where nothing is claimed.
    """

    answers: Sheet
    every: Sheet
    heads: tuple[Head, ...]
    case: str | None
    as_of: Day
    known_on: Day

    @property
    def elsewhere(self) -> frozenset[str]:
        """The keys of the reports that belong to other negotiations alone."""
        mine = {key for head in self.heads if head.key == self.case for key in head.reports}
        others = {key for head in self.heads if head.key != self.case for key in head.reports}
        return frozenset(others - mine)


class Browsing(Answers):
    """What the local pages ask of a `Record`, on top of its answers."""

    def kept(self, as_of: Day = None, known_on: Day = None, case: str | None = None) -> Kept:
        """Return the answers that are kept of a view, made where there are none.

        ``case`` names a negotiation; null is the largest.

        Raises
        ------
        NotFoundError
            When there is no such negotiation.
        """
        with self._reading():
            every = self._kept_sheet(as_of, known_on)
            heads = tuple(every.heads())
            keys = [head.key for head in heads]
            if case is not None and case not in keys:
                raise NotFoundError(f"no case {case!r} in this record", fix="Cases: " + ", ".join(keys))
            chosen = case if case is not None else keys[0] if keys else None
            kept = Kept(every, every, heads, chosen, as_of, known_on)
            if chosen is None or chosen == keys[0]:
                return kept
            answers = self._answered(kept, every.picture(keys.index(chosen)))
            return Kept(answers, every, heads, chosen, as_of, known_on)

    def _answered(self, kept: Kept, picture: Picture) -> Sheet:
        """Return the answers on a negotiation that is not the largest, in memory."""
        reports = [one for one in self.reports(kept.as_of, kept.known_on) if one.key not in kept.elsewhere]
        keys = {report.key for report in reports}
        claims = [one for one in self.claims(kept.as_of, kept.known_on) if one.report in keys]
        sheet = Sheet.made()
        sheet.draw(0, picture)
        fill(sheet, questions(), picture, (reports, claims), clock.day(kept.as_of, "as-of"))
        sheet.finish()
        return sheet

    def answer(self, kept: Kept, question: str, wanted: Wanted = EVERYTHING) -> Answer:
        """Return an answer as it was kept, with how many of its claims are reviewed counted now."""
        with self._reading():
            return Answer(kept.answers, question, wanted, self._reviewed(kept.known_on))

    def settled(self) -> frozenset[str]:
        """Return the ids of the claims on which a decision stands."""
        return frozenset(claim for claim, taken in self.decisions().items() if standing(taken))

    def tally(self) -> dict[str, tuple[int, int]]:
        """Return by report how many claims are shown of it, rejected ones too, and how many are decided."""
        with self._reading():
            held = self._seats()
            entry = clock.last_entry(self._connection)
            numbers = dict(
                self._connection.execute("SELECT reading_id, count(*) FROM claims GROUP BY reading_id")
            )
            counts = {seat.key: [numbers.get(seat.reading_id, 0), 0] for seat in held}
            decisions = decisions_by_claim(self._connection, entry)
            for claim in views.claims_by_id(self._connection, held, decisions, decisions):
                counts[claim.report][0] -= claim.status is Status.SUPERSEDED
                counts[claim.report][1] += claim.status not in (Status.PROPOSED, Status.SUPERSEDED)
            return {key: (every, decided) for key, (every, decided) in counts.items()}

    def reader(self, as_of: Day = None, known_on: Day = None) -> Callable[[Iterable[str]], Iterator[Claim]]:
        """Return what reads claims in view by their ids, rejected ones too, in the order of the ids.

        It sees the record as it stood when it was made.
        """
        with self._reading():
            held = self._seats(as_of, known_on)
            decisions = decisions_by_claim(self._connection, clock.last_entry(self._connection, known_on))

        def read(ids: Iterable[str]) -> Iterator[Claim]:
            with self._reading():
                yield from views.claims_by_id(self._connection, held, ids, decisions)

        return read

    def reading_order(
        self, as_of: Day = None, known_on: Day = None, without: Collection[str] = ()
    ) -> tuple[str, ...]:
        """Return the ids of the claims that stand, by report in order of date, then by place in the text.

        ``without`` are keys of reports that are left out. Claims that wait for a reviewer since nobody
        measured what read them do not stand.
        """
        with self._reading():
            entry = clock.last_entry(self._connection, known_on)
            decisions = decisions_by_claim(self._connection, entry)
            held = [one for one in self._seats(as_of, known_on) if one.key not in without]
            decided = {
                one.id: one for one in views.claims_by_id(self._connection, held, decisions, decisions)
            }
            found: list[str] = []
            for seat in held:
                rows = self._connection.execute(
                    "SELECT predicate_start, coalesce(nullif(actor_start, 0), -1), start, id, "
                    "confidence IS NULL FROM claims WHERE reading_id = ? AND (entry IS NULL OR entry <= ?)",
                    (seat.reading_id, entry),
                )
                places = [place if place[3] not in decided else _place(decided[place[3]]) for place in rows]
                found += [id_ for *_, id_, out in sorted(places) if not out]
            return tuple(found)

    def names_heard(self, most: int) -> tuple[str, ...]:
        """Return the names of those who are told of as actors or parties, the most told of first."""
        with self._reading():
            held = self._seats()
            shown = {seat.reading_id for seat in held}
            decisions = decisions_by_claim(self._connection, clock.last_entry(self._connection))
            rows = self._connection.execute(
                "SELECT reading_id, actor, party, count(*) FROM claims GROUP BY reading_id, actor, party"
            )
            counts: Counter[str] = Counter()
            for reading, actor, party, number in rows:
                if reading in shown:
                    counts.update({name: number for name in (actor, party) if name})
            # A decision may have taken a claim away, or given it to somebody else.
            for claim in views.claims_by_id(self._connection, held, decisions, {}):
                counts.subtract({name: 1 for name in (claim.actor, claim.party) if name})
            for claim in views.claims_by_id(self._connection, held, decisions, decisions):
                if claim.status not in _GONE:
                    counts.update({name: 1 for name in (claim.actor, claim.party) if name})
        counts = +counts
        return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:most])


def _place(claim: Claim) -> tuple[int, int, int, str, bool]:
    out = claim.status in _GONE or claim.waits
    return claim.predicate_start, claim.actor_start or -1, claim.start, claim.id, out
