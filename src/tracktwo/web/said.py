"""What somebody has said before, and where words stand in the record."""

from __future__ import annotations

from tracktwo.record import Record
from tracktwo.vocabulary import Claim
from tracktwo.web.look import Lens


def found(record: Record, lens: Lens, actor: str, about: str) -> tuple[Claim, ...]:
    """Return the claims of an actor about some words; without an actor everybody's, without words all.

    With neither, none. As for ``tracktwo said``: oldest report first, undated ones last.
    """
    clocks = lens.as_of, lens.known_on
    if actor:
        return record.said(actor, about or None, *clocks).claims
    chosen = record.reader(*clocks)(sorted(record.search(about))) if about else ()
    return tuple(sorted(chosen, key=_when_and_where))


def _when_and_where(claim: Claim) -> tuple[bool, str, str, int, int]:
    day = claim.report_date
    return day is None, day or "", claim.report, claim.predicate_start, claim.actor_start or 0
