"""Offices without a name: "the minister" is Minister Jane Keller where the report names one holder only."""

from __future__ import annotations

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.coreference.context import Context

# What makes another office of one that ends alike: "the minister" is never the prime minister.
_OTHER = frozenset({"prime", "deputy", "vice", "former", "ex", "acting", "assistant", "under", "shadow"})


def holder_of(actor: ActorRef, context: Context) -> ActorRef | None:
    """The one person named before who holds an office.

    Parameters
    ----------
    actor : ActorRef
        The office as written ("foreign minister"), without a name.
    context : Context
        Who was named before, with their offices.

    Returns
    -------
    ActorRef or None
        None where nobody or more than one holds it.
    """
    office = actor.text.lower()
    found: dict[str, ActorRef] = {}
    for item in context.seen:
        for known in item.actors:
            if known.kind == "person" and known.name and known.role and _is(office, known.role.lower()):
                found.setdefault(known.name, known)
    return next(iter(found.values())) if len(found) == 1 else None


def _is(office: str, held: str) -> bool:
    if office == held:
        return True
    extra = held.removesuffix(office)
    return extra != held and extra.endswith(" ") and not set(extra.replace("-", " ").split()) & _OTHER
