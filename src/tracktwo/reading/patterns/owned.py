"""Owned acts: "Turkey's proposal to ...", "the rejection of the accord by Kenya", "his call for calm"."""

from __future__ import annotations

from tracktwo.reading.acts import load_nouns
from tracktwo.reading.clauses.actors import actor_of, actors_of, state_from
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.extents import clause_end, main_clause_from, object_end
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.phrases import phrase_ending, phrase_from
from tracktwo.reading.clauses.shades import relation_act
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context, resolve_pronoun
from tracktwo.reading.masking import ActorGroup
from tracktwo.reading.patterns.bare import bare_stance, economic
from tracktwo.reading.patterns.lists import listed
from tracktwo.reading.patterns.noun_ends import main_verb, next_act
from tracktwo.vocabulary import Act, Modality

_THIRD = frozenset({"its", "their", "his", "her"})
_OWNED = (
    Act.PROPOSE,
    Act.SUPPORT,
    Act.OPPOSE,
    Act.REJECT,
    Act.URGE,
    Act.DEMAND,
    Act.PLEDGE,
    Act.OFFER,
    Act.WARN,
    Act.THREATEN,
    Act.CRITICISE,
    Act.STATE,
)


def owned(words: Words, i: int, context: Context, drafts: list[Draft]) -> list[Draft]:
    """``Turkey's proposal to ...``, ``US opposition to ...``, ``his call for ...``.

    Parameters
    ----------
    words : Words
        The sentence.
    i : int
        Where the noun stands.
    context : Context
        Whom a pronoun means.
    drafts : list of Draft
        What was read in the sentence before.
    """
    entry = load_nouns().nouns.get(words.low(i))
    if entry is None or entry.act not in _OWNED:
        return []
    phrase = phrase_ending(words, i)
    if phrase is None or (words.low(i - 1) == "in" and words.low(i + 1) == "to"):  # "in response to"
        return []
    if economic(words, i):
        return []
    owner = next(
        (words[k].group for k in range(i - 1, phrase.first - 1, -1) if words[k].group is not None), None
    )
    after, until = i + 1, len(words)
    if words.low(i + 1) in ("by", "from") and owner is None:
        at = next((k for k in (i + 2, i + 3) if k < len(words) and words[k].group is not None), None)
        if at is None:  # "a proposal by the movement's founder Ada Lund"
            doer = phrase_from(words, i + 2)
            at = doer.head if doer is not None and words[doer.head].group is not None else None
        if at is None or words.low(phrase.first - 1) in listed("wanted_from"):
            return []
        owner, after = words[at].group, at + 1
        if words.low(after) == "," and words.low(after + 1) in entry.preps:
            after += 1
        elif words.low(after) == ",":
            close = next(
                (k for k in range(after + 1, min(after + 12, len(words))) if words.low(k) == ","), None
            )
            after = close + 1 if close is not None else after
    if owner is None and words.low(after) in entry.preps:
        owner, until = _doer_after(words, after)
    if owner is None and words.low(after) in entry.preps and entry.act in (Act.SUPPORT, Act.OPPOSE):
        return _came_from(words, i, entry.act)
    if owner is not None and words.low(after) == ",":
        after = _past_sides(words, after)
    dated = words.low(after + 1) in DAYS or (words.tag(after + 1) == "CD" and words.low(after + 2) in DAYS)
    if owner is not None and (dated or words.low(after) not in entry.preps):
        return bare_stance(words, i, entry.act, owner)
    if owner is not None:
        return _told(words, i, (after, until), actors_of(owner, words.start))
    if words.tag(phrase.first) == "PRP$" and words.low(after) in entry.preps:
        return _told(words, i, (after, until), _meant(words, phrase.first, context, drafts))
    return []


def _meant(words: Words, at: int, context: Context, drafts: list[Draft]) -> tuple[ActorRef, ...]:
    """Whose "his call for calm" is, where the sentence tells of others: "he renewed his call" is one act."""
    word = words[at]
    if word.low not in _THIRD:
        return ()
    found = resolve_pronoun(word.low, word.text, word.start, word.end, context)
    acting = {draft.actor.name for draft in drafts if draft.actor is not None}
    return found if isinstance(found, tuple) and not acting & {actor.name for actor in found} else ()


def _told(words: Words, i: int, reach: tuple[int, int], actors: tuple[ActorRef, ...]) -> list[Draft]:
    """The act of the noun at ``i`` by each of ``actors``, with what stands in ``reach`` as its object."""
    entry, phrase = load_nouns().nouns[words.low(i)], phrase_ending(words, i)
    after, until = reach
    if phrase is None:
        return []
    end = clause_end(words, after + 1, content=words.low(after) == "that")
    if words.tag(0) in ("IN", "VBG"):  # "On X's proposal for Y, Z said"
        end = main_clause_from(words, after, end) or end
    last = min(until, object_end(words, after, end, content=words.low(after) == "that"))
    stop = last if words.low(after) == "that" else main_verb(words, after + 1, last)
    start = after if words.low(after) == "to" and words.tag(after + 1) == "VB" else after + 1
    stop = next_act(words, start, stop)
    obj = words.span(start, stop)
    if obj is None:
        return []
    return [
        Draft(
            relation_act(entry.act, Modality.ASSERTED, actor.relation, passive=False)[0],
            "nominal-act",
            (words[i].start, words[i].end),
            (words[phrase.first].start, obj[1]),
            actor,
            obj,
            words.span(after, stop),
            flags=actor.flags,
            word=words.low(i),
        )
        for actor in actors
        if actor.name and not actor.generic
    ]


def _past_sides(words: Words, comma: int) -> int:
    """``an EU proposal, opposed by the US, to add X``: past those who take sides."""
    at = comma + 1
    while words.low(at) in ("supported", "opposed", "backed", "by", "and", "but", "the"):
        at += 1
    if at >= len(words) or words[at].group is None:
        return comma
    while at < len(words) and words[at].group is not None:
        at += 1
    return at + 1 if words.low(at) == "," else comma


def _doer_after(words: Words, after: int) -> tuple[ActorGroup | None, int]:
    """``the rejection of the accord by Kenya``: who, and where what it is about ends."""
    for k in range(after + 1, min(after + 9, len(words) - 1)):
        if words.tag(k) in ("VBD", "VBZ", "VBP", "VBN", "VBG", "MD") or words.low(k) in (
            ",",
            ";",
            ".",
            "that",
        ):
            break
        if words.low(k) == "by":
            at = k + 2 if words.tag(k + 1) == "DT" else k + 1
            group = words[at].group if at < len(words) else None
            return group, k
    return None, len(words)


def _came_from(words: Words, i: int, act: Act) -> list[Draft]:
    """``Support for the plan came from X``."""
    came = next((k for k in range(i + 2, min(i + 14, len(words))) if words.low(k) in ("came", "comes")), None)
    if came is None or words.low(came + 1) != "from":
        return []
    at = next((k for k in (came + 2, came + 3) if k < len(words) and words[k].group is not None), None)
    group = words[at].group if at is not None else None
    obj = words.span(i + 2, came)
    if group is None or obj is None:
        return []
    spot = (words[i].start, words[i].end)
    return [
        Draft(
            act,
            "nominal-act",
            spot,
            (words.start, words.end),
            actor,
            obj,
            obj,
            flags=actor.flags,
            word=words.low(i),
        )
        for actor in (actor_of(state_from(m), words.start) for m in group.speakers)
        if actor is not None and actor.name
    ]
