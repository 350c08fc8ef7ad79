"""Agreements told by a noun: "the deal reached on Friday between A and B"."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.extents import clause_end
from tracktwo.reading.clauses.phrases import phrase_ending
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act


def agreed_between(words: Words, i: int) -> list[Draft]:
    """``the agreement reached on Friday between A and B on fees``: both concluded it."""
    if words.low(i) not in listed("agreements"):
        return []
    phrase = phrase_ending(words, i)
    at = next((k for k in range(i + 1, min(i + 7, len(words))) if words.low(k) == "between"), None)
    if phrase is None or at is None or any(words[k].punct or words.tag(k) == "MD" for k in range(i, at)):
        return []
    reached = any(words.low(k) in ("reached", "signed", "struck", "concluded", "made") for k in range(i, at))
    definite = words.low(phrase.first) in ("the", "this", "that", "today", "yesterday")
    unsure = any(words.low(k) in listed("unsure") for k in range(phrase.first, i))
    if unsure or not (reached or definite):
        return []
    end = at + 1
    actors: list[ActorRef] = []
    while end < min(at + 24, len(words)):
        group = words[end].group
        if group is not None:
            actors += [a for a in actors_of(group, words.start) if a.name or a.unnamed]
        elif words.tag(end) in ("VBD", "VBZ", "VBP", "MD") or words.low(end) in (
            ".",
            ";",
            "on",
            "over",
            "to",
        ):
            break
        end += 1
    about = words.low(end) == "on"
    obj = words.span(phrase.first, end)
    if about:
        finite = ("VBD", "VBZ", "VBP", "MD")
        until = next((k for k in range(end, len(words)) if words.tag(k) in finite), len(words))
        obj = words.span(end + 1, min(until, clause_end(words, end + 1, content=False)))
    actors = _governments_or_all(actors)
    if len(actors) < 2 or obj is None:
        return []
    whole = words.span(phrase.first, end) or obj
    return [
        Draft(
            Act.AGREE,
            "agreement-between",
            (words[i].start, words[i].end),
            whole,
            actor,
            obj,
            obj,
            flags=actor.flags,
            word=words.low(i),
        )
        for actor in actors
    ]


def _governments_or_all(actors: list[ActorRef]) -> list[ActorRef]:
    """Without persons who only lead one of them ("the government, led by Prime Minister Tuvan")."""
    bodies = [a for a in actors if a.kind != "person"]
    chosen = bodies if len(bodies) > 1 else actors
    return [replace(a, name=a.party) if a.name == "Government" and a.party else a for a in chosen]
