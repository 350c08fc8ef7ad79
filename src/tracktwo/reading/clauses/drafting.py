"""Drafting: one predicate, one actor and what is governed become a draft."""

from __future__ import annotations

from tracktwo.reading.clauses.draft import ActorRef, Draft, Span
from tracktwo.reading.clauses.governed import Governed
from tracktwo.reading.clauses.kinds import SPEECH
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.shades import (
    could_not,
    meeting_with,
    of_nothing,
    relation_act,
    ruled_out,
    suggested_so,
    twice_denied,
    with_whom,
)
from tracktwo.reading.clauses.verb_words import AUX
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.modality import modality_of
from tracktwo.vocabulary import Act, Modality


def shown(words: Words, predicate: Predicate) -> Span:
    """The words of a predicate with its auxiliaries and negation ("did not vote on")."""
    first = predicate.first
    while (
        first > 0
        and words[first - 1].group is None
        and (
            words.low(first - 1) in AUX
            or words.low(first - 1) in ("not", "n't", "never", "to")
            or (words.tag(first - 1).startswith("RB") and words.low(first - 2) in AUX)
        )
        and words.low(first - 1) not in ("'s", "'d")
        and not (words.low(first - 1) == "to" and predicate.form != "inf")
    ):
        first -= 1
    while words.low(first) == "to":
        first += 1
    last = predicate.last if predicate.after >= predicate.last else predicate.verb + 1
    while last > predicate.verb + 1 and words.low(last - 1) in ("that", "whether", "if"):
        last -= 1
    span = words.span(first, last)
    assert span is not None
    return span


def span_of(words: Words, pair: tuple[int, int] | None) -> Span | None:
    """The stored-text span of a word range, or None."""
    return words.span(*pair) if pair else None


def draft_of(words: Words, predicate: Predicate, actor: ActorRef, governed: Governed) -> Draft:
    """The draft of one actor doing what a predicate says."""
    act, modality = relation_act(
        predicate.frame.act, modality_of(words, predicate), actor.relation, passive=predicate.passive
    )
    # What is proposed may hold a condition; the proposing, and siding with it, does not hang on it.
    put_forward = predicate.frame.act is Act.PROPOSE
    condition = governed.condition if act is predicate.frame.act or not put_forward else None
    if (
        condition
        and not put_forward
        and modality in (Modality.ASSERTED, Modality.PLANNED)
        and act not in (Act.STATE, Act.MEET, Act.USE_FORCE, Act.THREATEN, Act.VOTE)
    ):
        modality = Modality.CONDITIONAL
    obj = governed.object
    act, modality = ruled_out(words, predicate, obj, act, modality)
    act, modality = could_not(words, predicate, act, modality)
    act, modality, obj = twice_denied(words, obj, act, modality)
    modality = of_nothing(words, obj, act, modality)
    act = suggested_so(words, predicate, obj, act)
    toward = governed.toward
    if (
        act is Act.MEET
        and obj is not None
        and predicate.frame.words[0] not in ("travel", "journey", "fly", "arrive")
    ):
        toward = toward or with_whom(words, obj, actor)
    if act in (Act.URGE, Act.MEET, Act.DEMAND, Act.DISCUSS) and obj is not None and toward is None:
        toward = meeting_with(words, obj[1], governed.clause[1])
    rule = f"verb-{predicate.frame.words[0]}" if predicate.noun is None else "light-verb"
    flags = actor.flags
    return Draft(
        act,
        rule,
        shown(words, predicate),
        words.span(*governed.clause) or (words.start, words.end),
        actor,
        span_of(words, obj),
        span_of(words, governed.message),
        toward,
        modality,
        span_of(words, condition),
        (),
        flags,
        (governed.content or (act in SPEECH and predicate.frame.object in ("any", "content", "named")))
        and not predicate.passive
        and predicate.frame.object != "feeling",
        words.low(predicate.verb),
    )
