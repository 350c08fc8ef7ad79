"""People inside parties and third parties, with their roles as reported, each role with its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tracktwo.reading.names.gazetteer import load_gazetteer
from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.tokens import tokenise
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.names import is_person, names_in
from tracktwo.record.linking.wordlists import mentions
from tracktwo.record.linking.words import slug, surname
from tracktwo.vocabulary import Act, Claim, Member, Role

_WORDS_BEFORE = re.compile(r"((?:[\w.’'-]+\s+){1,5})$")
_SMALL = re.compile(
    r"(?:^|.*\b)(?:of|with|between|and|by|the|his|her|to|from|for|than|that|during|meetings?|killing|death)\s+",
    re.I,
)


@dataclass(eq=False)
class Person:
    """A person being collected: party, roles in the order reported, claims."""

    name: str
    party: str | None = None
    roles: dict[tuple[str, str | None], list[str]] = field(default_factory=dict)
    claims: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)

    def note(self, claim: Claim, role: str | None) -> None:
        """Add a claim, and the role it gives the person."""
        if claim.id not in self.claims:
            self.claims.append(claim.id)
        if role:
            date = claim.report_date
            known = next((k for k in self.roles if (k[0].lower(), k[1]) == (role.lower(), date)), None)
            self.roles.setdefault(known or (role, date), []).append(claim.id)

    def member(self) -> Member:
        """Return the finished member; roles carry the date of their report and are not moved to another."""
        roles = tuple(Role(role, tuple(ids), date) for (role, date), ids in self.roles.items())
        return Member(slug(surname(self.name)), self.name, roles, tuple(self.claims), tuple(self.bodies))


def find_people(material: Material, sides: Iterable[str] = ()) -> dict[str, Person]:
    """Return everybody who acts, is met, is addressed or is a victim in a claim, by name."""
    people: dict[str, Person] = {}
    parties = {claim.party for claim in material.claims} | set(sides)
    for claim in material.claims:
        if is_person(claim.actor, claim.party) and claim.actor:
            person = people.setdefault(claim.actor, Person(claim.actor))
            person.party = person.party or claim.party
            person.note(claim, claim.role)
    for claim in material.claims:
        if is_person(claim.toward) and claim.toward and claim.toward not in parties:
            person = people.setdefault(claim.toward, Person(claim.toward))
            role, party = _titles(claim, claim.toward)
            person.party = person.party or party or _side_in(claim, claim.toward, sides)
            ended = "killed or dead, as reported" if mentions(material.words(claim), "death") else None
            named = role or (person.member().role if ended else None)
            if ended and claim.act in (Act.USE_FORCE, Act.HAPPEN):
                named = f"{named} ({ended})" if named else ended
                if any(ended in known for known, _ in person.roles):
                    named = None
            known = bool(named) and any(
                had.endswith(named or "") and date == claim.report_date for had, date in person.roles
            )
            person.note(claim, None if known else named)
    for person in people.values():
        for role, _ in person.roles:
            found = next((f.name for f in names_in(role) if f.sort is Sort.ORGANISATION and f.name), None)
            if found and found != person.party and found not in person.bodies:
                person.bodies.append(found)
    return people


def _side_in(claim: Claim, name: str, sides: Iterable[str]) -> str | None:
    """Return the one side a word of whose name stands right before a person's ("Front leader X")."""
    at = claim.quote.find(name)
    before = {word.strip(",.") for word in claim.quote[: max(at, 0)].split()[-3:] if word[:1].isupper()}
    fit = [side for side in sides if before & set(side.split())]
    return fit[0] if len(fit) == 1 else None


def _title_start(words: str) -> int:
    """Return where a title begins: at the first name or office, leaving out what a sentence says before."""
    tokens, lexicon = tokenise(words), load_gazetteer()
    titled = (Sort.ROLE, Sort.DEMONYM, Sort.STATE, Sort.ORGANISATION, Sort.GROUP, Sort.BODY, Sort.SEAT)
    for at in range(len(tokens)):
        match = lexicon.match(tokens, at)
        if match is not None and match[1].sort in titled:
            return tokens.starts[at]
    return len(words)


def _titles(claim: Claim, name: str) -> tuple[str | None, str | None]:
    """Return role and party from the words before a person's name in the sentence."""
    at = claim.quote.find(name)
    found = _WORDS_BEFORE.search(claim.quote[:at]) if at > 0 else None
    if found is None:
        return None, None
    words = _SMALL.sub("", found.group(1)).strip()
    words = words[_title_start(words) :]
    known = [
        f
        for f in names_in(words)
        if f.party and f.sort in (Sort.DEMONYM, Sort.STATE, Sort.ORGANISATION, Sort.GROUP)
    ]
    party = known[-1].party if known else None
    role = words
    for f in known:
        if f.sort is Sort.DEMONYM:
            role = role.replace(f.text, "").strip()
    return role or None, party
