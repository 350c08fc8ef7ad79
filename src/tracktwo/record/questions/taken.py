"""Taken: every position somebody has taken, also on what was joined to no issue and no proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracktwo.record.clock import Day
from tracktwo.record.questions.direction import direction
from tracktwo.record.questions.evidence import Evidence, iso
from tracktwo.record.questions.names import matters
from tracktwo.record.questions.positions import PositionRow
from tracktwo.vocabulary import Act, Claim, LinkKind, Modality, Picture, Report, Voice

_OWN = (Voice.OWN, Voice.REPORTER)
_ALSO = (Act.CRITICISE, Act.CONDITION)  # they take a position, though neither for nor against


def taken(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None
) -> tuple[PositionRow, ...]:
    """Return the positions that parties and their people took in their own voice, oldest first.

    `positions` shows where somebody stands now on what is on the table; this shows how it came there, act
    by act. What one sentence is told of in several reports is one row. Undated ones come last.
    """
    evidence = Evidence(reports, claims, as_of)
    names = matters(picture)
    on: dict[str, str] = {}
    for link in picture.links:
        if link.kind is LinkKind.PROPOSAL or (link.kind is LinkKind.ISSUE and link.claim not in on):
            on[link.claim] = link.target
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        takes = direction(claim.act, claim.modality) is not None or claim.act in _ALSO
        told = claim.object or claim.id in on
        named = claim.party and claim.actor and not claim.waits
        if takes and told and named and claim.voice in _OWN:
            same = (claim.actor, claim.act, claim.modality, claim.object, claim.report_date, claim.condition)
            found.setdefault(same, []).append(claim)
    proposals = {proposal.key for proposal in picture.proposals}
    rows = [_row(group, on.get(group[0].id), evidence, proposals) for group in found.values()]
    rows.sort(key=lambda row: (row.date is None, row.date or ""))
    return tuple(replace(row, matter=names.get(row.proposal or row.issue or "")) for row in rows)


def _row(group: Sequence[Claim], key: str | None, evidence: Evidence, proposals: set[str]) -> PositionRow:
    claim = group[0]
    ids = tuple(one.id for one in group)
    hedge = "" if claim.modality is Modality.ASSERTED else f" ({claim.modality.value})"
    date = iso(claim.report_date)
    return PositionRow(
        actor=claim.actor,
        party=claim.party,
        issue=key if key not in proposals else None,
        proposal=key if key in proposals else None,
        act=claim.act.value,
        strength=evidence.verb(claim) + hedge,
        date=claim.report_date,
        age_days=evidence.age(date),
        sources=evidence.sources(ids),
        claims=ids,
        voice=claim.voice.value,
        modality=claim.modality.value,
        condition=claim.condition,
        dated=date is not None,
        reviewed=evidence.reviewed(ids),
        about=claim.object,
    )
