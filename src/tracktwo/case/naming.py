"""Names to keys: a picture names actors, bodies and people; a case file points at its own entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from tracktwo.case.actors import actors
from tracktwo.case.model import Case
from tracktwo.vocabulary import Body, Member, Proposal, Track

Item = TypeVar("Item")
KeyOf = Callable[[str | None], str | None]


def by_key(case: Case) -> Case:
    """Return the case with names written as keys, where a name belongs to exactly one key."""
    key_of = _actor_keys(case)
    body = _lookup(case.bodies)
    owner = _lookup({**case.third_parties, **case.parties})
    person = _lookup({member.key: member for member in _people(case)})

    def sure(word: str) -> str:
        return key_of(word) or word

    def member(item: Member) -> Member:
        return replace(item, bodies=_all(item.bodies, body))

    return replace(
        case,
        parties=_each(case.parties, lambda party: replace(party, members=_each(party.members, member))),
        third_parties=_each(
            case.third_parties, lambda third: replace(third, members=tuple(member(m) for m in third.members))
        ),
        bodies=_each(case.bodies, lambda item: _body(item, owner, person)),
        tracks=_each(case.tracks, lambda track: _track(track, key_of, owner)),
        proposals=_each(case.proposals, lambda proposal: _proposal(proposal, key_of)),
        leverage=tuple(replace(item, by=sure(item.by), on=key_of(item.on)) for item in case.leverage),
        red_lines=tuple(replace(line, actor=sure(line.actor)) for line in case.red_lines),
        meetings=tuple(replace(meeting, body=body(meeting.body)) for meeting in case.meetings),
        events=_each(
            case.events, lambda event: replace(event, agent=key_of(event.agent), target=key_of(event.target))
        ),
    )


def _people(case: Case) -> list[Member]:
    return [
        *(member for party in case.parties.values() for member in party.members.values()),
        *(member for third in case.third_parties.values() for member in third.members),
    ]


def _actor_keys(case: Case) -> KeyOf:
    known = actors(case)
    keys: dict[str, list[str]] = {}
    for key, name in known.items():
        keys.setdefault(name, []).append(key)

    def key_of(word: str | None) -> str | None:
        found = keys.get(word, []) if word is not None and word not in known else []
        return found[0] if len(found) == 1 else word

    return key_of


def _lookup(items: Mapping[str, Any]) -> KeyOf:
    names = {item.name: key for key, item in reversed(list(items.items()))}

    def key_of(word: str | None) -> str | None:
        return word if word is None or word in items else names.get(word, word)

    return key_of


def _all(words: tuple[str, ...], key_of: KeyOf) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key_of(word) or word for word in words))


def _each(items: Mapping[str, Item], change: Callable[[Item], Item]) -> dict[str, Item]:
    return {key: change(item) for key, item in items.items()}


def _body(body: Body, owner: KeyOf, person: KeyOf) -> Body:
    members = None if body.members is None else _all(body.members, person)
    return replace(body, party=owner(body.party), members=members)


def _proposal(proposal: Proposal, key_of: KeyOf) -> Proposal:
    terms = {
        issue: replace(term, giver=key_of(term.giver), getter=key_of(term.getter))
        for issue, term in proposal.terms.items()
    }
    return replace(proposal, by=key_of(proposal.by), to=key_of(proposal.to), terms=terms)


def _track(track: Track, key_of: KeyOf, owner: KeyOf) -> Track:
    return replace(track, convenor=key_of(track.convenor), parties=_all(track.parties, owner))
