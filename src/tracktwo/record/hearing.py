"""What somebody said: looked up by name and words in the index, without loading any other claim."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracktwo.record import views
from tracktwo.record.decisions import Decided, Decision, outcome
from tracktwo.record.search import phrase, told_of
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
class _Place:
    """A claim found: its report (the number among those in view), its place there, its row.

    One ``unmeasured`` is told only once a reviewer has looked at it.
    """

    report: int
    start: int
    row_id: int
    id: str
    unmeasured: bool


class Hearing:
    """Looks up claims in what one view shows.

    Parameters
    ----------
    connection : sqlite3.Connection
    reports : sequence of Held
        The reports in view, in order.
    entry : int
        The last entry that counts as known.
    decisions : mapping of claim id to its decisions
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        reports: Sequence[views.Held],
        entry: int,
        decisions: Mapping[str, list[Decided]],
    ) -> None:
        self._connection, self._reports, self._entry, self._decisions = connection, reports, entry, decisions
        self._numbers = {item.reading_id: number for number, item in enumerate(reports)}

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
        places = [
            place
            for place, names in self._named(f"({who})", edited)
            if (place.id in edited or _is(names, wanted, known))
            and (told is None or place.row_id in told or place.id in linked)
        ]
        places = [place for place in places if self._stands(place, wanted, known, edited)]
        # By place in the text: what was split off a claim, or coded later, stands with it.
        places.sort(key=lambda place: (place.report, place.start, place.row_id))
        return Heard(tuple(map(self._claim, places[-most:] if most else places)), len(places))

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
    ) -> Iterator[tuple[_Place, tuple[str | None, str | None, str | None]]]:
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
            if reading in self._numbers and row_id not in seen:
                seen.add(row_id)
                actor, party, text = names
                place = _Place(self._numbers[reading], start, row_id, claim_id, bool(unmeasured))
                yield place, (actor, party, text)

    def _stands(
        self, place: _Place, wanted: frozenset[str], known: frozenset[str], edited: Collection[str]
    ) -> bool:
        taken = self._decisions.get(place.id)
        status = outcome(taken)[0] if taken else Status.PROPOSED
        if status in _GONE or (place.unmeasured and status is Status.PROPOSED):
            return False
        if place.id not in edited:
            return True
        claim = self._claim(place)
        return _is((claim.actor, claim.party, claim.actor_text), wanted, known)

    def _claim(self, place: _Place) -> Claim:
        return views.claim(self._connection, self._reports[place.report], place.id, self._decisions)


def _is(names: tuple[str | None, ...], wanted: frozenset[str], known: frozenset[str]) -> bool:
    return any(
        name in known or wanted <= {word.casefold() for word in _WORD.findall(name)} for name in names if name
    )
