"""Case: one negotiation as a model that a user may edit, keyed the way ``case.yaml`` is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tracktwo.case.rules import UNKNOWN, Rule
from tracktwo.case.values import ActorValues, Combination, MoneyIssue, Phase
from tracktwo.vocabulary import (
    Affected,
    Body,
    Deadline,
    Duration,
    Event,
    Issue,
    Leverage,
    Meeting,
    Member,
    Proposal,
    ThirdParty,
    Track,
)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Approval:
    """Whose approval a party's yes needs, for what, under which rule.

    ``rule_text`` keeps a report's words for the rule where they were not understood; ``scope`` empty means
    that no report says what needs approval.
    """

    body: str
    rule: Rule = UNKNOWN
    rule_text: str | None = None
    scope: tuple[str, ...] = ()
    members_known: bool = False
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseParty:
    """One of those who are to agree: its members and whose approval its yes needs."""

    key: str
    name: str
    reason: str = ""
    members: Mapping[str, Member] = field(default_factory=dict)
    ratification: tuple[Approval, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseRedLine:
    """What an actor rules out, in words; it acts on packages only where somebody mapped it.

    ``rules_out`` maps an issue to the options it excludes; ``hard`` is true only where a user says so.
    """

    actor: str
    text: str
    issues: tuple[str, ...] = ()
    rules_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hard: bool = False
    claims: tuple[str, ...] = ()


class Verdict(StrEnum):
    """A user's own view of where an actor stands."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a user holds to be so without a report saying it; always shown as the user's own."""

    note: str = ""
    actor: str | None = None
    stance: Verdict | None = None
    proposal: str | None = None
    issue: str | None = None
    option: str | None = None
    condition: str | None = None
    by: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands in the file a case was loaded from (line and column, both from 1)."""

    file: str = ""
    keys: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    values: Mapping[Path, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """One negotiation, as the record tells it and its user corrected it.

    Keys name parties, bodies, third parties, tracks, issues, proposals and events. Actors elsewhere (``by``,
    ``to``, ``on``, ``actor``) are such a key where the actor is in the case, else a name. ``agreement`` says
    who must agree where that is not simply every party; ``places`` takes no part in comparisons.
    """

    title: str
    key: str = "case"
    reports: tuple[str, ...] = ()
    parties: Mapping[str, CaseParty] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    agreement: tuple[Approval, ...] = ()
    third_parties: Mapping[str, ThirdParty] = field(default_factory=dict)
    affected: Mapping[str, Affected] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    issues: Mapping[str, Issue] = field(default_factory=dict)
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    combinations: tuple[Combination, ...] = ()
    phases: tuple[Phase, ...] = ()
    money: MoneyIssue | None = None
    leverage: tuple[Leverage, ...] = ()
    red_lines: tuple[CaseRedLine, ...] = ()
    events: Mapping[str, Event] = field(default_factory=dict)
    durations: tuple[Duration, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    values: Mapping[str, ActorValues] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    assumptions: tuple[str, ...] = ()
    places: Places = field(default_factory=Places, compare=False, repr=False)
