"""Small cases built in a few words, and what brute force says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tracktwo.case import Approval, Case, CaseParty, loads
from tracktwo.deals.chances.asking import of_case
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.packages import Packages, all_packages
from tracktwo.deals.chances.problem import Problem
from tracktwo.vocabulary import Body, Issue
from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Utilities


def problem_of(
    worths: np.ndarray,
    floors: np.ndarray,
    sizes: Sequence[int],
    parties: Mapping[str, tuple[Approval, ...]],
    bodies: Mapping[str, Body],
    actors: Sequence[str],
    seed: int = 0,
) -> Problem:
    """Return the question of part-worths (draws x actors x parts) under some rules."""
    space = DealSpace(
        tuple(DealIssue(f"i{n}", tuple(f"o{k}" for k in range(size))) for n, size in enumerate(sizes))
    )
    case = Case(
        "a case",
        parties={key: CaseParty(key, key.upper(), ratification=needs) for key, needs in parties.items()},
        bodies=bodies,
        issues={i.name: Issue(i.name, i.name, "", None, i.options, True) for i in space.issues},
    )
    utilities = Utilities(space, tuple(actors), worths, floors, basis="judgement")
    return of_case(case, utilities, seed=seed)


def every_package(problem: Problem) -> Packages:
    """Return all packages of a question."""
    kept = tuple(np.arange(size) for size in problem.space.sizes)
    return all_packages(kept, constraints_of(problem.case, problem.space))


def accepted(problem: Problem, packages: np.ndarray) -> np.ndarray:
    """Return draws x actors x packages by plain sums: whether a package is worth more than no deal."""
    columns = packages + np.array(problem.space.offsets)
    worth = problem.utilities.part_worths[:, :, columns].sum(axis=-1)
    return np.asarray(worth > problem.utilities.reservations[:, :, None])


def case_from(text: str) -> Case:
    """Return the case that a YAML text holds."""
    return loads(text)


TALKS = """\
title: Port talks
parties:
  union: {ratification: [{body: branch, rule: majority}]}
  port: {ratification: [{body: board, rule: unknown}]}
bodies:
  branch: {party: union, members: [kay, lee, moss]}
  board: {party: port, size: unknown, members: unknown}
third_parties: {city: {roles: [presses], members: {kay: {}, lee: {}, moss: {}}}}
issues:
  pay: {options: [no change, some, "4", "8"], order_basis: {some: assumed}}
  hours: {options: [no change, fewer]}
proposals:
  offer: {by: port, terms: {pay: "4"}}
  demand: {by: union, terms: {pay: "8", hours: fewer}}
  vague: {by: city, terms: {pay: some}}
values:
  union: {options: {pay: {"4": 4, "8": 8}, hours: {fewer: [1, 3]}}, reservation: 3}
  port: {options: {pay: {"4": -4, "8": -8}, hours: {fewer: -1}}, reservation: -6}
  kay: {options: {pay: {"4": 4, "8": 8}, hours: {fewer: 2}}, reservation: 3}
  lee: {options: {pay: {"4": 4, "8": 8}, hours: {fewer: 2}}, reservation: 5}
  moss: {options: {pay: {"4": 4, "8": 8}, hours: {fewer: 2}}, reservation: 1}
"""
