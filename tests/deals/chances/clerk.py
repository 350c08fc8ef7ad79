"""A clerk who counts one draw of one package by hand, slowly: what the fast count must equal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from tracktwo.case import Approval, Case, Rule, RuleKind
from tracktwo.deals.chances.problem import Problem
from tracktwo.vocabulary import Counted

READINGS = {
    "leader alone": Rule(RuleKind.LEADER),
    "majority": Rule(RuleKind.MAJORITY),
    "two thirds": Rule(RuleKind.QUOTA, quota=Fraction(2, 3)),
    "unanimity": Rule(RuleKind.UNANIMITY),
}


def gain(problem: Problem, draw: int, actor: str, package: tuple[int, ...]) -> float | None:
    """Return what a package is worth to an actor beyond no deal; null where that is not known."""
    held, case = problem.utilities, problem.case
    if actor not in held.actors:
        return None
    column = held.actors.index(actor)
    parts = [start + k for start, k in zip(problem.space.offsets, package, strict=True)]
    if held.refusals is not None and any(held.refusals[column, part] for part in parts):
        return -np.inf
    worth = sum(held.part_worths[draw, column, part] for part in parts)
    for n, rule in enumerate(held.rules):
        if rule.actor == column and all(package[issue] in options for issue, options in rule.when):
            worth += rule.worth if held.rule_worths is None else held.rule_worths[draw, n]
    if np.isnan(worth):
        return None
    cap = case.values[actor].cap
    return float((worth if cap is None else min(worth, cap)) - held.reservations[draw, column])


@dataclass
class Clerk:
    """One draw, one package, one reading of unreported rules; ``blank`` counts where nothing is known.

    ``actors`` and ``parties`` hold answers that are taken for granted.
    """

    problem: Problem
    draw: int
    package: tuple[int, ...]
    reading: str
    blank: bool
    actors: Mapping[str, bool] = field(default_factory=dict)
    parties: Mapping[str, bool] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        return self.problem.case

    def passes(self) -> bool:
        if self.case.agreement:
            return all(self.approves(approval, None) for approval in self.case.agreement)
        return all(self.party(key) for key in self.case.parties)

    def actor(self, key: str) -> bool:
        if key in self.actors:
            return self.actors[key]
        found = gain(self.problem, self.draw, key, self.package)
        return self.blank if found is None else found > 1e-9

    def party(self, key: str) -> bool:
        """A party says yes by itself and through all who must approve; its own yes is needed, if blank."""
        if key in self.parties:
            return self.parties[key]
        own = self.actor(key) if key in self.case.values or self.is_blank(key) else True
        return own and all(self.approves(one, key) for one in self.case.parties[key].ratification)

    def is_blank(self, party: str) -> bool:
        """Whether nothing stands for a party without values: not even all who must approve are known."""
        from tracktwo.deals.chances.deciding import blanks

        variant = next(v for v in self.problem.variants if v.name in (self.reading, "as stated"))
        node = variant.parties[self.problem.parties.index(party)]
        return any(blank.condition == f"{party.upper()} says yes" for blank in blanks(node))

    def approves(self, approval: Approval, party: str | None) -> bool:
        issues = self.problem.space.deal(self.package)
        if approval.scope and all(issues[name] == "no change" for name in approval.scope):
            return True
        return self.rule(approval.rule, approval.body, party)

    def rule(self, rule: Rule, body: str, party: str | None) -> bool:
        body = rule.body or body
        held = READINGS[self.reading] if rule.kind is RuleKind.UNKNOWN else rule
        if held.kind is RuleKind.ALL:
            return all(self.rule(inner, body, party) for inner in held.of)
        if held.kind is RuleKind.ANY:
            return any(self.rule(inner, body, party) for inner in held.of)
        if held.kind is RuleKind.LEADER:
            return self.blank if party is None else self.actor(party)
        return self.vote(held, body, party)

    def vote(self, rule: Rule, key: str, party: str | None) -> bool:
        body = self.case.bodies[key]
        members = body.members or ()
        nameless = max(body.size or 0, len(members)) - len(members)
        votes = {member: dict(body.votes).get(member, 1) for member in members}
        voting = [member for member in members if member not in body.abstaining]
        of = voting if body.counted is Counted.CAST else members
        whole = sum(votes[member] for member in of) + nameless
        given = nameless if self.blank else 0
        for member in voting:
            council = party is None and member in self.case.parties
            if self.party(member) if council else self.actor(member):
                given += votes[member]
            elif member in body.vetoes:
                return False
        if rule.kind is RuleKind.MAJORITY:
            return 2 * given > whole
        return given >= (whole if rule.quota is None else rule.quota * whole)
