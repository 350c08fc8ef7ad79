"""Pairs: who came together in a sentence, and "the two leaders", "both groups", "the latter" after them."""

from __future__ import annotations

from collections.abc import Iterable

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference.antecedent import as_antecedent
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.coreference.offices import office_words
from tracktwo.vocabulary import Act

_REACH = 4
_TOGETHER = frozenset({Act.MEET, Act.AGREE, Act.DISCUSS})
# Each does it to the other.
_MUTUAL = frozenset({"clashed", "clash", "fought", "fight", "battled", "skirmished"})
_SIDES = frozenset({"state", "organisation", "group"})


def together(words: Words, drafts: Iterable[Draft]) -> tuple[ActorRef, ...]:
    """The two who met, agreed or talked with one another: joint subjects, or one as the other's object."""
    drafts = tuple(drafts)
    joint: dict[tuple[int, int], dict[str, ActorRef]] = {}
    for draft in drafts:
        if _meets(words, draft) and draft.actor is not None and draft.actor.name:
            joint.setdefault(draft.predicate, {})[draft.actor.name] = draft.actor
    for several in joint.values():
        if len(several) == 2 and _alike(*(actor.kind for actor in several.values())):
            return tuple(several.values())
    for draft in drafts:
        if draft.object is None or draft.actor is None or not draft.actor.name or not _meets(words, draft):
            continue
        if draft.content or draft.actor.kind not in _SIDES | {"person"}:
            continue
        others = [
            actor
            for word in words
            if word.group is not None and draft.object[0] <= word.start < draft.object[1]
            for actor in actors_of(word.group, words.start)
            if actor.name and _alike(actor.kind, draft.actor.kind) and actor.name != draft.actor.name
        ]
        distinct = {actor.name: actor for actor in (draft.actor, *others)}
        if len(distinct) == 2:  # of three, "they" may be the two who were met
            return tuple(distinct.values())
    return ()


def _meets(words: Words, draft: Draft) -> bool:
    """Whether an act brings two together, be it to fight."""
    if draft.act in _TOGETHER:
        return True
    return draft.act is Act.USE_FORCE and words.text[slice(*draft.predicate)].lower().split()[0] in _MUTUAL


def _alike(one: str, other: str) -> bool:
    """Whether two are persons, or sides."""
    return one == other == "person" or (one in _SIDES and other in _SIDES)


def _the_only_two(words: list[str], context: Context) -> tuple[ActorRef, ...]:
    """``Both sides`` where the report has named two sides so far, and both did something just before."""
    if words not in (["both", "sides"], ["the", "two", "sides"], ["both", "parties"]):
        return ()
    subjects = [actor for item in context.recent(_REACH) if item.subject for actor in item.actors]
    if any(actor.unnamed for actor in subjects):
        return ()  # the other side may be the rebels
    acting = {actor.name: actor for actor in subjects if actor.name and actor.kind in _SIDES}
    named = set(context.past.places) | {actor.name for actor in context.here() if actor.kind in _SIDES}
    return tuple(acting.values()) if len(acting) == 2 and set(acting) == named else ()


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
        pair = _the_only_two(words, context)
    if not pair:
        return ()
    told_so = {"two", "both", "pair"} & set(words)
    # "The leaders" right after they met are the two as well.
    if not told_so and (len(words) != 2 or pair[0].kind != "person" or context.sentence - sentence > 2):
        return ()
    if words[0] not in ("the", "both", "these"):
        return ()
    if words[-1] not in _names_of_both(pair) | {"two", "both", "pair"} or len(words) > 4:
        return ()
    return tuple(as_antecedent(actor, ActorRef(None, text, *span)) for actor in pair)


def _names_of_both(pair: tuple[ActorRef, ...]) -> frozenset[str]:
    """What two of their kind are called."""
    kinds = {actor.kind for actor in pair}
    if kinds == {"person"}:
        return office_words("persons")
    states = office_words("states") if "organisation" not in kinds else frozenset[str]()
    bodies = office_words("bodies") if "state" not in kinds else frozenset[str]()
    return office_words("sides") | states | bodies


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
