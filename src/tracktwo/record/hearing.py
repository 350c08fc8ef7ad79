"""What somebody said: looked up by name and words in the index, without loading any other claim."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from tracktwo.record import views
from tracktwo.record.decisions import Decided, Decision, outcome
from tracktwo.record.search import phrase, told_of
from tracktwo.record.seats import Seat, seats
from tracktwo.vocabulary import Claim, Status

_WORD = re.compile(r"\w+")
_NAMES = "{actor party actor_text}"
_GONE = (Status.REJECTED, Status.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Heard:
    """Claims of somebody, the last ``claims`` of ``total``, oldest report first, undated reports last."""

    claims: tuple[Claim, ...]
    total: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A claim found: its row, the reading it is of, its place there.

    One ``unmeasured`` is told only once a reviewer has looked at it.
    """

    reading: int
    start: int
    row_id: int
    id: str
    unmeasured: bool


class Hearing:
    """Looks up claims in what one view shows.

    Parameters
    ----------
    connection : sqlite3.Connection
    entry : int
        The last entry that counts as known.
    as_of : date or None
        Only what had been reported by this day.
    decisions : mapping of claim id to its decisions
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        entry: int,
        as_of: dt.date | None,
        decisions: Mapping[str, list[Decided]],
    ) -> None:
        self._connection, self._entry, self._as_of, self._decisions = connection, entry, as_of, decisions

    def of(
        self, actor: str, about: str | None, linked: Collection[str] = frozenset(), most: int | None = None
    ) -> Heard:
        """Return the claims of ``actor`` whose quotes hold ``about``, or that are in ``linked``.

        Parameters
        ----------
        actor : str
            A name, a part of one, or as reports write it ("AOSIS"): whom they mean by it counts as well.
        about : str, optional
            Words; all of them have to stand in the quote, or another name of the issue.
        linked : collection of str
            Ids of claims that are about it whatever their words.
        most : int, optional
            How many claims to return; the last ones.
        """
        wanted = frozenset(word.casefold() for word in _WORD.findall(actor))
        if not wanted:
            return Heard((), 0)
        known = self._meant_by(actor)
        words = " AND ".join(phrase(word) for word in sorted(wanted))
        who = " OR ".join([f"{_NAMES} : ({words})", *(f"{{actor party}} : {phrase(name)}" for name in known)])
        edited = self._renamed()
        # A corrected name is not in the index: then the words are looked for whoever said them.
        told = self._holding("" if edited else f"({who})", about) if about else None
        found = [
            one
            for one, names in self._named(f"({who})", edited)
            if (one.id in edited or _is(names, wanted, known))
            and (told is None or one.row_id in told or one.id in linked)
        ]
        # Of all reports, only those that hold a claim found are looked at, and no header of theirs is read.
        readings = {one.reading for one in found}
        held = {
            seat.reading_id: seat for seat in seats(self._connection, self._entry, self._as_of, of=readings)
        }
        order = {reading: number for number, reading in enumerate(held)}
        found = [
            one
            for one in found
            if one.reading in held and self._stands(one, held[one.reading], wanted, known, edited)
        ]
        # By place in the text: what was split off a claim, or coded later, stands with it.
        found.sort(key=lambda one: (order[one.reading], one.start, one.row_id))
        shown = found[-most:] if most else found
        return Heard(tuple(self._claim(one, held[one.reading]) for one in shown), len(found))

    def _meant_by(self, actor: str) -> frozenset[str]:
        """Return the names of those whom reports call just so."""
        rows = self._connection.execute(
            "SELECT DISTINCT actor, actor_text FROM claims WHERE row_id IN "
            "(SELECT rowid FROM quotes WHERE quotes MATCH ?) AND actor IS NOT NULL",
            (f"actor_text : {phrase(actor)}",),
        )
        written = actor.strip().casefold()
        return frozenset(name for name, text in rows if (text or "").casefold() == written)

    def _holding(self, who: str, about: str) -> frozenset[int]:
        words = told_of(about)
        if words is None:
            return frozenset()
        query = f"{who} AND (quote : {words})" if who else f"quote : {words}"
        rows = self._connection.execute("SELECT rowid FROM quotes WHERE quotes MATCH ?", (query,))
        return frozenset(row[0] for row in rows)

    def _renamed(self) -> frozenset[str]:
        """Return the claims whose actor or party somebody corrected: the index has the old names."""
        return frozenset(
            claim
            for claim, taken in self._decisions.items()
            if any(one.decision is Decision.EDIT and {"actor", "party"} & set(one.changes) for one in taken)
        )

    def _named(
        self, who: str, edited: Collection[str]
    ) -> Iterator[tuple[_Found, tuple[str | None, str | None, str | None]]]:
        select = (
            "SELECT row_id, id, reading_id, predicate_start, confidence IS NULL, actor, party, actor_text "
            "FROM claims WHERE {} AND (entry IS NULL OR entry <= ?)"
        )
        found = "row_id IN (SELECT rowid FROM quotes WHERE quotes MATCH ?)"
        rows = [*self._connection.execute(select.format(found), (who, self._entry))]
        for claim in edited:
            rows += self._connection.execute(select.format("id = ?"), (claim, self._entry))
        seen: set[int] = set()
        for row_id, claim_id, reading, start, unmeasured, *names in rows:
            if row_id not in seen:
                seen.add(row_id)
                actor, party, text = names
                yield _Found(reading, start, row_id, claim_id, bool(unmeasured)), (actor, party, text)

    def _stands(
        self,
        one: _Found,
        seat: Seat,
        wanted: frozenset[str],
        known: frozenset[str],
        edited: Collection[str],
    ) -> bool:
        taken = self._decisions.get(one.id)
        status = outcome(taken)[0] if taken else Status.PROPOSED
        if status in _GONE or (one.unmeasured and status is Status.PROPOSED):
            return False
        if one.id not in edited:
            return True
        claim = self._claim(one, seat)
        return _is((claim.actor, claim.party, claim.actor_text), wanted, known)

    def _claim(self, one: _Found, seat: Seat) -> Claim:
        return views.claim(self._connection, seat, one.id, self._decisions)


def _is(names: tuple[str | None, ...], wanted: frozenset[str], known: frozenset[str]) -> bool:
    return any(
        name in known or wanted <= {word.casefold() for word in _WORD.findall(name)} for name in names if name
    )
