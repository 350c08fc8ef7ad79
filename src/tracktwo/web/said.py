"""What somebody has said before, and where words stand in the record."""

from __future__ import annotations

from collections.abc import Sequence

from tracktwo.record import Record
from tracktwo.record.questions.said import said
from tracktwo.vocabulary import Claim
from tracktwo.web.seen import Seen

MOST_NAMES = 400


def found(record: Record, seen: Seen, actor: str, about: str) -> tuple[Claim, ...]:
    """Return the claims of an actor about some words; without an actor everybody's, without words all.

    With neither, none. As for ``tracktwo said``: oldest report first, undated ones last.
    """
    by_id = {claim.id: claim for claim in seen.claims}
    matches = record.search(about) if about else None
    if actor:
        rows = said(
            seen.picture, seen.reports, seen.claims, actor=actor, about=about or None, matches=matches
        )
        return tuple(by_id[row.claims[0]] for row in rows)
    chosen = [claim for claim in seen.claims if matches and claim.id in matches]
    return tuple(sorted(chosen, key=lambda claim: (claim.report_date is None, claim.report_date or "")))


def names_heard(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the names somebody may be looked for by, those heard most first."""
    counts: dict[str, int] = {}
    for claim in claims:
        for name in dict.fromkeys((claim.actor, claim.party)):
            if name:
                counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:MOST_NAMES])
