"""Who is to agree: those who negotiate, give and get; in a plenary all who speak to the text.

Nobody becomes a party by being mentioned often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tracktwo.reading.clauses.people import is_people
from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.belonging import delegations
from tracktwo.record.linking.families import holder
from tracktwo.record.linking.material import Material, flag
from tracktwo.record.linking.names import is_collective, is_person, owner_of, sort_of
from tracktwo.record.linking.roles import role_of
from tracktwo.record.linking.wordlists import mentions
from tracktwo.record.linking.words import has_words
from tracktwo.vocabulary import Act, Claim, Modality

PLENARY = 4
_MANY = 8
_TEXT_ACTS = (Act.PROPOSE, Act.SUPPORT, Act.OPPOSE, Act.PREFER, Act.OFFER, Act.ACCEPT, Act.REJECT)
_TALKING = (Act.MEET, Act.DISCUSS, Act.SUSPEND, Act.RESUME, Act.AGREE, Act.ACCEPT)
_NAME = r"(?:the\s+)?([A-Z][\w’-]+(?:\s[A-Z][\w’-]+)*)"
_WITH = re.compile(r"\bwith\s+(?:the\s+)?(?:government\s+of\s+)?" + _NAME)
_UNREAL = (Modality.NEGATED, Modality.DENIED)
_THIRD_ROLES = ("mediates", "convenes", "hosts", "guarantees", "monitors")


@dataclass(eq=False)
class Side:
    """One party with the words that made it one."""

    name: str
    reason: str
    claims: dict[str, Claim] = field(default_factory=dict)


def party_of(claim: Claim) -> str | None:
    """Return the state, organisation or group a claim's actor belongs to, or is; null for loose persons."""
    if claim.party:
        return claim.party
    if claim.actor and not is_person(claim.actor) and not is_collective(claim.actor):
        return owner_of(claim.actor) or (None if sort_of(claim.actor) is Sort.BODY else claim.actor)
    return None


def find_sides(material: Material) -> tuple[Side, ...]:
    """Return the parties, each with its reason.

    Talks "with" or "between" come first, then sides of an agreement; givers of terms where no report names
    anybody's talks; in a plenary (at least four states or groups speak to the text) everyone who proposes,
    supports or opposes text.
    """
    sides: dict[str, Side] = {}
    _between(material, sides)
    brokers = {party_of(c) for c in material.acting(Act.MEDIATE, Act.MEET) if _brokers(c)} - set(sides)
    for claim in material.acting(*_TALKING):
        for name, words in _talkers(material, claim):
            if name not in brokers:
                _add(sides, name, f"“{words}”", claim)
    plenary = _plenary(material)
    if _of_states(plenary):
        # Where states negotiate a text, bodies, funds and observers who speak are not to agree to it.
        for name in [name for name in sides if not _is_state(name)]:
            del sides[name]
        for claim in [*plenary, *_plenary(material, Act.DEMAND, Act.URGE)]:
            if _is_state(party_of(claim)):
                _add(sides, party_of(claim) or "", f"speaks to the text (“{claim.predicate}”)", claim)
    elif is_plenary(material):
        for claim in [*plenary, *_plenary(material, Act.DEMAND, Act.URGE)]:
            _add(sides, party_of(claim) or "", f"speaks to the text (“{claim.predicate}”)", claim)
    if len(sides) < 2:
        for name, words, claim in _givers(material):
            if name not in brokers:
                _add(sides, name, f"gives or gets “{words}”", claim)
    if len(sides) < 2:
        _answering(material, sides, brokers)
    return tuple(sides.values())


def _talkers(material: Material, claim: Claim) -> list[tuple[str, str]]:
    """Return who negotiates with whom by one claim, with the words that say it; nobody for other meetings."""
    words = material.words(claim)
    negotiates = mentions(words, "negotiating")
    if claim.act in (Act.AGREE, Act.ACCEPT):
        real = claim.modality in (Modality.ASSERTED, Modality.INTENDED)
        both = claim.act is Act.AGREE and len(material.together(claim)) > 1
        negotiates = real and (both or claim.toward is not None or _with(claim) is not None)
    if not negotiates or claim.modality in _UNREAL or (claim.act is Act.DISCUSS and not claim.toward):
        return []
    group = material.together(claim)
    names = [n for n in (_bargainer(c.actor, c.party) for c in group) if n]
    names += [n for n in (_bargainer(c.toward, None) for c in group) if n]
    names += delegations(material.by_key[claim.report].text, claim)
    distinct = list(dict.fromkeys(names))
    if claim.act in (Act.AGREE, Act.ACCEPT):
        named = _with(claim)
        also = [_somebody_known(material, name) for name in named.groups()] if named else []
        return [(name, words) for name in dict.fromkeys([*distinct, *also])]
    return [(name, words) for name in distinct] if len(distinct) > 1 else []


