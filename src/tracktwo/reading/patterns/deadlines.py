"""Time given: "Kenya has until Friday to respond", "Norway gave Kenya a week", "set a deadline of Friday"."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.extents import clause_end, object_end
from tracktwo.reading.clauses.infinitives import time_given
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.nearness import near, parsed
from tracktwo.reading.clauses.phrases import Phrase, left_of, phrase_from
from tracktwo.reading.clauses.resolving import doers_of
from tracktwo.reading.clauses.verb_words import BE
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.vocabulary import Act, Flag, Modality

_DEADLINES = frozenset({"deadline", "ultimatum"})
_SETTING = frozenset(
    {"set", "impose", "fix", "announce", "name", "issue", "give", "declare", "confirm", "extend"}
)
_REACH = 7
_TO = frozenset({"to"})
_RELATIVE = frozenset({"midnight", "noon", "tomorrow", "tonight", "today"})


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
    for before in words.places(_TO, 2):
        verb = before + 1
        given = time_given(words, verb) if words.tag(verb).startswith(("VB", "NN")) else None
        if given is None or not _dated(words, given, verb):
            continue
        end = clause_end(words, verb, content=False)
        todo = (verb - 1, object_end(words, verb, end, content=False))
        if load_verbs().lemmas.get(words.low(given)) in ("give", "allow") and words.low(given - 1) not in BE:
            return _set_by(words, given, todo, context)
        return _had(words, given, todo)
    return _named(words, context)


def _named(words: Words, context: Context) -> list[Draft]:
    """``Norway set (Kenya) a deadline of Friday (to respond)``; ``a deadline of Friday was set``."""
    for noun in words.places(_DEADLINES, 1):
        if words[noun].group is not None:
            continue
        end = object_end(words, noun, clause_end(words, noun, content=False), content=False)
        verb = _setting_before(words, noun)
        if verb is not None and any(_is_time(words, k) for k in range(noun, end)):
            todo = (left_of(words, noun), end)
            passive = words.low(verb - 1) in BE
            return _had(words, verb, todo) if passive else _set_by(words, verb, todo, context)
        if verb is None and (set_for := _set_for(words, noun)) is not None:
            return [set_for]
    return []


def _set_for(words: Words, noun: int) -> Draft | None:
    """``The deadline is Friday``, ``the deadline was set for 3 May``."""
    verb = next((k for k in range(noun + 1, min(noun + _REACH, len(words))) if words.low(k) in BE), None)
    if verb is None or any(words[k].punct for k in range(noun, verb)) or words.low(verb + 1) == "not":
        return None
    verbal = load_verbs().lemmas.get(words.low(verb + 1), words.low(verb + 1))
    at = verb + 3 if verbal in _SETTING else verb + 1
    stop = clause_end(words, verb + 1, content=False)
    if not any(_is_time(words, k) for k in range(at, min(at + 3, stop))):
        return None
    named = Phrase(left_of(words, noun), verb, noun)
    return next(iter(_had(words, verb, (named.first, stop), named)), None)


def _setting_before(words: Words, noun: int) -> int | None:
    for k in range(noun - 1, max(0, noun - _REACH), -1):
        if words[k].punct or words.tag(k) in ("IN", "TO", "MD"):
            return None
        if words.tag(k).startswith("VB") and load_verbs().lemmas.get(words.low(k), words.low(k)) in _SETTING:
            return k if words.low(k - 1) not in ("to", "not") else None
    return None


def _is_time(words: Words, at: int) -> bool:
    return words.tag(at) == "CD" or words.low(at) in DAYS or words.low(at) in _RELATIVE


def _dated(words: Words, given: int, verb: int) -> bool:
    """Whether a day is named; "has days to decide" is no date, "has three days to decide" is."""
    between = range(given + 1, verb - 1)
    return any(words.low(k) in ("until", "till", "a", "an") or words.tag(k) == "CD" for k in between)


def _had(words: Words, given: int, todo: tuple[int, int], named: Phrase | None = None) -> list[Draft]:
    subject, obj = named or near(words, given) or parsed(words, given), words.span(*todo)
    predicate = words.span(given, given + 1)
    if subject is None or obj is None or predicate is None:
        return []
    clause = words.span(subject.first, todo[1]) or (words.start, words.end)
    draft = Draft(Act.STATE, "deadline", predicate, clause, None, obj, obj, modality=Modality.REQUIRED)
    return [_marked(draft, words.low(given))]


def _set_by(words: Words, given: int, todo: tuple[int, int], context: Context) -> list[Draft]:
    subject, obj = near(words, given) or parsed(words, given), words.span(*todo)
    told = phrase_from(words, given + 1)
    whom = _whom(words, told) if told is not None else None
    predicate = words.span(given, given + 1)
    if subject is None or obj is None or predicate is None:
        return []
    clause = words.span(subject.first, todo[1]) or (words.start, words.end)
    setters = doers_of(words, subject, context).actors
    if not setters:
        return _had(words, given, todo)  # "the constitution gives the parties until Friday"
    return [
        _marked(
            Draft(Act.DEMAND, "time-set", predicate, clause, actor, obj, obj, whom),
            words.low(given),
        )
        for actor in setters
    ]


def _marked(draft: Draft, word: str) -> Draft:
    flags = (*(draft.actor.flags if draft.actor else ()), Flag("deadline"))
    return replace(draft, flags=flags, word=word)


def _whom(words: Words, told: Phrase) -> str | None:
    group = words[told.head].group
    actors = actors_of(group, words.start) if group is not None else ()
    return actors[0].name if len(actors) == 1 else None
