"""Outlook: what could pass and who blocks, as the brief and ``deals`` give it to programs.

Nothing here is advice: a package that would pass is not for that a good one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.vocabulary.likelihood import share_text


@dataclass(frozen=True, slots=True)
class Chance:
    """A share of draws with what draws and assumptions leave open, and its value before any evidence."""

    p: float
    low: float
    high: float
    prior: float


@dataclass(frozen=True, slots=True)
class RuleChance:
    """P(passes) under one reading of the rules, and how much that reading weighs."""

    p: float
    weight: float


@dataclass(frozen=True, slots=True)
class PassChance:
    """P(passes), unreported rules weighed, with the least and the greatest that is left open.

    ``low`` and ``high`` are over the readings of the rules, every single assumption, and the draws.
    """

    p: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Blocker:
    """An actor whose no decides, with how often: the package fails, and this actor's yes would carry it."""

    actor: str
    p: float


@dataclass(frozen=True, slots=True)
class ProposalOutlook:
    """Could this proposal pass? Null with a reason and the conditions where that is not estimable."""

    key: str
    estimable: bool
    reason: str | None
    conditions: tuple[str, ...]
    p_accept: Mapping[str, Chance] | None = None
    p_pass_by_rule: Mapping[str, RuleChance] | None = None
    blockers: tuple[Blocker, ...] | None = None
    p_pass: PassChance | None = None


@dataclass(frozen=True, slots=True)
class PackageChance:
    """A package with its terms (issues at *no change* left out) and how often it would pass.

    ``low`` is the least share under any single assumption or reading of the rules; ``blocker`` the party
    whose no alone fails it most often, null where none ever does; ``proposals`` are reported proposals with
    exactly these terms. ``p_pass_by_rule`` tells P(passes) under each reading of the rules.
    """

    terms: Mapping[str, str]
    p_pass: float
    low: float
    blocker: str | None
    proposals: tuple[str, ...] = ()
    p_pass_by_rule: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WinSet:
    """What one party would ratify (Putnam 1988): packages in its win-set at even chance, and at nine in ten.

    ``expected`` is the mean share of all packages, ``with_others`` the packages it would ratify at even
    chance among those every other party would; ``even_by_rule`` tells ``even`` under each reading of the
    rules.
    """

    party: str
    even: int
    firm: int
    expected: float
    with_others: int
    even_by_rule: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SwingRow:
    """How P(the package passes) moves with one assumption or range, everything else averaged over."""

    name: str
    kind: str
    low_end: str
    p_low: float
    high_end: str
    p_high: float


@dataclass(frozen=True, slots=True)
class Point:
    """One package on the plot: the share of draws each of two parties accepts it, and its blocker."""

    terms: Mapping[str, str]
    x: float
    y: float
    p_pass: float
    blocker: str | None
    proposals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """Acceptance of packages by two parties: those nothing else beats on both, and the reported ones."""

    x: str
    y: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Coalitions:
    """The smallest sets of parties whose yes passes anything, and whose no stops anything; or a reason."""

    winning: tuple[tuple[str, ...], ...] = ()
    blocking: tuple[tuple[str, ...], ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Bracket:
    """A figure where all is known (``low`` and ``high`` agree), else the least and the most it can be."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CoreOutlook:
    """How many packages are in the core of a case, and how often each reported proposal is.

    ``packages`` were compared in each of ``draws`` draws. ``size`` is how many are in the core where that is
    the same in every draw and under every reading of the rules, else null; ``expected`` its mean,
    ``passing`` how many of them would pass as well, ``empty`` the share of draws in which it is empty; null,
    as ``reason`` says, where the packages are too many to compare. ``proposals`` holds the share of draws in
    which each is in the core. All are brackets: what is not known of somebody (``unknown``) is taken both
    ways. ``expected_by_rule`` tells ``expected`` under each reading of the rules, ``coalitions`` who can pass
    or stop anything.
    """

    packages: str
    draws: int
    size: int | None = None
    expected: Bracket | None = None
    passing: Bracket | None = None
    empty: Bracket | None = None
    proposals: Mapping[str, Bracket] = field(default_factory=dict)
    expected_by_rule: Mapping[str, Bracket] = field(default_factory=dict)
    coalitions: Mapping[str, Coalitions] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What made a result."""

    case_hash: str
    as_of: str | None
    method: str
    basis: str
    draws: int
    seed: int
    version: str


@dataclass(frozen=True, slots=True)
class Landscape:
    """All packages together: how many there are, how many could pass, who wins what.

    ``packages`` is how many there are, as text where it is too large to count in; ``looked_at`` how many
    were; ``left_out`` the options nobody can say the worth of, with whose worth is missing. ``given`` are
    conditions that all figures here take for granted; ``passing`` counts the packages looked at that pass at
    even chance, also under each reading of the rules; where nothing is known of what some party itself would
    accept there are no figures. ``complete`` says whether all packages were looked at; where not, the best
    may not be the best of all, but no package passes in more than a share ``best_at_most`` of draws.
    """

    packages: str
    looked_at: int
    left_out: tuple[str, ...]
    best: tuple[PackageChance, ...]
    robust: tuple[PackageChance, ...]
    win_sets: tuple[WinSet, ...]
    tornado: tuple[SwingRow, ...]
    plot: Plot | None = None
    given: tuple[str, ...] = ()
    passing: int | None = None
    passing_by_rule: Mapping[str, int] = field(default_factory=dict)
    complete: bool = True
    best_at_most: float | None = None

    def in_part(self) -> str | None:
        """Return a sentence on what packages nobody looked at leave open; null where all were."""
        if self.complete or not self.looked_at:
            return None
        said = "Too many to look at all: counts and the best are of those looked at, picked as likely to pass"
        if self.best_at_most is None:
            return f"{said}."
        return f"{said}; no package at all passes more often than {share_text(self.best_at_most)}."


@dataclass(frozen=True, slots=True)
class Outlook:
    """What could pass, proposal by proposal, and whether anything could.

    ``p_zopa`` is P(some package is preferred to no deal by every party itself), ``p_some_pass`` P(some
    package passes the whole way), also told under each reading of the rules. ``p_zopa_low`` and
    ``p_zopa_high`` are what single assumptions and the draws leave open and, where not all packages could be
    looked at, those left out; then ``p_zopa`` is null unless they do not matter.
    """

    proposals: tuple[ProposalOutlook, ...]
    p_zopa: float | None = None
    p_zopa_no_evidence: float | None = None
    best: tuple[PackageChance, ...] | None = None
    reason: str | None = None
    p_zopa_low: float | None = None
    p_zopa_high: float | None = None
    p_some_pass: float | None = None
    p_some_pass_by_rule: Mapping[str, float] | None = None
    landscape: Landscape | None = None
    assumptions: tuple[str, ...] = ()
    definitions: Mapping[str, str] | None = None
    made: Made | None = None
