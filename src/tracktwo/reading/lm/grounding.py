"""Answers held against the stored text: what stands there word for word becomes drafts, the rest goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from tracktwo.reading.clauses.draft import Draft, Span
from tracktwo.reading.lm.asking import Answer
from tracktwo.reading.lm.passages import Passage
from tracktwo.reading.lm.who import Names, Who
from tracktwo.reports.locating import places
from tracktwo.vocabulary import Act, Modality, Segment

RULE = "lm"
# Attributes that quote the passage; each must stand in it.
QUOTED = ("predicate", "actor", "actor_named", "object", "toward", "condition", "source", "cue")
_CONTENT = (Act.STATE, Act.EXPECT)
_SENTENCES = 2

E = TypeVar("E", bound=StrEnum)


class Dropped(StrEnum):
    """Why an answer gave no claim."""

    NOT_THERE = "words that do not stand in the text"
    TWICE = "words that stand there more than once"
    TOO_LONG = "running over too many sentences"
    NO_PREDICATE = "no word that carries the act"
    UNKNOWN_ACT = "an act that is none of the codebook"
    UNKNOWN_MODALITY = "a modality that is none of the codebook"


@dataclass(frozen=True, slots=True)
class Grounded:
    """The drafts of one answer (one for each actor) and the sentence their predicate stands in."""

    sentence: Segment
    drafts: tuple[Draft, ...]


def ground(answer: Answer, passage: Passage, text: str, names: Names) -> Grounded | Dropped:
    """Return an answer as drafts on the stored text, or why it gives none.

    Parameters
    ----------
    answer : Answer
        As the model gave it.
    passage : Passage
        What it was asked about.
    text : str
        The stored text.
    names : callable
        The mentions of a sentence.
    """
    act = _one_of(answer.attributes.get("act"), Act)
    if act is None:
        return Dropped.UNKNOWN_ACT
    modality = _one_of(answer.attributes.get("modality") or Modality.ASSERTED, Modality)
    if modality is None:
        return Dropped.UNKNOWN_MODALITY
    given = {name: words for name in QUOTED if (words := _words(answer.attributes, name))}
    if "predicate" not in given:
        return Dropped.NO_PREDICATE
    clause = _clause(answer, passage, text)
    if isinstance(clause, Dropped):
        return clause
    if len(passage.around(*clause)) > _SENTENCES:
        return Dropped.TOO_LONG
    found = _located(given, clause, passage, text)
    if found is None:
        return Dropped.NOT_THERE
    home = passage.around(*found["predicate"])[0]
    return Grounded(home, _drafts(act, modality, clause, found, (Who(text, passage, names), text, home)))


def _drafts(
    act: Act, modality: Modality, clause: Span, found: Mapping[str, Span], place: tuple[Who, str, Segment]
) -> tuple[Draft, ...]:
    who, text, home = place
    return tuple(
        Draft(
            act,
            RULE,
            found["predicate"],
            clause,
            actor=actor,
            object=found.get("object"),
            toward=who.name(found.get("toward")),
            modality=modality,
            condition=found.get("condition"),
            attribution=who.source(found.get("source"), found.get("cue")),
            flags=actor.flags if actor else (),
            content=act in _CONTENT and "object" in found,
            word=text[slice(*found["predicate"])].split()[-1].lower(),
        )
        for actor in who.actors(found.get("actor"), found.get("actor_named"), home)
    )


def _clause(answer: Answer, passage: Passage, text: str) -> Span | Dropped:
    """Where the claim stands: the only place, or among several the one that LangExtract found."""
    found = _whole(answer.text, text, (passage.start, passage.end))
    if not found:
        return Dropped.NOT_THERE
    if len(found) == 1:
        return found[0]
    at = (passage.start + answer.at[0], passage.start + answer.at[1]) if answer.at else None
    return at if at in found else Dropped.TWICE


def _located(given: Mapping[str, str], clause: Span, passage: Passage, text: str) -> dict[str, Span] | None:
    """Where each quoted attribute stands, as near to the predicate as can be; None if one stands nowhere."""
    sentences = passage.around(*clause)
    predicates = [span for span in _whole(given["predicate"], text, clause) if passage.around(*span)]
    if not predicates:
        return None
    actors = _whole(given["actor"], text, clause) if "actor" in given else []
    pairs = [(one, other) for one in predicates for other in actors if not _touch(one, other)]
    predicate = min(pairs, key=lambda pair: _gap(*pair))[0] if pairs else predicates[0]
    home = passage.around(*predicate)[0]
    found = {"predicate": predicate}
    for name in QUOTED[1:]:
        if name not in given:
            continue
        # Whom a pronoun stands for may be named anywhere before it; an object starts in the claim's quote.
        first = {"actor_named": passage.start, "object": home.start}.get(name, sentences[0].start)
        near = _whole(given[name], text, clause) or _whole(given[name], text, (first, sentences[-1].end))
        free = [s for s in near if not _touch(s, predicate) and (name != "object" or s[0] >= home.start)]
        if not free:
            return None
        after = [span for span in free if name == "object" and span[0] >= predicate[1]]
        found[name] = min(after or free, key=lambda span: (_gap(predicate, span), span))
    return found


def _whole(words: str, text: str, around: Span) -> list[Span]:
    """Where words stand as words, not as parts of longer ones."""
    return [
        (first, last)
        for first, last in places(words, text, *around)
        if not (_inside(text, first) or _inside(text, last))
    ]


def _inside(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _gap(one: Span, other: Span) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _words(attributes: Mapping[str, Any], name: str) -> str:
    value = attributes.get(name)
    return " ".join(str(value).split()) if value is not None else ""


def _one_of(value: Any, kind: type[E]) -> E | None:
    word = str(value or "").strip().casefold().replace(" ", "_").replace("-", "_")
    return next((one for one in kind if one.value == word), None)
