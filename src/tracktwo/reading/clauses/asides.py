"""Asides: who joins in, supports or opposes in the middle of a sentence ("and, with Y, preferred ...")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.masking.relations import BEHALF, JOINED, OPPOSED, SUPPORTED, load_relations

_RELATION = {JOINED: "joined", SUPPORTED: "supporter", OPPOSED: "opposer", BEHALF: "behalf"}


@dataclass(frozen=True, slots=True)
class Aside:
    """Words ``first`` (its comma) to ``last`` (half open, past its second comma) and who is named in it."""

    first: int
    last: int
    actors: tuple[ActorRef, ...]


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The relation phrases by their first word, longest first, with the relation each gives."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, kind in sorted(load_relations().kinds.items(), key=lambda item: -len(item[0].split())):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append((parts, _RELATION[kind]))
    return found


def aside_at(words: Words, comma: int) -> Aside | None:
    """The aside that opens with the comma at ``comma`` (", supported by A and opposed by B,"), or None."""
    if words.low(comma) != ",":
        return None
    at = comma + 1
    at += words.low(at) == "and" and words.low(at + 1) == "with"  # "urged A, and with Y, stressed B"
    actors: list[ActorRef] = []
    while True:
        at += words.low(at) in ("and", "but", "also") and bool(actors)
        match = next((row for row in _phrases().get(words.low(at), ()) if _reads(words, at, row[0])), None)
        if match is None:
            break
        at += len(match[0])
        at += words.tag(at) == "DT"
        group = words[at].group if at < len(words) else None
        if group is None or any(m.modifier or m.possessive for m in group.speakers):
            return None
        while at < len(words) and words[at].group is group:
            at += 1
        at += 2 if words.low(at) == "and" and words.low(at + 1) == "others" else 0
        actors += [
            replace(a, relation=match[1])
            for a in actors_of(group, words.start)
            if a.relation in ("speaker", "behalf")
        ]
    if not actors:
        return None
    # A comma that closes "for AOSIS," went with the name.
    return Aside(comma, at + 1 if words.low(at) == "," else at, tuple(actors))


def _reads(words: Words, at: int, phrase: tuple[str, ...]) -> bool:
    return all(words.low(at + n) == word for n, word in enumerate(phrase))


def aside_before(words: Words, verb: int) -> Aside | None:
    """The aside right before a verb and its adverbs ("and, with Y, also preferred"), or None."""
    j = verb
    while words.tag(j - 1).startswith("RB") or words.low(j - 1) in ("also", "did", "could"):
        j -= 1
    for k in range(j - 2, max(-1, j - 14), -1):
        if words.low(k) == ",":
            found = aside_at(words, k)
            if found is not None and found.last == j:
                return found
    return None
