"""Stances, red lines, and the links that tie claims to issues, proposals and events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracktwo.vocabulary.claims import Act, Modality, Voice


@dataclass(frozen=True, slots=True)
class Stance:
    """Where one actor is reported to stand on a proposal, or on an issue's option, at a date.

    ``actor`` is null for an unnamed set ("ministers, others unnamed"), then ``open_set`` is True.
    ``over`` is the other proposal in a comparison; ``source`` the report or named source.
    """

    actor: str | None
    party: str | None
    act: Act
    modality: Modality
    voice: Voice
    proposal: str | None
    issue: str | None
    option: str | None
    over: str | None
    condition: str | None
    date: str | None
    source: str | None
    claims: tuple[str, ...]
    open_set: bool = False


@dataclass(frozen=True, slots=True)
class RedLine:
    """Words by which an actor rules something out; ``issues`` is empty until somebody maps it."""

    actor: str
    text: str
    issues: tuple[str, ...]
    claims: tuple[str, ...]


class LinkKind(StrEnum):
    """What a claim, or one of its terms, was linked to."""

    ISSUE = "issue"
    OPTION = "option"
    PROPOSAL = "proposal"
    EVENT = "event"
    TRACK = "track"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Link:
    """A derived, reversible tie from a claim (or its term number ``term``) to a key, with its reason."""

    claim: str
    kind: LinkKind
    target: str
    reason: str
    term: int | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """Two mentions taken as one thing ("the initiative" is the small deal), undoable by ``id``."""

    id: str
    kind: LinkKind
    mention: str
    target: str
    reason: str
    claims: tuple[str, ...]
