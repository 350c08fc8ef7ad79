"""GapRow: one thing nobody reported, so that somebody can ask."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GapRow:
    """One blank of the picture.

    ``kind`` says what sort of thing is missing (position, ratification, mediator, ...); ``about`` whose or
    what's; ``text`` the blank in a sentence; the keys say where it bears on the picture; ``claims`` hold what
    is known around it, empty where nothing is.
    """

    kind: str
    about: str
    text: str
    party: str | None = None
    proposal: str | None = None
    issue: str | None = None
    track: str | None = None
    claims: tuple[str, ...] = ()
