"""Conflicts: what reports say against each other, and readings of one event that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tracktwo.record.clock import Day
from tracktwo.record.questions.direction import direction, firm, opposite
from tracktwo.record.questions.evidence import Evidence, iso
from tracktwo.record.questions.names import matter, matters
from tracktwo.vocabulary import Claim, Event, Picture, Proposal, Report, Stance, Voice

BETWEEN_REPORTS = "between reports"
BETWEEN_VOICES = "between voices"
WITHIN_ACTOR = "within one actor"
WITHIN_PARTY = "within one party"
ASSESSMENTS = "competing assessments"
_KINDS = (BETWEEN_REPORTS, BETWEEN_VOICES, WITHIN_ACTOR, WITHIN_PARTY, ASSESSMENTS)


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Things reported that stand against, or beside, each other; never merged or averaged.

    ``kind`` is between reports, between voices (an actor's own word against what another says of it), within
    one actor, within one party (its people differ), or competing assessments. ``contradiction`` is True only
    where both sides cannot hold at once; assessments of different tense or modality are none.
    ``side_claims`` holds the claims side by side with ``sides``.
    """

    kind: str
    about: str
    text: str
    sides: tuple[str, ...]
    contradiction: bool
    side_claims: tuple[tuple[str, ...], ...]
    claims: tuple[str, ...]


def conflicts(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None
) -> tuple[ConflictRow, ...]:
    """Return contradictions and competing assessments.

    Two positions of one actor on different known days are a move, not a contradiction (see ``changes``).
    """
    evidence = Evidence(reports, claims, as_of)
    rows = [
        *_stances(picture, evidence),
        *_extents(picture, evidence),
        *_flagged(evidence),
        *(row for event in picture.events for row in _assessments(event)),
    ]
    return tuple(sorted(rows, key=lambda row: (_KINDS.index(row.kind), row.about, row.sides)))


def _stances(picture: Picture, evidence: Evidence) -> Iterator[ConflictRow]:
    names = matters(picture)
    debated: dict[tuple[str | None, str | None, str | None], list[Stance]] = {}
    for stance in picture.stances:
        if firm(stance.modality) and stance.over is None:
            option = stance.option if stance.issue else None
            debated.setdefault((stance.proposal, stance.issue, option), []).append(stance)
    for stances in debated.values():
        # Three ministers against one are one conflict with four sides, not three conflicts.
        groups: dict[tuple[str, str | None], set[int]] = {}
        for i, j in _near(stances):
            kind = _kind(stances[i], stances[j], evidence)
            if kind is not None:
                whose = stances[i].party if kind == WITHIN_PARTY else stances[i].actor
                groups.setdefault((kind, whose), set()).update((i, j))
        for (kind, _), places in groups.items():
            told = [stances[place] for place in sorted(places)]
            yield _row(kind, told, matter(names, told[0]), evidence)


def _near(stances: Sequence[Stance]) -> list[tuple[int, int]]:
    """Return the pairs, by place, of one actor or of one party: no others can contradict each other."""
    whose: dict[tuple[str, str], list[int]] = {}
    for place, stance in enumerate(stances):
        for kind, name in (("actor", stance.actor), ("party", stance.party)):
            if name is not None:
                whose.setdefault((kind, name), []).append(place)
    return sorted({pair for places in whose.values() for pair in combinations(places, 2)})


def _row(kind: str, stances: list[Stance], about: str, evidence: Evidence) -> ConflictRow:
    return ConflictRow(
        kind=kind,
        about=about,
        text=_explained(kind, stances[0], about),
        sides=tuple(_told(one, evidence) for one in stances),
        contradiction=kind != WITHIN_PARTY,
        side_claims=tuple(one.claims for one in stances),
        claims=tuple(dict.fromkeys(c for one in stances for c in one.claims)),
    )


def _kind(one: Stance, other: Stance, evidence: Evidence) -> str | None:
    if not opposite(direction(one.act, one.modality), direction(other.act, other.modality)):
        return None
    if one.actor is not None and one.actor == other.actor:
        if _apart(one, other, evidence) and not _denial(one, other):
            return None
        if one.voice is not other.voice:
            return BETWEEN_VOICES
        same = evidence.stories(one.claims) & evidence.stories(other.claims)
        return WITHIN_ACTOR if same else BETWEEN_REPORTS
    if one.party is not None and one.party == other.party and one.voice is other.voice:
        return None if _apart(one, other, evidence) else WITHIN_PARTY
    return None


def _denial(one: Stance, other: Stance) -> bool:
    """Whether two reports say of one act, in others' words, that it was done and that it was not: no move."""
    return one.act is other.act and not {one.voice, other.voice} & {Voice.OWN, Voice.REPORTER}


def _apart(one: Stance, other: Stance, evidence: Evidence) -> bool:
    first = iso(one.date) or evidence.first(one.claims)
    second = iso(other.date) or evidence.first(other.claims)
    return first is not None and second is not None and first != second


