"""Absences: who was not there, as far as reports tell; nobody's absence is reported by silence alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracktwo.record.clock import Day
from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.names import MANY_PARTIES, matters, who_met
from tracktwo.vocabulary import Act, Claim, LinkKind, Meeting, Modality, Picture, Report, Track, Voice

_REGULAR = 0.5  # of the sessions of a year: who is heard less often may well have had nothing to say
_FEW = 3  # sessions a year has to have before anybody is a regular of it
_DEBATED = 10  # parties that have to be heard on a matter before somebody's silence on it is worth a row
_MOST_HEARD = 20


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Somebody not reported somewhere: in a track, at a meeting, in a session, on a matter, at any table.

    ``who`` is the party, body or person; ``where`` names the place it was not reported in; ``text`` says it
    in a sentence, with what is known instead; ``claims`` are those of the others who were.
    """

    kind: str
    who: str
    where: str
    text: str
    date: str | None
    claims: tuple[str, ...]


def absences(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None
) -> tuple[AbsenceRow, ...]:
    """Return who was not there, as far as reports tell.

    Those a package concerns who sit at no table come first, then those whose approval is needed and who met
    nowhere, parties missing from a track or a meeting, and, where many take part, regular speakers not heard
    in a session or on a matter that many spoke to. "Not reported" is not "absent": reports leave out.
    """
    evidence = Evidence(reports, claims, as_of)
    rows = [*_at_no_table(picture), *_approving(picture)]
    if len(picture.parties) <= MANY_PARTIES:
        rows += [row for track in picture.tracks for row in _of_track(picture, track)]
        rows += [row for meeting in picture.meetings for row in _of_meeting(picture, meeting)]
    else:
        rows += [*_of_sessions(reports, evidence), *_on_matters(picture, evidence)]
    return tuple(rows)


def _at_no_table(picture: Picture) -> Iterator[AbsenceRow]:
    for affected in picture.affected:
        text = f"{affected.name} is concerned ({affected.reason}) and at no reported table"
        yield AbsenceRow("concerned", affected.name, "any table", text, None, affected.claims)


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


def _of_sessions(reports: Sequence[Report], evidence: Evidence) -> Iterator[AbsenceRow]:
    """Yield, report by report, who is heard in most of its year's but not in this one."""
    heard: dict[str, dict[str, list[str]]] = {}
    for claim in evidence.claims.values():
        if claim.party and claim.actor and claim.voice in (Voice.OWN, Voice.REPORTER):
            heard.setdefault(claim.report, {}).setdefault(claim.party, []).append(claim.id)
    years: dict[int, list[Report]] = {}
    for report in reports:
        if report.date is not None and report.key in heard:
            years.setdefault(report.date.year, []).append(report)
    for sessions in years.values():
        if len(sessions) < _FEW:
            continue
        counts = Counter(party for report in sessions for party in heard[report.key])
        for report in sessions:
            there = heard[report.key]
            first = tuple(ids[0] for ids in there.values())
            for party, count in counts.most_common():
                if count < _REGULAR * len(sessions):
                    break
                if party not in there:
                    where = report.title or report.key
                    text = f"{party}, heard in {count} of {len(sessions)} sessions of the year, is not here"
                    day = report.date.isoformat() if report.date else None
                    yield AbsenceRow("session", party, f"{where} [{report.key}]", text, day, first)


def _on_matters(picture: Picture, evidence: Evidence) -> Iterator[AbsenceRow]:
    """Yield, issue by issue, those most heard of all who are not heard on what many spoke to."""
    everywhere: Counter[str] = Counter()
    for claim in evidence.claims.values():
        if claim.party and claim.act not in (Act.HAPPEN, Act.EXPECT):
            everywhere[claim.party] += 1
    parties = {party.name for party in picture.parties}
    loudest = [name for name, _ in everywhere.most_common() if name in parties][:_MOST_HEARD]
    names, spoke = matters(picture), dict[str, dict[str, str]]()
    for link in picture.links:
        claims = evidence.of([link.claim])
        if link.kind is LinkKind.ISSUE and claims and claims[0].party in parties:
            spoke.setdefault(link.target, {}).setdefault(claims[0].party, link.claim)
    for issue in sorted(spoke, key=lambda key: -len(spoke[key])):
        there = spoke[issue]
        for party in loudest if len(there) >= _DEBATED else ():
            if party not in there:
                name = names.get(issue, issue)
                text = f"{party} is not heard on {name}; {len(there)} parties are"
                yield AbsenceRow("matter", party, name, text, None, tuple(there.values()))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names) if names else "no party by name"
