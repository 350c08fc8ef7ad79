"""What a body's rule gives to whom, whatever anybody prefers: voting power, and who can stop a deal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracktwo.case import Rule as CaseRule
from tracktwo.case import RuleKind
from tracktwo.case.actors import actors as named_actors
from tracktwo.case.rules import NESTING
from tracktwo.deals.chances.deciding import needed
from tracktwo.deals.chances.winning import tree_coalitions
from tracktwo.deals.coalitions import MAX_MEMBERS, Rule, minimal_blocking
from tracktwo.deals.moves.replies import PowerRow, StoppingRow
from tracktwo.deals.power import power
from tracktwo.errors import DealsError
from tracktwo.vocabulary import Body, Counted

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

    def with_vetoes(self) -> tuple[list[int], int]:
        """Return votes and a quota under which nothing passes without every veto holder, else the same."""
        more = sum(self.votes) + 1 if self.vetoes else 0
        votes = [held + (more if n in self.vetoes else 0) for n, held in enumerate(self.votes)]
        return votes, self.need + more * len(self.vetoes)


def power_rows(problem: Problem) -> Iterator[PowerRow]:
    """Yield the voting power of the members of every body whose seats are known."""
    for vote in _votes(problem):
        if len(vote.members) > MOST_VOTERS:
            continue
        try:
            found = power(*vote.with_vetoes())
        except DealsError:  # votes too fine-grained to count
            continue
        for n, member in enumerate(vote.members):
            yield PowerRow(
                body=vote.body,
                member=member,
                votes=vote.votes[n],
                shapley_shubik=float(found.shapley_shubik[n]),
                banzhaf=float(found.banzhaf[n]),
            )


def stopping_rows(problem: Problem) -> Iterator[StoppingRow]:
    """Yield the smallest coalitions whose no together stops anything.

    Body by body, then for parties whose approvals nest rules or name several bodies, everybody in them.
    """
    for vote in _votes(problem):
        if len(vote.members) > MAX_MEMBERS:
            continue
        found = minimal_blocking(Rule(vote.votes, vote.need, vote.vetoes))
        yield StoppingRow(vote.body, tuple(tuple(vote.members[n] for n in one) for one in found))
    for n, party in enumerate(problem.case.parties.values()):
        nested = len(party.ratification) > 1 or any(a.rule.kind in NESTING for a in party.ratification)
        if not nested or len(problem.variants) > 1:
            continue
        seen = tree_coalitions(problem, problem.variants[0].parties[n])
        if seen.reason is None:
            yield StoppingRow(party.name, seen.blocking)


def _votes(problem: Problem) -> Iterator[_Vote]:
    names, case = dict(named_actors(problem.case)), problem.case
    approvals = [a for p in case.parties.values() for a in p.ratification] + [*case.agreement]
    told = set()
    for approval in approvals:
        for key, rule in _of_bodies(approval.rule, approval.body):
            vote = _vote(case.bodies[key], rule, names)
            if vote is not None and approval.rule.kind in NESTING:
                vote = replace(vote, body=f"{vote.body} ({rule.quota or rule.kind.value})")
            if vote is not None and vote not in told:
                told.add(vote)
                yield vote


def _of_bodies(rule: CaseRule, body: str) -> Iterator[tuple[str, CaseRule]]:
    """Yield every single vote inside a rule with the body that takes it."""
    body = rule.body or body
    if rule.kind in NESTING:
        for inner in rule.of:
            yield from _of_bodies(inner, body)
    elif rule.kind in COUNTING:
        yield body, rule


def _vote(body: Body, rule: CaseRule, names: dict[str, str]) -> _Vote | None:
    """Return a body's vote; null where not all seats are known, or it cannot decide anything."""
    if not body.members or body.size not in (None, len(body.members)):
        return None
    given = dict(body.votes)
    voting = [member for member in body.members if member not in body.abstaining]
    counted = voting if body.counted is Counted.CAST else body.members
    votes = tuple(given.get(member, 1) for member in voting)
    try:
        total = sum(given.get(member, 1) for member in counted)
        need = needed(rule.quota, total, more_than_half=rule.kind is RuleKind.MAJORITY)
    except DealsError:  # which is told elsewhere
        return None
    if need > sum(votes):
        return None
    vetoes = frozenset(n for n, member in enumerate(voting) if member in body.vetoes)
    return _Vote(body.name, tuple(names.get(m, m) for m in voting), votes, need, vetoes)
