"""Definite descriptions: "the alliance" is the Coastal Alliance where only one was named."""

from __future__ import annotations

from functools import cache
from itertools import chain

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.coreference.past import heads_of, is_described
from tracktwo.reading.datafiles import data_of


def by_head_noun(noun: str, start: int, context: Context) -> ActorRef | None:
    """The one organisation or place named before that a noun describes.

    Parameters
    ----------
    noun : str
        In lower case: "alliance", "port", "city".
    start : int
        Where the description stands, so that it is not taken for its own antecedent.
    context : Context
        What was named before.

    Returns
    -------
    ActorRef or None
        None where nobody or more than one fits.
    """
    if noun not in context.name_words and noun not in context.introduced:
        return None
    introduced = context.introduced.get(noun, frozenset[str]())
    found: dict[str, ActorRef] = {}
    for name in chain(context.past.by_word.get(noun, ()), introduced):
        actor = context.past.elsewhere(name, start)
        if actor is not None:
            found.setdefault(name, actor)
        if len(found) > 1:
            return None
    for actor in context.here():
        called = actor.name or ""
        if is_described(actor, start) and (noun in heads_of(called) or called in introduced):
            found.setdefault(called, actor)
    return next(iter(found.values())) if len(found) == 1 else None


def by_telling_word(noun: str, start: int, context: Context) -> ActorRef | None:
    """The one company named before whose name ends in a word that tells what it is.

    Parameters
    ----------
    noun : str
        In lower case: "airline" after "Skybridge Air".
    start : int
        Where the description stands.
    context : Context
        What was named before.

    Returns
    -------
    ActorRef or None
        None where nobody or more than one fits.
    """
    told = data_of("tracktwo.reading.coreference", "pronouns.toml")["telling"].get(noun)
    if told is None:
        return None
    before = (
        context.past.elsewhere(name, start) for word in told for name in context.past.by_word.get(word, ())
    )
    here = (a for a in context.here() if is_described(a, start) and set(told) & set(heads_of(a.name or "")))
    found = {a.name: a for a in chain(before, here) if a is not None and a.kind == "organisation"}
    return next(iter(found.values())) if len(found) == 1 else None


def is_place_word(noun: str) -> bool:
    """Whether "the <noun> of X" is X itself ("the city of Halden"), not a part of it ("the board of X")."""
    return noun in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(data_of("tracktwo.reading.coreference", "pronouns.toml")["places"])
