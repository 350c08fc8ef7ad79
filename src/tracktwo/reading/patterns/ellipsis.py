"""Ellipsis: "Kenya did not.", "So did Peru.", "Norway did too.", "Kenya against.": the act told before, done
again or not done by somebody else.
"""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.kinds import AGAINST, FOR
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.vocabulary import Act, Flag, Modality

_DONE = frozenset({"did", "does", "do", "has", "have", "had"})
_NOT = frozenset({"not", "n't"})
_TOO = frozenset({"too", "also", "likewise"})
_REPEATED = (FOR | AGAINST | {Act.VOTE, Act.PROPOSE, Act.DEMAND, Act.RATIFY, Act.WITHDRAW}) - {Act.RULE_OUT}
_MODELS = (Modality.ASSERTED, Modality.NEGATED)


def ellipses(words: Words, drafts: list[Draft], context: Context) -> list[Draft]:
    """Drafts of acts only hinted at; the act told last is kept in `context` for the next sentence."""
    found: list[Draft] = []
    cued = "against" in words.lows or not words.lows.isdisjoint(_DONE)
    for i in range(len(words)) if cued else ():
        if words[i].group is not None and not any(
            d.actor and d.actor.start == words[i].start for d in drafts
        ):
            found += _after_name(words, i, drafts, context)
        elif words.low(i) in ("so", "nor", "neither") and words.low(i + 1) in _DONE and _ends(words, i + 3):
            negative = words.low(i) != "so"
            found += _again(words, (i, i + 2), i + 2, drafts, context, None if not negative else True)
    context.last = _model(drafts)
    return found


def _model(drafts: list[Draft]) -> Draft | None:
    """The one act that can be meant: the last one, if all told are of one kind."""
    told = [
        d
        for d in drafts
        if d.act in _REPEATED
        and d.modality in _MODELS
        and d.actor is not None
        and d.rule.startswith(("verb-", "light"))
    ]
    same = len({(d.act, d.modality) for d in told}) == 1
    return max(told, key=lambda d: d.predicate[0]) if same else None


def _after_name(words: Words, i: int, drafts: list[Draft], context: Context) -> list[Draft]:
    if words.low(i + 1) == "against" and _ends(words, i + 2):
        return _counter_vote(words, i, drafts)
    if words.low(i + 1) not in _DONE or words.low(i - 1) in ("as", "than", "what"):
        return []
    if words.low(i + 2) in _NOT and _ends(words, i + 3):
        return _again(words, (i + 1, i + 3), i, drafts, context, True)
    if words.low(i + 2) in _TOO and _ends(words, i + 3):
        return _again(words, (i + 1, i + 3), i, drafts, context, None)
    if _ends(words, i + 2):
        return _again(words, (i + 1, i + 2), i, drafts, context, False)
    return []


def _ends(words: Words, at: int) -> bool:
    return at >= len(words) or words.low(at) in (".", ";", ",", "but", "and", "while", "!")


def _again(
    words: Words,
    shown: tuple[int, int],
    at: int,
    drafts: list[Draft],
    context: Context,
    negative: bool | None,
) -> list[Draft]:
    """The act before, by the actor at ``at``; ``negative`` None keeps its modality."""
    if at >= len(words) or words[at].group is None:
        return []
    start = words[at].start
    earlier = [d for d in drafts if d.predicate[1] <= start]
    model = _model(earlier) if earlier else context.last if at <= 4 else None
    if model is None:
        return []
    modality = model.modality if negative is None else Modality.NEGATED if negative else Modality.ASSERTED
    if negative is False and model.modality is Modality.ASSERTED:
        return []  # "X supported it. Y did.": no contrast, so unsure
    return [
        draft
        for actor in _named(words, at)
        if (draft := _draft(words, shown, actor, replace(model, modality=modality), context)) is not None
    ]


def _counter_vote(words: Words, i: int, drafts: list[Draft]) -> list[Draft]:
    model = next(
        (d for d in reversed(drafts) if d.act is Act.VOTE_FOR and d.predicate[1] <= words[i].start), None
    )
    if model is None or model.modality is not Modality.ASSERTED:
        return []
    against = replace(model, act=Act.VOTE_AGAINST)
    drafted = [_draft(words, (i + 1, i + 2), actor, against, None) for actor in _named(words, i)]
    return [draft for draft in drafted if draft is not None]


def _named(words: Words, at: int) -> list[ActorRef]:
    group = words[at].group
    found = actors_of(group, words.start) if group is not None else ()
    return [a for a in found if a.relation == "speaker" and a.name and not a.generic]


def _draft(
    words: Words, shown: tuple[int, int], actor: ActorRef, model: Draft, context: Context | None
) -> Draft | None:
    span = words.span(*shown)
    if span is None or (model.actor is not None and model.actor.name == actor.name):
        return None
    here = model.object is not None and words.start <= model.object[0] < words.end
    about = words.text[model.object[0] : model.object[1]] if model.object else ""
    flag = Flag(
        "anaphor",
        f"the act is read as that of {about!r}" if about else "the act was told before",
        (about,) if about else (),
    )
    obj = model.object if here else None
    if obj is not None and obj[0] < actor.start < obj[1]:
        obj = (obj[0], obj[0] + len(words.text[obj[0] : actor.start].rstrip(" ,;")))
    if context is not None:
        context.note((actor,))
    return replace(
        model,
        rule="ellipsis",
        predicate=span,
        clause=(min(actor.start, span[0]), max(actor.end, span[1])),
        actor=actor,
        object=obj,
        message=None,
        condition=None,
        attribution=(),
        flags=(*actor.flags, flag),
        content=False,
        word="",
    )
