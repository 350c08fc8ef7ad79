"""Company: those named between commas right before a verb, who do it as well or are against it."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.words import Words

_RELATIONS = {
    "with": "joined",
    "joined": "joined",
    "supported": "supporter",
    "backed": "supporter",
    "seconded": "supporter",
    "echoed": "supporter",
    "opposed": "opposer",
    "contested": "opposer",
}


def company_of(words: Words, verb: int) -> tuple[ActorRef, ...]:
    """``... and, with Peru, highlighted``, ``... and, supported by Chile, proposed``: Peru, Chile.

    Only where the aside stands after "and", "but" or a comma of its own; what follows a subject directly
    belongs to that subject's group already.
    """
    at = verb - 1
    while words.tag(at).startswith("RB"):
        at -= 1
    group = words[at - 1].group if words.low(at) == "," and at > 2 else None
    if group is None:
        return ()
    first = at - 1
    while words.tag(first - 1) == "DT" or words[first - 1].group is group:
        first -= 1
    cue = first - 2 if words.low(first - 1) == "by" else first - 1
    relation = _RELATIONS.get(words.low(cue))
    opened = words.low(cue - 1) == "," and words.low(cue - 2) in ("and", "but", "then")
    if relation is None or not (opened or words.low(cue - 1) in ("and", "but")):
        return ()
    return tuple(
        replace(a, relation=relation) for a in actors_of(group, words.start) if a.relation == "speaker"
    )
