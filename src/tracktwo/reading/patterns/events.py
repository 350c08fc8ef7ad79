"""Events told without anybody who does them: talks collapse, resume or begin, people die."""

from __future__ import annotations

from tracktwo.reading.acts import Frame
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.matter import is_victim
from tracktwo.reading.clauses.nearness import near, parsed
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.verb_words import is_verb, verb_form
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.modality import modality_of
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Flag


def events(words: Words) -> list[Draft]:
    """Drafts of events without an actor, in text order."""
    return [draft for i in range(len(words)) if (draft := _event(words, i)) is not None]


def _event(words: Words, i: int) -> Draft | None:
    act, subjects = _kind(words, i)
    if act is None or words[i].group is not None or not is_verb(words, i):
        return None
    form, passive = verb_form(words, i)
    if passive or form != "fin" or words.tag(i + 1) in ("DT", "PRP$", "PRP"):
        return None
    # The verb's own subject by the parse: "a minister in the talks resumed" is about the minister.
    phrase = parsed(words, i) or near(words, i)
    if phrase is None:
        return None
    if subjects == "victim":
        fits = is_victim(words, phrase.head, phrase.head + 1) or words.tag(phrase.head) == "CD"
    else:
        fits = words[phrase.head].group is None and words.low(phrase.head) in listed(subjects)
    stop = i
    while stop > phrase.last and (
        words.tag(stop - 1) in ("MD", "VBP", "VBZ", "VBD", "VBN") or words.tag(stop - 1).startswith("RB")
    ):
        stop -= 1
    plain = all(words.low(k) not in (",", ";", ":") for k in range(phrase.last, stop))
    obj = words.span(phrase.first, stop if plain else phrase.last)
    predicate = words.span(i, i + 2 if words.low(i + 1) in ("down", "apart") else i + 1)
    if not fits or obj is None or predicate is None:
        return None
    seen = Predicate(i, i, i + 1, i + 1, Frame(act, (words.low(i),), "none"), form, False)
    end = next(
        (k for k in range(i + 1, len(words)) if words.low(k) in (",", ";", ".", "while", "but")), len(words)
    )
    clause = words.span(phrase.first, end) or (words.start, words.end)
    return Draft(
        act,
        "event",
        predicate,
        clause,
        None,
        obj,
        obj,
        None,
        modality_of(words, seen),
        flags=(Flag("agent-not-stated"),),
        word=words.low(i),
    )


def _kind(words: Words, i: int) -> tuple[Act | None, str]:
    low, after = words.low(i), words.low(i + 1)
    if (
        low in listed("collapse")
        or (low in ("broke", "break", "broken") and after == "down")
        or (low in ("fell", "fallen", "fall") and after == "apart")
    ):
        return Act.HAPPEN, "event_talks"
    if low in ("resumed", "resume", "resumes", "restarted", "restart"):
        return Act.RESUME, "event_talks"
    if low in ("died", "perished"):
        return Act.HAPPEN, "victim"
    return None, ""
