"""What a body's rule gives to whom, whatever anybody prefers: voting power, and who can stop a deal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.case import Approval, RuleKind
from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.chances.deciding import needed
from tracktwo.deals.coalitions import MAX_MEMBERS, Rule, minimal_blocking
from tracktwo.deals.moves.replies import PowerRow, StoppingRow
from tracktwo.deals.power import power
from tracktwo.errors import DealsError
from tracktwo.vocabulary import Counted

if TYPE_CHECKING:
    from tracktwo.deals.chances.problem import Problem

MOST_VOTERS = 100
COUNTING = (RuleKind.MAJORITY, RuleKind.QUOTA, RuleKind.UNANIMITY)


@dataclass(frozen=True, slots=True)
class _Vote:
    """A body whose seats are all known, the votes of each and how many are needed."""

    body: str
    members: tuple[str, ...]
    votes: tuple[int, ...]
    need: int
    vetoes: frozenset[int]


def power_rows(problem: Problem) -> Iterator[PowerRow]:
    """Yield the voting power of the members of every body whose seats are known, vetoes apart."""
    for vote in _votes(problem):
        if vote.vetoes or len(vote.members) > MOST_VOTERS:
            continue
        found = power(vote.votes, vote.need)
        for n, member in enumerate(vote.members):
            yield PowerRow(
                body=vote.body,
                member=member,
                votes=vote.votes[n],
                shapley_shubik=float(found.shapley_shubik[n]),
                banzhaf=float(found.banzhaf[n]),
            )


def stopping_rows(problem: Problem) -> Iterator[StoppingRow]:
    """Yield, body by body, the smallest coalitions whose no together stops anything."""
    for vote in _votes(problem):
        if len(vote.members) > MAX_MEMBERS:
            continue
        rule = Rule(vote.votes, vote.need, vote.vetoes)
        found = minimal_blocking(rule)
        yield StoppingRow(vote.body, tuple(tuple(vote.members[n] for n in one) for one in found))


def _votes(problem: Problem) -> Iterator[_Vote]:
    names, case = dict(named_actors(problem.case)), problem.case
    approvals = [a for p in case.parties.values() for a in p.ratification] + [*case.agreement]
    told = set()
    for approval in approvals:
        vote = _vote(problem, approval, names)
        if vote is not None and vote not in told:
            told.add(vote)
            yield vote


def _vote(problem: Problem, approval: Approval, names: dict[str, str]) -> _Vote | None:
    body, rule = problem.case.bodies[approval.body], approval.rule
    if rule.kind not in COUNTING or rule.body is not None or not body.members:
        return None
    if body.abstaining or body.counted is Counted.CAST or body.size not in (None, len(body.members)):
        return None
    votes = tuple(dict(body.votes).get(member, 1) for member in body.members)
    try:
        need = needed(rule.quota, sum(votes), more_than_half=rule.kind is RuleKind.MAJORITY)
    except DealsError:  # a body that cannot decide anything, which is told elsewhere
        return None
    vetoes = frozenset(n for n, member in enumerate(body.members) if member in body.vetoes)
    return _Vote(body.name, tuple(names.get(m, m) for m in body.members), votes, need, vetoes)
