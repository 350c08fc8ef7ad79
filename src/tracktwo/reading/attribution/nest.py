"""Nesting: acts told inside what somebody said carry that somebody as their source."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.draft import DENYING, ActorRef, Draft
from tracktwo.vocabulary import Modality, Source


def source_of(actor: ActorRef, cue: str) -> Source:
    """An actor as a link of an attribution chain."""
    return Source(
        None if actor.unnamed else actor.name,
        actor.text,
        actor.start,
        actor.end,
        cue,
        actor.party,
        actor.unnamed,
    )


def nest(drafts: list[Draft]) -> list[Draft]:
    """Give every draft the sources whose content it stands in, nearest first."""
    return [_nested(draft, drafts) for draft in drafts]


def _nested(draft: Draft, drafts: list[Draft]) -> Draft:
    if any(flag.code == "presupposed" for flag in draft.flags):
        return draft  # what a text presupposes is the reporter's, wherever it stands
    around: dict[tuple[int, int], Draft] = {}
    for other in drafts:
        if (
            not other.content
            or other.object is None
            or other.actor is None
            or other is draft
            or other.rule == "according-to"
        ):
            continue
        first, last = other.object
        if (
            (
                first <= draft.predicate[0]
                and draft.predicate[1] <= last
                and other.predicate != draft.predicate
                and other.object != draft.predicate
            )
            and other.actor.start >= 0
            and other.actor.relation in ("speaker",)
            # Of "A and B said they rejected it", each is the source of its own refusal.
            and (other.object not in around or (draft.actor and other.actor.name == draft.actor.name))
        ):
            around[other.object] = other
    if not around:
        return draft
    chain = sorted(
        around.values(), key=lambda other: (other.object[1] - other.object[0]) if other.object else 0
    )
    sources = tuple(source_of(o.actor, o.word) for o in chain if o.actor) + draft.attribution
    modality = (
        Modality.DENIED
        if any(o.word.startswith(DENYING) for o in chain) and draft.modality is Modality.ASSERTED
        else draft.modality
    )
    return replace(_within(draft, chain[0]), attribution=sources, modality=modality)


def _within(draft: Draft, said: Draft) -> Draft:
    """What is told inside a saying ends where the saying does: "X will free ten, officials said"."""
    if draft.object is None or said.object is None or said.actor is None:
        return draft
    first, last = draft.object
    if not first < said.object[1] < last or said.actor.start < said.object[1]:
        return draft
    return replace(draft, object=(first, said.object[1]))
