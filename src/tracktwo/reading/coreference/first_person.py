"""First persons: whose "I" and "we" are, as far as the report says who speaks.

"I" is the speaker. "We" is more than the speaker: of a person's words it is left unnamed with the person's
party, unless what is said is a stance put forward in the person's own quotation; in a text that nobody is
said to speak it is whose text it is (``publisher``), or the one state or organisation that the text has just
made the subject and does not turn to.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.kinds import AGAINST, FOR
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference.antecedent import as_antecedent
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.coreference.persons import quoted_about
from tracktwo.vocabulary import Act

SINGULAR = frozenset({"i", "my", "me", "myself"})
PLURAL = frozenset({"we", "our", "us", "ourselves"})
_BODIES = frozenset({"state", "organisation", "group", "collective"})
# Without "X said:", "we" may be who was told of before: never an organisation that others speak of.
_SPEAK_AS_WE = frozenset({"state", "group", "collective"})
_TO_COME = re.compile(
    r"(?:the|this)\s+(?:following\s+)?(?:joint\s+)?"
    r"(?:statement|message|remarks|comments?|words|readout|account|summary|response|reply|answer|update)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:in|on|at|during|via|through|from|to|after|following|late|earlier|today|yesterday|this|last)\b(?:(?!\bthat\b)[^,;:])*",
    re.IGNORECASE,
)
_STANCES = (
    FOR | AGAINST | {Act.PROPOSE, Act.DEMAND, Act.OFFER, Act.CONCEDE, Act.WITHDRAW, Act.CONDITION}
) - {Act.CRITICISE}


def first_persons(words: Words, drafts: list[Draft], context: Context) -> list[Draft]:
    """Drafts with "I" and "we" read as whom they stand for; unnamed where the report does not say.

    Parameters
    ----------
    words : Words
        The sentence.
    drafts : list of Draft
        What was read in it; first persons have the kind ``first``.
    context : Context
        Its ``speaker`` and ``ourselves`` are used and kept up to date.
    """
    if context.speaker is None and any(_alone(words, draft) for draft in drafts):
        context.speaker = _spoke_before(context)
    kept = [_resolved(draft, drafts, context) for draft in drafts]
    if words.text[words.start : words.end].rstrip().endswith(":"):
        kept = [_announced(words, draft) for draft in kept]
    _note_speaker(words, kept, context)
    said = [d for d in kept if d.act is Act.STATE and d.object is None and d.actor]
    ends = words.text[words.start : words.end].rstrip().endswith(":")
    if said and ends and context.following is not None:
        told = replace(said[-1], object=context.following, message=context.following, content=True)
        return [told if d is said[-1] else d for d in kept if d is said[-1] or _has_words(d)]
    return [d for d in kept if _has_words(d)]


def _alone(words: Words, draft: Draft) -> bool:
    """``"I call on both sides."``: quoted words, and nobody told in the sentence to say them."""
    one = draft.actor is not None and draft.actor.kind == "first" and draft.actor.text.lower() in SINGULAR
    return one and words.text[words.start] in '“"'


def _spoke_before(context: Context) -> ActorRef | None:
    """The one person that the sentence before a quotation is about."""
    for item in context.recent(1):
        if item.subject and item.sentence < context.sentence:
            named = [a for a in item.actors if a.name and a.relation == "speaker"]
            return named[0] if len(named) == 1 and named[0].kind == "person" else None
    return None


def _announced(words: Words, draft: Draft) -> Draft:
    """``released the following statement today:``: what was released are the words to come."""
    if draft.act is not Act.STATE or draft.object is None:
        return draft
    if draft.object[0] >= draft.predicate[1] and _BESIDE.fullmatch(words.text[slice(*draft.object)]):
        return replace(draft, object=None, message=None)  # "said in a statement on Monday:"
    named = _TO_COME.match(words.text[draft.object[0] : draft.object[1]])
    if named is None or draft.object[0] < draft.predicate[1]:
        return draft
    told = (draft.predicate[0], draft.object[0] + named.end())
    return replace(draft, predicate=told, object=None, message=None)


def _resolved(draft: Draft, drafts: list[Draft], context: Context) -> Draft:
    actor = draft.actor
    if actor is None or (actor.kind != "first" and not (context.quoted and actor.kind == "person")):
        return draft
    quoting = next((d.actor for d in drafts if d.actor is not None and _quotes(d, draft)), None)
    if actor.kind == "person":
        return draft if quoting is None else replace(draft, actor=quoted_about(actor, quoting, context))
    whose = quoting or context.speaker
    word = actor.text.lower()
    if word in SINGULAR:
        found = _named(whose or context.author, actor)
    elif whose is None or whose.kind in _BODIES:
        found = _named(whose or context.publisher, actor) or _ourselves(actor, context)
    elif quoting is not None and draft.act in _STANCES:
        found = _named(quoting, actor)
    else:
        found = None
    if found is None:
        party = whose.party if whose is not None else None
        found = replace(actor, name=None, unnamed=True, party=party, kind="unnamed")
    return replace(draft, actor=found, flags=(*draft.flags, *found.flags))


def _quotes(told: Draft, draft: Draft) -> bool:
    """Whether ``draft`` stands in the words that ``told`` reports."""
    return bool(
        told.content
        and told.object
        and told.actor
        and told.actor.kind not in ("first", "thing")
        and told.object[0] <= draft.predicate[0] < told.object[1]
    )


def _named(whose: ActorRef | None, pronoun: ActorRef) -> ActorRef | None:
    if whose is None or not (whose.name or whose.unnamed):
        return None
    return as_antecedent(whose, pronoun)


def _ourselves(pronoun: ActorRef, context: Context) -> ActorRef | None:
    """The one state or organisation that speaks of itself: the last subject, or who "we" was before."""
    for item in context.recent(1):
        if not item.subject or not item.actors or item.actors[0].kind == "first":
            continue
        named = {a.name for a in item.actors if a.name and a.relation == "speaker"}
        spoken_to = item.actors[0].name in context.not_ours or item.actors[0].party in context.not_ours
        if len(named) == 1 and item.actors[0].kind in _SPEAK_AS_WE and item.actors[0].name and not spoken_to:
            context.ourselves = item.actors[0]
        break
    return _named(context.ourselves, pronoun)


def _note_speaker(words: Words, drafts: list[Draft], context: Context) -> None:
    """Whose words follow: after "X said:", and while a quotation goes on after "..., X said."."""
    said = [d for d in drafts if d.act is Act.STATE and d.object is None and d.actor]
    if said and words.text[words.start : words.end].rstrip().endswith(":"):
        context.speaker = said[-1].actor
        return
    for draft in drafts:
        if not draft.content or draft.actor is None or draft.act not in (Act.STATE, Act.EXPECT, Act.WARN):
            continue
        if draft.actor.kind in ("person", "role") and draft.actor.name and not _anaphor(draft.actor):
            before = words.text[max(0, draft.object[0] - 1) : draft.object[0] + 1] if draft.object else ""
            context.speaker = (
                draft.actor if any(sign in "“\"'‘" for sign in before) else _same(draft, context)
            )


def _same(draft: Draft, context: Context) -> ActorRef | None:
    known, actor = context.speaker, draft.actor
    return known if known is not None and actor is not None and known.name == actor.name else None


def _anaphor(actor: ActorRef) -> bool:
    return any(
        flag.code == "anaphor" and flag.note.lower().startswith(("'i'", "'we'")) for flag in actor.flags
    )


def _has_words(draft: Draft) -> bool:
    return draft.act is not Act.STATE or draft.object is not None
