"""Nominal acts: "Turkey's proposal to ...", "talks with X", "a meeting between A and B", "pressure for Y"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tracktwo.reading.acts import load_nouns
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft, within
from tracktwo.reading.clauses.extents import clause_end, object_end
from tracktwo.reading.clauses.phrases import phrase_ending
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context, resolve_pronoun
from tracktwo.reading.patterns.agreements import agreed_between
from tracktwo.reading.patterns.lists import listed
from tracktwo.reading.patterns.owned import owned
from tracktwo.vocabulary import Act, Flag, Modality

_MEETINGS = frozenset({"meeting", "meetings", "talks"})


def nominal_acts(words: Words, taken: set[int], context: Context, drafts: list[Draft]) -> list[Draft]:
    """Drafts of acts told by a noun; ``taken`` are words that belong to predicates already read."""
    found: list[Draft] = []
    for i in words.places(_nouns()):
        if words[i].group is not None or i in taken or not words.tag(i).startswith(("NN", "VB")):
            continue
        found += (
            [draft for draft in owned(words, i, context, drafts) if not _sought(draft, drafts)]
            or _between(words, i)
            or agreed_between(words, i)
            or _talks(words, i, context, drafts)
            or _meetings(words, i, context, drafts)
            or _pressure(words, i)
        )
    return found


@cache
def _nouns() -> frozenset[str]:
    """Every noun that one of the rules above waits for."""
    lists = ("meetings", "agreements", "talks", "pressure")
    return frozenset(load_nouns().nouns).union(_MEETINGS, *map(listed, lists))


def _sought(noun: Draft, drafts: list[Draft]) -> bool:
    """``asked for Kenya's support for the plan``: what somebody wants of another is not given yet."""
    wanted = (Act.DEMAND, Act.URGE, Act.EXPECT)
    return noun.act is Act.SUPPORT and any(
        d.act in wanted and d.object is not None and d.object[0] == noun.clause[0] for d in drafts
    )


def _between(words: Words, i: int) -> list[Draft]:
    """``a meeting in Lima between A and B``: each meets the other."""
    if words.low(i) not in listed("meetings"):
        return []
    at = next((k for k in range(i + 1, min(i + 18, len(words))) if words.low(k) == "between"), None)
    if at is None or any(words.low(k) in (",", ".", "with", "and", "that") for k in range(i + 1, at)):
        return []
    if at > i + 6 and not any(
        words.low(k)
        in ("open", "opened", "began", "begin", "resumed", "continued", "held", "started", "ended")
        for k in range(i + 1, at)
    ):
        return []
    actors: list[ActorRef] = []
    end = at
    for k in range(at + 1, min(at + 24, len(words))):
        group = words[k].group
        if group is not None:
            actors += [a for a in actors_of(group, words.start) if a not in actors]
            end = k + 1
        elif words.tag(k) in ("VBD", "VBZ", "VBP", "MD") or words.low(k) in (
            ".",
            ";",
            "on",
            "in",
            "at",
            "over",
        ):
            break
    actors = _people_or_all(actors)
    if len(actors) < 2:
        return []
    phrase = phrase_ending(words, i)
    obj = words.span(phrase.first if phrase else i, end)
    others = {id(a): next((b.name for b in actors if b is not a and b.name), None) for a in actors}
    return [
        Draft(
            Act.MEET,
            "meeting-between",
            (words[i].start, words[i].end),
            obj or (words.start, words.end),
            actor,
            obj,
            obj,
            others[id(actor)],
            flags=actor.flags,
            word=words.low(i),
        )
        for actor in actors
    ]


def _people_or_all(actors: list[ActorRef]) -> list[ActorRef]:
    """Where persons meet, the states that only qualify their offices do not count beside them."""
    persons = [a for a in actors if a.kind == "person"]
    return persons if len(persons) > 1 else [a for a in actors if a.name or a.unnamed]


