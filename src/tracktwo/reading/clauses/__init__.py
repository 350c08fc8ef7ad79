"""Clauses: who does what to whom in one parsed, masked sentence, with the way back to the stored text."""

from tracktwo.reading.clauses.draft import ActorRef, Draft, Span
from tracktwo.reading.clauses.words import Word, Words

__all__ = ["ActorRef", "Draft", "Span", "Word", "Words"]
