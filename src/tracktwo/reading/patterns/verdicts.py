"""Verdicts: "for Chile, the border is not negotiable", "the fee is unacceptable to Kenya"."""

from __future__ import annotations

from functools import cache

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.nearness import near, parsed
from tracktwo.reading.clauses.phrases import Phrase, left_of, phrase_from
from tracktwo.reading.clauses.verb_words import BE
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Modality

_ACTS = {"red_line": Act.RULE_OUT, "ruled_out": Act.RULE_OUT, "rejected": Act.REJECT, "accepted": Act.ACCEPT}
_DENIED = {"accepted": (Act.REJECT, Modality.ASSERTED)}  # "not acceptable to Kenya" is a refusal
_NOT = frozenset({"not", "n't", "never"})
_MODALS = {
    "would": Modality.CONDITIONAL,
    "could": Modality.POSSIBLE,
    "may": Modality.POSSIBLE,
    "might": Modality.POSSIBLE,
}
_ACTING = frozenset({Kind.STATE, Kind.GROUP, Kind.ORGANISATION, Kind.PERSON, Kind.BODY, Kind.UNNAMED})


def verdicts(words: Words, drafts: list[Draft]) -> list[Draft]:
    """What something is for somebody: out of the question, unacceptable, acceptable.

    Parameters
    ----------
    words : Words
        The sentence.
    drafts : list of Draft
        What was read already: who says it is whose verdict it is, where nobody is named with "for" or "to".

    Returns
    -------
    list of Draft
        One for each of those the verdict is.
    """
    for i in words.places(_by_first_word().keys(), 2):
        found = _verdict(words, i)
        if found is None:
            continue
        kind, last = found
        verb = _be_before(words, i)
        subject = (
            (near(words, verb) or parsed(words, verb) or _before(words, verb)) if verb is not None else None
        )
        if verb is None or subject is None or words.tag(subject.head).startswith("PRP"):
            continue
        obj, predicate = words.span(subject.first, subject.last), words.span(verb, last)
        if obj is None or predicate is None:
            continue
        act, modality = _read(words, kind, verb, i)
        return [
            Draft(
                act,
                "red-line" if kind == "red_line" else "verdict",
                predicate,
                (words.start, words.end),
                actor,
                obj,
                obj,
                None,
                modality,
                flags=actor.flags,
            )
            for actor in _for_whom(words, subject, last) or _sayers(drafts, obj)
        ]
    return []


def _verdict(words: Words, i: int) -> tuple[str, int] | None:
    """The kind of a verdict that starts at a word, and the word after it."""
    for kind, parts in _by_first_word().get(words.low(i), ()):
        if all(words.low(i + n) == part for n, part in enumerate(parts)):
            return kind, i + len(parts)
    return None


@cache
def _by_first_word() -> dict[str, list[tuple[str, list[str]]]]:
    """The phrases of verdicts under their first words, the longest of a kind first."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for kind in _ACTS:
        for phrase in sorted(listed(kind), key=lambda phrase: (-len(phrase), phrase)):
            parts = phrase.split()
            found.setdefault(parts[0], []).append((kind, parts))
    return found


def _be_before(words: Words, i: int) -> int | None:
    k = i - 1
    while k > 0 and (words.tag(k).startswith(("RB", "DT")) or words.low(k) in _NOT):
        k -= 1
    return k if words.low(k) in BE or words.low(k) in ("remain", "remains", "remained") else None


def _before(words: Words, verb: int) -> Phrase | None:
    j = verb - 1
    while j > 0 and (words.tag(j) == "MD" or words.tag(j).startswith("RB")):
        j -= 1
    plain = words.tag(j).startswith("NN") or words.tag(j) == "VBG"
    return Phrase(left_of(words, j), j + 1, j) if plain else None


def _read(words: Words, kind: str, verb: int, at: int) -> tuple[Act, Modality]:
    denied = any(words.low(k) in _NOT for k in range(verb, at))
    modal = next(
        (_MODALS[words.low(k)] for k in range(max(0, verb - 2), verb) if words.low(k) in _MODALS), None
    )
    if denied:
        return _DENIED.get(kind, (_ACTS[kind], Modality.NEGATED))
    return _ACTS[kind], modal or Modality.ASSERTED


def _for_whom(words: Words, subject: Phrase, after: int) -> tuple[ActorRef, ...]:
    """Who is named with "for" at the start, or with "for" or "to" right after."""
    ahead = words.low(0) == "for" and subject.first > 1 and words.low(subject.first - 1) == ","
    if not ahead and words.low(after) not in ("for", "to"):
        return ()
    phrase = phrase_from(words, 1 if ahead else after + 1)
    group = words[phrase.head].group if phrase is not None else None
    if phrase is None or group is None or (ahead and phrase.last > subject.first - 1):
        return ()
    if not all(m.kind in _ACTING and not m.possessive for m in group.speakers):
        return ()
    return tuple(a for a in actors_of(group, words.start) if not a.generic and a.relation == "speaker")


def _sayers(drafts: list[Draft], obj: tuple[int, int]) -> tuple[ActorRef, ...]:
    """Whoever says so; not what somebody says of somebody else's verdict."""
    return tuple(
        d.actor
        for d in drafts
        if d.content
        and d.act is Act.STATE
        and d.actor is not None
        and not d.actor.generic
        and d.object is not None
        and d.object[0] <= obj[0]
        and obj[1] <= d.object[1]
    )
