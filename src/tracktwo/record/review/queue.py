"""The queue: unreviewed claims, in order of how much the picture would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracktwo.record.decisions import Decided
from tracktwo.record.opinions import Opinion
from tracktwo.record.review.agreement import first_verdict
from tracktwo.record.review.stakes import Stake, stakes
from tracktwo.vocabulary import Claim, Picture, Report, Status


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A claim that waits for somebody to look, with the reasons for its place.

    ``weight`` is ``change`` times ``doubt``; see `Stake`.
    """

    id: str
    report: str
    actor: str | None
    act: str
    object: str | None
    modality: str
    voice: str
    quote: str
    weight: float
    change: float
    doubt: float
    reasons: tuple[str, ...]
    flags: tuple[str, ...]
    claims: tuple[str, ...]


def queue(
    claims: Sequence[Claim], picture: Picture | None = None, reports: Sequence[Report] = ()
) -> tuple[QueueRow, ...]:
    """Return the claims nobody has decided on, in order of how much the picture would change.

    Parameters
    ----------
    claims : sequence of Claim
    picture : Picture, optional
        Without one the order is by doubt alone.
    reports : sequence of Report
        Where the claims stand: which of them are one source, and which position is the newest.
    """
    hangs = {one.claim: one for one in stakes(picture or Picture("", "", ()), reports, claims)}
    rows = [queue_row(claim, hangs[claim.id]) for claim in claims if claim.status is Status.PROPOSED]
    return tuple(sorted(rows, key=lambda row: -row.weight))


def queue_row(claim: Claim, stake: Stake) -> QueueRow:
    """Return a claim with its place in the queue."""
    return QueueRow(
        id=claim.id,
        report=claim.report,
        actor=claim.actor or claim.actor_text,
        act=claim.act.value,
        object=claim.object,
        modality=claim.modality.value,
        voice=claim.voice.value,
        quote=claim.quote,
        weight=round(stake.weight, 3),
        change=stake.change,
        doubt=stake.doubt,
        reasons=stake.reasons,
        flags=tuple(flag.code for flag in claim.flags),
        claims=(claim.id,),
    )


def second_queue(
    claims: Sequence[Claim], decisions: Mapping[str, Sequence[Decided]], opinions: Sequence[Opinion], by: str
) -> tuple[str, ...]:
    """Return the ids of the claims that somebody else has judged and ``by`` has not, in text order.

    Not in the order of the first reviewer's verdicts, nor of what hangs on them: neither should show.

    Parameters
    ----------
    claims : sequence of Claim
        With the rejected ones: they were judged, too.
    decisions, opinions
        As ``Record.decisions`` and ``Record.opinions`` return them.
    by : str
        The second reviewer.
    """
    given = {opinion.claim for opinion in opinions if opinion.by == by}
    return tuple(
        claim.id
        for claim in claims
        if claim.id not in given
        and not any(d.by == by for d in decisions.get(claim.id, ()))
        and not claim.method.startswith("split:")
        and first_verdict(decisions.get(claim.id, ()), by) is not None
    )
