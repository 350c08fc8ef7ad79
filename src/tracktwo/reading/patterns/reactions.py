"""Reactions: "the tax met with resistance from Kenya", "the plan won the backing of Peru"."""

from __future__ import annotations

from functools import cache

from tracktwo.reading.acts import load_nouns
from tracktwo.reading.acts.frames import forms_of
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.extents import clause_end
from tracktwo.reading.clauses.nearness import near, parsed
from tracktwo.reading.clauses.phrases import phrase_from
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.modality.cues import negated
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Modality

_STANCES = frozenset({Act.SUPPORT, Act.OPPOSE, Act.REJECT, Act.CRITICISE})
# "the support of Peru" is Peru's; "the opposition of Peru" as well, but "criticism of Peru" is not.
_OF = frozenset({"support", "backing", "endorsement", "approval", "opposition"})
_REACH = 7


def reactions(words: Words) -> list[Draft]:
    """Stances told as what somebody's proposal met with.

    Parameters
    ----------
    words : Words
        The sentence.

    Returns
    -------
    list of Draft
        One for each actor after "from" or "of"; the object is what the verb has as its subject.
    """
    found: list[Draft] = []
    for i in words.places(_verbs(), 1):
        if words[i].group is not None or i >= len(words) - 3:
            continue
        noun = _stance_noun(words, i)
        subject = near(words, i) or parsed(words, i) if noun is not None else None
        if noun is None or subject is None:
            continue
        owners = _owners(words, noun)
        act = load_nouns().nouns[words.low(noun)].act
        obj, predicate = words.span(subject.first, subject.last), words.span(i, noun + 1)
        clause = words.span(subject.first, clause_end(words, noun + 1, content=False))
        if obj is None or predicate is None or clause is None:
            continue
        denied = negated(words, i) or any(words.low(k) in ("no", "little") for k in range(i, noun))
        modality = Modality.NEGATED if denied else Modality.ASSERTED
        found += [
            Draft(act, "reaction", predicate, clause, actor, obj, obj, None, modality, flags=actor.flags)
            for actor in owners or _whose(words, noun + 1)
        ]
    return found


@cache
def _verbs() -> frozenset[str]:
    return forms_of(listed("meets_with"))


def _stance_noun(words: Words, verb: int) -> int | None:
    """The noun of a stance that the verb governs, with "from" or "of" right after it."""
    for k in range(verb + 1, min(verb + _REACH, len(words) - 1)):
        entry = load_nouns().nouns.get(words.low(k))
        if entry is not None and entry.act in _STANCES and words[k].group is None:
            after = words.low(k + 1)
            if _owners(words, k):
                return k if after in (".", ",", "", "and", "but") else None
            return k if after in ("from", "among") or (after == "of" and words.low(k) in _OF) else None
        if words[k].group is not None and words.tag(k + 1) == "POS" and k == verb + 1:
            continue
        plain = words.tag(k).startswith(("JJ", "DT", "NN", "RB", "VBG", "VBN", "CC", "PRP$", "POS"))
        if not (plain or words.low(k) in ("with", "into", ",")) or words[k].group is not None:
            return None
    return None


def _owners(words: Words, noun: int) -> tuple[ActorRef, ...]:
    """``The plan has Norland's support``: whose it is, named before it."""
    k = noun - 1
    while words.tag(k).startswith("JJ"):
        k -= 1
    group = words[k - 1].group if k > 0 and words.tag(k) == "POS" else None
    return (
        tuple(a for a in actors_of(group, words.start) if a.name and not a.generic)
        if group is not None
        else ()
    )


def _whose(words: Words, preposition: int) -> tuple[ActorRef, ...]:
    phrase = phrase_from(words, preposition + 1)
    group = words[phrase.head].group if phrase is not None else None
    if phrase is None or group is None or any(m.possessive for m in group.speakers):
        return ()
    return tuple(a for a in actors_of(group, words.start) if (a.name or a.unnamed) and not a.generic)
