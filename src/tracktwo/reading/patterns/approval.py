"""Required approval: "X, which require cabinet approval", "the deal must be ratified by the members"."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.nearness import near
from tracktwo.reading.clauses.phrases import phrase_ending
from tracktwo.reading.clauses.resolving import parties_before
from tracktwo.reading.clauses.verb_words import AUX
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context, infer_party, refine_body
from tracktwo.reading.masking import ActorGroup
from tracktwo.reading.patterns.issues import readings_of
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Modality

_NEEDED = frozenset({"require", "requires", "required", "need", "needs", "needed"})
_APPROVED = frozenset({"approved", "ratified", "endorsed"})
# What several sides approve by, each by its own.
_ORGANS = {"parliaments": "Parliament", "cabinets": "Cabinet", "senates": "Senate", "boards": "Board"}
_CUES = _NEEDED | _APPROVED | {"subject"}


def approval(words: Words, context: Context) -> list[Draft]:
    """``X, which require cabinet approval``; ``the deal must be ratified by the members``."""
    for i in words.places(_CUES, 1):
        low = words.low(i)
        body_at = after = None
        if low in _NEEDED and words[i].group is None:
            body_at, after = _approving_body(words, i + 1)
        elif low == "subject" and words.low(i + 1) == "to":
            body_at, after = _approving_body(words, i + 2)
        elif low in _APPROVED and words.low(i - 1) == "be" and words.low(i + 1) == "by":
            if not any(
                words.low(k) in ("must", "should", "needs", "need", "has", "have", "to")
                for k in range(max(0, i - 4), i)
            ):
                continue
            return [d for at in _each_body(words, i) for d in _ratify(words, i, at, at + 1, context)]
        if body_at is None or after is None:
            continue
        return _ratify(words, i, body_at, after, context)
    return []


def _each_body(words: Words, i: int) -> list[int]:
    """``approved by the board and by Peru's parliament``: the names behind every "by" of the clause."""
    ends = next(
        (k for k in range(i, len(words)) if words.low(k) in (".", ";", "before", "which")), len(words)
    )
    found = []
    for by in [i + 1, *(k for k in range(i + 3, min(i + 20, ends)) if words.low(k - 1) == "and")]:
        if words.low(by) == "by":
            named = (k for k in range(by + 1, min(by + 5, ends)) if words[k].group is not None)
            found += list(named)[:1]
    return found


def _approving_body(words: Words, start: int) -> tuple[int | None, int | None]:
    body = None
    for k in range(start, min(start + 9, len(words))):
        if words[k].group is not None:
            body = k if body is None else body
        if words.low(k) in listed("approval"):
            if body is None and words.low(k + 1) in ("by", "of", "from", "in"):
                body = next(
                    (n for n in range(k + 2, min(k + 6, len(words))) if words[n].group is not None), None
                )
                return body, (body + 1 if body is not None else None)
            return body, k + 1
        if words.low(k) in (",", ".", ";", "that"):
            break
    return None, None


def _ratify(words: Words, i: int, body_at: int, after: int, context: Context) -> list[Draft]:
    group = words[body_at].group
    if group is None:
        return []
    first = i
    while words.low(first - 1) in AUX or words.low(first - 1) in (
        "must",
        "to",
        "be",
        "not",
        "still",
        "also",
        "needs",
        "need",
        "has",
        "have",
    ):
        first -= 1
    relative = words.low(first - 1) in ("which", "that")
    phrase = (
        phrase_ending(words, first - 3 if relative and words.low(first - 2) == "," else first - 2)
        if relative
        else near(words, i) or phrase_ending(words, first - 1)
    )
    obj = words.span(phrase.first, phrase.last) if phrase else None
    predicate = words.span(first, after)
    if predicate is None or obj is None:
        return []
    flags = readings_of(words, first - 1, "what needs approval") if relative else ()
    parties = parties_before(words, i)
    if flags:
        nearer = words.text.rfind(flags[0].readings[0], words.start, words[i].start)
        obj = (nearer, nearer + len(flags[0].readings[0])) if nearer >= 0 else obj
    drafts = []
    for actor in _members(words, body_at, group, context):
        known = infer_party(actor, parties, context)
        drafts.append(
            Draft(
                Act.RATIFY,
                "required-approval",
                predicate,
                (obj[0], predicate[1]),
                known,
                obj,
                obj,
                None,
                Modality.REQUIRED,
                flags=(*known.flags, *flags),
                word=words.low(i),
            )
        )
    return drafts


def _organ_of(actor: ActorRef, organ: str) -> ActorRef:
    """``the parliaments of Peru and Chile``: Peru's parliament, where Peru stands."""
    return replace(actor, name=organ, party=actor.party or actor.name, role=None, kind="body")


def _members(words: Words, body_at: int, group: ActorGroup, context: Context) -> tuple[ActorRef, ...]:
    """Who approves: the body named, or the members of the one named ("the union's 1,240 members")."""
    actors = actors_of(group, words.start)
    organ = _ORGANS.get(words.low(body_at - 2)) if words.low(body_at - 1) == "of" else None
    if organ is not None:
        return tuple(_organ_of(actor, organ) for actor in actors)
    head = next(
        (
            k
            for k in range(body_at + 1, min(body_at + 5, len(words)))
            if words.low(k) in ("members", "membership", "voters")
        ),
        None,
    )
    if head is None or len(actors) != 1:
        return actors
    phrase = phrase_ending(words, head)
    span = words.span(phrase.first if phrase else body_at, head + 1)
    if span is None:
        return actors
    owner = refine_body(actors[0], context)
    return (
        ActorRef(
            "Members", words.text[span[0] : span[1]], *span, None, owner.party or owner.name, kind="body"
        ),
    )
