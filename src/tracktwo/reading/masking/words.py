"""Words: what stands in a masked sentence for an actor or a group of actors."""

from __future__ import annotations

from tracktwo.reading.masking.drafts import Draft
from tracktwo.reading.masking.proper import is_proper
from tracktwo.reading.masking.relations import Relations
from tracktwo.reading.names.mention import Kind, Mention


def word_for(draft: Draft, text: str, relations: Relations) -> str:
    """The word that stands for a group: its set's noun, one name, or a plural for several."""
    if draft.pronoun is not None:
        return draft.pronoun
    if draft.collective is not None and draft.speakers and draft.start == draft.collective.start:
        return _noun(draft.collective, text)
    if len(draft.speakers) + bool(draft.collective) > 1:
        last = draft.speakers[-1]
        return relations.proper if last.modifier or last.possessive else relations.proper_plural
    return word_of(draft.speakers[0], text, relations)


def word_of(mention: Mention, text: str, relations: Relations) -> str:
    """The word for one mention.

    Names become the same few words whatever they are: the parser takes those for proper nouns without
    fail, while a rare name ("TUVALU", many surnames) costs it the clause now and then.
    """
    if mention.kind is Kind.PERSON:
        return relations.person
    if mention.modifier and mention.text.isalpha():
        return mention.text
    if is_proper(mention):
        return relations.proper_plural if mention.plural else relations.proper
    if mention.kind in (Kind.GENERIC, Kind.COLLECTIVE):
        return mention.text
    return _noun(mention, text)


def _noun(mention: Mention, text: str) -> str:
    """The head noun of a body or a set: "officials", "people" of "people familiar with", "countries"."""
    words = mention.text.split()
    for small in ("familiar", "close"):
        if small in words[1:]:
            return words[words.index(small) - 1]
    head = text[mention.head_start : mention.end]
    if "of" in words[1:] and mention.kind is Kind.BODY:
        head = words[words.index("of") - 1]
    owned = "'s " in mention.text.replace("’", "'")
    return f"the {head}" if owned else head
