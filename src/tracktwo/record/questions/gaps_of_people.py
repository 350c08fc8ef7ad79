"""Blanks about parties and people: positions, heads without one, approval, demands without content."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.gap_rows import GapRow
from tracktwo.vocabulary import Act, Member, Picture, Ratification, Stance, Voice

_OWN = (Voice.OWN, Voice.REPORTER)


def people_gaps(picture: Picture, evidence: Evidence) -> Iterator[GapRow]:
    """Yield what is not reported of those who are to agree, and of those a package concerns."""
    yield from _positions(picture)
    yield from _heads(picture)
    for affected in picture.affected:
        text = f"any position of {affected.name}, whom a package concerns ({affected.reason})"
        yield GapRow("affected", affected.name, text, claims=affected.claims)
    yield from _demands(picture, evidence)
    yield from _ratification(picture)
    names = {body.key: body.name for body in picture.bodies}
    for body in picture.bodies:
        for other, answer in body.same_as:
            if answer == "unsure":
                text = f"whether {body.name} and {names.get(other, other)} are the same body"
                yield GapRow("same body", body.name, text, party=body.party, claims=body.claims)


def _of_party(stance: Stance, party: str) -> bool:
    return stance.actor == party and not stance.open_set and stance.voice in _OWN


def _positions(picture: Picture) -> Iterator[GapRow]:
    for proposal in picture.proposals:
        for party in picture.parties:
            stances = [s for s in picture.stances if s.proposal == proposal.key]
            if any(_of_party(stance, party.name) for stance in stances):
                continue
            inside = [s for s in stances if s.party == party.name and s.voice in _OWN]
            named = ", ".join(dict.fromkeys(s.actor for s in inside if s.actor))
            heard = f"; only {named} {'is' if len(inside) == 1 else 'are'} heard inside it" if named else ""
            yield GapRow(
                "position",
                party.name,
                f"the position of {party.name} on {proposal.name}{heard}",
                party=party.key,
                proposal=proposal.key,
                claims=tuple(dict.fromkeys(c for s in inside for c in s.claims)),
            )


def _heads(picture: Picture) -> Iterator[GapRow]:
    for party in picture.parties:
        for member in party.members:
            if not _is_head(member):
                continue
            silent = [
                proposal
                for proposal in picture.proposals
                if not any(
                    s.actor == member.name and s.proposal == proposal.key and s.voice in _OWN
                    for s in picture.stances
                )
            ]
            if silent:
                about = ", ".join(proposal.name for proposal in silent)
                yield GapRow(
                    "head",
                    member.name,
                    f"where {member.name} ({member.role}, {party.name}) stands on: {about}",
                    party=party.key,
                    claims=member.claims,
                )


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
    for party in picture.parties:
        name = re.escape(party.name)
        said = re.compile(
            rf"\b{name}(?:['’]s?)? (?:\w+ )?(?:{words})\b|\b(?:{words}) of {name}\b", re.IGNORECASE
        )
        if any(c.act is Act.DEMAND and party.name in (c.actor, c.party) for c in evidence.claims.values()):
            continue
        found = tuple(claim.id for claim in evidence.claims.values() if said.search(claim.quote))
        if found:
            text = f"what {party.name} demands: its demands are spoken of, but not reported"
            yield GapRow("demands", party.name, text, party=party.key, claims=found)


def _ratification(picture: Picture) -> Iterator[GapRow]:
    bodies = {body.key: body for body in picture.bodies} | {body.name: body for body in picture.bodies}
    for party in picture.parties:
        required = [r for r in picture.ratification if r.party in (party.key, party.name)]
        if not required:
            text = f"whose approval an agreement needs on the side of {party.name}, if anybody's"
            yield GapRow("ratification", party.name, text, party=party.key)
        for one in required:
            body = bodies.get(one.body)
            name = body.name if body else one.body
            for missing in _missing(one, body.size if body else None):
                text = f"{missing} of {name} ({party.name}), whose approval is required"
                yield GapRow("ratification", party.name, text, party=party.key, claims=one.claims)


def _missing(one: Ratification, size: int | None) -> Iterator[str]:
    if one.rule == "unknown":
        yield "the approval rule"
    if not one.members_known:
        yield "the members"
    if size is None:
        yield "the number of seats"
    yield (
        "the exact scope"
        if not one.scope
        else f"what exactly counts as {'; '.join(one.scope)} for the approval"
    )


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    file = resources.files("tracktwo.record.questions") / "data" / "roles.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
