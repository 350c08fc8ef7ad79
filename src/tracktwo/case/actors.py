"""Who is in a case, by key and by name."""

from __future__ import annotations

from collections.abc import Mapping

from tracktwo.case.model import Case


def members(case: Case) -> Mapping[str, str]:
    """Return name by key of every person in the case."""
    found = {key: member.name for party in case.parties.values() for key, member in party.members.items()}
    for third in case.third_parties.values():
        found.update({member.key: member.name for member in third.members})
    return found


def actors(case: Case) -> Mapping[str, str]:
    """Return name by key of everybody in the case; where a key stands twice, the first of these holds.

    Parties, third parties, members, bodies, those affected.
    """
    found: dict[str, str] = {}
    kinds = (
        {key: party.name for key, party in case.parties.items()},
        {key: third.name for key, third in case.third_parties.items()},
        members(case),
        {key: body.name for key, body in case.bodies.items()},
        {key: affected.name for key, affected in case.affected.items()},
    )
    for kind in kinds:
        for key, name in kind.items():
            found.setdefault(key, name)
    return found


def actor_key(case: Case, word: str | None) -> str | None:
    """Return the key of the actor that ``word`` names, by key or by name; None where nobody is."""
    if word is None:
        return None
    known = actors(case)
    if word in known:
        return word
    return next((key for key, name in known.items() if name.casefold() == word.casefold()), None)


def actor_name(case: Case, word: str | None) -> str | None:
    """Return the canonical name for a key; a word that is no key stands for itself."""
    return word if word is None else actors(case).get(word, word)
