"""Blanks about parties and people: positions, heads without one, approval, demands without content."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.gap_rows import GapRow
from tracktwo.record.questions.names import MANY_PARTIES
from tracktwo.vocabulary import Act, Member, Party, Picture, Proposal, Ratification, Stance, Voice

_OWN = (Voice.OWN, Voice.REPORTER)


def people_gaps(picture: Picture, evidence: Evidence) -> Iterator[GapRow]:
    """Yield what is not reported of those who are to agree, and of those a package concerns."""
    yield from _positions(picture)
    yield from _heads(picture)
    for affected in picture.affected:
        # States and groups can take a position; "hostages" or "people in a town" are not asked for one.
        if affected.name[:1].isupper():
            text = f"any position of {affected.name}, which is concerned ({affected.reason})"
            yield GapRow("affected", affected.name, text, claims=affected.claims)
    yield from _demands(picture, evidence)
    yield from _ratification(picture)
    yield from _same_bodies(picture)


def _same_bodies(picture: Picture) -> Iterator[GapRow]:
    names = {body.key: body.name for body in picture.bodies}
    told: set[frozenset[str]] = set()
    for body in picture.bodies:
        for other, answer in body.same_as:
            pair = frozenset((body.key, other))
            if answer == "unsure" and pair not in told:
                told.add(pair)
                text = f"whether {body.name} and {names.get(other, other)} are the same body"
                yield GapRow("same body", body.name, text, party=body.party, claims=body.claims)


def _positions(picture: Picture) -> Iterator[GapRow]:
    stances: dict[str | None, list[Stance]] = {}
    for stance in picture.stances:
        if stance.voice in _OWN:
            stances.setdefault(stance.proposal, []).append(stance)
    for proposal in picture.proposals:
        heard = stances.get(proposal.key, [])
        spoken = {s.actor for s in heard if s.actor == s.party and not s.open_set} | {proposal.by}
        silent = [party for party in picture.parties if party.name not in spoken]
        if len(picture.parties) > MANY_PARTIES:
            if silent:
                count = f"{len(silent)} of {len(picture.parties)} parties"
                text = f"the positions of {count} on {proposal.name}"
                yield GapRow("position", proposal.name, text, proposal=proposal.key)
            continue
        for party in silent:
            yield _position(proposal, party, [s for s in heard if s.party == party.name])


def _position(proposal: Proposal, party: Party, inside: list[Stance]) -> GapRow:
    names = dict.fromkeys(s.actor for s in inside if s.actor)
    if proposal.by in {member.name for member in party.members}:
        names[proposal.by] = None
    heard = f"; inside it only {', '.join(map(str, names))} spoke on it" if names else ""
    return GapRow(
        "position",
        party.name,
        f"the position of {party.name} on {proposal.name}{heard}",
        party=party.key,
        proposal=proposal.key,
        claims=tuple(dict.fromkeys(c for s in inside for c in s.claims)),
    )


def _heads(picture: Picture) -> Iterator[GapRow]:
    dead = {event.target for event in picture.events if event.kind == "death"}
    for party in picture.parties:
        for member in party.members:
            if not _is_head(member):
                continue
            if member.name in dead:
                text = f"who has followed {member.name} at the head of {party.name}"
                yield GapRow("head", member.name, text, party=party.key, claims=member.claims)
                continue
            spoken = {s.proposal for s in picture.stances if s.actor == member.name and s.voice in _OWN}
            silent = [p.name for p in picture.proposals if p.key not in spoken and p.by != member.name]
            if silent:
                who = f"{member.name} ({member.role}, {party.name})"
                text = f"where {who} stands on: {', '.join(silent)}"
                yield GapRow("head", member.name, text, party=party.key, claims=member.claims)


def _is_head(member: Member) -> bool:
    role = (member.role or "").casefold()
    words = _words()
    if any(_has(role, title) for title in words["not_head"]["titles"]):
        return False
    return any(_has(role, title) for title in words["head"]["titles"])


def _has(role: str, title: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(title)}(?!\w)", role) is not None


def _demands(picture: Picture, evidence: Evidence) -> Iterator[GapRow]:
    words = "|".join(re.escape(word) for word in _words()["demands"]["words"])
    demanding = {name for c in evidence.claims.values() if c.act is Act.DEMAND for name in (c.actor, c.party)}
    spoken_of = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    claims = [claim for claim in evidence.claims.values() if spoken_of.search(claim.quote)]
    for party in picture.parties:
        if party.name in demanding:
            continue
        name = re.escape(party.name)
        theirs = rf"\b{name}(?:['’]s?)? (?:\w+ )?(?:{words})\b|\b(?:{words}) of {name}\b"
        # Looked for in lower case first: that is many times quicker than a pattern, and most name nobody.
        near = [claim for claim in claims if party.name.lower() in claim.quote.lower()]
        found = tuple(claim.id for claim in near if re.search(theirs, claim.quote, re.IGNORECASE))
        if found:
            text = f"what {party.name} demands: its demands are spoken of, but not reported"
            yield GapRow("demands", party.name, text, party=party.key, claims=found)


def _ratification(picture: Picture) -> Iterator[GapRow]:
    bodies = {body.key: body for body in picture.bodies} | {body.name: body for body in picture.bodies}
    for party in picture.parties:
        required = [r for r in picture.ratification if r.party in (party.key, party.name)]
        if not required and len(picture.parties) <= MANY_PARTIES:
            text = f"whose approval an agreement needs on the side of {party.name}, if anybody's"
            yield GapRow("ratification", party.name, text, party=party.key)
        for one in required:
            body = bodies.get(one.body)
            name = body.name if body else one.body
            whose = f"{name} ({party.name})"
            for text in _missing(one, whose, body.size if body else None):
                yield GapRow("ratification", party.name, text, party=party.key, claims=one.claims)

    for one in picture.ratification:
        if one.party is None:
            body = bodies.get(one.body)
            name = body.name if body else one.body
            yield GapRow("ratification", name, f"on whose side {name} has to approve", claims=one.claims)
            for text in _missing(one, name, body.size if body else None):
                yield GapRow("ratification", name, text, claims=one.claims)


def _missing(one: Ratification, whose: str, size: int | None) -> Iterator[str]:
    if one.rule == "unknown":
        yield f"the rule by which {whose} approves"
    if not one.members_known:
        yield f"the members of {whose}, whose approval is required"
    if size is None:
        yield f"the number of seats of {whose}, whose approval is required"
    reported = f"; reported is only: {'; '.join(one.scope)}" if one.scope else ""
    yield f"what exactly needs the approval of {whose}{reported}"


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    file = resources.files("tracktwo.record.questions") / "data" / "roles.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
