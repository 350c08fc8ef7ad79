"""Definite descriptions: "the alliance" is the Coastal Alliance where only one was named."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.coreference.context import Context

_KINDS = frozenset({"organisation", "group", "state"})
_LINKS = frozenset({"of", "the", "and", "for"})


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
    found: dict[str, ActorRef] = {}
    fits: dict[str, bool] = {}
    for item in context.seen:
        for actor in item.actors:
            if not actor.name or actor.kind not in _KINDS or actor.start == start:
                continue
            if actor.name not in fits:
                fits[actor.name] = _fits(noun, actor.name, context)
            if fits[actor.name]:
                found.setdefault(actor.name, actor)
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def is_place_word(noun: str) -> bool:
    """Whether "the <noun> of X" is X itself ("the city of Halden"), not a part of it ("the board of X")."""
    source = files("tracktwo.reading.coreference") / "pronouns.toml"
    return noun in tomllib.loads(source.read_text(encoding="utf-8"))["places"]


def _fits(noun: str, name: str, context: Context) -> bool:
    words = [word for word in name.lower().split() if word not in _LINKS]
    if len(words) > 1 and noun in words:
        return True
    return name in context.introduced.get(noun, ())
