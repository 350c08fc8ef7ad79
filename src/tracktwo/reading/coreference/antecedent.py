"""Antecedents: somebody named before, where a pronoun or description stands for them."""

from __future__ import annotations

import re
from dataclasses import replace

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.vocabulary import Flag

_BEHIND = re.compile(r" (?:of|for|in|at|from|with|to|on)\b")


def as_antecedent(known: ActorRef, pronoun: ActorRef) -> ActorRef:
    """``known`` where ``pronoun`` is written, flagged."""
    return stands_for(known, pronoun.text, pronoun.start, pronoun.end)


def stands_for(actor: ActorRef, text: str, start: int, end: int) -> ActorRef:
    """``actor`` where ``text`` is written, flagged with the words it was first named by."""
    earlier = next((f.readings for f in actor.flags if f.code == "anaphor" and f.readings), (actor.text,))
    flag = Flag("anaphor", f"{text!r} is read as {earlier[0]!r}", earlier)
    flags = tuple(f for f in actor.flags if f.code != "anaphor")
    return replace(actor, text=text, start=start, end=end, flags=(*flags, flag))


def head_of(text: str) -> str:
    """The noun of a description, in small letters: "airline" of "the airline of the islands"."""
    words = _BEHIND.split(text)[0].rstrip(",.").lower().split()
    return words[-1] if words else ""
