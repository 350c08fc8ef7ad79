"""Proposal: the life of a package; its content is a set of terms by issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Stage(StrEnum):
    """How far a proposal is reported to have come."""

    OUTLINED = "outlined"
    SUGGESTED = "suggested"
    TABLED = "tabled"
    UNDER_NEGOTIATION = "under negotiation"
    AGREED = "agreed"
    RATIFIED = "ratified"
    IN_FORCE = "in force"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class PackageTerm:
    """What a package says of one issue: the option (strongest named) and every text that names it."""

    option: str
    texts: tuple[str, ...]
    giver: str | None = None
    getter: str | None = None
    giver_basis: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as reported; ``by`` and ``to`` are canonical names, null where not reported.

    ``terms`` is keyed by issue; ``open`` says the list was reported as incomplete ("steps that include");
    ``opens`` names what it is meant to lead to; ``exchange`` says its terms were reported as given for
    one another; ``aliases`` are the words reports use for it.
    """

    key: str
    name: str
    by: str | None
    to: str | None
    stage: Stage
    track: str | None
    date: str | None
    terms: Mapping[str, PackageTerm] = field(default_factory=dict)
    open: bool = False
    exchange: bool = False
    opens: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
