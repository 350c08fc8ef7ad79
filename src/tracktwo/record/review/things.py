"""Things: what stands in a picture beside positions, with the claims it rests on and words for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracktwo.record.questions.names import body_name, who_met
from tracktwo.vocabulary import Member, Picture, Proposal, Role

# What a row is worth by what is computed from it: terms, approvals and positions on a proposal say who could
# block it; other rows are read, and people's names and the like stand beside them.
DECIDES, READ, BESIDE = 2.0, 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Thing:
    """One row of an answer; ``weight`` says how much hangs on such a row, in cells of the matrix."""

    weight: float
    text: str
    claims: tuple[str, ...]


def things(picture: Picture) -> Iterator[Thing]:
    """Yield everything in a picture that rests on claims and is no position."""
    names = {issue.key: issue.name for issue in picture.issues}
    for proposal in picture.proposals:
        yield from _of_proposal(names, proposal)
    yield from _of_approval(picture)
    for meeting in picture.meetings:
        who = who_met(picture, meeting, "persons not named")
        yield Thing(READ, f"a meeting of {who}", meeting.claims)
        yield from (Thing(BESIDE, f"{item.about}: {item.outcome}", item.claims) for item in meeting.items)
    for event in picture.events:
        yield Thing(READ, f"the event “{event.text}”", event.claims)
        for one in event.assessments:
            yield Thing(BESIDE, f"what {one.by or 'somebody'} says of “{event.text}”", one.claims)
    for deadline in picture.deadlines:
        yield Thing(READ, f"the deadline “{deadline.text}”", deadline.claims)
    for duration in picture.durations:
        yield Thing(BESIDE, f"the duration “{duration.text}”", duration.claims)
    yield from (Thing(READ, f"the track “{track.name}”", track.claims) for track in picture.tracks)
    yield from (Thing(BESIDE, f"the issue “{issue.name}”", issue.claims) for issue in picture.issues)
    yield from _of_actors(picture)


def _of_proposal(names: Mapping[str, str], proposal: Proposal) -> Iterator[Thing]:
    yield Thing(DECIDES, f"the proposal “{proposal.name}”", proposal.claims)
    for key, term in proposal.terms.items():
        text = f"what “{proposal.name}” says of {names.get(key, key)}: {term.option}"
        yield Thing(DECIDES, text, term.claims)


def _of_approval(picture: Picture) -> Iterator[Thing]:
    for needed in picture.ratification:
        body = body_name(picture, needed.body)
        yield Thing(DECIDES, f"{body} has to approve", needed.claims)
    for line in picture.red_lines:
        yield Thing(DECIDES, f"{line.actor} rules out “{line.text}”", line.claims)
    for lever in picture.leverage:
        yield Thing(READ, f"what {lever.by} holds over {lever.on or 'somebody'}", lever.claims)


def _of_actors(picture: Picture) -> Iterator[Thing]:
    for party in picture.parties:
        yield Thing(READ, f"{party.name} as one of those who are to agree", party.claims)
        yield from _of_members(party.members)
    for third in picture.third_parties:
        yield from _of_roles(third.name, third.roles)
        yield from _of_members(third.members)
    for body in picture.bodies:
        yield Thing(BESIDE, f"the body “{body.name}”", body.claims)
    for one in picture.affected:
        yield Thing(BESIDE, f"{one.name} as concerned", one.claims)


def _of_members(members: tuple[Member, ...]) -> Iterator[Thing]:
    for member in members:
        yield Thing(BESIDE, member.name, member.claims)
        yield from _of_roles(member.name, member.roles)


def _of_roles(name: str, roles: tuple[Role, ...]) -> Iterator[Thing]:
    yield from (Thing(BESIDE, f"{name}: {role.role}", role.claims) for role in roles)
