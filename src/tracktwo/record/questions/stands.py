"""Stands: every time a side took one, for or against something another side can be compared on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracktwo.record.clock import Day
from tracktwo.record.questions.direction import direction
from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.names import matters
from tracktwo.vocabulary import Act, Claim, Modality, Picture, Report, Voice

_OWN = (Voice.OWN, Voice.REPORTER)
_HELD = (Modality.ASSERTED, Modality.NEGATED, Modality.DENIED, Modality.CONDITIONAL, Modality.REQUIRED)
_NO_WORD = (Act.MEET, Act.DISCUSS, Act.MEDIATE, Act.HAPPEN, Act.EXPECT, Act.VOTE, Act.MANDATE)


@dataclass(frozen=True, slots=True)
class Stand:
    """One side on one thing at one time.

    ``party`` is the side; ``actor`` who spoke for it; ``key`` names the thing so that two sides can be
    compared on it: a proposal, an issue's option, or the words of one sentence; ``matter`` the same in words;
    ``way`` is for, against, not for, not against, conditional, or the act itself where it has no side and
    only says that several spoke as one. ``date`` is that of the report, null where it has none.
    """

    party: str
    actor: str | None
    key: str
    matter: str
    act: str
    way: str
    words: str
    date: str | None
    claims: tuple[str, ...]


def stands(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None
) -> tuple[Stand, ...]:
    """Return the stands of all sides, oldest first, undated ones last.

    A side stands where it is reported in its own voice: by a stance on a proposal or on an option of an
    issue, by tabling a proposal (it is for it), and by a sentence that tells of several sides with one
    predicate ("X and Y, opposed by Z, proposed ..."). What one side says of another is none of these.
    """
    evidence = Evidence(reports, claims, as_of)
    found = [
        *_on_matters(picture, evidence),
        *_tabled(picture, evidence),
        *_in_one_sentence(claims, evidence),
    ]
    return tuple(
        sorted(found, key=lambda one: (one.date is None, one.date or "", one.key, one.party, one.act))
    )


def _on_matters(picture: Picture, evidence: Evidence) -> Iterator[Stand]:
    names = matters(picture)
    for stance in picture.stances:
        way = direction(stance.act, stance.modality)
        if way is None or stance.party is None or stance.voice not in _OWN or stance.open_set:
            continue
        if stance.proposal is not None:
            key, matter = f"proposal {stance.proposal}", names.get(stance.proposal, stance.proposal)
        elif stance.issue is not None and stance.option is not None:
            key = f"option {stance.issue} = {stance.option}"
            matter = f"{names.get(stance.issue, stance.issue)}: {stance.option}"
        else:
            continue  # Two who speak for the same issue may want opposite things of it.
        hedge = "" if stance.modality is Modality.ASSERTED else f" ({stance.modality.value})"
        for claim in evidence.of(stance.claims):
            words = evidence.verb(claim) + hedge
            yield _stand(stance.party, stance.actor, claim, (key, matter, way), words, evidence)


def _tabled(picture: Picture, evidence: Evidence) -> Iterator[Stand]:
    for proposal in picture.proposals:
        for claim in evidence.of(proposal.claims):
            tables = claim.act in (Act.PROPOSE, Act.OFFER) and claim.modality in _HELD
            if tables and claim.party and claim.voice in _OWN:
                way = direction(claim.act, claim.modality) or "for"
                place = f"proposal {proposal.key}", proposal.name, way
                yield _stand(claim.party, claim.actor, claim, place, evidence.verb(claim), evidence)


def _in_one_sentence(claims: Sequence[Claim], evidence: Evidence) -> Iterator[Stand]:
    together: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        counts = claim.party and not claim.waits and claim.voice in _OWN
        if counts and claim.act not in _NO_WORD and claim.modality in _HELD:
            together.setdefault((claim.report, claim.predicate_start), []).append(claim)
    for (report, start), group in together.items():
        if len({claim.party for claim in group}) < 2:
            continue
        matter = next((claim.object for claim in group if claim.object), group[0].predicate)
        for claim in group:
            way = direction(claim.act, claim.modality) or claim.act.value
            place = f"sentence {report} {start}", matter, way
            yield _stand(claim.party or "", claim.actor, claim, place, evidence.verb(claim), evidence)


def _stand(
    party: str, actor: str | None, claim: Claim, place: tuple[str, str, str], words: str, evidence: Evidence
) -> Stand:
    key, matter, way = place
    report = evidence.reports.get(claim.report)
    date = report.date.isoformat() if report is not None and report.date is not None else None
    return Stand(party, actor, key, matter, claim.act.value, way, words, date, (claim.id,))
