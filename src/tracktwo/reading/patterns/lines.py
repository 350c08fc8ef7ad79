"""Red lines and conditions inside what is said: "any deal must not ...", "would release X if Y"."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.extents import clause_end, condition_at
from tracktwo.reading.clauses.nearness import near
from tracktwo.reading.clauses.phrases import phrase_ending
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.terms.heads import verb_head
from tracktwo.vocabulary import Act, Modality

_STANCES = frozenset({"stance", "position", "line", "message"})


def stance(words: Words) -> list[Draft]:
    """``X's stance is clear: any agreement must not Y``."""
    for i in words.places(_STANCES, 1):
        if words[i - 1].group is None and words.tag(i - 1) != "POS":
            continue
        owner = next(
            (words[k].group for k in range(i - 1, max(-1, i - 4), -1) if words[k].group is not None), None
        )
        if owner is None:
            continue
        found = _must_not(words, i + 1, len(words))
        if found is None:
            continue
        verb, start, end = found
        predicate, obj = words.span(verb, min(verb + 3, end)), words.span(start, end)
        if predicate and obj:
            return [
                Draft(
                    Act.RULE_OUT,
                    "stance-must-not",
                    predicate,
                    (words.start, words.end),
                    actor,
                    obj,
                    obj,
                    flags=actor.flags,
                    word=words.low(verb + 2),
                )
                for actor in actors_of(owner, words.start)
                if actor.name
            ]
    return []


def _must_not(words: Words, first: int, last: int) -> tuple[int, int, int] | None:
    """The modal of "NP must not V ..." with the phrase's start and the clause's end, or None."""
    for k in range(first + 1, last - 2):
        negation = words.low(k + 1) in ("not", "never") and words.low(k) in (
            "must",
            "can",
            "may",
            "will",
            "shall",
            "should",
        )
        if not (negation or words.low(k) == "cannot"):
            continue
        phrase = near(words, k) or phrase_ending(words, k - 1)
        if phrase is None or words.low(phrase.head) not in object_words("proposal") | object_words("deal"):
            continue
        return k, phrase.first, clause_end(words, k + 2, content=False)
    return None


def said_red_lines(words: Words, drafts: list[Draft]) -> list[Draft]:
    """What an actor says a deal must not do, or calls a red line, it rules out."""
    for draft in drafts:
        if (
            not draft.content
            or draft.object is None
            or draft.actor is None
            or draft.act not in (Act.STATE, Act.WARN)
        ):
            continue
        first, last = words.at_offset(draft.object[0]), words.at_offset(draft.object[1] - 1) + 1
        found = _must_not(words, first, last)
        if found is None or words.low(found[0]) not in ("must", "can", "cannot", "may"):
            continue
        verb, start, end = found
        predicate, obj = words.span(verb, verb + 2), words.span(start, min(end, last))
        if predicate and obj:
            return [
                replace(
                    d,
                    act=Act.RULE_OUT,
                    rule="said-must-not",
                    predicate=predicate,
                    object=obj,
                    message=obj,
                    clause=obj,
                    content=False,
                    modality=Modality.ASSERTED,
                    word=words.low(verb),
                )
                for d in drafts
                if d.predicate == draft.predicate and d.actor and d.actor.name
            ]
    return []


_OWN = frozenset({"it", "we", "they", "he", "she", "his", "her", "its", "their", "our"})


def said_if(words: Words, drafts: list[Draft]) -> list[Draft]:
    """``said his country would release X if Y`` offers; ``said it could cut Z if Y`` warns."""
    for draft in drafts:
        if not draft.content or draft.object is None or draft.actor is None or draft.act is not Act.STATE:
            continue
        first, last = words.at_offset(draft.object[0]), words.at_offset(draft.object[1] - 1) + 1
        condition = condition_at(words, first, last)
        if condition is None or draft.condition is not None:
            continue
        modal = next(
            (k for k in range(first, last) if words.low(k) in ("would", "will", "could", "may", "might")),
            None,
        )
        if (
            modal is None
            or words.low(first) not in _OWN
            or words.low(modal + 1) == "not"
            or condition[0] < modal
        ):
            continue
        if verb_head(words.low(modal + 1)) is None:
            continue
        act = Act.OFFER if words.low(modal) in ("would", "will") else Act.WARN
        start, end = (modal + 1, condition[0]) if act is Act.OFFER else (first, condition[0])
        predicate, obj = words.span(modal, modal + 2), words.span(start, end)
        if predicate and obj:
            return [
                replace(
                    d,
                    act=act,
                    rule="said-if",
                    predicate=predicate,
                    object=obj,
                    message=obj,
                    clause=obj,
                    content=False,
                    modality=Modality.CONDITIONAL,
                    condition=words.span(*condition),
                    word=words.low(modal + 1),
                )
                for d in drafts
                if d.predicate == draft.predicate and d.actor
            ]
    return []
