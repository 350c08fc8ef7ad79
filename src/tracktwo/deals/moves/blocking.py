"""Whose no decides on one proposal, why as far as it is said, and what would change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tracktwo.case.actors import actor_key
from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.chances.closely import Close, close
from tracktwo.deals.chances.outlook import made_by, pivotal, proposal_outlook
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.tabled import package_of_proposal
from tracktwo.deals.moves.changes import Near, near
from tracktwo.deals.moves.objecting import DEMAND, objections
from tracktwo.deals.moves.paying import payments, persons_paid
from tracktwo.deals.moves.replies import AffectedRow, Blocked, BlockerRow, Objection
from tracktwo.deals.moves.voting import power_rows, stopping_rows
from tracktwo.errors import NotFoundError

if TYPE_CHECKING:
    from tracktwo.vocabulary import Stance

EVEN = 0.5
DEFINITIONS = {
    "fails because of": "the share of draws in which the proposal fails and this actor's yes alone would "
    "carry it",
    "its vote decides": "the share of draws in which it passes with this actor's yes and fails with its no",
    "smallest change": "the fewest issues changed; of these the least moved along their options, or the "
    "likeliest to pass",
    "voting power": "Shapley and Shubik (1954) and Banzhaf (1965), all orders or coalitions taken as equally "
    "likely",
}


def blocking(
    problem: Problem, proposal: str, stances: Sequence[Stance] = (), *, as_of: str | None = None
) -> Blocked:
    """Return who stands in the way of a proposal, and the smallest changes that would meet it.

    Parameters
    ----------
    problem : Problem
    proposal : str
        Key or name of a proposal of the case.
    stances : sequence of Stance
        As reported, where there is a record: what objections are read from, never what the chances are.
    as_of : str, optional

    Raises
    ------
    NotFoundError
        If the case has no such proposal.
    """
    key = key_of(problem, proposal)
    row = proposal_outlook(problem, key)
    package = package_of_proposal(problem, key) if problem.case.proposals[key].terms else None
    said = objections(problem.case, key, stances)
    if package is None or row.p_accept is None:
        return Blocked(
            outlook=row,
            name=problem.case.proposals[key].name,
            blockers=(),
            objections=_with_names(problem, said),
            affected=_affected(problem, key, {}),
            assumptions=problem.assumptions,
            made=made_by(problem, as_of),
        )
    seen = close(problem, package)
    around = near(problem, package) if comparable(problem, package) else None
    found = row.blockers if row.blockers is not None else ()
    turning = pivotal(seen)
    return Blocked(
        outlook=row,
        name=problem.case.proposals[key].name,
        blockers=tuple(_row(problem, b.actor, b.p, turning, said, around) for b in found),
        objections=_with_names(problem, said),
        affected=_affected(problem, key, {name: chance.p for name, chance in row.p_accept.items()}),
        p_ratified=_ratified(seen),
        power=tuple(power_rows(problem)),
        stopping=tuple(stopping_rows(problem)),
        pivotal=turning,
        payments=payments(problem, seen),
        paid=persons_paid(problem.case),
        definitions=DEFINITIONS,
        assumptions=problem.assumptions,
        made=made_by(problem, as_of),
    )


def key_of(problem: Problem, word: str) -> str:
    """Return the key of a proposal named by key or by name.

    Raises
    ------
    NotFoundError
        If the case has no such proposal.
    """
    proposals = problem.case.proposals
    if word in proposals:
        return word
    named = [key for key, proposal in proposals.items() if proposal.name.casefold() == word.casefold()]
    if len(named) == 1:
        return named[0]
    from tracktwo.case.decode import suggestion

    near_words = suggestion(word, proposals)
    listed = ", ".join(proposals) or "there is none"
    raise NotFoundError(f"no proposal {word!r} in this case{near_words}", fix=f"Proposals: {listed}")


def comparable(problem: Problem, package: Sequence[int]) -> bool:
    """Say whether everybody counted is known to value every term of the package."""
    known = problem.known()
    parts = [start + k for start, k in zip(problem.space.offsets, package, strict=True)]
    return bool(known[list(problem.counted())][:, parts].all())


def _row(
    problem: Problem,
    name: str,
    share: float,
    turning: dict[str, float],
    said: Sequence[Objection],
    around: Near | None,
) -> BlockerRow:
    key = actor_key(problem.case, name) or name
    inside = _inside(problem, key)
    own = tuple(sorted((o for o in said if o.actor in inside), key=lambda o: o.actor != key))
    met = even = None
    if around is not None and key in problem.utilities.actors:
        actor = problem.utilities.actors.index(key)
        met = _meeting(around, own, actor)
        even = _to_even(around, actor)
    return BlockerRow(
        actor=name,
        p=share,
        pivotal=turning.get(name),
        objections=_with_names(problem, own),
        meets_objection=None if met is None else around.change(met) if around else None,
        to_even_chance=None if even is None else around.change(even) if around else None,
    )


def _inside(problem: Problem, key: str) -> set[str]:
    """Return an actor with everybody inside it: a party's members and bodies, those who sit in a body."""
    case = problem.case
    found = {key}
    if key in case.parties:
        found |= set(case.parties[key].members)
        found |= {body for body, held in case.bodies.items() if held.party == key}
    if key in case.bodies:
        found |= set(case.bodies[key].members or ())
    return found


