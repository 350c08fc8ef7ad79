"""The frozen Brief: everything a rendering may show, and exactly what ``--format json`` prints.

Field names are the JSON keys (DESIGN section 11); ``vocabulary.plain`` turns a Brief into JSON. Where nothing
is known the value is null, and where something could not be computed a ``reason`` stands beside the null.
Rows carry the ids of the claims they rest on; a claim's citation number is its place in ``claims``, from 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.record.questions.changes import ChangeRow
from tracktwo.record.questions.conflicts import ConflictRow
from tracktwo.record.questions.gap_rows import GapRow
from tracktwo.record.questions.positions import PositionRow
from tracktwo.vocabulary import (
    Affected,
    Claim,
    CoverageKind,
    Deadline,
    Duration,
    Event,
    Leverage,
    Meeting,
    Proposal,
    RedLine,
    Stance,
    Track,
)
from tracktwo.vocabulary.issues import OrderBasis
from tracktwo.vocabulary.outlook import Outlook


@dataclass(frozen=True, slots=True)
class OtherCase:
    """Another negotiation the same reports tell of; not part of this brief."""

    key: str
    title: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report the brief rests on; ``story`` groups near-duplicates, ``label`` says how sensitive it is."""

    key: str
    date: str | None
    date_basis: str
    story: str | None
    notes: tuple[str, ...]
    title: str | None = None
    publisher: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A derived link of a claim (or of its term number ``term``), with the reason it was made."""

    target: str
    reason: str
    term: int | None = None


@dataclass(frozen=True, slots=True)
class CitedClaim(Claim):
    """A claim with what the record linked it to, and its sensitivity label where it carries one."""

    issue: tuple[Tie, ...] = ()
    option: tuple[Tie, ...] = ()
    proposal: tuple[Tie, ...] = ()
    event: tuple[Tie, ...] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One stretch of a report, its words, and what became of it."""

    report: str
    start: int
    end: int
    kind: CoverageKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person inside a party or a third party, with the latest reported role."""

    key: str
    name: str
    role: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatificationRow:
    """Whose approval a party's yes needs; everything unreported is ``unknown``."""

    body: str
    rule: str
    scope: tuple[str, ...]
    members_known: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One of those who are to agree, and the words that made it one (``reason``)."""

    name: str
    members: tuple[MemberRow, ...]
    ratification: tuple[RatificationRow, ...]
    reason: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A cabinet, agency or membership; ``size`` and ``members`` null where not reported.

    ``ratification`` holds the approvals it has to give where it belongs to no party shown.
    """

    name: str
    party: str | None
    size: int | None
    members: tuple[str, ...] | None
    same_as: Mapping[str, str]
    claims: tuple[str, ...]
    ratification: tuple[RatificationRow, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role of a third party, cited."""

    role: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThirdPartyRow:
    """Somebody with a role in the talks who is not to agree."""

    name: str
    roles: tuple[RoleRow, ...]
    members: tuple[MemberRow, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueRow:
    """A matter under negotiation; ``order_basis`` says why each option stands where it stands."""

    name: str
    options: tuple[str, ...]
    ordered: bool
    order_basis: Mapping[str, OrderBasis]
    status: str
    arena: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotBuilt:
    """A section whose model does not exist yet: no result, and the reason."""

    reason: str
    result: None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """One negotiation as of one day, from its reports alone."""

    title: str
    as_of: str | None
    case: str | None
    other_cases: tuple[OtherCase, ...] = ()
    reports: tuple[ReportRow, ...] = ()
    claims: tuple[CitedClaim, ...] = ()
    coverage: tuple[CoverageRow, ...] = ()
    parties: Mapping[str, PartyRow] = field(default_factory=dict)
    bodies: Mapping[str, BodyRow] = field(default_factory=dict)
    third_parties: Mapping[str, ThirdPartyRow] = field(default_factory=dict)
    mediators: Mapping[str, ThirdPartyRow] = field(default_factory=dict)
    affected: tuple[Affected, ...] = ()
    tracks: Mapping[str, Track] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    issues: Mapping[str, IssueRow] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()
    stances: tuple[Stance, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    leverage: tuple[Leverage, ...] = ()
    events: tuple[Event, ...] = ()
    durations: tuple[Duration, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    positions: tuple[PositionRow, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
    gaps: tuple[GapRow, ...] = ()
    assumptions: tuple[str, ...] = ()
    outlook: Outlook = field(default_factory=lambda: Outlook(proposals=()))
    talks: NotBuilt = field(default_factory=lambda: NotBuilt(reason=""))
    ask_next: NotBuilt = field(default_factory=lambda: NotBuilt(reason=""))


@dataclass(frozen=True, slots=True)
class SharedBrief(Brief):
    """A brief that keeps something to itself; ``left_out`` says what, each as a short sentence."""

    left_out: tuple[str, ...] = ()
