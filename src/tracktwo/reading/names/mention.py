"""Mention: one actor or place as a sentence names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a mention names.

    ``body`` is a part of a party that meets or decides (cabinet, parliament, board); ``collective`` a named
    or described set without members ("international community"); ``unnamed`` people without a name
    ("Israeli officials", "some"); ``generic`` the standing words of a meeting ("delegates", "the Chair");
    ``role`` an office without its holder's name ("the Prime Minister").
    """

    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    COLLECTIVE = "collective"
    UNNAMED = "unnamed"
    GENERIC = "generic"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Mention:
    """One actor or place as written; offsets count code points of the sentence given (half open).

    ``start`` to ``end`` covers the name and what stands before it ("Port Authority Director Lena Voss");
    ``name_start`` to ``name_end`` the name alone, which for other kinds is the whole mention;
    ``appositive`` the words between commas after it ("Keller, who chairs the committee,"), without the
    commas. ``canonical`` is null where nobody is named. ``head_start`` is where the head word begins.
    Flags: ``modifier`` (an adjective before another noun: "Egyptian initiative"), ``possessive`` (an
    apostrophe-s follows), ``seat`` (a capital that may stand for a government), ``located`` (after "in",
    "to" or "from"), ``determined`` (an article stands before it).
    """

    start: int
    end: int
    text: str
    kind: Kind
    canonical: str | None = None
    party: str | None = None
    role: str | None = None
    organisation: str | None = None
    head_start: int = 0
    name_start: int = 0
    name_end: int = 0
    plural: bool = False
    unnamed: bool = False
    flags: tuple[str, ...] = ()
    appositive: tuple[int, int] | None = None

    @property
    def modifier(self) -> bool:
        """Whether it only qualifies another noun ("Egyptian initiative")."""
        return "modifier" in self.flags

    @property
    def possessive(self) -> bool:
        """Whether an apostrophe-s (or a bare apostrophe) follows it."""
        return "possessive" in self.flags

    @property
    def acts(self) -> bool:
        """Whether it can be the actor of a claim: no mere modifier, and a place only if it is a capital
        that may stand for its government ("Lima rejected this": then ``party`` is the actor).
        """
        if self.kind is Kind.PLACE:
            return "seat" in self.flags and "located" not in self.flags and not self.modifier
        return not self.modifier