def _meeting(around: Near, own: Sequence[Objection], actor: int) -> int | None:
    """Return the package with the fewest and smallest changes that meets what the actor objects to.

    What it demanded at some time counts only where it is told to object to nothing in this proposal.
    """
    import numpy as np

    space = around.problem.space
    names = [issue.name for issue in space.issues]
    now = [o for o in own if o.basis != DEMAND and o.meets] or own
    wanted = [(names.index(i), options) for o in now for i, options in o.meets.items() if i in names]
    if not wanted:
        return None
    met = np.ones(len(around.packages), dtype=np.bool_)
    for issue, options in wanted:
        places = [space.issues[issue].options.index(option) for option in options]
        met &= np.isin(around.packages[:, issue], places)
    rows = np.flatnonzero(met)
    if not len(rows) or rows[0] == 0:
        return None
    accepts = around.accepts(actor)
    return int(min(rows, key=lambda n: (around.distance[n], around.steps[n], -accepts[n], -around.p_pass[n])))


def _to_even(around: Near, actor: int) -> int | None:
    """Return the smallest change after which the actor accepts in at least half the draws."""
    import numpy as np

    accepts = around.accepts(actor)
    rows = np.flatnonzero(accepts >= EVEN)
    if not len(rows) or rows[0] == 0:
        return None
    return int(min(rows, key=lambda n: (around.distance[n], -around.p_pass[n], around.steps[n])))


def _with_names(problem: Problem, said: Sequence[Objection]) -> tuple[Objection, ...]:
    from dataclasses import replace

    names = dict(named_actors(problem.case))
    return tuple(replace(o, actor=names.get(o.actor, o.actor)) for o in said)


def _ratified(seen: Close) -> dict[str, dict[str, float | None]]:
    """Return P(ratified) by party and reading of the rules."""
    names, found = dict(named_actors(seen.problem.case)), {}
    for n, party in enumerate(seen.problem.parties):
        shares: dict[str, float | None] = {}
        for variant in seen.problem.variants:
            low, high = (seen.value(variant.parties[n], blank=blank) for blank in (False, True))
            shares[variant.name] = float(low.mean()) if (low == high).all() else None
        found[names[party]] = shares
    return found


def _affected(problem: Problem, key: str, accepts: Mapping[str, float]) -> tuple[AffectedRow, ...]:
    """Return those the case names as affected and at no table, and whether the proposal names them."""
    terms = problem.case.proposals[key].terms.values()
    words = " ".join(text for t in terms for text in (t.option, *t.texts, t.giver or "", t.getter or ""))
    return tuple(
        AffectedRow(
            one.name,
            one.reason,
            one.name.casefold() in words.casefold(),
            one.claims,
            accepts.get(one.name),
        )
        for one in problem.case.affected.values()
    )
