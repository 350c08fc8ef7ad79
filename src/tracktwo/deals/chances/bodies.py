"""One body under one rule: those heard count as they vote, the others as far as anything is known of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracktwo.case import RuleKind
from tracktwo.deals.chances.deciding import All, Blank, Node, OneOf, Tally, Yes, needed
from tracktwo.deals.chances.problem import Voter
from tracktwo.deals.chances.seats import SIZES, shifts
from tracktwo.errors import DealsError
from tracktwo.vocabulary import Counted

if TYPE_CHECKING:
    from fractions import Fraction

    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.case import ActorValues
    from tracktwo.deals.chances.ratifying import Ratifying
    from tracktwo.vocabulary import Body

    Ints = NDArray[np.int64]

MOST_SUMS = 64  # vote totals of those heard, each counted with its own need of unheard seats


@dataclass(frozen=True, slots=True)
class Seating:
    """A body, those known to sit in it, its own values where somebody gave any, and member parties' trees."""

    body: Body
    members: tuple[str, ...]
    values: ActorValues | None
    parties: dict[str, Node] = field(default_factory=dict)

    @property
    def spread(self) -> float:
        """How far unheard seats lie apart."""
        return (self.values.spread if self.values is not None else None) or 0.0


def body_node(trees: Ratifying, seating: Seating, quota: Fraction | None, kind: RuleKind) -> Node:
    """Return the tree of one body under majority, a quota or unanimity.

    Seats without values are drawn around the body's own values; where it has none they are blank. So is the
    whole of a body that cannot decide: without members, without a vote, with a quota above the total.
    """
    body, name = seating.body, seating.body.name
    if body.members == () and not seating.members and not body.size:
        why = f"the body “{name}” has no members (name them under bodies, or write members: unknown)"
        return Blank(why, f"{name} approves under its rule")
    if quota is not None and quota > 1:
        why = (
            f"the quota {quota} of the body “{name}” is above the total (write a share up to 1, such as 2/3)"
        )
        return Blank(why, f"{name} approves under its rule")
    voting = [member for member in seating.members if member not in body.abstaining]
    tendency = trees.columns.get(body.key)
    heard = {m: node for m in voting if (node := _member(trees, seating, m, tendency)) is not None}
    size = body.size or (len(seating.members) if body.members is not None else None)
    if size is None and tendency is None:
        return _unheard_body(name)
    if size is not None and size < len(seating.members):
        size = len(seating.members)
    unheard = None if size is None else size - len(heard) - len(set(body.abstaining) & set(seating.members))
    table = _Table(trees, seating, quota, kind, heard, unheard)
    try:
        return _counted(table, tendency, len(voting) - len(heard))
    except DealsError as error:
        return Blank(f"the body “{name}” cannot decide anything: {error}", f"{name} approves under its rule")


def _counted(table: _Table, tendency: int | None, silent: int) -> Node:
    if table.unheard == 0:
        return table.tally()
    if tendency is None:
        return table.with_blank(silent)
    return table.with_drawn(tendency)


def _member(trees: Ratifying, seating: Seating, member: str, tendency: int | None) -> Node | None:
    """Return how a member votes; null for one without values whose seat is like any other."""
    if member in seating.parties:
        return seating.parties[member]
    if member in trees.columns:
        return Yes(trees.columns[member])
    body = seating.body
    if dict(body.votes).get(member, 1) == 1 and member not in body.vetoes:
        return None
    name = trees.names.get(member, member)
    if tendency is None:
        return Blank(f"no values of {name}", f"{name} says yes")
    return _drawn_seat(trees, seating, member, tendency)


def _drawn_seat(trees: Ratifying, seating: Seating, member: str, tendency: int) -> Node:
    """Return the vote of one seat drawn around its body's values."""
    import numpy as np

    if not seating.spread:
        return Yes(tendency)
    rng = np.random.default_rng([trees.seed, *seating.body.key.encode(), 0, *member.encode()])
    draws = trees.utilities.draws
    one = np.ones((draws, 1), dtype=np.int64)
    trees.voters.append(
        Voter(f"{seating.body.key} ({member})", tendency, shifts(one, one[:, 0], seating.spread, rng)[:, 0])
    )
    return Yes(len(trees.voters) - 1)


