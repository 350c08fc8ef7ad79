"""Definite descriptions: "the alliance" is the Coastal Alliance where only one was named."""

from __future__ import annotations

from functools import cache

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.datafiles import data_of

# In a name that ends in one of these the word before it, too, says what it is ("Riverside Hospital Trust").
_RUN_BY = frozenset(
    {"trust", "authority", "company", "group", "services", "ltd", "limited", "plc", "inc", "corporation"}
)
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
    if noun not in context.name_words and noun not in context.introduced:
        return None
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


def is_place_word(noun: str) -> bool:
    """Whether "the <noun> of X" is X itself ("the city of Halden"), not a part of it ("the board of X")."""
    return noun in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(data_of("tracktwo.reading.coreference", "pronouns.toml")["places"])


def _fits(noun: str, name: str, context: Context) -> bool:
    return noun in heads_of(name) or name in context.introduced.get(noun, ())


def heads_of(name: str) -> tuple[str, ...]:
    """The words of a name that say what it is: "union" of "Harbour Union", "bank" of "Bank of Toren".

    Examples
    --------
    >>> heads_of("University Staff Association"), heads_of("Alliance of the Coast")
    (('association',), ('alliance',))
    """
    words = name.lower().split()
    if len(words) < 2:
        return ()
    ends = [k for k, word in enumerate(words) if word in _LINKS and k]
    head = ends[0] - 1 if ends else len(words) - 1
    run = words[head] in _RUN_BY and head > 1
    return (words[head], words[head - 1]) if run else (words[head],)
