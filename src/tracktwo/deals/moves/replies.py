"""The answers of ``blockers`` and ``offers``, as programs read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.vocabulary.outlook import Blocker, Made, ProposalOutlook


@dataclass(frozen=True, slots=True)
class Change:
    """A change of terms: ``changes`` maps an issue to its option before and after.

    ``terms`` is the package it leads to; ``p_accept`` each actor's share of draws before and after;
    ``p_pass_by_rule`` P(passes) under each reading of the rules, here as in the other answers.
    """

    changes: Mapping[str, tuple[str, str]]
    terms: Mapping[str, str]
    p_pass_before: float
    p_pass: float
    p_accept: Mapping[str, tuple[float, float]]
    p_pass_by_rule: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Objection:
    """What an actor objects to, in whose words, and which options of which issues would meet it."""

    actor: str
    text: str
    basis: str
    meets: Mapping[str, tuple[str, ...]]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockerRow:
    """An actor whose no decides in a share ``p`` of draws.

    ``pivotal`` is P(its vote decides either way); ``meets_objection`` the smallest change of terms that meets
    what it is told to object to, ``to_even_chance`` the smallest after which it accepts in half the draws.
    """

    actor: str
    p: float
    pivotal: float | None
    objections: tuple[Objection, ...] = ()
    meets_objection: Change | None = None
    to_even_chance: Change | None = None


@dataclass(frozen=True, slots=True)
class AffectedRow:
    """Somebody affected who is at no table: nobody counts their yes; ``named``: the proposal names them.

    ``p_accept`` is told where somebody gave values for them too.
    """

    name: str
    reason: str
    named: bool
    claims: tuple[str, ...] = ()
    p_accept: float | None = None


@dataclass(frozen=True, slots=True)
class PowerRow:
    """A member's voting power in a body, all coalitions taken as equally likely (see ``deals.power``)."""

    body: str
    member: str
    votes: int
    shapley_shubik: float
    banzhaf: float


@dataclass(frozen=True, slots=True)
class StoppingRow:
    """The coalitions in a body whose no together stops anything, everybody in them being needed for that."""

    body: str
    coalitions: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Payments:
    """Money that would make every party no worse off than without a deal (median, in ``unit``).

    ``p_feasible`` is the share of draws in which those who gain could pay it.
    """

    issue: str
    unit: str
    needed: Mapping[str, float]
    p_feasible: float


@dataclass(frozen=True, slots=True)
class Blocked:
    """Everything about what stands in the way of one proposal.

    ``p_ratified`` is P(a party and all who must approve for it say yes) under each reading of the rules, null
    where that is not known; ``paid`` names the persons to whom the money would go: then payments are never
    computed, nor is any change of the money looked at.
    """

    outlook: ProposalOutlook
    name: str
    blockers: tuple[BlockerRow, ...]
    objections: tuple[Objection, ...]
    affected: tuple[AffectedRow, ...]
    p_ratified: Mapping[str, Mapping[str, float | None]] | None = None
    power: tuple[PowerRow, ...] = ()
    stopping: tuple[StoppingRow, ...] = ()
    pivotal: Mapping[str, float] | None = None
    payments: Payments | None = None
    paid: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    made: Made | None = None
    definitions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One possible next offer, with its risk; an option, never advice.

    ``for_`` is who could make it (a mediator, or a party); ``base`` the proposal it starts from; ``why`` by
    what it was picked; ``risk`` who most often stands alone against it, with how often; ``loses`` who accepts
    it less often than the base, and by how much.
    """

    for_: str
    base: str
    why: str
    changes: Mapping[str, tuple[str, str]]
    terms: Mapping[str, str]
    p_pass_before: float
    p_pass: float
    p_accept: Mapping[str, float]
    risk: Blocker | None
    loses: Mapping[str, float]
    given: tuple[str, ...] = ()
    p_pass_by_rule: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """What joining two tracks would add: chances that something passes, apart and joined.

    ``p_apart`` is P(each has a package of its own that passes); ``p_joined`` P(some package that changes
    something in both passes); ``value`` their difference.
    """

    tracks: tuple[str, str]
    p_first: float
    p_second: float
    p_apart: float
    p_joined: float
    value: float
    value_by_rule: Mapping[str, float] = field(default_factory=dict)
    p_apart_by_rule: Mapping[str, float] = field(default_factory=dict)
    p_joined_by_rule: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A deal in two steps against the same in one.

    ``p_first_alone`` is P(the first passes with no regard to the second), ``p_comprehensive`` P(both at once
    pass), ``p_phased`` P(the first passes in view of the second; null where nobody said how likely that is).
    ``needs`` tells for each actor how likely, and how little discounted, the second step must be for the
    first to be worth while: the median over draws, 0 where it is so by itself, null where no chance suffices.
    """

    first: str
    then: str
    p_first_alone: float
    p_comprehensive: float
    p_phased: float | None
    needs: Mapping[str, float | None]
    p_phased_by_rule: Mapping[str, float] | None = None
    p_comprehensive_by_rule: Mapping[str, float] = field(default_factory=dict)
    p_first_alone_by_rule: Mapping[str, float] = field(default_factory=dict)