def _talks(words: Words, i: int, context: Context, drafts: list[Draft]) -> list[Draft]:
    """``efforts are underway in negotiations with X``: who is told it, or whose officials tell it,
    negotiates.
    """
    if words.low(i) not in listed("talks") or words.low(i + 1) != "with" or i + 2 >= len(words):
        return []
    group = words[i + 2].group
    if group is None or not group.speakers or not group.speakers[0].canonical or not group.speakers[0].acts:
        return []
    if any(
        d.act is Act.MEET and d.predicate[0] <= words[i].start <= (d.object or d.predicate)[1] for d in drafts
    ):
        return []
    phrase = phrase_ending(words, i)
    said = next((d for d in drafts if d.content and d.object and within(words[i].start, d.object)), None)
    source = said.actor if said is not None and not _another_acts(said, drafts, words[i].start) else None
    actor = None
    if phrase is not None and words.tag(phrase.first) == "PRP$":
        found = resolve_pronoun(
            words.low(phrase.first),
            words[phrase.first].text,
            words[phrase.first].start,
            words[phrase.first].end,
            context,
        )
        actor = found[0] if isinstance(found, tuple) and len(found) == 1 else None
    if actor is None and source is not None and source.party and source.party != group.speakers[0].canonical:
        flag = Flag("actor-inferred", f"from {source.text!r}, who say so")
        actor = ActorRef(source.party, "", -1, -1, None, source.party, kind="state", flags=(flag,))
    if actor is None:
        return []
    obj = words.span(phrase.first if phrase else i, i + 3)
    flags = actor.flags
    if words.low(i + 3) == "to" and words.tag(i + 4) == "VB":
        end = clause_end(words, i + 4, content=False)
        obj = words.span(i + 3, end)
        flags = (*flags, Flag("purpose"))
    return [
        Draft(
            Act.MEET,
            "talks-with",
            (words[i].start, words[i].end),
            (words[i].start, words.end),
            actor,
            obj,
            obj,
            group.speakers[0].canonical,
            flags=flags,
            word=words.low(i),
        )
    ]


def _another_acts(said: Draft, drafts: list[Draft], until: int) -> bool:
    """``said that Norway had refused it in talks with Peru``: not those who say so were at the talks."""
    content, teller = said.object or said.clause, said.actor.party if said.actor else None
    return any(
        d.actor is not None and d.actor.party != teller and within(d.predicate[0], (content[0], until))
        for d in drafts
    )


def _meetings(words: Words, i: int, context: Context, drafts: list[Draft]) -> list[Draft]:
    """``during his meetings with X``: the person meets X."""
    if words.low(i) not in _MEETINGS or words.low(i + 1) != "with" or words.tag(i - 1) != "PRP$":
        return []
    group = words[i + 2].group if i + 2 < len(words) else None
    found = resolve_pronoun(
        words.low(i - 1), words[i - 1].text, words[i - 1].start, words[i - 1].end, context
    )
    if group is None or not isinstance(found, tuple):
        return []
    obj = words.span(i + 2, i + 3)
    planned = any(
        d.modality is Modality.PLANNED and d.clause[0] <= words[i].start < d.clause[1] for d in drafts
    )
    return [
        Draft(
            Act.MEET,
            "meetings-with",
            (words[i].start, words[i].end),
            (words[i].start, words[i].end),
            replace(actor),
            obj,
            obj,
            group.speakers[0].canonical if group.speakers else None,
            Modality.PLANNED if planned else Modality.ASSERTED,
            flags=actor.flags,
            word=words.low(i),
        )
        for actor in found
        if actor.relation == "speaker"
    ]


def _pressure(words: Words, i: int) -> list[Draft]:
    """``international pressure for peace``: unnamed people urge it."""
    if words.low(i) not in listed("pressure") or words.low(i + 1) != "for" or words[i - 1].group is not None:
        return []
    if words.low(i) != "pressure" and words.low(i - 1) not in (
        "international",
        "growing",
        "mounting",
        "global",
        "public",
        "repeated",
    ):
        return []
    adjective = i - 1 if words.tag(i - 1) == "JJ" else None
    if adjective is None:
        return []
    end = clause_end(words, i + 2, content=False)
    end = next((k for k in range(i + 2, end) if words.tag(k) in ("VBZ", "VBD", "VBP", "MD")), end)
    obj = words.span(i + 2, object_end(words, i + 2, end, content=False))
    actor = ActorRef(
        None,
        words[adjective].text,
        words[adjective].start,
        words[adjective].end,
        unnamed=True,
        kind="collective",
        flags=(Flag("collective"),),
    )
    return [
        Draft(
            Act.URGE,
            "pressure-for",
            (words[i].start, words[i].end),
            (words[i].start, words.end),
            actor,
            obj,
            obj,
            flags=(*actor.flags, Flag("presupposed")),
            word=words.low(i),
        )
    ]
