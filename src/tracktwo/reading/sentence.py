"""One sentence to drafts: predicates, patterns, attribution, in the order of the text."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.attribution import (
    according_to,
    from_the_opening,
    in_full,
    led_into,
    nest,
    sayings,
    told_by_nouns,
    told_in_passives,
    told_in_quotations,
)
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.kinds import AGAINST, FOR
from tracktwo.reading.clauses.predicates import Predicate, find_predicates
from tracktwo.reading.clauses.questions import asked
from tracktwo.reading.clauses.verbs import read_verb
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context, refine_body
from tracktwo.reading.coreference.described import is_place_word
from tracktwo.reading.coreference.first_person import first_persons
from tracktwo.reading.coreference.introductions import introduce
from tracktwo.reading.coreference.openers import front_of, opener
from tracktwo.reading.coreference.pairs import together
from tracktwo.reading.coreference.powers import in_power
from tracktwo.reading.names import Kind
from tracktwo.reading.patterns import about_proposals, happenings, nominal_acts, status
from tracktwo.reading.patterns.after_talks import after_talks
from tracktwo.reading.patterns.ellipsis import ellipses
from tracktwo.reading.patterns.events import events
from tracktwo.reading.patterns.nominalisations import nominalisations
from tracktwo.reading.patterns.reactions import reactions
from tracktwo.reading.patterns.sympathies import sympathies
from tracktwo.reading.patterns.violence import violence
from tracktwo.vocabulary import Act, Flag


def read_sentence(words: Words, context: Context) -> list[Draft]:
    """Everything one sentence reports.

    Parameters
    ----------
    words : Words
        The parsed sentence.
    context : Context
        What the report named before; changed in place.

    Returns
    -------
    list of Draft
        In text order, attributed, opposite stances of one actor flagged.
    """
    _note_names(words, context)
    predicates = find_predicates(words)
    drafts: list[Draft] = []
    taken: set[int] = set()
    for at, predicate in enumerate(predicates):
        read = read_verb(words, predicate, predicates[:at], predicates, context)
        drafts += read
        taken |= set(range(predicate.first, predicate.last)) if read else set()
    _return_to_speaker(words, drafts, context)
    drafts += about_proposals(words, predicates, context)
    held = [d.object for d in drafts if d.rule == "under-the-plan" and d.object]
    drafts = [d for d in drafts if d.act is not Act.PLEDGE or not _inside(d, held)]
    drafts += status(words, context, drafts)
    drafts += reactions(words)
    drafts += sympathies(words, context)
    drafts += nominal_acts(words, taken, context, drafts)
    drafts += happenings(words, context)
    drafts = _with_doers(drafts)
    drafts = [_refined(draft, context) for draft in drafts]
    drafts += violence(words, drafts, context)
    drafts += nominalisations(words, drafts, context)
    drafts += events(words, drafts)
    drafts += ellipses(words, drafts, context)
    if any(d.rule == "in-return" for d in drafts):
        drafts = [d for d in drafts if d.rule == "in-return" or d.act is not Act.SUSPEND]
    drafts = [d for d in drafts if not _hypothetical(words, d) and not asked(words, d.predicate)]
    drafts = first_persons(words, drafts, context)
    drafts = _with_told(drafts, told_in_passives(words))
    drafts += sayings(words, predicates, drafts, context)
    drafts = _with_quoted(drafts, told_in_quotations(words))
    drafts += after_talks(words, drafts)
    drafts += told_by_nouns(words, taken | {words.at_offset(d.predicate[0]) for d in drafts})
    drafts = _without_shadows(according_to(words, drafts, context), plenary=words.plenary)
    drafts = led_into(words, [in_full(words, draft) for draft in drafts], context)
    drafts = from_the_opening(words, _distinct(nest(drafts)), context)
    pair = together(words, drafts)
    if pair:
        context.together = (context.sentence, pair)
    return _opposites(sorted(drafts, key=_order))


def _refined(draft: Draft, context: Context) -> Draft:
    """With the body or power that its actor's words mean here."""
    if draft.actor is None:
        return draft
    actor = in_power(refine_body(draft.actor, context), context)
    return draft if actor is draft.actor else replace(draft, actor=actor)


def _inside(draft: Draft, held: list[tuple[int, int]]) -> bool:
    """Whether an act stands in what a plan holds: "under the deal Norland would pay" is no pledge."""
    return any(start <= draft.predicate[0] < end for start, end in held)


def _order(draft: Draft) -> tuple[int, int]:
    return (draft.predicate[0], draft.actor.start if draft.actor else -1)


def _note_names(words: Words, context: Context) -> None:
    """Remember who is named, as nobody's subject yet, and who the sentence opens with."""
    opening = opener(words, context)
    side = bool(opening) and opening[0].kind != Kind.PERSON.value
    if side:
        context.note(opening)
    run: tuple[ActorRef, ...] = ()
    named = {
        m.party
        for w in words
        if w.group is not None
        for m in w.group.mentions
        if m.party and not m.modifier and m.kind in (Kind.STATE, Kind.PLACE, Kind.BODY)
    }
    context.states[context.sentence] = named
    introduce(words, context)
    fronted, last = front_of(words), 0
    for word in words:
        if word.group is not None and words.low(word.i - 1) == "of" and is_place_word(words.low(word.i - 2)):
            names = {m.canonical for m in word.group.speakers if m.canonical}
            context.introduced.setdefault(words.low(word.i - 2), set()).update(names)
        if word.group is not None and any(m.acts for m in word.group.mentions):
            run += actors_of(word.group, words.start)
            last = word.i
        elif run and word.low not in (",", "and") and not word.tag.startswith("DT"):
            context.note(run, subject=False, beside=last < fronted)
            run = ()
    context.note(run, subject=False)
    if not side:
        context.note(opening)


