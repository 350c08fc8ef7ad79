"""Nouns of stances that govern nothing: "citing Norway's objection", "a motion by Peru, seconded by Chile";
and demand that is none of anybody's.
"""

from __future__ import annotations

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.phrases import phrase_ending
from tracktwo.reading.clauses.shades import relation_act
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.masking import ActorGroup
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Modality

_STANCES = frozenset({Act.SUPPORT, Act.OPPOSE, Act.REJECT})
# What goes on in spite of, or because of, somebody's stance.
_LED_BY = frozenset(
    {
        "citing",
        "despite",
        "over",
        "notwithstanding",
        "overriding",
        "overruling",
        "ignoring",
        "facing",
        "given",
    }
)
_AMOUNTS = frozenset(
    {"more", "greater", "better", "equal", "immediate", "full", "fewer", "less", "new", "a", "an", "the"}
)


def bare_stance(words: Words, i: int, act: Act, owner: ActorGroup) -> list[Draft]:
    """The stance of an owner whose noun at ``i`` governs nothing.

    Parameters
    ----------
    words : Words
        The sentence.
    i : int
        The noun.
    act : Act
        What it stands for.
    owner : ActorGroup
        Whose it is.

    Returns
    -------
    list of Draft
        Without an object after "citing", "despite" or "over"; with the thing itself as the object where its
        supporters or opposers are named with it; nothing otherwise.
    """
    phrase = phrase_ending(words, i)
    span = words.span(phrase.first, i + 1) if phrase is not None else None
    if phrase is None or span is None:
        return []
    before = words.low(phrase.first - 1)
    ahead = act in _STANCES and (
        before in _LED_BY or (before == "of" and words.low(phrase.first - 2) == "spite")
    )
    tied = act is Act.PROPOSE and bool(owner.supported_by or owner.opposed_by)
    if not ahead and not tied:
        return []
    drafts = []
    for actor in actors_of(owner, words.start):
        if not actor.name or actor.generic:
            continue
        what, modality = relation_act(act, Modality.ASSERTED, actor.relation, passive=False)
        obj = span if tied else None
        spot = (words[i].start, words[i].end)
        drafts.append(
            Draft(
                what,
                "nominal-act",
                spot,
                span,
                actor,
                obj,
                obj,
                None,
                modality,
                flags=actor.flags,
                word=words.low(i),
            )
        )
    return drafts


def economic(words: Words, i: int) -> bool:
    """Whether "demand for" is what buyers want ("demand for power has doubled"), no demand of a side."""
    if words.low(i) != "demand" or words.low(i + 1) != "for":
        return False
    if words.low(i + 2) in _AMOUNTS or words.tag(i + 2) in ("DT", "PRP$", "VBG", "CD"):
        return False
    phrase = phrase_ending(words, i)
    first = phrase.first if phrase is not None else i
    met = words.low(first - 1) in listed("met_demand")
    if met or any(words.low(k) in listed("market") for k in range(max(0, first - 1), i)):
        return True
    return any(words.low(k) in listed("grows") for k in range(i + 3, min(i + 9, len(words))))
