"""Next offers near what is tabled, for a mediator and for each party, with their risks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.chances.closely import close, weights
from tracktwo.deals.chances.constraints import contradiction
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.deciding import All, blanks
from tracktwo.deals.chances.exploring import known_options
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.tabled import package_of_proposal
from tracktwo.deals.moves.changes import Near, near
from tracktwo.deals.moves.replies import OfferRow
from tracktwo.errors import DealsError
from tracktwo.vocabulary import Stage
from tracktwo.vocabulary.outlook import Blocker

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MEDIATOR = "a mediator"
PER_PARTY, WEIGHED, SAME = 2, 250, 0.005
GONE = (Stage.WITHDRAWN, Stage.ENDED)
DEFINITIONS = {
    "mediator": "the package likeliest to pass among those that change one term of the base, then two, then "
    "three",
    "party": "the packages with the largest expected gain to the party (its gain where everybody else says "
    "yes, none where somebody does not) among those it accepts as often as the base",
    "risk": "who most often stands alone against it",
}


def offers(problem: Problem, base: str | None = None) -> tuple[OfferRow, ...]:
    """Return possible next offers.

    Parameters
    ----------
    problem : Problem
    base : str, optional
        Key of the proposal to start from; default: of those not withdrawn or ended, the likeliest to pass.

    Raises
    ------
    DealsError
        If nothing is known of what some party would accept, no package is possible, or no proposal has terms
        whose worth is known to everybody counted.
    """
    silent = [blank.reason for node in problem.own for blank in blanks(node)]
    if silent:
        unsaid = "; ".join(dict.fromkeys(silent))
        raise DealsError(
            "no offers can be weighed",
            why=f"not known is what every party itself would accept: {unsaid}",
            fix="Give the missing values: in the case",
        )
    against = contradiction(constraints_of(problem.case, problem.space), known_options(problem)[0])
    if against is not None:
        why = (
            f"these contradict one another: {'; '.join(against)}"
            if against
            else "an issue has no option left"
        )
        raise DealsError("no package is possible", why=why, fix="Drop or change one of them")
    key, around = _around(problem, base)
    given = tuple(dict.fromkeys(blank.condition for blank in problem.blanks()))
    made = [_offer(around, key, MEDIATOR, _by_distance(d), row, given) for d, row in _for_mediator(around)]
    names = dict(named_actors(problem.case))
    for party in problem.parties:
        if party not in problem.utilities.actors:
            continue
        for row in _for_party(around, party):
            why = "largest expected gain to it, others' answers counted"
            made.append(_offer(around, key, names[party], why, row, given))
    return tuple(made)


def _around(problem: Problem, base: str | None) -> tuple[str, Near]:
    from tracktwo.deals.moves.blocking import comparable, key_of

    keys = [key_of(problem, base)] if base is not None else list(problem.case.proposals)
    found: list[tuple[float, str, tuple[int, ...]]] = []
    for key in keys:
        proposal = problem.case.proposals[key]
        package = package_of_proposal(problem, key)
        if not proposal.terms or package is None or not comparable(problem, package):
            continue
        if base is None and proposal.stage in GONE:
            continue
        found.append((-close(problem, package).p_pass(blank=True), key, package))
    if not found:
        raise DealsError(
            "there is no proposal to start from",
            why="what its terms are worth is not known to everybody whose yes is needed",
            fix="Give the missing values, or name another with --from PROPOSAL",
        )
    _, key, package = min(found)
    return key, near(problem, package)


def _for_mediator(around: Near) -> Iterator[tuple[int, int]]:
    """Yield the likeliest to pass with one, two, three changed terms, where likelier than with fewer."""
    import numpy as np

    best = float(around.p_pass[0])
    for distance in range(1, int(around.distance.max(initial=0)) + 1):
        rows = np.flatnonzero(around.distance == distance)
        row = int(min(rows, key=lambda n: (-around.p_pass[n], around.steps[n])))
        if around.p_pass[row] > best:
            best = float(around.p_pass[row])
            yield distance, row


def _for_party(around: Near, party: str) -> list[int]:
    """Return the packages with the largest expected gain to a party."""
    import numpy as np

    problem = around.problem
    actor, number = problem.utilities.actors.index(party), problem.parties.index(party)
    likeliest = np.argsort(-around.p_pass, kind="stable")[:WEIGHED]
    worth = {}
    for row in likeliest.tolist():
        seen = close(problem, around.packages[row].tolist())
        others = _others(problem, seen, number)
        worth[row] = float((np.maximum(seen.gains[:, actor], 0) * others).mean())
    accepts = around.accepts(actor)
    ranked = sorted(worth, key=lambda row: -worth[row])
    better = [row for row in ranked if row and worth[row] > worth.get(0, 0.0)]
    # Nobody is taken to offer what it would itself accept less often than what is tabled.
    return [row for row in better if accepts[row] >= accepts[0] - SAME][:PER_PARTY]


def _others(problem: Problem, seen: object, party: int) -> Floats:
    """Return in which share of the readings of the rules everybody but one party says yes, draw by draw."""
    import numpy as np

    from tracktwo.deals.chances.closely import Close

    assert isinstance(seen, Close)
    total = np.zeros(problem.draws)
    for variant, weight in zip(problem.variants, weights(problem), strict=True):
        rest = All(tuple(node for n, node in enumerate(variant.parties) if n != party))
        total += weight * seen.value(rest, blank=True)
    return total


def _by_distance(distance: int) -> str:
    return f"likeliest to pass with {distance} {'term' if distance == 1 else 'terms'} changed"


def _offer(around: Near, base: str, for_: str, why: str, row: int, given: tuple[str, ...]) -> OfferRow:
    change = around.change(row)
    alone = around.survey.sole[:, row] / (around.survey.draws * max(len(around.problem.variants), 1))
    names = dict(named_actors(around.problem.case))
    worst = int(alone.argmax()) if len(alone) else 0
    risk = None
    if len(alone) and alone[worst] > 0:
        risk = Blocker(names[around.problem.parties[worst]], float(alone[worst]))
    loses = {name: before - after for name, (before, after) in change.p_accept.items() if after < before}
    return OfferRow(
        for_=for_,
        base=base,
        why=why,
        changes=change.changes,
        terms=change.terms,
        p_pass_before=change.p_pass_before,
        p_pass=change.p_pass,
        p_accept={name: after for name, (_, after) in change.p_accept.items()},
        risk=risk,
        loses=loses,
        given=given,
        p_pass_by_rule=change.p_pass_by_rule,
    )