def _with(claim: Claim) -> re.Match[str] | None:
    return _WITH.search(claim.object or "")


def _somebody_known(material: Material, name: str) -> str:
    """Return the side of the person whom words name ("Mayor Ada Lund"), or that person; else ``name``."""
    for claim in material.claims:
        if claim.actor and " " in claim.actor and name.endswith(f" {claim.actor}"):
            return claim.party or claim.actor
    return name


def _brokers(claim: Claim) -> bool:
    """Whether an act of mediation is about the talks, not about a group inside a party."""
    about = mentions(claim.object, "talks") or mentions(claim.object, "efforts") or not claim.object
    return role_of(claim) in _THIRD_ROLES and (about or role_of(claim) == "mediates")


def _between(material: Material, sides: dict[str, Side]) -> None:
    """Those between whom somebody mediates are sides of the talks."""
    known = {p for p in (party_of(c) for c in material.claims) if p}
    for claim in material.acting(Act.MEDIATE):
        words = claim.object or ""
        named = sorted(
            (words.find(name), name) for name in known if has_words(words, name) and name != party_of(claim)
        )
        if len(named) > 1 and claim.modality not in _UNREAL:
            for _, name in named:
                _add(sides, name, f"“{claim.predicate} {words}”", claim)


def _bargainer(name: str | None, party: str | None) -> str | None:
    """Return the party that a name stands for: itself, or the one a person or body belongs to."""
    if party and sort_of(party) is not Sort.BODY:
        return party
    if not name or is_collective(name) or sort_of(name) in (Sort.PLACE, Sort.BODY) or is_person(name):
        return None
    return owner_of(name) or name


def _speaks_for_itself(claim: Claim) -> bool:
    """Whether the actor can be a party to a text: a state or a group, not an organisation or a body."""
    listed = sort_of(claim.actor)
    own = listed in (Sort.STATE, Sort.GROUP) or (listed is None and not mentions(claim.actor, "body_words"))
    return own and flag(claim, "about-proposal") is None


def _is_state(name: str | None) -> bool:
    return sort_of(name) in (Sort.STATE, Sort.GROUP) and not mentions(name, "observers")


def _of_states(plenary: Sequence[Claim]) -> bool:
    """Whether those who speak to the text are mostly listed states and groups, many of them."""
    names = {party_of(c) for c in plenary}
    states = {name for name in names if _is_state(name)}
    return len(states) >= _MANY and 2 * len(states) > len(names)


def is_plenary(material: Material) -> bool:
    """Whether at least four states or groups speak to the text."""
    return len({party_of(c) for c in _plenary(material)}) >= PLENARY


def _plenary(material: Material, *acts: Act) -> list[Claim]:
    """Return the claims by which named states and groups speak to a text in their own name."""
    return [
        c
        for c in material.acting(*(acts or _TEXT_ACTS))
        if c.actor and c.actor == c.party and not c.unnamed and _speaks_for_itself(c)
    ]


def _givers(material: Material) -> Iterable[tuple[str, str, Claim]]:
    for claim in material.claims:
        for term in claim.terms:
            for name in (term.giver or holder(term), term.getter):
                if name and sort_of(name) is not Sort.PLACE:
                    yield owner_of(name) or name, term.text, claim


def _answering(material: Material, sides: dict[str, Side], brokers: set[str | None]) -> None:
    """Where nothing else tells: those who offer, and those who answer, each in its own name."""
    for claim in material.acting(Act.DEMAND, *_TEXT_ACTS):
        name = party_of(claim)
        if claim.act in (Act.SUPPORT, Act.OPPOSE) and is_people((claim.object or "").split(" ")[-1].lower()):
            continue  # "has backed the lecturers": for somebody, not for something on the table
        if name and name not in brokers and not claim.unnamed and not flag(claim, "about-proposal"):
            _add(sides, name, f"“{claim.predicate}” in its own name", claim)


def _add(sides: dict[str, Side], name: str, reason: str, claim: Claim) -> None:
    if not name:
        return
    side = sides.setdefault(name, Side(name, reason))
    side.claims.setdefault(claim.id, claim)
