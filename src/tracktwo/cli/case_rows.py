"""``tracktwo deals`` on a case as rows of a spreadsheet: who accepts what, and every chance by rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracktwo.deals.moves.replies import LinkRow, PhaseRow
    from tracktwo.vocabulary.outlook import CoreOutlook, Outlook, ProposalOutlook


@dataclass(frozen=True, slots=True)
class DealRow:
    """One chance: of what (``what``), of which proposal, tracks or steps, by whom, under which rule."""

    proposal: str
    estimable: bool
    actor: str | None = None
    p: float | None = None
    low: float | None = None
    high: float | None = None
    prior: float | None = None
    reason: str | None = None
    what: str = "accepts"
    rule: str | None = None


def flat(found: Outlook, extra: Mapping[str, Any]) -> list[DealRow]:
    """Return one row a proposal and actor, then one a rule for proposals, linked tracks and steps.

    Then one a proposal for how often it is in the core; ``p`` is null where what is unknown decides that.
    """
    rows = [row for one in found.proposals for row in _proposal(one)]
    rows += [row for link in extra["linkage"] for row in _tracks(link)]
    rows += [row for phase in extra["phases"] for row in _steps(phase)]
    return rows + list(_core(extra["core"]))


def _proposal(one: ProposalOutlook) -> Iterator[DealRow]:
    for actor, chance in (one.p_accept or {}).items():
        yield DealRow(
            one.key, one.estimable, actor, chance.p, chance.low, chance.high, chance.prior, one.reason
        )
    if not one.p_accept:
        yield DealRow(one.key, one.estimable, reason=one.reason)
    for rule, share in (one.p_pass_by_rule or {}).items():
        yield DealRow(one.key, one.estimable, p=share.p, reason=one.reason, what="passes", rule=rule)


def _tracks(link: LinkRow) -> Iterator[DealRow]:
    yield from _by_rule(" + ".join(link.tracks), "tracks apart", link.p_apart_by_rule)
    yield from _by_rule(" + ".join(link.tracks), "across both tracks", link.p_joined_by_rule)


def _steps(phase: PhaseRow) -> Iterator[DealRow]:
    name = f"{phase.first}, then {phase.then}"
    yield from _by_rule(name, "the first by itself", phase.p_first_alone_by_rule)
    yield from _by_rule(name, "the first in view of the second", phase.p_phased_by_rule or {})
    yield from _by_rule(name, "both at once", phase.p_comprehensive_by_rule)


def _core(found: CoreOutlook) -> Iterator[DealRow]:
    for key, held in found.proposals.items():
        known = held.low == held.high
        p = held.low if known else None
        yield DealRow(key, known, p=p, low=held.low, high=held.high, what="in the core")


def _by_rule(name: str, what: str, chances: Mapping[str, float]) -> Iterator[DealRow]:
    for rule, p in chances.items():
        yield DealRow(name, True, p=p, what=what, rule=rule)
