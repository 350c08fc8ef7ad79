"""``According to X, ...`` and ``..., citing X``: sources named beside the clause."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.attribution.nest import source_of
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.words import Words
from tracktwo.vocabulary import Act


def according_to(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Add sources named by "according to" or "citing" to the drafts, and a state claim for each."""
    found: list[Draft] = []
    changed = list(drafts)
    for i in range(len(words)):
        cue = _cue(words, i)
        if cue is None:
            continue
        at = next(
            (k for k in range(i + cue, min(i + cue + 7, len(words))) if words[k].group is not None), None
        )
        group = words[at].group if at is not None else None
        actors = actors_of(group, words.start) if group is not None else ()
        actor = next((a for a in actors if a.relation == "speaker"), None)
        if at is None or actor is None:
            continue
        actor = _described(words, i + cue, at, actor)
        if actor.generic:
            continue
        text = "according to" if cue == 2 else words.low(i)
        content = _content(words, i, at)
        if content is None:
            continue
        changed = [_sourced(d, actor, text, content, (words[i].start, words[at].end)) for d in changed]
        if cue == 2:
            found.append(
                Draft(
                    Act.STATE,
                    "according-to",
                    (words[i].start, words[i + 1].end),
                    (words.start, words.end),
                    actor,
                    content,
                    content,
                    flags=actor.flags,
                    content=True,
                    word="according",
                )
            )
    return changed + found


def _described(words: Words, first: int, at: int, actor: ActorRef) -> ActorRef:
    """``a person close to the board``: nobody named, though a name stands in the words."""
    span = words.span(first, at + 1)
    if span is None or not any(
        words.tag(k).startswith("NN") and words[k].group is None for k in range(first, at)
    ):
        return actor
    text = words.text[span[0] : span[1]]
    return ActorRef(None, text, *span, None, actor.party, True, kind="unnamed")


def _cue(words: Words, i: int) -> int | None:
    if words.low(i) == "according" and words.low(i + 1) == "to":
        return 2
    if words.low(i) == "citing" and (i == 0 or words.low(i - 1) == ","):
        return 1
    return None


def _content(words: Words, i: int, at: int) -> tuple[int, int] | None:
    """What the source is for: the rest of the sentence after a fronted one, what stands before otherwise."""
    if i <= 1:
        comma = next((k for k in range(at + 1, len(words)) if words.low(k) == ","), at)
        return words.span(comma + 1, len(words))
    return words.span(0, i)


def _sourced(
    draft: Draft, actor: ActorRef, cue: str, content: tuple[int, int], spot: tuple[int, int]
) -> Draft:
    inside = content[0] <= draft.predicate[0] and draft.predicate[1] <= content[1]
    if not inside or spot[0] <= draft.predicate[0] < spot[1]:
        return draft
    return replace(draft, attribution=(*draft.attribution, source_of(actor, cue)))
