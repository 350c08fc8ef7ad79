"""Quotations of several sentences: what was said begins where the quotation was opened."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.kinds import SPEECH
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context

_LONGEST = 900  # a quotation left open by mistake must not swallow the report


def from_the_opening(words: Words, drafts: list[Draft], context: Context) -> list[Draft]:
    """Sayings whose words began in the sentences before: ``"We came. We left," said the mayor.``

    Parameters
    ----------
    words : Words
        The sentence.
    drafts : list of Draft
        What was read in it.
    context : Context
        Changed in place: remembers where a quotation that this sentence leaves open begins.

    Returns
    -------
    list of Draft
        A saying told after its quotation holds all of it; ``message`` keeps to the sentence.
    """
    opened, context.opened = context.opened, _left_open(words, context)
    if opened is None or words.start - opened[1] > _LONGEST or opened[0] != context.paragraph:
        return drafts
    return [_whole(words, draft, opened[1]) for draft in drafts]


def _whole(words: Words, draft: Draft, start: int) -> Draft:
    if draft.act not in SPEECH or not draft.content or draft.object is None or not len(words):
        return draft
    first, last = draft.object
    closes = words.text[last - 1] in '"”' or words.text[last : last + 2].lstrip(",.?! ")[:1] in '"”'
    if first != words[0].start or draft.predicate[0] < last or not closes:
        return draft
    return replace(draft, object=(start, last))


def _left_open(words: Words, context: Context) -> tuple[int, int] | None:
    """The paragraph and the place where a quotation begins that the end of this sentence leaves open."""
    text = words.text[words.start : words.end]
    before = context.opened if context.opened and context.opened[0] == context.paragraph else None
    opening = words.start + len(text) - len(text.lstrip())
    if "“" in text or "”" in text:
        still = text.count("“") + (before is not None) - text.count("”")
        starts_here = text.lstrip()[:1] == "“" and text.count("“") == 1
    else:
        still = text.count('"') % 2 ^ (before is not None)
        starts_here = text.lstrip()[:1] == '"' and text.count('"') == 1
    if still < 1:
        return None
    if before is not None:
        return before
    return (context.paragraph, opening) if starts_here else None
