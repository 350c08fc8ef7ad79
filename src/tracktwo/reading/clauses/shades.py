"""Shades: what an act becomes for supporters and opposers, in refusals of anything, and whom a meeting is
with.
"""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.kinds import AGAINST
from tracktwo.reading.clauses.matching import match
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
    if ahead and words.low(obj[0]) in ("any", "anything") and not _for_now(words, obj):
        return Act.RULE_OUT, Modality.ASSERTED
    return act, modality


def _for_now(words: Words, obj: tuple[int, int]) -> bool:
    """``any review before 2035``: only its time is refused."""
    for k in range(obj[0] + 1, min(obj[0] + 8, len(words))):
        if words.low(k) in ("before", "until", "till", "prior", "pending"):
            return True
        if words[k].punct or words.low(k) in ("that", "which", "who"):
            return False
    return False


def suggested_so(words: Words, predicate: Predicate, obj: tuple[int, int] | None, act: Act) -> Act:
    """``suggested that the vote was rigged`` says how things are; ``suggested that it be moved`` proposes."""
    if act is not Act.PROPOSE or predicate.frame.words != ("suggest",) or obj is None or predicate.passive:
        return act
    verb = next(
        (k for k in range(obj[0], min(obj[1], obj[0] + 10)) if words.tag(k).startswith(("VB", "MD"))), None
    )
    subject = verb is not None and verb > obj[0] and words.tag(obj[0]) not in ("VBG", "TO")
    so = verb is not None and words.low(verb) in ("was", "were", "is", "are", "had", "has", "did", "does")
    return Act.STATE if subject and so else act


def could_not(words: Words, predicate: Predicate, act: Act, modality: Modality) -> tuple[Act, Modality]:
    """``could not accept`` refuses; ``did not accept`` only tells that nothing was accepted."""
    before = {words.low(k) for k in range(max(0, predicate.verb - 3), predicate.verb)}
    if act is Act.ACCEPT and modality is Modality.NEGATED and before & {"could", "cannot", "can", "ca"}:
        return Act.REJECT, Modality.ASSERTED
    return act, modality


def twice_denied(
    words: Words, obj: tuple[int, int] | None, act: Act, modality: Modality
) -> tuple[Act, Modality, tuple[int, int] | None]:
    """``refused to rule out a strike``, ``declined to oppose it``: what was not done, and to what.

    Refusing to be against something is neither being against it nor being for it.
    """
    if act is not Act.REJECT or modality is not Modality.ASSERTED or obj is None or words.low(obj[0]) != "to":
        return act, modality, obj
    frames = load_verbs().frames.get(words.low(obj[0] + 1), ())
    for frame in frames:
        last = match(words, obj[0] + 1, frame)
        if frame.act in AGAINST and last is not None and last < obj[1]:
            return frame.act, Modality.NEGATED, (last, obj[1])
    return act, modality, obj


_TURNED = frozenset(
    {Act.RULE_OUT, Act.ACCEPT, Act.CONCEDE, Act.WITHDRAW, Act.AGREE, Act.REJECT, Act.OPPOSE, Act.RATIFY}
)


def of_nothing(words: Words, obj: tuple[int, int] | None, act: Act, modality: Modality) -> Modality:
    """``ruled out nothing``, ``accepted none of the terms``, ``rejected no offer``: not done.

    "Supported no text" is left alone: what somebody is for may be that there is none.
    """
    if obj is None or modality not in (Modality.ASSERTED, Modality.CONDITIONAL, Modality.PLANNED):
        return modality
    first = words.low(obj[0])
    none = first in ("nothing", "none", "neither", "nobody") and act in _TURNED | {Act.SUPPORT}
    no = first == "no" and words.low(obj[0] + 1) not in ("longer", "more", "less", "fewer") and act in _TURNED
    return Modality.NEGATED if none or no else modality


def relation_act(act: Act, modality: Modality, relation: str, *, passive: bool) -> tuple[Act, Modality]:
    """The act of a supporter or opposer of what a speaker did; others do the speaker's own act.

    In a passive ("was rejected by A and supported by B") they support or oppose the thing itself.
    """
    if passive and relation in ("supporter", "opposer"):
        return (Act.SUPPORT if relation == "supporter" else Act.OPPOSE), modality
    if relation == "supporter":
        return (act if act in AGAINST or act is Act.WARN else Act.SUPPORT), modality
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
