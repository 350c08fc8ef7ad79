"""Bodies: cabinets, agencies, forces, memberships; size and members only as reported."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.belonging import is_whole
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.names import Found, is_collective, is_person, names_in, owner_of, sort_of
from tracktwo.record.linking.words import bare, slug
from tracktwo.vocabulary import Act, Body, Claim, LinkKind

_POSSESSIVE = re.compile(r"^[’']s?\s*|^\s+")
_DECIDING = (Act.RATIFY, Act.VOTE, Act.VOTE_FOR, Act.VOTE_AGAINST)


@dataclass(eq=False)
class _Made:
    name: str
    party: str | None
    size: int | None = None
    claims: list[str] = field(default_factory=list)
    written: Counter[str] = field(default_factory=Counter)


class BodyBook:
    """Collects bodies; ``key_of`` gives the key of the body a claim's actor is, or None."""

    def __init__(self, material: Material, ledger: Ledger) -> None:
        self.material, self.ledger = material, ledger
        self.made: dict[str, _Made] = {}
        self.of_claim: dict[str, str] = {}
        for claim in material.claims:
            self._actor(claim)
            for found in names_in(claim.role or ""):
                self._named(found, claim)

    def _actor(self, claim: Claim) -> None:
        name = claim.actor
        if (
            not name
            or name == claim.party
            or claim.unnamed
            or is_person(name, claim.party)
            or is_collective(name)
        ):
            return
        if sort_of(name) in (Sort.STATE, Sort.GROUP, Sort.PLACE):
            return
        if (
            sort_of(name) is Sort.ORGANISATION
            and owner_of(name) in (None, name)
            and claim.party in (None, name)
        ):
            return
        if claim.act is Act.USE_FORCE and sort_of(name) is Sort.BODY:
            return
        if claim.party is None and sort_of(name) is None and claim.act not in _DECIDING:
            return
        said = bare(_without_names(claim.actor_text or "")).lower()
        if said and said != name.lower() and said in name.lower():
            reason = f"“{claim.actor_text}” follows on “{name}” in the same report"
            if not self.ledger.join(LinkKind.BODY, claim.actor_text or said, slug(name), reason, (claim,)):
                name = said[:1].upper() + said[1:]
        self._add(name, claim.party or owner_of(name), claim, claim.actor_text)
        self.of_claim[claim.id] = slug(name)
        body = self.made[slug(name)]
        body.size = body.size or size_of(name, claim.quote)

    def _named(self, found: Found, claim: Claim) -> None:
        """A body named by somebody's role: "Director of the agency"."""
        if (
            found.name
            and found.name != claim.party
            and not is_whole(found.name)
            and found.sort in (Sort.ORGANISATION, Sort.BODY)
        ):
            self._add(found.name, claim.party or found.party, claim, found.text)

    def _add(self, name: str, party: str | None, claim: Claim, written: str | None) -> None:
        body = self.made.setdefault(slug(name), _Made(name, party))
        body.party = body.party or party
        if claim.id not in body.claims:
            body.claims.append(claim.id)
        for known in names_in(written or ""):
            if known.name == name and len(known.text) > 5:
                body.written[known.text] += 1

    def bodies(self) -> tuple[Body, ...]:
        """Return the bodies; two of one party whose names share their noun may be the same: unsure."""
        same: dict[str, list[tuple[str, str]]] = {key: [] for key in self.made}
        for key, body in self.made.items():
            for other_key, other in self.made.items():
                if key < other_key and body.party == other.party and _may_be_same(body.name, other.name):
                    same[key].append((other_key, "unsure"))
                    same[other_key].append((key, "unsure"))
                    names = sorted((body.name, other.name), key=len)
                    self.ledger.assume(
                        f"{names[0]} and {names[1]} of {body.party} are kept apart: whether they are the "
                        "same body is not reported."
                    )
        return tuple(
            Body(
                key,
                _display(body),
                body.party,
                body.size,
                same_as=tuple(same[key]),
                claims=tuple(body.claims),
            )
            for key, body in self.made.items()
        )


def size_of(name: str, words: str) -> int | None:
    """Return how many a body is said to have ("its 1,240 members", "the 15-member board"), or None."""
    noun = re.escape(name.split()[-1])
    found = re.search(
        rf"(?<![\w,.])(\d{{1,3}}(?:,\d{{3}})+|\d+)(?:-(?:member|seat|strong)\s+(?:\w+\s)?|\s+){noun}\b",
        words,
        re.IGNORECASE,
    )
    return int(found.group(1).replace(",", "")) if found else None


def _display(body: _Made) -> str:
    """Return the name as reports write it where none of them uses the listed one."""
    spelt = [
        text for text, _ in body.written.most_common() if " " in text and text.lower() != body.name.lower()
    ]
    listed = any(text.lower() == body.name.lower() for text in body.written)
    return spelt[0] if spelt and not listed and sort_of(body.name) is Sort.ORGANISATION else body.name


def _may_be_same(one: str, other: str) -> bool:
    a, b = set(one.lower().split()), set(other.lower().split())
    return a != b and (a < b or b < a)


def _without_names(words: str) -> str:
    for found in reversed(names_in(words)):
        if found.sort in (Sort.DEMONYM, Sort.STATE):
            words = words[: found.start] + _POSSESSIVE.sub("", words[found.end :])
    return words
