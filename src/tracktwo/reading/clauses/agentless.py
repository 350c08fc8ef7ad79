"""Passives without an agent: the act is read, its doer not stated."""

from __future__ import annotations

from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.drafting import draft_of, shown, span_of
from tracktwo.reading.clauses.governed import Governed
from tracktwo.reading.clauses.matter import is_victim
from tracktwo.reading.clauses.phrases import Phrase, phrase_from
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.verb_words import BE
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.modality import modality_of
from tracktwo.vocabulary import Act, Flag

# Where somebody serves, what was built, what a beam or a demand in a market is: passives that tell no deed.
_OFTEN_NO_DEED = frozenset(
    (
        "assign",
        "commission",
        "summon",
        "support",
        "help",
        "assist",
        "aid",
        "encourage",
        "invite",
        "ask",
        "request",
        "want",
        "seek",
        "consider",
        "commit",
        "determine",
        "strengthen",
        "protect",
        "arm",
        "equip",
        "guide",
        "train",
        "join",
        "second",
        "advise",
        "press",
        "push",
        "remind",
        "swear",
        "favour",
        "favor",
        "hold",
    )
)


def without_agent(words: Words, predicate: Predicate, governed: Governed) -> list[Draft]:
    """A passive without agent ("was proposed during a meeting"): an act, its doer not stated."""
    kept = (
        Act.PROPOSE,
        Act.USE_FORCE,
        Act.SUSPEND,
        Act.RESUME,
        Act.SANCTION,
        Act.AGREE,
        Act.REJECT,
        Act.ACCEPT,
        Act.RATIFY,
        Act.OFFER,
        Act.MEET,
        Act.MEDIATE,
        Act.MANDATE,
        Act.VIOLATE,
        Act.IMPLEMENT,
        Act.CRITICISE,
        Act.WITHDRAW,
        Act.PLEDGE,
        Act.DEMAND,
        Act.URGE,
        Act.DISCUSS,
        Act.SUPPORT,
        Act.VOTE,
        Act.WARN,
    )
    told = predicate.frame.act is Act.STATE and predicate.frame.words[0] in (
        "announce",
        "declare",
        "proclaim",
    )
    in_meeting = _body_in_meeting(words, predicate, governed)
    if in_meeting or not predicate.passive or not (told or predicate.frame.act in kept):
        return in_meeting
    if predicate.form == "inf" or _asked_for(words, predicate.verb):
        return []
    if predicate.frame.words[0] in _OFTEN_NO_DEED or predicate.frame.words == ("meet",):
        return []
    if governed.object is None:
        return []
    if predicate.frame.act is Act.DISCUSS and words.low(governed.object[1] - 1) in (
        "anything",
        "nothing",
        "it",
    ):
        return []
    if (
        predicate.form == "part"
        and predicate.frame.act is not Act.USE_FORCE
        and not _goes_on(words, predicate)
        and not _concluded(words, predicate, governed)
    ):
        return []
    obj = governed.object
    toward = None
    act = predicate.frame.act
    if act is Act.USE_FORCE:
        group = words[obj[1] - 1].group
        toward = group.speakers[0].canonical if group and group.speakers else None
        deeds = object_words("harmful")
        named = words.armed and words.tag(obj[1] - 1) in ("NNP", "NNPS")
        if toward is None and not named and not is_victim(words, *obj) and words.low(obj[1] - 1) not in deeds:
            return []
        if _mishap(words, predicate):
            act = Act.HAPPEN
    elif act in (Act.PROPOSE, Act.OFFER):
        toward = _handed_to(words, predicate.last)
    return [
        Draft(
            act,
            "passive-no-agent",
            shown(words, predicate),
            words.span(*governed.clause) or (words.start, words.end),
            None,
            span_of(words, obj),
            span_of(words, obj),
            toward,
            modality_of(words, predicate),
            span_of(words, governed.condition),
            flags=(Flag("agent-not-stated"),),
            word=words.low(predicate.verb),
        )
    ]


def _concluded(words: Words, predicate: Predicate, governed: Governed) -> bool:
    """``the accord signed in May``: a participle that tells of a deal that it was made."""
    if predicate.frame.act is not Act.AGREE or governed.object is None:
        return False
    told = words.tag(predicate.verb + 1) in ("IN", "NNP", ",") and words.low(predicate.last) not in (
        "to",
        "that",
    )
    return told and words.low(governed.object[1] - 1) in object_words("treaty_or_contract")


def _goes_on(words: Words, predicate: Predicate) -> bool:
    """``was captured in May and sentenced``: the second of two passives."""
    verb = predicate.verb
    before = range(max(1, verb - 9), verb - 1)
    return words.low(verb - 1) in ("and", "but") and any(
        words.tag(k) == "VBN" and words.low(k - 1) in BE for k in before
    )


def _asked_for(words: Words, verb: int) -> bool:
    """``demanded that they be reinstated``: a bare "be" tells what is asked for."""
    bare = words.low(verb - 1) == "be" and words.tag(verb - 2) != "MD" and words.low(verb - 2) != "to"
    return bare and any(words.low(k) == "that" for k in range(max(0, verb - 9), verb))


def _mishap(words: Words, predicate: Predicate) -> bool:
    """Whether people "were killed" or "injured" where nothing tells of arms: an accident."""
    if words.armed or predicate.frame.words[0] not in (
        "kill",
        "injure",
        "wound",
        "destroy",
        "damage",
        "displace",
    ):
        return False
    told = object_words("harmful") | object_words("weapons") | object_words("fighting")
    return not any((w.low in told and w.low != "killed") or w.low.startswith("civilian") for w in words)


def _handed_to(words: Words, at: int) -> str | None:
    """``was presented to X``: who was to take it up."""
    phrase = phrase_from(words, at + 1) if words.low(at) == "to" else None
    group = words[phrase.head].group if phrase is not None else None
    names = [m.canonical for m in group.speakers if m.canonical and m.acts] if group is not None else []
    return names[0] if len(names) == 1 else None


def harm_done(words: Words, predicate: Predicate, governed: Governed, subject: Phrase | None) -> list[Draft]:
    """``The attack killed twelve``, ``strikes destroyed a bridge``: what happened."""
    if subject is None or predicate.passive or predicate.frame.act is not Act.USE_FORCE:
        return []
    if words.low(subject.head) not in object_words("harmful") or governed.object is None:
        return []
    return [
        Draft(
            Act.HAPPEN,
            "harm-done",
            shown(words, predicate),
            words.span(*governed.clause) or (words.start, words.end),
            None,
            span_of(words, governed.object),
            span_of(words, governed.object),
            None,
            modality_of(words, predicate),
            span_of(words, governed.condition),
            flags=(Flag("agent-not-stated"),),
            word=words.low(predicate.verb),
        )
    ]


def _body_in_meeting(words: Words, predicate: Predicate, governed: Governed) -> list[Draft]:
    """Read "was discussed during a cabinet meeting": the body that met does it."""
    if (
        not predicate.passive
        or predicate.frame.act not in (Act.DISCUSS, Act.VOTE, Act.RATIFY, Act.REJECT)
        or governed.object is None
    ):
        return []
    for k in range(predicate.last, min(predicate.last + 14, len(words))):
        group = words[k].group
        if group is None or not any(
            words.low(n) in ("meeting", "session", "talks") for n in range(k + 1, min(k + 4, len(words)))
        ):
            continue
        from tracktwo.reading.clauses.actors import actors_of

        return [
            draft_of(words, predicate, actor, governed)
            for actor in actors_of(group, words.start)
            if actor.name or actor.unnamed
        ]
    return []
