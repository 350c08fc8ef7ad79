"""``X said:`` and then, in a sentence of its own, what X said."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.attribution.nest import source_of
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context


def led_into(words: Words, drafts: list[Draft], context: Context) -> list[Draft]:
    """Give acts in a sentence that somebody's colon led into that somebody as their last source.

    Parameters
    ----------
    words : Words
        The sentence.
    drafts : list of Draft
        What was read in it.
    context : Context
        Changed in place: remembers a colon of this sentence for the next.

    Returns
    -------
    list of Draft
        The speaker's own acts ("we accept") get no source: they are its own words.
    """
    before, context.said = context.said, None
    for draft in drafts:
        if draft.actor is not None and draft.object is not None and draft.object[0] >= words.end:
            context.said = (draft.object, source_of(draft.actor, draft.word))
    if before is None or before[0][0] != words.start:
        return drafts
    source = before[1]
    return [
        draft
        if draft.actor is not None and draft.actor.name is not None and draft.actor.name == source.name
        else replace(draft, attribution=(*draft.attribution, source))
        for draft in drafts
    ]
