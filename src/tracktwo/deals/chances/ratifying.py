"""From a case's parties, bodies and rules to the trees that decide."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracktwo.case import Approval, Case, Rule, RuleKind, rule_text
from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.chances.bodies import Seating, body_node
from tracktwo.deals.chances.deciding import All, Blank, Node, OneOf, Scoped, Yes, blanks
from tracktwo.deals.chances.problem import Variant, Voter

if TYPE_CHECKING:
    from tracktwo.vocabulary.utilities import Utilities

LEADER, MAJORITY, TWO_THIRDS, UNANIMITY = "leader alone", "majority", "two thirds", "unanimity"
AS_STATED = "as stated"


def unknown_rules() -> dict[str, Rule]:
    """Return what an unreported rule may be; each weighs the same."""
    from fractions import Fraction

    return {
        LEADER: Rule(RuleKind.LEADER),
        MAJORITY: Rule(RuleKind.MAJORITY),
        TWO_THIRDS: Rule(RuleKind.QUOTA, quota=Fraction(2, 3)),
        UNANIMITY: Rule(RuleKind.UNANIMITY),
    }


@dataclass(slots=True)
class Ratifying:
    """The trees of one case; voters for unheard seats and sentences on assumptions are collected."""

    case: Case
    utilities: Utilities
    seed: int
    voters: list[Voter] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    names: dict[str, str] = field(init=False)
    columns: dict[str, int] = field(init=False)
    _kept: dict[tuple[str, str], Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        import numpy as np

        self.names = dict(named_actors(self.case))
        known = ~np.isnan(self.utilities.reservations[0])
        self.columns = {key: n for n, key in enumerate(self.utilities.actors) if known[n]}
        self.voters = [Voter(key, n) for n, key in enumerate(self.utilities.actors)]

    def variants(self) -> tuple[Variant, ...]:
        """Return every reading of the unreported rules; one, "as stated", where all are reported."""
        approvals = [a for p in self.case.parties.values() for a in p.ratification]
        approvals += self.case.agreement
        open_rules = any(r.kind is RuleKind.UNKNOWN for a in approvals for r in a.rule.walk())
        if not open_rules:
            return (self._variant(AS_STATED, 1.0, None),)
        readings = unknown_rules()
        self.assume(
            "a rule nobody reported is leader alone, majority, two thirds or unanimity, each as likely as "
            "another, and the same in every body whose rule is not reported"
        )
        return tuple(self._variant(name, 1 / len(readings), rule) for name, rule in readings.items())

    def own(self) -> All:
        """Return who prefers a package to no deal: each party itself.

        Where only its bodies have values, theirs by majority.
        """
        majority = unknown_rules()[MAJORITY]
        return All(
            tuple(
                Yes(self.columns[key]) if key in self.columns else self._party(key, majority)
                for key in self.case.parties
            )
        )

    def assume(self, sentence: str) -> None:
        """Note what is taken to be so."""
        if sentence not in self.assumptions:
            self.assumptions.append(sentence)

    def _variant(self, name: str, weight: float, unknown: Rule | None) -> Variant:
        parties = {key: self._party(key, unknown) for key in self.case.parties}
        agreed = tuple(self._approval(a, None, unknown, parties) for a in self.case.agreement)
        return Variant(name, weight, tuple(parties.values()), All(agreed or tuple(parties.values())))

    def _party(self, key: str, unknown: Rule | None) -> Node:
        """Return who must say yes for a party: itself, and everybody whose approval it needs."""
        party, name = self.case.parties[key], self.names[key]
        approvals = tuple(self._approval(a, key, unknown, {}) for a in party.ratification)
        if key in self.columns:
            return All((Yes(self.columns[key]), *approvals)) if approvals else Yes(self.columns[key])
        if approvals and not any(blanks(node) for node in approvals):
            self.assume(f"{name} says yes where those who must approve do; nobody valued the packages for it")
            return All(approvals)
        return All((_silent(name), *approvals))

    def _approval(
        self, approval: Approval, party: str | None, unknown: Rule | None, parties: dict[str, Node]
    ) -> Node:
        node = self._rule(approval.rule, approval.body, party, unknown, parties)
        scope = self._scope(approval)
        return Scoped(scope, node) if scope else node

    def _scope(self, approval: Approval) -> tuple[int, ...]:
        """Return the issues an approval is for; none where it is for every package, or no one can say."""
        names = {}
        for n, issue in enumerate(self.utilities.space.issues):
            names[issue.name.casefold()] = n
            names[self.case.issues[issue.name].name.casefold()] = n
        found = [names.get(word.casefold()) for word in approval.scope]
        if not found:
            return ()
        if any(issue is None for issue in found):
            body = self.names.get(approval.body, approval.body)
            said = ", ".join(f"“{word}”" for word in approval.scope)
            self.assume(f"{body} must approve every package (reported for {said})")
            return ()
        return tuple(sorted({issue for issue in found if issue is not None}))

    def _rule(
        self, rule: Rule, body: str, party: str | None, unknown: Rule | None, parties: dict[str, Node]
    ) -> Node:
        body = rule.body or body
        if rule.kind is RuleKind.UNKNOWN and unknown is not None:
            return self._rule(replace(unknown, body=rule.body), body, party, None, parties)
        if rule.kind in (RuleKind.ALL, RuleKind.ANY):
            of = tuple(self._rule(inner, body, party, unknown, parties) for inner in rule.of)
            return All(of) if rule.kind is RuleKind.ALL else OneOf(of)
        if rule.kind is RuleKind.LEADER:
            return self._leader(body, party)
        kept = (body, rule_text(replace(rule, body=None)))
        if parties or kept not in self._kept:
            node = body_node(self, self._seating(body, parties), rule.quota, rule.kind)
            if parties:
                return node
            self._kept[kept] = node
        return self._kept[kept]

    def _leader(self, body: str, party: str | None) -> Node:
        if party in self.columns:
            return Yes(self.columns[party])
        if party is not None:
            return _silent(self.names[party])
        name = self.names.get(body, body)
        return Blank(f"no values of whoever leads {name}", f"the leader of {name} says yes")

    def _seating(self, key: str, parties: dict[str, Node]) -> Seating:
        body = self.case.bodies[key]
        # Whoever is said to vote somehow has a seat, even where not all seats are known.
        told = (*body.vetoes, *(member for member, _ in body.votes), *body.abstaining)
        people = [*body.members] if body.members is not None else [*told]
        owners = (*self.case.parties.values(),)
        people += [m.key for p in owners for m in p.members.values() if key in m.bodies]
        return Seating(
            body=body,
            members=tuple(dict.fromkeys(people)),
            values=self.case.values.get(key),
            parties=parties,
        )


def _silent(name: str) -> Blank:
    """Return the blank of a party nobody gave values for."""
    return Blank(f"no values of {name}", f"{name} says yes")


__all__ = ["AS_STATED", "Ratifying", "unknown_rules"]
