"""Happenings a text only presupposes: "the killing of X", "the campaign against Y", "after a missile
attack".
"""

from __future__ import annotations

from functools import cache

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.people import is_people, people_of
from tracktwo.reading.clauses.phrases import phrase_ending
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context, resolve_pronoun
from tracktwo.reading.coreference.resolve import is_described
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Flag

PRESUPPOSED = Flag("presupposed")
NOBODY = Flag("agent-not-stated")


def happenings(words: Words, context: Context) -> list[Draft]:
    """Drafts of the happenings a sentence presupposes, in text order."""
    found: list[Draft] = []
    for i in words.places(_nouns()):
        if words[i].group is not None or not words.tag(i).startswith(("NN", "VBG")):
            continue
        found += (
            _killing(words, i)
            or _between(words, i, context)
            or _campaign(words, i, context)
            or _attack(words, i)
        )
    return found


@cache
def _nouns() -> frozenset[str]:
    """Every noun that one of the rules above waits for."""
    return frozenset().union(*map(listed, ("killing", "death", "fighting", "campaign", "attack")))


def _draft(
    words: Words,
    act: Act,
    rule: str,
    i: int,
    actor: ActorRef | None,
    obj: tuple[int, int],
    toward: str | None,
    flags: tuple[Flag, ...],
) -> Draft | None:
    span = words.span(*obj)
    if span is None:
        return None
    lead = (*flags, *(actor.flags if actor else ()))
    return Draft(
        act,
        rule,
        (words[i].start, words[i].end),
        span,
        actor,
        span,
        span,
        toward,
        flags=lead,
        word=words.low(i),
    )


def _killing(words: Words, i: int) -> list[Draft]:
    low = words.low(i)
    if (low not in listed("killing") and low not in listed("death")) or words.low(i + 1) != "of":
        return []
    target = next((k for k in range(i + 2, min(i + 7, len(words))) if words[k].group is not None), None)
    if target is None:
        return []
    group = words[target].group
    if group is None or not group.speakers:
        return []
    agent = None
    by = words[target + 2].group if words.low(target + 1) == "by" and target + 2 < len(words) else None
    if by is not None:
        agents = actors_of(by, words.start)
        agent = agents[0] if len(agents) == 1 else None
    act = Act.HAPPEN if low in listed("death") else Act.USE_FORCE
    flags = (PRESUPPOSED,) if agent else (PRESUPPOSED, NOBODY)
    draft = _draft(
        words, act, "presupposed-killing", i, agent, (i + 2, target + 1), group.speakers[0].canonical, flags
    )
    return [draft] if draft else []


_BREAKS_OUT = frozenset(
    {
        "erupted",
        "broke",
        "flared",
        "continued",
        "continue",
        "resumed",
        "intensified",
        "raged",
        "occurred",
        "took",
    }
)


def _where_between(words: Words, i: int) -> int | None:
    """``clashes between``, ``clashes erupted on Monday between``: where "between" stands."""
    if words.low(i + 1) == "between":
        return i + 1
    if "between" not in words.lows or words.low(i + 1) not in _BREAKS_OUT:
        return None
    at = next((k for k in range(i + 2, min(i + 9, len(words))) if words.low(k) == "between"), None)
    return None if at is None or any(words[k].punct for k in range(i + 2, at)) else at


def _between(words: Words, i: int, context: Context) -> list[Draft]:
    """``the conflict between A and B``: each uses force against the other."""
    at = _where_between(words, i) if words.low(i) in listed("fighting") else None
    if at is None:
        return []
    actors: list[ActorRef] = []
    end = at + 1
    for k in range(at + 1, min(at + 11, len(words))):
        group = words[k].group
        low = words.low(k)
        if group is not None:
            actors += [a for a in actors_of(group, words.start) if a not in actors]
            end = k + 1
        elif is_described(low):
            phrase = phrase_ending(words, k)
            span = words.span(phrase.first, k + 1) if phrase else None
            if span:
                known = [a.name for a in actors]
                context.seen[:] = [
                    s
                    for s in context.seen
                    if not (s.sentence == context.sentence and s.actors and s.actors[0].name in known)
                ]
                resolved = resolve_pronoun(low, words.text[span[0] : span[1]], *span, context)
                actors += list(resolved) if isinstance(resolved, tuple) else []
                end = k + 1
        elif words.tag(k) == "NNS" and is_people(low) and (plain := phrase_ending(words, k)) is not None:
            actors += [a for a in people_of(words, plain) if a not in actors]
            end = k + 1
        elif low in (",", ".", ";", "in", "over"):
            break
    if len(actors) < 2:
        return []
    start = phrase_ending(words, i)
    drafts = []
    for actor in actors:
        other = next((a for a in actors if a is not actor and a.name), None)
        mutual = tuple(f for a in actors for f in a.flags if f.code == "anaphor" and a is not actor)
        draft = _draft(
            words,
            Act.USE_FORCE,
            "conflict-between",
            i,
            actor,
            (start.first if start else i, end),
            other.name if other else None,
            (Flag("mutual"), *mutual),
        )
        drafts += [draft] if draft else []
    return drafts


