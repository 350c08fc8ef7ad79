"""The queue: unreviewed claims, those first on which most of the picture hangs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracktwo.record.decisions import Decided
from tracktwo.record.opinions import Opinion
from tracktwo.record.review.agreement import first_verdict
from tracktwo.vocabulary import Claim, Picture, Status

# How much of the picture goes with a claim that turns out wrong, by what rests on it. A stance or a term is
# what models and matrices are made of; a member's name changes little.
WEIGHTS = {
    "stance": 8.0,
    "term": 8.0,
    "ratification": 6.0,
    "red line": 6.0,
    "leverage": 6.0,
    "proposal": 5.0,
    "deadline": 4.0,
    "party": 4.0,
    "meeting": 3.0,
    "track": 3.0,
    "event": 2.0,
    "role": 2.0,
    "issue": 2.0,
    "body": 1.0,
    "duration": 1.0,
    "affected": 1.0,
}


# What a claim is worth that is in no picture until somebody looks: what would rest on it is not known.
WAITING = 6.0


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A claim that waits for somebody to look, with the reasons for its place."""

    id: str
    report: str
    actor: str | None
    act: str
    object: str | None
    modality: str
    voice: str
    quote: str
    weight: float
    reasons: tuple[str, ...]
    flags: tuple[str, ...]
    claims: tuple[str, ...]


def queue(claims: Sequence[Claim], picture: Picture | None = None) -> tuple[QueueRow, ...]:
    """Return the claims nobody has decided on, in order of how much the picture would change without them.

    What rests on a claim counts by its kind; a thing that rests on several claims counts for each only in
    part. Doubt adds: low confidence, and flags such as an ambiguous reading.

    Parameters
    ----------
    claims : sequence of Claim
    picture : Picture, optional
        Without one the order is by doubt alone.
    """
    resting = _resting(picture) if picture else {}
    rows = [_row(claim, resting.get(claim.id, {})) for claim in claims if claim.status is Status.PROPOSED]
    return tuple(sorted(rows, key=lambda row: -row.weight))


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


def _row(claim: Claim, resting: dict[str, float]) -> QueueRow:
    # Doubt multiplies what is at stake: a sure reading of a stance can wait for an unsure one.
    doubt = 1.0 + (1.0 - (claim.confidence or 0.0)) + 0.25 * min(len(claim.flags), 4)
    stake = (
        0.5
        + (WAITING if claim.waits else 0.0)
        + sum(WEIGHTS[kind] * share for kind, share in resting.items())
    )
    return QueueRow(
        id=claim.id,
        report=claim.report,
        actor=claim.actor or claim.actor_text,
        act=claim.act.value,
        object=claim.object,
        modality=claim.modality.value,
        voice=claim.voice.value,
        quote=claim.quote,
        weight=round(stake * doubt, 3),
        reasons=tuple(sorted(resting, key=lambda kind: -WEIGHTS[kind])),
        flags=tuple(flag.code for flag in claim.flags),
        claims=(claim.id,),
    )


def _resting(picture: Picture) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for kind, claims in _things(picture):
        for claim in dict.fromkeys(claims):
            kinds = found.setdefault(claim, {})
            kinds[kind] = kinds.get(kind, 0.0) + 1.0 / len(set(claims))
    return found


def _things(picture: Picture) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from (("stance", stance.claims) for stance in picture.stances)
    for proposal in picture.proposals:
        yield "proposal", proposal.claims
        yield from (("term", term.claims) for term in proposal.terms.values())
    yield from (("ratification", one.claims) for one in picture.ratification)
    yield from (("red line", line.claims) for line in picture.red_lines)
    yield from (("leverage", lever.claims) for lever in picture.leverage)
    yield from (("deadline", deadline.claims) for deadline in picture.deadlines)
    yield from (("duration", duration.claims) for duration in picture.durations)
    for meeting in picture.meetings:
        yield "meeting", meeting.claims
        yield from (("meeting", item.claims) for item in meeting.items)
    yield from (("track", track.claims) for track in picture.tracks)
    for event in picture.events:
        yield "event", event.claims
        yield from (("event", one.claims) for one in event.assessments)
    yield from (("issue", issue.claims) for issue in picture.issues)
    yield from (("body", body.claims) for body in picture.bodies)
    yield from (("affected", one.claims) for one in picture.affected)
    for party in picture.parties:
        yield "party", party.claims
        yield from (("role", member.claims) for member in party.members)
    for third in picture.third_parties:
        yield from (("role", role.claims) for role in third.roles)
        yield from (("role", member.claims) for member in third.members)
