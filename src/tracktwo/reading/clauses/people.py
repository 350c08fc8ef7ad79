"""People without a name: "bus drivers", "the two governments", "farmers in the district"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.phrases import Phrase
from tracktwo.reading.clauses.words import Words

_SOMEBODY = frozenset({"he", "she", "who", "one", "other", "another", "former", "latter", "i"})
_WHERE = frozenset({"in", "of", "from", "on", "at", "near", "across", "within"})


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    data = tomllib.loads((files("tracktwo.reading.clauses") / "people.toml").read_text(encoding="utf-8"))
    return {kind: tuple(words) for kind, words in data.items()}


@cache
def is_people(word: str) -> bool:
    """Whether a plural noun in small letters means people, or bodies made of people."""
    lists = _lists()
    if word in lists["words"]:
        return True
    last = word.rsplit("-", 1)[-1]
    return len(last) > 4 and last.endswith(lists["endings"]) and last not in lists["things"]


@cache
def is_side(word: str) -> bool:
    """Whether a word before a deed of war tells whose it is ("rebel attacks")."""
    return word in _lists()["sides"]


@cache
def followers() -> frozenset[str]:
    """Words between people and whom they follow ("loyal" to, "affiliated" with)."""
    return frozenset(_lists()["followers"])


@cache
def is_one(word: str) -> bool:
    """Whether a singular noun in small letters means one of those people, or a body that acts."""
    if word in _lists()["one"]:
        return True
    many = (
        f"{word[:-3]}men" if word.endswith("man") else f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    )
    return many not in _lists()["no_one"] and is_people(many)


@cache
def is_body(word: str) -> bool:
    """Whether a singular noun in small letters means a body that acts, never one person."""
    return word in _lists()["bodies"]


@cache
def is_one_person(word: str) -> bool:
    """Whether a singular noun in small letters means a person: "driver", and no body such as "army"."""
    lists = _lists()
    many = f"{word[:-3]}men" if word.endswith("man") else f"{word}s"
    ends = len(word) > 4 and many.endswith(lists["endings"]) and many not in lists["things"]
    return word in lists["persons"] or (ends and word not in lists["no_persons"])


def may_be_person(word: str) -> bool:
    """Whether the last word of a subject not understood can be a person: a name, "driver", "who"."""
    return not word.islower() or word in _SOMEBODY or is_one_person(word)


def people_of(words: Words, phrase: Phrase) -> tuple[ActorRef, ...]:
    """The unnamed people a noun phrase means, with where they are; nobody where it means things."""
    head = words[phrase.head]
    if head.group is not None or not head.tag.startswith(("NN", "JJ")):
        return ()
    owned = words[phrase.first].group is not None and words.tag(phrase.first + 1) == "POS"
    told = owned or words.tag(phrase.first) in ("DT", "CD", "PRP$")
    single = head.text.islower() and told and (is_one(head.low) or _side(words, phrase))
    if not (is_people(head.low) or single or _crewed(words, phrase)):
        return ()
    first = phrase.first
    while first < phrase.head and words[first].punct:
        first += 1
    if words.low(first) in ("no", "neither") or words.low(first - 1) in ("no", "neither"):
        return ()
    span = words.span(first, _with_place(words, phrase.head + 1))
    if span is None:
        return ()
    return (ActorRef(None, words.text[span[0] : span[1]], *span, unnamed=True, kind="unnamed"),)


def _crewed(words: Words, phrase: Phrase) -> bool:
    """``army helicopters``, ``government artillery``: in a report of fighting those who man them."""
    low, lists = words.low(phrase.head), _lists()
    if not words.armed:
        return False
    return low in lists["crewed"] or (
        low in lists["gunnery"] and words.low(phrase.head - 1) in lists["sides"]
    )


def _side(words: Words, phrase: Phrase) -> bool:
    """``each side``, ``either party``: one of those at the table."""
    return words.low(phrase.head) in ("side", "party", "camp") and words.low(phrase.first) in _ONE_OF_THEM


_ONE_OF_THEM = frozenset({"each", "either", "one", "another", "neither"})


def _with_place(words: Words, at: int) -> int:
    """Past "in Calder", "on both sides", "of the valley"."""
    if words.low(at) not in _WHERE or words.low(at + 1) in DAYS:
        return at
    end = at + 1
    while end < min(at + 5, len(words)) and (
        words.tag(end) in ("DT", "JJ", "PRP$", "CD")
        or words[end].group is not None
        or words.tag(end).startswith("NN")
    ):
        end += 1
        if words[end - 1].group is not None:
            break
    return (
        end
        if end > at + 1 and (words[end - 1].group is not None or words.tag(end - 1).startswith("NN"))
        else at
    )
