"""Who the words of an answer name: actors, addressees and sources, by the names the rule reader knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from tracktwo.reading.clauses.actors import actor_of, state_from
from tracktwo.reading.clauses.draft import ActorRef, Span
from tracktwo.reading.lm.passages import Passage
from tracktwo.reading.names import Kind, Mention
from tracktwo.vocabulary import Flag, Segment, Source

Names = Callable[[Segment], tuple[Mention, ...]]

_JOINS = re.compile(r"\s*(?:,|&|and|,\s*and|as well as)\s*(?:the\s+)?", re.IGNORECASE)
_PROPER = re.compile(r"(?:[Tt]he\s+)?(?=[A-Z])(?!(?:I|We|He|She|It|They|This|That|These|Those|Both)\b)")


class Who:
    """The names of a passage, looked up by where they stand.

    Parameters
    ----------
    text : str
        The stored text.
    passage : Passage
    names : callable
        The mentions of a sentence; their offsets count from its start.
    """

    def __init__(self, text: str, passage: Passage, names: Names) -> None:
        self._text = text
        self._passage = passage
        self._names = names

    def actors(self, span: Span | None, named: Span | None, home: Segment) -> tuple[ActorRef | None, ...]:
        """Return who is written at ``span``, each of several joined ones; a pronoun stands for ``named``."""
        if span is None:
            return (None,)
        flags = () if home.start <= span[0] < home.end else (Flag("actor-inferred"),)
        written = self._refs(span)
        if named is None or named == span or any(ref.name for ref in written):
            return tuple(replace(ref, flags=(*ref.flags, *flags)) for ref in written)
        meant = self._refs(named)[0]
        words = self._text[slice(*span)]
        name = meant.name or meant.text
        note = Flag("anaphor", f"{words!r} is read as {name!r}", (name,))
        return (replace(meant, text=words, start=span[0], end=span[1], flags=(*meant.flags, *flags, note)),)

    def name(self, span: Span | None) -> str | None:
        """Return whom the words at ``span`` name, or the words themselves."""
        if span is None:
            return None
        return self._refs(span)[0].name or self._text[slice(*span)]

    def source(self, span: Span | None, cue: Span | None) -> tuple[Source, ...]:
        """Return who is reported to say so, and with which word."""
        if span is None:
            return ()
        ref = self._refs(span)[0]
        words = self._text[slice(*cue)] if cue else ""
        return (Source(ref.name, self._text[slice(*span)], *span, words, ref.party, ref.unnamed),)

    def _refs(self, span: Span) -> tuple[ActorRef, ...]:
        found = [
            (sentence.start, mention)
            for sentence in self._passage.around(*span)
            for mention in self._names(sentence)
            if sentence.start + mention.start < span[1] and span[0] < sentence.start + mention.end
        ]
        named = [(ref, m) for offset, m in found if not m.modifier and (ref := _ref(m, offset)) is not None]
        if self._joined([ref for ref, _ in named]):
            return tuple(ref for ref, _ in named)
        if named:
            return (max(named, key=lambda pair: (_shared(pair[0], span), -pair[0].start))[0],)
        return (_unlisted(self._text, span),)

    def _joined(self, refs: list[ActorRef]) -> bool:
        return len(refs) > 1 and all(
            one.name and other.name and _JOINS.fullmatch(self._text[one.end : other.start])
            for one, other in pairwise(refs)
        )


def _ref(mention: Mention, offset: int) -> ActorRef | None:
    """An actor as the rule reader makes one; a capital stands for its government."""
    if mention.kind is Kind.PLACE and mention.acts:
        mention = replace(mention, kind=Kind.STATE, canonical=mention.party)
    return actor_of(state_from(mention), offset)


def _unlisted(text: str, span: Span) -> ActorRef:
    """Words that no list knows: a name if they are written as one, else somebody unnamed."""
    words = text[slice(*span)]
    proper = _PROPER.match(words)
    start = span[0] + (proper.end() if proper else 0)
    name = text[start : span[1]] if proper else None
    return ActorRef(name, text[start : span[1]], start, span[1], unnamed=name is None)


def _shared(ref: ActorRef, span: Span) -> int:
    return min(ref.end, span[1]) - max(ref.start, span[0])
