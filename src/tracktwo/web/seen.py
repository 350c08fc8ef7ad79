"""What one page shows of the record: a look at it, and what has been decided since."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tracktwo.brief import Brief
from tracktwo.brief.compose import FALLEN, compose, compose_from_record
from tracktwo.brief.evidence import cited, marked_claims
from tracktwo.brief.html.evidence import ClaimNote, note
from tracktwo.brief.naming import Names
from tracktwo.record.kept.thaw import thaw
from tracktwo.record.labels import Label, Labelled
from tracktwo.record.review import QueueRow
from tracktwo.record.review.queue import queue_row
from tracktwo.record.review.stakes import Stake
from tracktwo.vocabulary import Claim, Picture, Status
from tracktwo.web.look import ROWS, Claims, Lens, Look
from tracktwo.web.since import Moved, left

# Outside the tables names stand as the claims give them, and a claim is known by its id, not by a number.
PLAIN = Names({}, {}, {}, {}, {})


@dataclass(frozen=True)
class Seen:
    """A look, the claims decided on since, and the claims that a decision stands on."""

    look: Look
    decided: Moved
    settled: frozenset[str]

    @property
    def lens(self) -> Lens:
        """What it is seen through."""
        return self.look.lens

    @property
    def brief(self) -> Brief:
        """What stands on every page: title, day, which other negotiations there are."""
        return self.look.head

    @property
    def remark(self) -> str | None:
        """What the tables leave out, if anything."""
        return self.decided.remark

    @cached_property
    def claims(self) -> Claims:
        """The claims as they stand now, read as they are asked for."""
        return Claims(self.look)

    @cached_property
    def names(self) -> Names:
        """The names and citation numbers of the tables."""
        return replace(self.look.names, claims=self.claims)

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """The ids of the claims nobody has decided on, those first on which most hangs."""
        return tuple(claim for claim in self.look.waiting if claim not in self.settled)

    def table(self, fields: Collection[str]) -> Brief:
        """Return a brief with these of its fields, less what rests on claims rejected or corrected since."""
        given: dict[str, Any] = {
            name: self.look.answer(name) if name in ROWS else getattr(self.look.pictured, name)
            for name in (*fields, "reports")
        }
        return left(replace(self.look.head, **given), self.decided)

    def whole(self) -> Brief:
        """Return the whole brief."""
        lens, record = self.lens, self.look.record
        clocks = lens.as_of, lens.known_on
        if not self.decided.now:
            return compose_from_record(record, *clocks, case=lens.case)
        claims = [
            replace(one, status=Status.PROPOSED) if one.id in self.decided.gone else one
            for one in record.claims(*clocks, include_rejected=True)
            if one.status not in FALLEN or one.id in self.decided.gone
        ]
        brief = compose(
            tuple(thaw(Picture, one) for one in self.look.kept.every.pictures()),
            record.reports(*clocks),
            claims,
            record.coverage(*clocks),
            as_of=lens.as_of,
            case=lens.case,
            labels=record.labels(lens.known_on),
        )
        return left(brief, self.decided)

    def queued(self, ids: Collection[str]) -> dict[str, QueueRow]:
        """Return these claims of the queue with the reasons for their places, by id."""
        stakes = self.look.kept.every.stakes_of(tuple(ids))
        return {
            claim.id: queue_row(claim, Stake(claim.id, *stakes[claim.id]))
            for claim in self.look.record.reader()(ids)
        }

    @cached_property
    def _labels(self) -> tuple[Label, ...]:
        return self.look.record.labels(self.lens.known_on)

    def label_of(self, report: str) -> str | None:
        """The sensitivity label of a report; null where it carries none."""
        return next(
            (one.label.value for one in self._labels if (one.kind, one.target) == (Labelled.REPORT, report)),
            None,
        )

    def notes(self, claims: Iterable[Claim]) -> dict[str, ClaimNote]:
        """Return claims, rejected ones too, as notes in our words, by id."""
        marked = marked_claims(self._labels)
        return {
            claim.id: note(cited(claim, {}, marked.get(claim.id)), replace(PLAIN, numbers={claim.id: 0}))
            for claim in claims
        }