def _unheard_body(name: str) -> Blank:
    return Blank(f"neither size nor members of {name} are known", f"{name} approves under its rule")


@dataclass(frozen=True, slots=True)
class _Table:
    """The vote of one body: heard members' trees, and how many seats are unheard (null: unknown size)."""

    trees: Ratifying
    seating: Seating
    quota: Fraction | None
    kind: RuleKind
    heard: dict[str, Node]
    unheard: int | None

    def votes(self) -> tuple[int, ...]:
        given = dict(self.seating.body.votes)
        return tuple(given.get(member, 1) for member in self.heard)

    def need(self, unheard: int) -> int:
        """Return the votes needed where so many seats are unheard."""
        body = self.seating.body
        total = sum(self.votes()) + unheard
        if body.counted is Counted.SEATS:
            total += sum(dict(body.votes).get(member, 1) for member in body.abstaining)
        return needed(self.quota, total, more_than_half=self.kind is RuleKind.MAJORITY)

    def vetoes(self) -> tuple[int, ...]:
        places = list(self.heard)
        return tuple(places.index(m) for m in self.seating.body.vetoes if m in self.heard)

    def tally(self, need: int | None = None) -> Node:
        """Return the vote of those heard; ``need`` of their votes, by default what the rule needs."""
        least = self.need(0) if need is None else need
        return Tally(tuple(self.heard.values()), self.votes(), least, self.vetoes())

    def with_blank(self, silent: int) -> Node:
        """Return the vote where the unheard seats are blank."""
        assert self.unheard is not None
        name = self.seating.body.name
        seats = "seat" if self.unheard == 1 else f"{self.unheard} seats"
        blank = Blank(
            f"no values of {self.unheard} of {name}’s seats" + (" (members known)" if silent else ""),
            f"enough of the {seats} of {name} of which nothing is known say yes",
        )
        of = (*self.heard.values(), blank)
        return Tally(of, (*self.votes(), self.unheard), self.need(self.unheard), self.vetoes())

    def with_drawn(self, tendency: int) -> Node:
        """Return the vote where the unheard seats are drawn around the body's own values."""
        import numpy as np

        body, spread = self.seating.body, self.seating.spread
        if not spread:
            self.trees.assume(f"the seats of {body.name} without values of their own vote alike")
            if not self.heard:
                return Yes(tendency)
        sums = self._sums()
        if len(sums) > MOST_SUMS:
            name = body.name
            return Blank(f"the votes of {name} add up in too many ways", f"{name} approves under its rule")
        seats = self._seats()
        sizes, which = np.unique(seats, return_inverse=True)
        needs = np.array([self.need(int(size)) for size in sizes], dtype=np.int64)[which]
        cases = needs[:, None] - np.array(sums)[None, :]
        rng = np.random.default_rng([self.trees.seed, *body.key.encode(), ord(self.kind.value[0])])
        drawn = shifts(cases, seats, spread, rng)
        ways = []
        for votes, shift in zip(sums, drawn.T, strict=True):
            voter = len(self.trees.voters)
            if (shift == np.inf).all():
                continue
            self.trees.voters.append(Voter(f"{body.key} (unheard seats)", tendency, shift))
            ways.append(All((self.tally(votes), Yes(voter))) if votes or self.vetoes() else Yes(voter))
        return OneOf(tuple(ways))

    def _sums(self) -> list[int]:
        """Return what the votes of those heard can add up to."""
        found = {0}
        for votes in self.votes():
            found |= {total + votes for total in found}
        return sorted(found)

    def _seats(self) -> Ints:
        """Return how many unheard seats there are, draw by draw."""
        import numpy as np

        draws = self.trees.utilities.draws
        if self.unheard is not None:
            return np.full(draws, self.unheard, dtype=np.int64)
        name = self.seating.body.name
        sizes = ", ".join(str(size) for size in SIZES)
        self.trees.assume(f"{name} has {sizes} seats, each number as likely as another (not reported)")
        rng = np.random.default_rng([self.trees.seed, *self.seating.body.key.encode()])
        return np.asarray(np.maximum(rng.choice(SIZES, size=draws) - len(self.heard), 1), dtype=np.int64)
