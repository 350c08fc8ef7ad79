"""Deeds told by a noun with whom they were done to or who did them: "an attack on a convoy", "shelling by X",
"violations of human rights".
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.draft import DENYING, ActorRef, Draft, within
from tracktwo.reading.clauses.matter import is_victim
from tracktwo.reading.clauses.phrases import phrase_ending, phrase_from
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.reading.patterns.lists import listed
from tracktwo.reading.patterns.possessors import agents, possessors
from tracktwo.vocabulary import Act, Flag, Modality


def violence(words: Words, drafts: list[Draft], context: Context) -> list[Draft]:
    """Drafts of deeds named by a noun that no other rule has read; in text order."""
    found: list[Draft] = []
    for i in words.places(_nouns()):
        if words[i].group is not None or not words.tag(i).startswith(("NN", "VBG")):
            continue
        spot = words[i]
        if any(
            d.predicate[0] <= spot.start < d.predicate[1]
            or (d.act is Act.USE_FORCE and d.object is not None and d.object[0] <= spot.start < d.object[1])
            for d in drafts
        ) or _likened(words, i, drafts):
            continue
        deeds = _deed(words, i, context)
        if any(d.word.startswith(DENYING) and d.object and within(spot.start, d.object) for d in drafts):
            deeds = [replace(deed, modality=Modality.DENIED) for deed in deeds]
        found += deeds
    return found


def _likened(words: Words, i: int, drafts: list[Draft]) -> bool:
    """``called the tax "a raid on savers"``: what somebody calls a thing, no deed."""
    phrase = phrase_ending(words, i)
    if phrase is None or words.low(phrase.first) not in ("a", "an"):
        return False
    return any(
        d.word in listed("likening") and d.object is not None and d.object[0] <= words[i].start < d.object[1]
        for d in drafts
    )


@cache
def _nouns() -> frozenset[str]:
    lists = ("labour", "deeds_on", "deeds_of", "hard_deeds_of", "uses", "breaches")
    return frozenset().union(*map(listed, lists))


def _deed(words: Words, i: int, context: Context) -> list[Draft]:
    low = words.low(i)
    preps: tuple[str, ...]
    armed = low in listed("labour") and words.low(i - 1) in listed("attack_adjectives")
    if armed or low in listed("deeds_on"):
        of = ("of",) if low in listed("deeds_of") else ()
        act, preps = Act.USE_FORCE, ("on", "against", "upon", *of)
    elif (
        low in listed("deeds_of")
        or (words.armed and low in listed("hard_deeds_of"))
        or (low in listed("uses") and _weapon_of(words, i))
    ):
        act, preps = Act.USE_FORCE, ("of",)
    elif low in listed("breaches"):
        act, preps = Act.VIOLATE, ("of",)
    else:
        return []
    phrase = phrase_ending(words, i)
    if words.tag(i + 1).startswith("NN") and words[i + 1].group is None:
        return []  # "an assault ship", "bombing campaign": the noun after is told
    if _still_to_come(words, i, phrase.first if phrase else i):
        return []
    after = i + 1
    obj: tuple[int, int] | None = None
    doers: tuple[ActorRef, ...] = ()
    if words.low(after) == "by" and phrase is not None:
        inner = next(
            (k for k in range(after + 1, min(after + 7, len(words))) if words.low(k) in preps), after
        )
        doers = agents(words, after, context) if inner > after else ()
        target = phrase_from(words, inner + 1) if doers else None
        if target is not None and _fits(words, target.first, target.last, act):
            obj = (target.first, target.last)
    if words.low(after) in preps:
        target = phrase_from(words, after + 1)
        if target is None or not _fits(words, target.first, target.last, act):
            return []
        obj, after = (target.first, target.last), target.last
    doers = () if _accused(words, phrase.first if phrase else i) else agents(words, after, context)
    doers = doers or possessors(words, i, context)
    if obj is None and not doers:
        return []
    if act is Act.VIOLATE and not doers and phrase is not None and words.low(phrase.first) in ("a", "an"):
        return []  # "called it a breach of the treaty" tells what somebody calls it
    if obj is None and (low not in listed("deeds_on") or low in listed("labour")) and not armed:
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
        for actor in (doers or (None,))
    ]


def _accused(words: Words, first: int) -> bool:
    """``was accused of the raid by Peru``: who stands after "by" may be who accuses, and is no doer."""
    charged = words.tag(first - 2) in ("VBN", "VBD") or words.low(first - 2) in ("responsible", "guilty")
    return charged and words.low(first - 1) in ("of", "for", "over", "with")


def _still_to_come(words: Words, i: int, first: int) -> bool:
    """``to plot attacks``, ``for the ultimate liberation of``, ``the liberation of X will``: no deed yet."""
    if any(words.low(k) in listed("plotting") for k in range(max(0, first - 1), i)):
        return True
    if words.low(i) not in listed("hard_deeds_of"):
        return False
    ahead = any(words.low(k) in ("ultimate", "decisive", "eventual", "final") for k in range(first, i))
    return ahead or any(words.tag(k) == "MD" for k in range(i + 1, min(i + 8, len(words))))


def _weapon_of(words: Words, i: int) -> bool:
    return words.low(i + 1) == "of" and any(
        words.low(k) in object_words("weapons") for k in range(i + 2, min(i + 6, len(words)))
    )


def _fits(words: Words, first: int, last: int, act: Act) -> bool:
    if act is Act.VIOLATE:
        return any(
            words.low(k) in listed("breached") or words[k].group is not None for k in range(first, last)
        )
    weapons = object_words("weapons")
    if words.armed and words.tag(last - 1) in ("NNP", "NNPS"):
        return True  # a place or somebody that no list knows
    return is_victim(words, first, last) or any(words.low(k) in weapons for k in range(first, last))
