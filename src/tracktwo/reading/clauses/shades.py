"""Shades: what an act becomes for supporters and opposers, in refusals of anything, and whom a meeting is
with.
"""

from __future__ import annotations

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.kinds import AGAINST
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Modality


def ruled_out(
    words: Words, predicate: Predicate, obj: tuple[int, int] | None, act: Act, modality: Modality
) -> tuple[Act, Modality]:
    """``will not sign anything that ...`` rules something out; ``will not sign the deal`` only refuses
    that deal.
    """
    if act not in (Act.ACCEPT, Act.AGREE, Act.SUPPORT) or modality is not Modality.NEGATED or obj is None:
        return act, modality
    ahead = any(
        words.low(k) in ("will", "can", "cannot", "would", "never", "wo", "ca")
        for k in range(max(0, predicate.verb - 3), predicate.verb)
    )
    if ahead and words.low(obj[0]) in ("any", "anything"):
        return Act.RULE_OUT, Modality.ASSERTED
    return act, modality


def could_not(words: Words, predicate: Predicate, act: Act, modality: Modality) -> tuple[Act, Modality]:
    """``could not accept`` refuses; ``did not accept`` only tells that nothing was accepted."""
    before = {words.low(k) for k in range(max(0, predicate.verb - 3), predicate.verb)}
    if act is Act.ACCEPT and modality is Modality.NEGATED and before & {"could", "cannot", "can", "ca"}:
        return Act.REJECT, Modality.ASSERTED
    return act, modality


def relation_act(act: Act, modality: Modality, relation: str, *, passive: bool) -> tuple[Act, Modality]:
    """The act of a supporter or opposer of what a speaker did; others do the speaker's own act.

    In a passive ("was rejected by A and supported by B") they support or oppose the thing itself.
    """
    if passive and relation in ("supporter", "opposer"):
        return (Act.SUPPORT if relation == "supporter" else Act.OPPOSE), modality
    if relation == "supporter":
        return (act if act in AGAINST else Act.SUPPORT), modality
    if relation == "opposer":
        if act in AGAINST:
            return act, Modality.NEGATED
        if act is Act.SUPPORT and modality is Modality.NEGATED:
            return Act.SUPPORT, Modality.ASSERTED
        return Act.OPPOSE, modality
    return act, modality


def with_whom(words: Words, obj: tuple[int, int], actor: ActorRef) -> str | None:
    """The first named person or party in a meeting's object that is not the actor."""
    for k in range(*obj):
        group = words[k].group
        if group is None:
            continue
        for mention in group.speakers:
            if (
                mention.canonical
                and mention.canonical != actor.name
                and not mention.modifier
                and mention.acts
            ):
                return None if "located" in mention.flags else mention.canonical
    return None


def meeting_with(words: Words, first: int, last: int) -> str | None:
    """Whom an act is done with or to, told as a meeting: "during his meetings with X", "in talks with X"."""
    meetings = listed("meetings")
    for k in range(first, min(last, len(words)) - 1):
        if words.low(k) == "with" and words.low(k - 1) in meetings:
            group = words[k + 1].group or (words[k + 2].group if k + 2 < len(words) else None)
            if group and len(group.speakers) == 1:
                return group.speakers[0].canonical
    return None
