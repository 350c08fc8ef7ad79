"""Absences: who was not there, as far as reports tell; nobody's absence is reported by silence alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.clock import Day
from tracktwo.record.linking.names import sort_of
from tracktwo.record.questions.absences_of_many import AbsenceRow, listed, of_sessions, on_matters
from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.names import MANY_PARTIES, who_met
from tracktwo.vocabulary import Act, Claim, Meeting, Modality, Picture, Report, Track


def absences(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None
) -> tuple[AbsenceRow, ...]:
    """Return who was not there, as far as reports tell.

    Those a package concerns who sit at no table come first, then those whose approval is needed and who met
    nowhere, parties missing from a track or a meeting, and, where many take part, regular speakers not heard
    on a matter that many spoke to or in a session, the last ones first. "Not reported" is not "absent":
    reports leave out.
    """
    evidence = Evidence(reports, claims, as_of)
    rows = [*_at_no_table(picture, evidence), *_approving(picture)]
    if len(picture.parties) <= MANY_PARTIES:
        rows += [row for track in picture.tracks for row in _of_track(picture, track)]
        rows += [row for meeting in picture.meetings for row in _of_meeting(picture, meeting)]
    else:
        rows += [*on_matters(picture, evidence), *of_sessions(reports, evidence)]
    return tuple(rows)


def _at_no_table(picture: Picture, evidence: Evidence) -> Iterator[AbsenceRow]:
    many = len(picture.parties) > MANY_PARTIES
    for affected in picture.affected:
        if _is_somebody(affected.name) or not _is_doubtful(evidence.of(affected.claims), many=many):
            text = f"{affected.name} is concerned ({affected.reason}) and at no reported table"
            yield AbsenceRow("concerned", affected.name, "any table", text, None, affected.claims)


def _is_somebody(name: str) -> bool:
    """Whether a name is known as one of somebody, or none at all ("hostages")."""
    return sort_of(name) not in (None, Sort.PLACE) or not any(c.isupper() for c in name)


def _is_doubtful(claims: Sequence[Claim], *, many: bool) -> bool:
    """Whether a name nobody knows was hardly told of as of somebody concerned.

    By harm without an agent in words that things take place by, too; in talks of many, by one sentence.
    """
    happened = all(
        claim.act is Act.USE_FORCE
        and claim.actor_text is None
        and not listed("happens").isdisjoint(claim.predicate.casefold().split())
        for claim in claims
    )
    return bool(claims) and (happened or (many and len({claim.report for claim in claims}) == 1))


def _approving(picture: Picture) -> Iterator[AbsenceRow]:
    met = {meeting.body for meeting in picture.meetings if meeting.modality is Modality.ASSERTED}
    names = {body.key: body.name for body in picture.bodies}
    for needed in picture.ratification:
        name = names.get(needed.body, needed.body)
        if not {needed.body, name} & met:
            whose = f" ({needed.party})" if needed.party else ""
            text = f"{name}{whose} has to approve; no meeting of it is reported"
            yield AbsenceRow("approval", name, "any meeting", text, None, needed.claims)


def _of_track(picture: Picture, track: Track) -> Iterator[AbsenceRow]:
    there = {*track.parties, *track.persons}
    for party in picture.parties:
        persons = {one for member in party.members for one in (member.key, member.name)}
        if there and not {party.key, party.name} & there and not persons & there:
            text = f"{party.name} is not reported in {track.name}; reported there: {_some(track.parties)}"
            yield AbsenceRow("track", party.name, track.name, text, None, track.claims)


def _of_meeting(picture: Picture, meeting: Meeting) -> Iterator[AbsenceRow]:
    if meeting.modality is not Modality.ASSERTED or not meeting.participants or meeting.body:
        return
    there = set(meeting.participants)
    for party in picture.parties:
        if party.name not in there and not {member.name for member in party.members} & there:
            where = f"meeting of {who_met(picture, meeting, 'those who met')}"
            text = f"{party.name} is not reported at the {where}"
            yield AbsenceRow("meeting", party.name, where, text, meeting.date, meeting.claims)


def _some(names: Sequence[str]) -> str:
    return ", ".join(names) if names else "no party by name"
