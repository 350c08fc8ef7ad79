"""Openers: whom a sentence is about though no act of theirs is read, and who came together in it.

"Jane Keller opened the session." makes "she" her; "The front was founded in 2004." keeps "it" the front;
after "Keller met Lund." they are the two.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference.antecedent import as_antecedent
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.coreference.offices import office_words
from tracktwo.reading.coreference.resolve import is_described, is_pronoun, resolve_pronoun
from tracktwo.reading.names import Kind
from tracktwo.vocabulary import Act

_SIDES = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.GROUP})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 4
_TOGETHER = frozenset({Act.MEET, Act.AGREE, Act.DISCUSS})


def opener(words: Words, context: Context) -> tuple[ActorRef, ...]:
    """The one whom the first words name, right before the verb; nobody where that is not plain.

    Parameters
    ----------
    words : Words
        The sentence.
    context : Context
        Who a pronoun or "the group" is.
    """
    if len(words) < 2:
        return ()
    first = 1 if words.tag(0) == "DT" else 0
    group = words[first].group
    if group is None:
        return _referred(words, first, context)
    if len(group.speakers) != 1 or group.on_behalf_of:
        return ()
    one = group.speakers[0]
    if one.possessive or one.modifier or not (one.kind in _SIDES or (one.kind is Kind.PERSON and first == 0)):
        return ()
    at = next(k for k in range(first, len(words) + 1) if k == len(words) or words[k].group is not group)
    if one.kind is Kind.PERSON:
        return actors_of(group, words.start) if words.tag(at) == "VBD" else ()
    return actors_of(group, words.start) if words.tag(_past_adverbs(words, at)) in _FINITE else ()


def _referred(words: Words, first: int, context: Context) -> tuple[ActorRef, ...]:
    """``It was founded in 2004``, ``The group joined the council``: who it goes on with."""
    word = words[first]
    pronoun = first == 0 and word.tag == "PRP" and is_pronoun(word.low)
    described = first == 1 and words.low(0) == "the" and is_described(word.low)
    if not (pronoun or described) or words.tag(_past_adverbs(words, first + 1)) not in _FINITE:
        return ()
    found = resolve_pronoun(word.low, word.text, word.start, word.end, context)
    return found if isinstance(found, tuple) else ()


def _past_adverbs(words: Words, at: int) -> int:
    while words.tag(at).startswith("RB") or words.low(at) in (",", "however"):
        at += 1
    return at


def together(words: Words, drafts: Iterable[Draft]) -> tuple[ActorRef, ...]:
    """The two who met, agreed or talked with one another: joint subjects, or one as the other's object."""
    drafts = tuple(drafts)
    joint: dict[tuple[int, int], dict[str, ActorRef]] = {}
    for draft in drafts:
        if draft.act in _TOGETHER and draft.actor is not None and draft.actor.name:
            joint.setdefault(draft.predicate, {})[draft.actor.name] = draft.actor
    for several in joint.values():
        if len(several) == 2 and {actor.kind for actor in several.values()} in ({"person"}, {"state"}):
            return tuple(several.values())
    for draft in drafts:
        if draft.act not in _TOGETHER or draft.object is None or draft.actor is None or not draft.actor.name:
            continue
        if draft.content or draft.actor.kind not in ("person", "state"):
            continue
        others = [
            actor
            for word in words
            if word.group is not None and draft.object[0] <= word.start < draft.object[1]
            for actor in actors_of(word.group, words.start)
            if actor.name and actor.kind == draft.actor.kind and actor.name != draft.actor.name
        ]
        distinct = {actor.name: actor for actor in (draft.actor, *others)}
        if len(distinct) == 2:  # of three, "they" may be the two who were met
            return tuple(distinct.values())
    return ()


def the_two(text: str, span: tuple[int, int], context: Context) -> tuple[ActorRef, ...]:
    """``The two leaders``, ``both sides``, ``the pair``: those who came together a few sentences before.

    Parameters
    ----------
    text : str
        The phrase as written.
    span : tuple of int
        Where it stands in the stored text.
    context : Context
        Who came together, and when.
    """
    sentence, pair = context.together
    words = text.lower().split()
    if len(pair) != 2 or context.sentence - sentence > _REACH:
        return ()
    told_so = {"two", "both", "pair"} & set(words)
    # "The leaders" right after they met are the two as well.
    if not told_so and (len(words) != 2 or pair[0].kind != "person" or context.sentence - sentence > 2):
        return ()
    if words[0] not in ("the", "both", "these"):
        return ()
    called = office_words("persons" if all(actor.kind == "person" for actor in pair) else "sides")
    if words[-1] not in called | {"two", "both", "pair"} or len(words) > 4:
        return ()
    return tuple(as_antecedent(actor, ActorRef(None, text, *span)) for actor in pair)


def of_the_two(word: str, span: tuple[int, int], text: str, context: Context) -> tuple[ActorRef, ...]:
    """``The latter``, ``the former``: one of exactly two whom the sentence before names.

    Parameters
    ----------
    word : str
        "latter" or "former".
    span : tuple of int
        Where the phrase stands in the stored text.
    text : str
        The phrase as written.
    context : Context
        Who was named before.
    """
    before = [
        actor
        for item in context.seen
        if item.sentence == context.sentence - 1
        for actor in item.actors
        if actor.name and actor.start >= 0
    ]
    two = {actor.name: actor for actor in sorted(before, key=lambda actor: -actor.start)}
    if len(two) != 2:
        return ()
    first, second = sorted(two.values(), key=lambda actor: actor.start)
    return (as_antecedent(second if word == "latter" else first, ActorRef(None, text, *span)),)
