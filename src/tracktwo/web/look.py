"""A look at the record through a lens: the answers kept of it, and what pages make of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from tracktwo.brief import Brief
from tracktwo.brief.answers import previous_date
from tracktwo.brief.compose import NO_PICTURE, newest_day, of_picture
from tracktwo.brief.evidence import cited, marked_claims, report_rows
from tracktwo.brief.model import CitedClaim, OtherCase
from tracktwo.brief.naming import Names
from tracktwo.record import Record
from tracktwo.record.clock import day
from tracktwo.record.kept.sheet import Wanted
from tracktwo.record.kept.thaw import thaw
from tracktwo.record.questions.changes import ChangeRow
from tracktwo.record.questions.conflicts import ConflictRow
from tracktwo.record.questions.gap_rows import GapRow
from tracktwo.record.questions.positions import PositionRow
from tracktwo.vocabulary import Report

NAMES = 400
# Of a picture no table shows these, and they are the longest.
_UNSHOWN = ("links", "joins", "stances")
ROWS = {"positions": PositionRow, "conflicts": ConflictRow, "gaps": GapRow, "changes": ChangeRow}


@dataclass(frozen=True, slots=True)
class Lens:
    """Which negotiation of the record, as of which day, known by which day; null for the usual ones."""

    case: str | None = None
    as_of: str | None = None
    known_on: str | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Lens:
        """Return the lens an address asks for."""
        return cls(*(query.get(name) or None for name in ("case", "as_of", "known_on")))

    def link(self, path: str, **more: str | int | None) -> str:
        """Return the address of a page through this lens."""
        asked = {"case": self.case, "as_of": self.as_of, "known_on": self.known_on, **more}
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return f"{path}?{query}" if query else path


class Look:
    """What a lens shows of a record, as it was when somebody looked; each part is made when it is needed.

    Parameters
    ----------
    record : Record
        Open as long as the look is used, and only in its own thread.
    lens : Lens

    Raises
    ------
    UsageError
        When a day of the lens is none.
    NotFoundError
        When there is no such case.
    """

    def __init__(self, record: Record, lens: Lens) -> None:
        self.record, self.lens = record, lens
        self.kept = record.kept(lens.as_of, lens.known_on, lens.case)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports in view that are not of other negotiations alone, without their texts."""
        elsewhere = self.kept.elsewhere
        every = self.record.headers(self.lens.as_of, self.lens.known_on)
        return tuple(one for one in every if one.key not in elsewhere)

    @cached_property
    def head(self) -> Brief:
        """What stands on every page: title, day, which other negotiations there are."""
        mine = next((head for head in self.kept.heads if head.key == self.kept.case), None)
        others = [head for head in self.kept.heads if head is not mine]
        keys = frozenset(mine.reports) if mine else frozenset()
        return Brief(
            title=mine.title if mine else NO_PICTURE.title,
            as_of=newest_day(
                self.lens.as_of, [one for one in self.reports if one.key in keys] or self.reports
            ),
            case=self.kept.case or None,
            other_cases=tuple(OtherCase(key=one.key, title=one.title, reports=one.reports) for one in others),
        )

    @cached_property
    def pictured(self) -> Brief:
        """The part of the brief that is the picture of the negotiation."""
        picture = NO_PICTURE if self.kept.case is None else self.kept.answers.picture(0, _UNSHOWN)
        head = self.head
        return replace(
            of_picture(picture),
            as_of=head.as_of,
            other_cases=head.other_cases,
            reports=report_rows(self.reports, self.record.labels(self.lens.known_on)),
        )

    def answer(self, field: str) -> tuple[Any, ...]:
        """Return the rows of a brief that are an answer: positions, conflicts, gaps or changes."""
        wanted = Wanted()
        if field == "changes":
            since = previous_date(self.reports, day(self.head.as_of))
            if since is None:
                return ()
            wanted = Wanted(day=since)
        rows = self.record.answer(self.kept, field, wanted).rows()
        return tuple(thaw(ROWS[field], row) for row in rows)

    @cached_property
    def names(self) -> Names:
        """The names of keys, and the numbers that claims are cited by; without the claims themselves."""
        return replace(Names.of(self.pictured), numbers=self.numbers)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids of the claims in the order they are cited in."""
        return self.record.reading_order(self.lens.as_of, self.lens.known_on, self.kept.elsewhere)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number each claim is cited by, from 1."""
        return {claim: number for number, claim in enumerate(self.order, 1)}

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """The ids of all claims, those first on which most hangs; decided ones too."""
        return self.kept.every.order()

    @cached_property
    def heard(self) -> tuple[str, ...]:
        """The names somebody may be looked for by, those heard most first."""
        return self.record.names_heard(NAMES)


class Claims(Mapping[str, CitedClaim]):
    """The claims a look shows, each read from the record when it is asked for."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._read: dict[str, CitedClaim] = {}
        self._labels = marked_claims(look.record.labels(look.lens.known_on))
        self._reader = look.record.reader(look.lens.as_of, look.lens.known_on)

    def read(self, ids: Sequence[str]) -> None:
        """Read several at once."""
        wanted = [one for one in dict.fromkeys(ids) if one not in self._read and one in self._look.numbers]
        for claim in self._reader(wanted):
            self._read[claim.id] = cited(claim, {}, self._labels.get(claim.id))

    def __getitem__(self, claim: str) -> CitedClaim:
        if claim not in self._read:
            self.read([claim])
        return self._read[claim]

    def __contains__(self, claim: object) -> bool:
        return claim in self._look.numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._look.order)

    def __len__(self) -> int:
        return len(self._look.order)
