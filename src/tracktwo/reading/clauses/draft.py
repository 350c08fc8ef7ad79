"""Draft: a claim while it is being read, before ids, quotes and dates."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.vocabulary import Act, Flag, Modality, Source

Span = tuple[int, int]
DENYING = ("deni", "deny")  # how the words begin with which somebody calls a report untrue


def within(place: int, span: Span) -> bool:
    """Whether a place of the stored text lies in a span."""
    return span[0] <= place < span[1]


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as one sentence names it; ``start`` and ``end`` count in the stored text.

    ``name`` is null for unnamed people; ``generic`` marks the standing words of a meeting ("delegates");
    ``relation`` is how it entered the claim: speaker, behalf, supporter, opposer or joined.
    """

    name: str | None
    text: str
    start: int
    end: int
    role: str | None = None
    party: str | None = None
    unnamed: bool = False
    others_unnamed: bool = False
    generic: bool = False
    kind: str = ""
    relation: str = "speaker"
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """One reported act with spans in the stored text.

    ``clause`` is the stretch the act is told in (times and conditions are looked for there), ``message``
    the whole of what the predicate governs, to the end of the clause. ``content`` marks objects that are
    told as a clause of their own, whose inner acts are attributed to this actor.
    """

    act: Act
    rule: str
    predicate: Span
    clause: Span
    actor: ActorRef | None = None
    object: Span | None = None
    message: Span | None = None
    toward: str | None = None
    modality: Modality = Modality.ASSERTED
    condition: Span | None = None
    attribution: tuple[Source, ...] = ()
    flags: tuple[Flag, ...] = ()
    content: bool = False
    word: str = ""
