"""Deeds told by a noun with whom they were done to or who did them: "an attack on a convoy", "shelling by X",
"violations of human rights".
"""

from __future__ import annotations

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.matter import is_victim
from tracktwo.reading.clauses.phrases import phrase_ending, phrase_from
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Flag


def violence(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Drafts of deeds named by a noun that no other rule has read; in text order."""
    found: list[Draft] = []
    for i in range(len(words)):
        if words[i].group is not None or not words.tag(i).startswith(("NN", "VBG")):
            continue
        spot = words[i]
        if any(
            d.predicate[0] <= spot.start < d.predicate[1]
            or (d.act is Act.USE_FORCE and d.object is not None and d.object[0] <= spot.start < d.object[1])
            for d in drafts
        ):
            continue
        found += _deed(words, i)
    return found


def _deed(words: Words, i: int) -> list[Draft]:
    low = words.low(i)
    preps: tuple[str, ...]
    if low in listed("deeds_on"):
        act, preps = Act.USE_FORCE, ("on", "against")
    elif low in listed("deeds_of"):
        act, preps = Act.USE_FORCE, ("of",)
    elif low in listed("breaches"):
        act, preps = Act.VIOLATE, ("of",)
    else:
        return []
    phrase = phrase_ending(words, i)
    after = i + 1
    obj: tuple[int, int] | None = None
    if words.low(after) in preps:
        target = phrase_from(words, after + 1)
        if target is None or not _fits(words, target.first, target.last, act):
            return []
        obj, after = (target.first, target.last), target.last
    agents = _agents(words, after) or _owners(words, phrase.first if phrase else i, i)
    if obj is None and not agents:
        return []
    if obj is None and (low not in listed("deeds_on") or low in listed("labour")):
        return []
    span = words.span(*obj) if obj else None
    whole = words.span(phrase.first if phrase else i, after) or (words.start, words.end)
    group = words[obj[1] - 1].group if obj else None
    toward = group.speakers[0].canonical if group and group.speakers else None
    presupposed, nobody = Flag("presupposed"), Flag("agent-not-stated")
    return [
        Draft(
            act,
            "deed",
            (words[i].start, words[i].end),
            whole,
            actor,
            span,
            span,
            toward,
            flags=(presupposed, *(actor.flags if actor else (nobody,))),
            word=low,
        )
        for actor in (agents or (None,))
    ]


def _fits(words: Words, first: int, last: int, act: Act) -> bool:
    if act is Act.VIOLATE:
        return any(
            words.low(k) in listed("breached") or words[k].group is not None for k in range(first, last)
        )
    return is_victim(words, first, last)


def _agents(words: Words, after: int) -> tuple[ActorRef, ...]:
    if words.low(after) != "by":
        return ()
    at = after + 2 if words.tag(after + 1) == "DT" else after + 1
    group = words[at].group if at < len(words) else None
    return tuple(a for a in actors_of(group, words.start) if not a.generic) if group is not None else ()


def _owners(words: Words, first: int, i: int) -> tuple[ActorRef, ...]:
    """``Peru's attack``, ``Peruvian airstrikes``; a place before the noun is no agent."""
    for k in range(first, i):
        group = words[k].group
        if group is not None:
            return tuple(a for a in actors_of(group, words.start) if not a.generic)
    return ()
