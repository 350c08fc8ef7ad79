"""What the pages show of a record, through one lens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from tracktwo.brief import Brief, compose_from_record
from tracktwo.brief.evidence import cite
from tracktwo.brief.html.evidence import ClaimNote, note
from tracktwo.brief.naming import Names
from tracktwo.record import Record
from tracktwo.record.labels import Label, Labelled
from tracktwo.record.review import QueueRow
from tracktwo.record.review.queue import queue_row
from tracktwo.vocabulary import Claim, Picture, Report


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


@dataclass(frozen=True, slots=True)
class Seen:
    """The brief of a record through a lens, and what reviewing needs beside it.

    ``queue`` is of the whole record as of today; ``everything`` holds the rejected claims, too; ``remark``
    says what the tables leave out, if anything.
    """

    lens: Lens
    brief: Brief
    names: Names
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    pictures: tuple[Picture, ...]
    queue: tuple[QueueRow, ...]
    everything: tuple[Claim, ...]
    remark: str | None = None
    labels: tuple[Label, ...] = ()

    @property
    def picture(self) -> Picture:
        """The negotiation shown; an empty one where nothing is claimed."""
        empty = Picture("", "", ())
        return next((one for one in self.pictures if one.key == self.brief.case), empty)

    def label_of(self, report: str) -> str | None:
        """The sensitivity label of a report; null where it carries none."""
        return next(
            (one.label.value for one in self.labels if (one.kind, one.target) == (Labelled.REPORT, report)),
            None,
        )

    def notes(self, claims: Iterable[Claim]) -> dict[str, ClaimNote]:
        """Return claims, rejected ones too, as notes in our words, by id."""
        held = tuple(claims)
        cited = cite(held, self.reports, self.picture, self.labels)
        # Outside the brief a claim is known by its id, not by a number.
        names = replace(self.names, numbers={claim.id: 0 for claim in cited})
        return {claim.id: note(claim, names) for claim in cited}


def look(record: Record, lens: Lens) -> Seen:
    """Return what a lens shows of a record.

    Raises
    ------
    UsageError
        When a day of the lens is none.
    NotFoundError
        When there is no such case.
    """
    clocks = lens.as_of, lens.known_on
    brief = compose_from_record(record, *clocks, case=lens.case)
    claims = record.claims(*clocks)
    pictures = record.pictures(*clocks)
    return Seen(
        lens=lens,
        brief=brief,
        names=Names.of(brief),
        reports=record.reports(*clocks),
        claims=claims,
        pictures=pictures,
        queue=_queue(record, claims) if lens == Lens() else (),
        everything=record.claims(*clocks, include_rejected=True),
        labels=record.labels(lens.known_on),
    )


def _queue(record: Record, claims: Iterable[Claim]) -> tuple[QueueRow, ...]:
    held = {claim.id: claim for claim in claims}
    return tuple(queue_row(held[one.claim], one) for one in record.waiting() if one.claim in held)
