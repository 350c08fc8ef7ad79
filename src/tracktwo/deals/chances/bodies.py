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

MOST_HEARD = 64


@dataclass(frozen=True, slots=True)
class Seating:
    """A body, those known to sit in it, its own values where somebody gave any, and member parties' trees."""

    body: Body
    members: tuple[str, ...]
    values: ActorValues | None
    parties: dict[str, Node] = field(default_factory=dict)


def body_node(trees: Ratifying, seating: Seating, quota: Fraction | None, kind: RuleKind) -> Node:
    """Return the tree of one body under majority, a quota or unanimity.

    Seats without values are drawn around the body's own values; where it has none they are blank.

    Raises
    ------
    DealsError
        If the body has no members, or nobody in it votes.
    """
    body, name = seating.body, seating.body.name
    if body.members == () and not seating.members and not body.size:
        raise DealsError(
            f"the body “{name}” has no members",
            fix="Name them under bodies, or write members: unknown",
        )
    voting = [member for member in seating.members if member not in body.abstaining]
    nodes = {member: _member(trees, seating, member) for member in voting}
    heard = [member for member in voting if nodes[member] is not None]
    tendency = trees.columns.get(body.key)
    size = body.size or (len(seating.members) if body.members is not None else None)
    if size is None and tendency is None:
        return _unheard_body(name)
    if size is not None and size < len(seating.members):
        size = len(seating.members)
    unheard = None if size is None else size - len(heard) - len(set(body.abstaining) & set(seating.members))
    table = _Table(trees, seating, quota, kind, {m: n for m, n in nodes.items() if n is not None}, unheard)
    if unheard == 0:
        return table.tally()
    if tendency is None:
        return table.with_blank(len(voting) - len(heard))
    return table.with_drawn(tendency)


def _member(trees: Ratifying, seating: Seating, member: str) -> Node | None:
    if member in seating.parties:
        return seating.parties[member]
    return Yes(trees.columns[member]) if member in trees.columns else None


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

    def silent_vetoes(self) -> tuple[str, ...]:
        body = self.seating.body
        return tuple(m for m in body.vetoes if m not in self.heard and m not in body.abstaining)

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
        extra = (blank,) * len(self.silent_vetoes())
        vote = Tally(of, (*self.votes(), self.unheard), self.need(self.unheard), self.vetoes())
        return All((vote, *extra)) if extra else vote

    def with_drawn(self, tendency: int) -> Node:
        """Return the vote where the unheard seats are drawn around the body's own values."""
        import numpy as np

        body, values = self.seating.body, self.seating.values
        spread = (values.spread if values is not None else None) or 0.0
        if not spread:
            self.trees.assume(f"the seats of {body.name} without values of their own vote alike")
            if not self.heard:
                return Yes(tendency)
        seats = self._seats()
        most = sum(self.votes())
        if most > MOST_HEARD:
            raise DealsError(
                f"the votes of {body.name} are too many to count beside unheard seats", why=f"{most} votes"
            )
        sizes, which = np.unique(seats, return_inverse=True)
        needs = np.array([self.need(int(size)) for size in sizes], dtype=np.int64)[which]
        cases = needs[:, None] - np.arange(most + 1)[None, :]
        rng = np.random.default_rng([self.trees.seed, *body.key.encode(), ord(self.kind.value[0])])
        drawn = shifts(cases, seats, spread, rng)
        ways = []
        for votes in range(most + 1):
            voter = len(self.trees.voters)
            if (drawn[:, votes] == np.inf).all():
                continue
            self.trees.voters.append(Voter(f"{body.key} (unheard seats)", tendency, drawn[:, votes]))
            ways.append(All((self.tally(votes), Yes(voter))) if votes or self.vetoes() else Yes(voter))
        extra = tuple(Yes(tendency) for _ in self.silent_vetoes())
        vote = OneOf(tuple(ways))
        return All((vote, *extra)) if extra else vote

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
