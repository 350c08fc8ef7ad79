"""What is to come: expected durations, deadlines, planned votes and meetings, topics of meetings."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.extents import clause_end
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.nearness import near
from tracktwo.reading.clauses.phrases import phrase_ending
from tracktwo.reading.clauses.verb_words import AUX, BE
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.vocabulary import Act, Flag, Modality

_TOPICS = frozenset({"topic", "subject", "agenda"})
_TO_COME = frozenset({"expected", "likely", "set", "due"})


def topic(words: Words, context: Context, drafts: list[Draft]) -> list[Draft]:
    """``aid was a key topic``: the body that met discussed it."""
    for i in words.places(_TOPICS, 2):
        if any(d.act is Act.DISCUSS for d in drafts):
            continue
        phrase = phrase_ending(words, i)
        if phrase is None:
            continue
        verb = phrase.first - 1
        if words.low(verb) == "on":
            verb -= 1
        if words.low(verb) not in ("was", "were", "is", "are", "been", "also"):
            continue
        start = 0
        comma = next((k for k in range(verb) if words.low(k) == ","), None)
        if comma is not None and comma < 3:
            start = comma + 1
        obj, predicate = words.span(start, verb), words.span(verb, i + 1)
        if obj is None or predicate is None or context.body is None:
            return []
        body = context.body
        actor = replace(
            body, text="", start=-1, end=-1, flags=(Flag("actor-inferred", f"from {body.text!r} before"),)
        )
        return [
            Draft(
                Act.DISCUSS,
                "topic",
                predicate,
                (obj[0], predicate[1]),
                actor,
                obj,
                obj,
                flags=actor.flags,
                word=words.low(i),
            )
        ]
    return []


def expected_duration(words: Words, context: Context) -> list[Draft]:
    """``These talks, expected to span at least two weeks``."""
    for i in words.places(_TO_COME, 1):
        if words.low(i + 1) != "to":
            continue
        if words.low(i + 2) not in ("last", "span", "take", "run", "continue", "go"):
            continue
        phrase = near(words, i)
        if phrase is None:
            j = i - 1
            while j >= 0 and (words[j].punct or words.low(j) in AUX or words.tag(j).startswith("RB")):
                j -= 1
            phrase = phrase_ending(words, j)
        if (
            phrase is None
            or words[phrase.head].group is not None
            or words.low(phrase.head)
            not in object_words("proposal") | object_words("talks") | {"strike", "they", "it"}
        ):
            continue
        if words.tag(phrase.head) == "PRP" and not any(s.thing for s in context.recent(1)):
            continue
        end = next(
            (k for k in range(i + 3, len(words)) if words[k].punct and words.low(k) != "-"), len(words)
        )
        predicate, obj, subject = (
            words.span(i, i + 3),
            words.span(i + 3, end),
            words.span(phrase.first, phrase.last),
        )
        if predicate and obj and subject:
            actor = ActorRef(None, words.text[subject[0] : subject[1]], *subject, kind="thing")
            return [
                Draft(
                    Act.EXPECT,
                    "expected-duration",
                    predicate,
                    (subject[0], obj[1]),
                    actor,
                    obj,
                    obj,
                    word=words.low(i),
                )
            ]
    return []


_MUST = frozenset({"must", "have", "has"})
_ENDS = frozenset({"expires", "expire", "expired", "lapses", "lapse", "ends", "end", "terminates"})


def deadline(words: Words) -> list[Draft]:
    """``The two sides must conclude by 30 June``, ``the contract expires on March 31``."""
    for i in words.places(_ENDS | _MUST, 1):
        low = words.low(i)
        ends = low in _ENDS and words.tag(i).startswith("VB") and words.low(i + 1) in ("on", "in", "at")
        must = (
            low in _MUST
            and words.tag(i).startswith(("MD", "VB"))
            and any(
                words.low(k) == "by" and (words.tag(k + 1) == "CD" or words.low(k + 1) in DAYS)
                for k in range(i, len(words))
            )
        )
        if not ends and not must:
            continue
        phrase = phrase_ending(words, i - 1)
        wanted = (
            object_words("deal") | object_words("talks")
            if ends
            else object_words("talks") | {"sides", "parties"}
        )
        acting = phrase is not None and must and any(m.acts for m in words.speakers(phrase.head))
        if phrase is None or not (acting or words.low(phrase.head) in wanted | {"mandate", "arrangement"}):
            continue
        if must and low != "must" and words.low(i + 1) != "to":
            continue
        subject, predicate = words.span(phrase.first, phrase.last), words.span(i, i + 1)
        end = clause_end(words, i + 1, content=False)
        obj = subject if ends else words.span(i + 1, end)
        if subject is None or predicate is None or obj is None:
            continue
        modality = Modality.PLANNED if ends else Modality.REQUIRED
        clause = (subject[0], (words.span(phrase.first, end) or subject)[1])
        return [
            Draft(
                Act.STATE,
                "deadline",
                predicate,
                clause,
                None,
                obj,
                obj,
                modality=modality,
                flags=(Flag("deadline"),),
                word=low,
            )
        ]
    return []


_PLANNED = frozenset({"planned", "scheduled", "set", "due", "held", "convened", "take"})
_SCHEDULED = {
    "ballot": Act.VOTE,
    "vote": Act.VOTE,
    "referendum": Act.VOTE,
    "meeting": Act.MEET,
    "talks": Act.MEET,
    "session": Act.MEET,
    "summit": Act.MEET,
    "round": Act.MEET,
    "negotiations": Act.MEET,
}


def scheduled(words: Words) -> list[Draft]:
    """``The ballot is planned for March 12``, ``the next round will be held on 20 April``: a vote or
    meeting to come, its people not stated.
    """
    for i in words.places(_PLANNED, 2):
        first = _planned(words, i)
        act = _SCHEDULED.get(words.low(first - 1)) if first else None
        if first is None or act is None:
            continue
        last = i + 2 if words.low(i) == "take" else i + 1
        phrase, predicate = phrase_ending(words, first - 1), words.span(first, last)
        obj = words.span(phrase.first, phrase.last) if phrase else None
        if predicate and obj:
            return [
                Draft(
                    act,
                    "scheduled",
                    predicate,
                    (words.start, words.end),
                    None,
                    obj,
                    obj,
                    modality=Modality.PLANNED,
                    flags=(Flag("agent-not-stated"),),
                    word=words.low(i),
                )
            ]
    return []


def _planned(words: Words, i: int) -> int | None:
    """The first word of "is planned for", "will be held", "is to take place"; None where ``i`` ends none."""
    if words.low(i) in ("planned", "scheduled", "set", "due") and words.low(i - 1) in BE:
        return i - 1 if words.low(i + 1) in ("for", "on", "to") else None
    if words.low(i) in ("held", "convened") and words.low(i - 1) == "be":
        i -= 1
    elif not (words.low(i) == "take" and words.low(i + 1) == "place"):
        return None
    if words.low(i - 1) == "will":
        return i - 1
    return i - 2 if words.low(i - 1) == "to" and words.low(i - 2) in BE else None


_INDICATE = frozenset(
    {
        "indicate",
        "indicates",
        "indicated",
        "suggest",
        "suggests",
        "suggested",
        "signal",
        "signals",
        "signalled",
    }
)


def talks_indicate(words: Words) -> list[Draft]:
    """``discussions indicate that a response is expected``: who expects it is not stated."""
    for i in words.places(_INDICATE, 1):
        if words.low(i - 1) not in object_words("talks") | {"signs", "reports"} or words.low(i + 1) != "that":
            continue
        end = clause_end(words, i + 2, content=True)
        if not any(
            words.low(k) in ("expected", "likely", "may", "could", "might", "possible")
            for k in range(i + 2, end)
        ):
            continue
        obj, phrase = words.span(i + 2, end), phrase_ending(words, i - 1)
        subject = words.span(phrase.first, phrase.last) if phrase else None
        if obj and subject:
            actor = ActorRef(None, words.text[subject[0] : subject[1]], *subject, unnamed=True, kind="thing")
            return [
                Draft(
                    Act.EXPECT,
                    "talks-indicate",
                    (words[i].start, words[i].end),
                    (subject[0], obj[1]),
                    actor,
                    obj,
                    obj,
                    modality=Modality.POSSIBLE,
                    word=words.low(i),
                )
            ]
    return []