def _campaign(words: Words, i: int, context: Context) -> list[Draft]:
    """``the army campaign against X``, ``its military operations in Y``."""
    if words.low(i) not in listed("campaign") or words.low(i + 1) not in ("against", "in", "on", "across"):
        return []
    phrase = phrase_ending(words, i)
    if phrase is None:
        return []
    warlike = (
        words.low(i + 1) in ("against",)
        or any(words.low(k) in ("military", "air", "ground", "bombing") for k in range(phrase.first, i))
        or words.low(i) in ("war", "invasion", "bombardment", "siege", "airstrikes", "offensive", "incursion")
    )
    if not warlike:
        return []
    actor = _owner(words, phrase.first, i, context)
    if actor is None:
        return []
    target = next((k for k in range(i + 2, min(i + 6, len(words))) if words[k].group is not None), None)
    if target is None:
        return []
    group = words[target].group
    end = target + 1
    while words.low(end) == "in" and end + 1 < len(words) and words[end + 1].group is not None:
        end += 2
    toward = None
    if words.low(i + 1) in ("against", "on") and group is not None and group.speakers:
        toward = group.speakers[0].canonical
    start = i if words[phrase.first].group is not None or words.tag(phrase.first) == "DT" else phrase.first
    draft = _draft(
        words, Act.USE_FORCE, "presupposed-campaign", i, actor, (start, end), toward, (PRESUPPOSED,)
    )
    return [draft] if draft else []


def _owner(words: Words, first: int, i: int, context: Context) -> ActorRef | None:
    for k in range(first, i):
        group = words[k].group
        if group is not None:
            actors = actors_of(group, words.start)
            if len(actors) == 1:
                return actors[0]
        if words.tag(k) == "PRP$":
            found = resolve_pronoun(words.low(k), words[k].text, words[k].start, words[k].end, context)
            if isinstance(found, tuple) and len(found) == 1:
                return found[0]
    return None


def _attack(words: Words, i: int) -> list[Draft]:
    """``following a ballistic missile attack on October 1``: an attack, its agent not stated."""
    if words.low(i) not in listed("attack"):
        return []
    phrase = phrase_ending(words, i)
    if phrase is None or words.low(phrase.first - 1) not in listed("attack_before"):
        return []
    if words.low(i) in listed("labour") and not any(
        words.low(k) in listed("attack_adjectives") for k in range(phrase.first, i)
    ):
        return []
    actor = _owner_named(words, phrase.first, i)
    end = i + 1
    toward = None
    while words.low(end) in ("on", "against", "in", "at") and end + 1 < len(words):
        group = words[end + 1].group
        if group is not None and words.low(end) in ("on", "against"):
            toward = group.speakers[0].canonical if group.speakers else None
        stop = end + 2
        while words.tag(stop) == "CD":
            stop += 1
        end = stop
    flags = (PRESUPPOSED,) if actor else (PRESUPPOSED, NOBODY)
    draft = _draft(
        words,
        Act.USE_FORCE,
        "presupposed-attack",
        i,
        actor,
        (phrase.first, min(end, len(words))),
        toward,
        flags,
    )
    return [draft] if draft else []


def _owner_named(words: Words, first: int, i: int) -> ActorRef | None:
    for k in range(first, i):
        group = words[k].group
        if group is not None:
            actors = actors_of(group, words.start)
            return actors[0] if len(actors) == 1 else None
    return None
