"""Who together can pass anything, and who can stop it, under a case's own agreement, as trees say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.chances.deciding import All, Deciding, Node, OneOf, Scoped, Tally, Yes
from tracktwo.vocabulary.outlook import Coalitions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.deals.chances.problem import Problem

    Flags = NDArray[np.bool_]

MOST = 14  # who may be in a coalition: all sets of them are tried
TOO_MANY = f"more than {MOST} must agree or may: coalitions are too many to list"
UNHEARD = "who decides in a body that must agree is not known"


def agreement_coalitions(problem: Problem) -> dict[str, Coalitions]:
    """Return, under each reading of the rules, the smallest sets of parties that can pass or stop a package.

    A party counts as one, with all who must approve for it; whoever else sits in the body that agrees counts
    by itself. An approval asked for some issues only is taken to be asked.
    """
    return {
        variant.name: tree_coalitions(
            problem,
            variant.agreement,
            dict(zip(map(id, variant.parties), problem.parties, strict=True)),
        )
        for variant in problem.variants
    }


def tree_coalitions(problem: Problem, node: Node, own: Mapping[int, str] | None = None) -> Coalitions:
    """Return the smallest sets of those below ``node`` whose yes passes it, and whose no stops it.

    Parameters
    ----------
    problem : Problem
    node : Node
    own : mapping, optional
        ``id`` of a node to who it answers for, whatever is below it: parties, in an agreement of parties.
    """
    names = dict(named_actors(problem.case))
    players = list(_players(problem, node, own or {}))
    if any(name is None for _, name in players):
        return Coalitions(reason=UNHEARD)
    return coalitions(node, [(one, names.get(name, name)) for one, name in players if name is not None])


def coalitions(tree: Node, players: Sequence[tuple[Node, str]]) -> Coalitions:
    """Return the smallest sets of players whose yes passes a tree, and whose no stops it.

    Parameters
    ----------
    tree : Node
    players : sequence of (Node, str)
        Nodes that answer for one player each, and what it is called; players of one name are one.
    """
    import numpy as np

    who = list(dict.fromkeys(name for _, name in players))
    if len(who) > MOST:
        return Coalitions(reason=TOO_MANY)
    rows = np.arange(1 << len(who))
    inside = [(rows >> n & 1).astype(np.bool_) for n in range(len(who))]
    answers = [(node, inside[who.index(name)]) for node, name in players]
    wins = [_passes(tree, answers, len(rows), blank=blank) for blank in (False, True)]
    if (wins[0] != wins[1]).any():
        return Coalitions(reason=UNHEARD)

    def told(holds: Flags) -> tuple[tuple[str, ...], ...]:
        least = holds.copy()
        for n, member in enumerate(inside):
            least &= ~(member & holds[rows & ~(1 << n)])
        chosen = [
            tuple(who[n] for n in range(len(who)) if row >> n & 1) for row in np.flatnonzero(least).tolist()
        ]
        return tuple(sorted(chosen, key=len))

    return Coalitions(winning=told(wins[0]), blocking=told(~wins[0][::-1]))


def _passes(tree: Node, answers: Sequence[tuple[Node, Flags]], sets: int, *, blank: bool) -> Flags:
    import numpy as np

    held = Deciding((), lambda _: np.ones(sets, dtype=np.bool_), (sets,), blank)
    for player, answer in answers:
        held.settle(player, answer)
    return np.asarray(held.value(tree))


def _players(problem: Problem, node: Node, own: Mapping[int, str]) -> Iterator[tuple[Node, str | None]]:
    """Yield the nodes below ``node`` that answer for one party or person each, and whose they are.

    Null for seats of which nobody knows whose they are.
    """
    if id(node) in own:
        yield node, own[id(node)]
    elif isinstance(node, Yes):
        voter = problem.voters[node.voter]
        yield node, voter.name if voter.shift is None else None
    elif isinstance(node, Scoped):
        yield from _players(problem, node.of, own)
    elif isinstance(node, (All, OneOf, Tally)):
        for child in node.of:
            yield from _players(problem, child, own)
