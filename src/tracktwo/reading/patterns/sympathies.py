"""Sympathy told as where thoughts are: "our thoughts are with the families", "my heart goes out to"."""

from __future__ import annotations

from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.phrases import phrase_from
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.reading.patterns.possessors import possessors
from tracktwo.vocabulary import Act

_FELT = frozenset(
    {
        "thoughts",
        "prayers",
        "condolences",
        "sympathy",
        "sympathies",
        "heart",
        "hearts",
        "solidarity",
        "gratitude",
    }
)
_LEADS = frozenset({"is", "are", "go", "goes", "remain", "remains", "extend", "extends"})
_TO = frozenset({"with", "to"})


def sympathies(words: Words, context: Context) -> list[Draft]:
    """Drafts of condolences that have no verb of saying, in text order.

    Parameters
    ----------
    words : Words
        The sentence.
    context : Context
        For pronouns ("her thoughts are with").
    """
    found: list[Draft] = []
    for i in words.places(_FELT):
        verb = i + 1
        while words.tag(verb).startswith("RB"):
            verb += 1
        if words.low(verb) not in _LEADS:
            continue
        prep = next((k for k in range(verb + 1, min(verb + 4, len(words))) if words.low(k) in _TO), 0)
        target = phrase_from(words, prep + 1) if prep else None
        whom = words.span(target.first, target.last) if target is not None else None
        predicate, clause = words.span(i, verb + 1), words.span(i, len(words))
        if whom is None or predicate is None or clause is None:
            continue
        found += [
            Draft(
                Act.STATE,
                "sympathy",
                predicate,
                clause,
                actor,
                whom,
                whom,
                flags=actor.flags,
                word="thoughts",
            )
            for actor in possessors(words, i, context)
        ]
    return found
