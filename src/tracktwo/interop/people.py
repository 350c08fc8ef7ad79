"""Who may be named in an export: those with a role in the talks, unless they are labelled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tracktwo.record.labels import Label, Labelled
from tracktwo.vocabulary import Act, Claim, Party, Picture, ThirdParty
from tracktwo.vocabulary.reading import PersonSeen

# Saying something, or that something befell somebody, gives nobody a part in the talks.
_BESIDE = frozenset({Act.STATE, Act.EXPECT, Act.HAPPEN, Act.CRITICISE, Act.URGE, Act.USE_FORCE})
_MAIN = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the reports name; ``role`` is the last public one reported, null where there is none."""

    name: str
    role: str | None
    party: str | None
    private: bool


@cache
def _private_words() -> frozenset[str]:
    text = (resources.files("tracktwo.interop") / "private_roles.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and line[0] != "#")


def is_private(role: str) -> bool:
    """Return whether a role gives no part in the talks ("mother of a hostage"; not "hostage negotiator")."""
    main = re.split(r"\s+(?:of|to|from|in|at|held|for)\s+|,", role.casefold(), maxsplit=1)[0]
    words = _MAIN.findall(main)
    last = words[-1].removesuffix("'s") if words else ""
    return bool({last, last.removesuffix("s"), last.removesuffix("es")} & _private_words())


def people_of(
    seen: Iterable[PersonSeen], claims: Iterable[Claim], pictures: Iterable[Picture]
) -> dict[str, Person]:
    """Return everybody the reports name, with the role that lets them be named, if any.

    A person has a role in the talks by a role as reported that is not a private one, or by acting in them
    for a party or organisation.
    """
    roles: dict[str, list[str]] = {}
    parties: dict[str, str] = {}
    acting: set[str] = set()
    for person in seen:
        roles.setdefault(person.name, []).extend([person.role] if person.role else [])
        party = person.party or person.organisation
        if party:
            parties.setdefault(person.name, party)
    claims = tuple(claims)
    sets = {
        (claim.report, claim.predicate_start): claim.actor_text
        for claim in claims
        if claim.actor is None and claim.unnamed and claim.actor_text
    }
    for claim in claims:
        whole = sets.get((claim.report, claim.predicate_start)) if claim.others_unnamed else None
        if whole and claim.actor in roles:
            roles[claim.actor].insert(0, whole)  # "stewards, such as Ada Berg": what they are together
        if claim.actor and claim.role and is_private(claim.role):
            roles.setdefault(claim.actor, [])
        if claim.actor in roles:
            roles[claim.actor].extend([claim.role] if claim.role else [])
            if claim.party:
                parties.setdefault(claim.actor, claim.party)
            if claim.act not in _BESIDE:
                acting.add(claim.actor)
    for picture in pictures:
        sides: tuple[Party | ThirdParty, ...] = (*picture.parties, *picture.third_parties)
        for side in sides:
            for member in side.members:
                parties.setdefault(member.name, side.name)
                roles.setdefault(member.name, []).extend(role.role for role in member.roles)
    return {name: _person(name, said, parties.get(name), name in acting) for name, said in roles.items()}


def _person(name: str, roles: list[str], party: str | None, acts: bool) -> Person:
    public = [role for role in roles if not is_private(role)]
    part = bool(public) or (party is not None and acts and not roles)
    return Person(name, public[-1] if public else None, party, private=not part)


def labelled_names(
    labels: Iterable[Label], claims: Iterable[Claim], seen: Iterable[tuple[str, PersonSeen]]
) -> frozenset[str]:
    """Return the names that labels mark: directly, or by standing in a labelled claim or report."""
    marked = {kind: {label.target for label in labels if label.kind is kind} for kind in Labelled}
    names = set(marked[Labelled.NAME])
    seen = tuple(seen)
    for claim in claims:
        if claim.id in marked[Labelled.CLAIM] or claim.report in marked[Labelled.REPORT]:
            mentioned = (claim.actor, claim.toward, *(source.name for source in claim.attribution))
            names.update(name for name in mentioned if name)
            names.update(
                p.name for key, p in seen if key == claim.report and claim.start <= p.start < claim.end
            )
    people = {person.name for _, person in seen}
    names = {name for name in names if name in people or name in marked[Labelled.NAME]}
    return frozenset(names | {p.name for key, p in seen if key in marked[Labelled.REPORT]})
