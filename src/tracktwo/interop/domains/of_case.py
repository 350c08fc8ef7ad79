"""A case with values as a negotiation domain: what other programs that compute on utilities can read."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.case.packages import NO_CHANGE
from tracktwo.errors import DomainError
from tracktwo.interop.domains.model import Domain, Profile, assemble
from tracktwo.preferences import judged
from tracktwo.vocabulary.utilities import DealIssue, Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.case import Case
    from tracktwo.vocabulary.utilities import Utilities


def of_case(case: Case, seed: int = 0) -> Domain:
    """Return the parties' values of a case as a domain.

    Parameters
    ----------
    case : Case
    seed : int
        Where ranges and assumptions are drawn: they are written at their means, and ``notes`` say so.

    Returns
    -------
    Domain
        Its ``notes`` also name what no such format knows: bodies, red lines, who else must approve.

    Raises
    ------
    DomainError
        If some party has no values, the worth of an option is not known, or packages are under combinations.
    """
    held = judged(case, seed=seed)
    silent = [party.name for key, party in case.parties.items() if key not in held.actors]
    if silent or not case.parties:
        raise DomainError(
            "the case cannot be written as a domain",
            why=f"there are no values of {', '.join(silent)}" if silent else "it has no party",
            fix="Give them under values:",
        )
    if case.combinations:
        raise DomainError(
            "the case cannot be written as a domain",
            why="no such format knows forbidden or required packages",
        )
    issues = [DealIssue(case.issues[issue.name].name, issue.options) for issue in held.space.issues]
    profiles = tuple(_profile(case, held, key) for key in case.parties)
    return Domain(
        name=case.title,
        format="case",
        utilities=assemble(issues, profiles),
        profiles=profiles,
        notes=tuple(_left_out(case, held)),
    )


def _profile(case: Case, held: Utilities, key: str) -> Profile:
    actor = held.actors.index(key)
    means = held.part_worths[:, actor].mean(axis=0)
    floor = held.reservations[:, actor].mean(axis=0, keepdims=True)
    _all_known(case, held, key, means)
    worths = [_exact(worth) for worth in means.tolist()]
    starts = (*held.space.offsets, held.space.parts)
    rules = tuple(
        Rule(0, rule.when, rule.worth, rule.drops, rule.zeroes) for rule in held.rules if rule.actor == actor
    )
    return Profile(
        name=case.parties[key].name,
        path=Path(),
        worths=tuple(tuple(worths[a:b]) for a, b in pairwise(starts)),
        reservation=_exact(float(floor[0])),
        cap=held.cap(actor),
        rules=rules,
    )


def _all_known(case: Case, held: Utilities, key: str, worths: NDArray[np.float64]) -> None:
    import numpy as np

    options = [(issue, option) for issue in held.space.issues for option in issue.options]
    unknown = [
        f"{case.issues[i.name].name}: {o}" for (i, o), w in zip(options, worths, strict=True) if np.isnan(w)
    ]
    if unknown:
        raise DomainError(
            "the case cannot be written as a domain",
            why=f"what {unknown[0]} is worth to {case.parties[key].name} is not known",
            fix=f"Give it under values: {key}:, or weights: {{…: 0}} for an issue worth nothing to it",
        )


def _left_out(case: Case, held: Utilities) -> Iterator[str]:
    if held.draws > 1:
        yield "ranges and assumptions are written at their means"
    if case.agreement or any(party.ratification for party in case.parties.values()):
        yield "who must approve a deal besides the parties is left out"
    if all(NO_CHANGE in issue.options for issue in held.space.issues):
        yield "no change on every issue is a deal like any other there"
    if held.refusals is not None:
        yield "options that a party refuses whatever else a deal holds are written as if it did not"


def _exact(number: float) -> Fraction:
    return Fraction(repr(number))
