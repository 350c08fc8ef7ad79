"""Claim: one report saying that one actor did one act, with its span (DESIGN section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What an actor is reported to have done; the last three need no actor."""

    PROPOSE = "propose"
    SUPPORT = "support"
    OPPOSE = "oppose"
    ACCEPT = "accept"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    DEMAND = "demand"
    OFFER = "offer"
    CONDITION = "condition"
    RULE_OUT = "rule_out"
    PREFER = "prefer"
    CONCEDE = "concede"
    PLEDGE = "pledge"
    AGREE = "agree"
    DISCUSS = "discuss"
    MEET = "meet"
    MEDIATE = "mediate"
    MANDATE = "mandate"
    VOTE_FOR = "vote_for"
    VOTE_AGAINST = "vote_against"
    VOTE = "vote"
    RATIFY = "ratify"
    SUSPEND = "suspend"
    RESUME = "resume"
    IMPLEMENT = "implement"
    VIOLATE = "violate"
    URGE = "urge"
    CRITICISE = "criticise"
    THREATEN = "threaten"
    WARN = "warn"
    SANCTION = "sanction"
    USE_FORCE = "use_force"
    STATE = "state"
    EXPECT = "expect"
    HAPPEN = "happen"


class Voice(StrEnum):
    """Who is speaking about whom: whose word the claim is."""

    OWN = "own"
    OTHER_SIDE = "other_side"
    THIRD_PARTY = "third_party"
    REPORTER = "reporter"


class Modality(StrEnum):
    """How the act is presented."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PLANNED = "planned"
    INTENDED = "intended"
    CONDITIONAL = "conditional"
    REQUIRED = "required"
    POSSIBLE = "possible"
    DENIED = "denied"


class Basis(StrEnum):
    """Where an event date comes from."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    REPORT = "report"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """What reviewers have made of a claim; ``proposed`` until somebody decides."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Term:
    """A commitment as read: ``release`` of ``hostages``, extent ``all``; offsets in the stored text."""

    head: str
    theme: str | None
    extent: str | None
    giver: str | None
    getter: str | None
    place: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One link of an attribution chain: who is reported to say it, as written and canonically.

    ``name`` is null for unnamed sources ("officials", "some"); ``party`` may still be known.
    ``cue`` is the reporting word as written.
    """

    name: str | None
    text: str
    start: int
    end: int
    cue: str
    party: str | None = None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reviewer should know: a code, a plain note, and the readings if there are several."""

    code: str
    note: str = ""
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One report saying that one actor did one act.

    Offsets count code points in the stored text; ``quote == text[start:end]``, and likewise
    ``predicate``, ``object`` and ``actor_text`` at their own offsets (each null with its offsets where
    nothing is written). ``confidence`` is that of the reading, 0 to 1; null where the reader has not been
    measured.
    """

    id: str
    report: str
    start: int
    end: int
    quote: str
    actor: str | None
    role: str | None
    party: str | None
    actor_text: str | None
    actor_start: int | None
    actor_end: int | None
    others_unnamed: bool
    voice: Voice
    unnamed: bool
    act: Act
    predicate: str
    predicate_start: int
    predicate_end: int
    object: str | None
    object_start: int | None
    object_end: int | None
    terms: tuple[Term, ...]
    toward: str | None
    attribution: tuple[Source, ...]
    modality: Modality
    condition: str | None
    event_text: str | None
    event_from: str | None
    event_to: str | None
    event_basis: Basis
    report_date: str | None
    recorded_at: str | None
    flags: tuple[Flag, ...]
    confidence: float | None
    method: str
    status: Status = Status.PROPOSED

    @property
    def how_sure(self) -> str:
        """The confidence in words; a reader that was not measured has none."""
        return "confidence not measured" if self.confidence is None else f"confidence {self.confidence:.2f}"

    @property
    def waits(self) -> bool:
        """Whether it stays out of every picture until a reviewer accepts it: nobody knows how often such
        claims are right.
        """
        return self.confidence is None and self.status is Status.PROPOSED
