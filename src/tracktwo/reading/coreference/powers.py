"""Powers: "the regime" is the one that a report names ("the Tarun regime", "the Norlandic regime")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.coreference.antecedent import as_antecedent
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.names import Kind, Mention

# Governments that speak for their whole state; a regional one does not.
OF_THE_STATE = frozenset({"Government", "Federal government", "Central government", "National government"})
_NAMED = re.compile(r"\b([A-Z][\w-]+)(?:['’]s)? (regime|junta)\b")
_BARE = re.compile(r"(?:the )?(?:regime|junta)", re.IGNORECASE)


def power_in(text: str, sentences: Iterable[tuple[int, Sequence[Mention]]]) -> ActorRef | None:
    """The one regime that a report names anywhere; None where it names none or several.

    Parameters
    ----------
    text : str
        The stored text.
    sentences : iterable of (int, sequence of Mention)
        Where each sentence starts, and who it names: a regime named by a state is that state.
    """
    named = {m.group(1): f"{m.group(1)} {m.group(2)}" for m in _NAMED.finditer(text) if m.group(1) != "The"}
    if not named:
        return None
    owners = {
        mention.text.split()[k]: mention.party
        for _, mentions in sentences
        for mention in mentions
        if mention.party and mention.kind in (Kind.BODY, Kind.STATE)
        for k in range(len(mention.text.split()))
    }
    found = {owners.get(word) or whole: whole for word, whole in named.items()}
    if len(found) != 1:
        return None
    name, whole = next(iter(found.items()))
    return ActorRef(name, whole, -1, -1, party=name, kind=Kind.ORGANISATION.value)


def in_power(actor: ActorRef, context: Context) -> ActorRef:
    """``the regime`` as the one the report names; "the government" after "the Norlandic government" as the
    state.
    """
    if actor.kind != "body" or actor.name not in OF_THE_STATE:
        return actor
    if any(flag.code == "party-inferred" for flag in actor.flags):
        return actor
    if actor.party is None and context.power is not None and _BARE.fullmatch(actor.text):
        return as_antecedent(context.power, actor)
    return replace(actor, name=actor.party) if actor.party else actor