def _explained(kind: str, stance: Stance, about: str) -> str:
    if kind == WITHIN_PARTY:
        return f"{stance.party}: its people differ on {about}"
    if kind == BETWEEN_VOICES:
        return f"{stance.actor} on {about}: its own word and what another says of it differ"
    return f"{stance.actor} is reported both for and against {about}"


def _told(stance: Stance, evidence: Evidence) -> str:
    who = stance.actor or f"others, unnamed ({stance.party or 'party not stated'})"
    where = ", ".join(sorted({claim.report for claim in evidence.of(stance.claims)}))
    when = stance.date or "day not stated"
    hedge = "" if stance.modality.value == "asserted" else f" ({stance.modality.value})"
    return f"{who}: {stance.act.value}{hedge}, {stance.voice.value.replace('_', ' ')} voice, {when} [{where}]"


def _extents(picture: Picture, evidence: Evidence) -> Iterator[ConflictRow]:
    for proposal in picture.proposals:
        for issue, by_story in _texts_by_story(proposal, evidence).items():
            for (one, mine), (other, theirs) in combinations(sorted(by_story.items()), 2):
                if set(mine) & set(theirs):
                    continue
                ids = tuple(tuple(c for _, each in said.values() for c in each) for said in (mine, theirs))
                words = ["; ".join(text for text, _ in said.values()) for said in (mine, theirs)]
                yield ConflictRow(
                    kind=BETWEEN_REPORTS,
                    about=proposal.name,
                    text=f"{proposal.name} on {issue}: reports name different terms",
                    sides=(f"{words[0]} [{one}]", f"{words[1]} [{other}]"),
                    contradiction=False,
                    side_claims=ids,
                    claims=tuple(dict.fromkeys((*ids[0], *ids[1]))),
                )


Texts = dict[str, tuple[str, list[str]]]


def _texts_by_story(proposal: Proposal, evidence: Evidence) -> dict[str, dict[str, Texts]]:
    """Return by issue and story the terms named, compared folded: as first written, and the claims."""
    found: dict[str, dict[str, Texts]] = {}
    for issue, term in proposal.terms.items():
        if len(term.texts) < 2:
            continue
        for claim in evidence.of(term.claims):
            story = next(iter(evidence.stories([claim.id])))
            for read in claim.terms:
                if read.text in term.texts:
                    texts = found.setdefault(issue, {}).setdefault(story, {})
                    texts.setdefault(_folded(read.text), (read.text, []))[1].append(claim.id)
    return found


def _folded(text: str) -> str:
    """Return words as they are compared: line breaks, letter case and ways to write a percentage aside."""
    return re.sub(r"\s*(?:%|\bper\s?cent\b)", "%", " ".join(text.casefold().split()))


def _flagged(evidence: Evidence) -> Iterator[ConflictRow]:
    pairs: dict[tuple[str, int, str | None], list[Claim]] = {}
    for claim in evidence.claims.values():
        if any(flag.code == "opposite-stances" for flag in claim.flags):
            pairs.setdefault((claim.report, claim.start, claim.actor), []).append(claim)
    for (_, _, actor), found in pairs.items():
        # For one thing and against another in one sentence is no doubt about either.
        claims = [
            one for one in found if any(_same_object(one, other) for other in found if other is not one)
        ]
        if not claims:
            continue
        who = actor or claims[0].actor_text or "an actor not stated"
        yield ConflictRow(
            kind=WITHIN_ACTOR,
            about=who,
            text=f"{who}: one sentence was read both ways; look at it",
            sides=tuple(f"{claim.act.value} ({claim.predicate})" for claim in claims),
            contradiction=False,
            side_claims=tuple((claim.id,) for claim in claims),
            claims=tuple(claim.id for claim in claims),
        )


def _same_object(one: Claim, other: Claim) -> bool:
    if one.object_start is None or other.object_start is None or None in (one.object_end, other.object_end):
        return True
    return one.object_start < (other.object_end or 0) and other.object_start < (one.object_end or 0)


def _assessments(event: Event) -> Iterator[ConflictRow]:
    if len(event.assessments) < 2:
        return
    modalities = {one.modality for one in event.assessments}
    note = "of different modality, so no contradiction" if len(modalities) > 1 else "by several voices"
    yield ConflictRow(
        kind=ASSESSMENTS,
        about=event.text,
        text=f"{event.text}: {len(event.assessments)} assessments side by side, {note}",
        sides=tuple(
            f"{one.by or 'not stated by whom'}: {one.text} ({one.modality.value})"
            for one in event.assessments
        ),
        contradiction=False,
        side_claims=tuple(one.claims for one in event.assessments),
        claims=tuple(dict.fromkeys(c for one in event.assessments for c in one.claims)),
    )