def _return_to_speaker(words: Words, drafts: list[Draft], context: Context) -> None:
    """After "Norland said Elbonia hoped ...", "she" and "it" go on with Norland, who spoke."""
    last = next((item for item in reversed(context.seen) if item.subject), None)
    if last is None or last.sentence != context.sentence:
        return
    for draft in drafts:
        if not draft.content or draft.object is None:
            continue
        # Somebody not understood stands in what was said as well, where that goes on to the end.
        at = last.actors[0].start if last.actors else words.end - 2
        inside = draft.object[0] <= at < draft.object[1] and (last.actors or draft.act is Act.STATE)
        if inside and draft.actor is not None and not draft.actor.generic:
            context.note(tuple(d.actor for d in drafts if d.predicate == draft.predicate and d.actor))
            return


def _without_shadows(drafts: list[Draft], *, plenary: bool) -> list[Draft]:
    """Drop second readings of words that already carry an act, and what a meeting's standing words do.

    Where no meeting is reported on, delegates and the parties are some people.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if draft.actor is not None and draft.actor.generic:
            if plenary and not _both(draft.actor.text):
                continue
            draft = replace(draft, actor=replace(draft.actor, unnamed=True, generic=False))
        shadowed = any(
            d.predicate[0] < draft.predicate[1]
            and draft.predicate[0] < d.predicate[1]
            and d.predicate != draft.predicate
            and _same_actor(d, draft)
            for d in kept
        )
        if not shadowed:
            kept.append(draft)
    return kept


def _both(text: str) -> bool:
    """Whether they are those at the table ("the two sides", "both parties"), not parties at large."""
    return "sides" in text.lower() or text in ("both parties", "Both parties", "the two parties")


def _with_told(drafts: list[Draft], told: list[Draft]) -> list[Draft]:
    """Sayings in the passive, and all but passives of the same words without a doer ("it was suggested")."""
    return [
        d
        for d in drafts
        if d.actor is not None or not any(t.predicate[0] < d.predicate[1] <= t.predicate[1] for t in told)
    ] + told


def _with_quoted(drafts: list[Draft], told: list[Draft]) -> list[Draft]:
    """Sayings that somebody quotes, and all but those that say who was quoted ("quoted by Y as saying")."""
    quoted = {(t.actor.start, t.actor.end) for t in told if t.actor is not None}
    return [d for d in drafts if d.object not in quoted] + told


def _with_doers(drafts: list[Draft]) -> list[Draft]:
    """Without passives whose doers another reading of the same act names ("talks were held between")."""
    named = [d for d in drafts if d.rule in ("meeting-between", "conflict-between")]
    return [
        d
        for d in drafts
        if d.rule != "passive-no-agent"
        or not any(n.act is d.act and n.object and n.object[0] <= d.predicate[0] < n.object[1] for n in named)
    ]


def _hypothetical(words: Words, draft: Draft) -> bool:
    """Whether the predicate itself stands in a clause of condition."""
    at = words.at_offset(draft.predicate[0])
    for k in range(at - 1, max(-1, at - 14), -1):
        supposed = _supposes(words, k)
        if not supposed and words.low(k) in (",", ";", ":", "that", "said"):
            return False
        if supposed:
            if draft.actor is not None and draft.actor.start < words[k].start and words.low(at - 1) == "and":
                return False  # "X questioned A if nobody agreed and called for B"
            return draft.condition is None or words[k].start >= draft.condition[0]
    return False


def _supposes(words: Words, k: int) -> bool:
    """``if``, ``unless``, ``provided that``, ``on condition that``, ``as long as``."""
    low, before = words.low(k), words.low(k - 1)
    if low == "that":
        return before in ("provided", "providing", "condition", "assuming", "supposing")
    return low in ("if", "unless", "whether") or (
        low == "as" and before == "long" and words.low(k - 2) == "as"
    )


def _same_actor(one: Draft, other: Draft) -> bool:
    if one.actor is None or other.actor is None:
        return one.actor is other.actor
    return (one.actor.start, one.actor.name) == (other.actor.start, other.actor.name)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        actor = draft.actor
        key = (
            draft.act,
            draft.predicate,
            (actor.start, actor.end, actor.name, actor.party) if actor else None,
            draft.object,
        )
        seen.setdefault(key, draft)
    return list(seen.values())


def _opposites(drafts: list[Draft]) -> list[Draft]:
    """Flag both sides where one actor is read as for and against in one sentence."""
    sides: dict[str, set[bool]] = {}
    for draft in drafts:
        side = _side(draft)
        if side is not None and draft.actor is not None and draft.actor.name:
            sides.setdefault(draft.actor.name, set()).add(side)
    both = {name for name, found in sides.items() if len(found) == 2}
    return [
        replace(d, flags=(*d.flags, Flag("opposite-stances", "read as for and against in one sentence")))
        if d.actor is not None and d.actor.name in both and _side(d) is not None
        else d
        for d in drafts
    ]


def _side(draft: Draft) -> bool | None:
    negated = draft.modality.value in ("negated", "denied")
    if draft.act in FOR or draft.act is Act.AGREE:
        return not negated
    if draft.act in AGAINST and draft.act is not Act.CRITICISE:
        return negated
    return None


__all__ = ["Predicate", "read_sentence"]
