"""Documents as sources: whose statement, report or release it is that says something."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.attribution.lists import document_nouns
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.vocabulary import Flag


def issuer_of(words: Words, first: int, last: int, head: int, context: Context) -> ActorRef | None:
    """Who speaks in a document.

    Parameters
    ----------
    words : Words
        The sentence.
    first, last, head : int
        The words for the document and its noun.
    context : Context
        Remembers whose it was, for "the release" in a later sentence; changed in place.

    Returns
    -------
    ActorRef or None
        Whoever is named with it ("a ministry statement", "a survey by the union"), or was before; None
        where nobody is.
    """
    noun = words.low(head)
    if noun not in document_nouns():
        return None
    at = [k for k in range(first, head) if words[k].group is not None]
    at += [k for k in range(head + 1, last) if words[k].group is not None and _by(words, head, k)]
    for k in at:
        group = words[k].group
        owners = [a for a in actors_of(group, words.start) if a.name and not a.generic] if group else []
        if len(owners) == 1:
            context.texts[noun] = owners[0]
            return owners[0]
    known = context.texts.get(noun) if words.low(first) in ("the", "this", "its") else None
    if known is None:
        return None
    flag = Flag("anaphor", f"“the {noun}” is read as that of {known.name!r}", (known.text,))
    return replace(known, flags=(*known.flags, flag))


def _by(words: Words, head: int, k: int) -> bool:
    """Whether the name at ``k`` issued it: after "by", "from" or "of" right behind the noun."""
    before = words.low(k - 2) if words.tag(k - 1) == "DT" else words.low(k - 1)
    return before in ("by", "from", "of") and k - head <= 4
