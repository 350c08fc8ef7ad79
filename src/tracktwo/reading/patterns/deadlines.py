"""Time given: "Kenya has until Friday to respond", "Norway gave Kenya a week to respond"."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.extents import clause_end, object_end
from tracktwo.reading.clauses.infinitives import time_given
from tracktwo.reading.clauses.phrases import Phrase, phrase_from
from tracktwo.reading.clauses.predicates import BE
from tracktwo.reading.clauses.resolving import doers_of
from tracktwo.reading.clauses.subjects import near, parsed
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.vocabulary import Act, Flag, Modality


def time_set(words: Words, context: Context) -> list[Draft]:
    """What somebody has time for, and who set it.

    Parameters
    ----------
    words : Words
        The sentence.
    context : Context
        For pronouns.

    Returns
    -------
    list of Draft
        A deadline for "has until D to", a demand of whoever "gave" somebody until D; nothing for time that
        nobody is to do anything in.
    """
    for verb in range(3, len(words)):
        given = time_given(words, verb) if words.tag(verb).startswith(("VB", "NN")) else None
        if given is None or not _dated(words, given, verb):
            continue
        end = clause_end(words, verb, content=False)
        todo = (verb - 1, object_end(words, verb, end, content=False))
        if load_verbs().lemmas.get(words.low(given)) in ("give", "allow") and words.low(given - 1) not in BE:
            return _set_by(words, given, todo, context)
        return _had(words, given, todo)
    return []


def _dated(words: Words, given: int, verb: int) -> bool:
    """Whether a day is named; "has days to decide" is no date, "has three days to decide" is."""
    between = range(given + 1, verb - 1)
    return any(words.low(k) in ("until", "till", "a", "an") or words.tag(k) == "CD" for k in between)


def _had(words: Words, given: int, todo: tuple[int, int]) -> list[Draft]:
    subject, obj = near(words, given) or parsed(words, given), words.span(*todo)
    predicate = words.span(given, given + 1)
    if subject is None or obj is None or predicate is None:
        return []
    clause = words.span(subject.first, todo[1]) or (words.start, words.end)
    draft = Draft(Act.STATE, "deadline", predicate, clause, None, obj, obj, modality=Modality.REQUIRED)
    return [_marked(draft, words.low(given))]


def _set_by(words: Words, given: int, todo: tuple[int, int], context: Context) -> list[Draft]:
    subject, obj = near(words, given) or parsed(words, given), words.span(*todo)
    told = phrase_from(words, given + 1)
    predicate = words.span(given, given + 1)
    if subject is None or told is None or obj is None or predicate is None:
        return []
    clause = words.span(subject.first, todo[1]) or (words.start, words.end)
    return [
        _marked(
            Draft(Act.DEMAND, "time-set", predicate, clause, actor, obj, obj, _whom(words, told)),
            words.low(given),
        )
        for actor in doers_of(words, subject, context).actors
    ]


def _marked(draft: Draft, word: str) -> Draft:
    flags = (*(draft.actor.flags if draft.actor else ()), Flag("deadline"))
    return replace(draft, flags=flags, word=word)


def _whom(words: Words, told: Phrase) -> str | None:
    group = words[told.head].group
    actors = actors_of(group, words.start) if group is not None else ()
    return actors[0].name if len(actors) == 1 else None
