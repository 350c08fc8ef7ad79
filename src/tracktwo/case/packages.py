"""The packages of a case: one option of every issue, *no change* where a proposal says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tracktwo.vocabulary.utilities import DealIssue, DealSpace

if TYPE_CHECKING:
    from tracktwo.case.model import Case

NO_CHANGE = "no change"


def deal_space(case: Case) -> DealSpace:
    """Return all packages over the issues of a case that have options, in the order of the file."""
    issues = (DealIssue(key, issue.options) for key, issue in case.issues.items() if issue.options)
    return DealSpace(tuple(issues))


def package_of(space: DealSpace, terms: Mapping[str, str]) -> tuple[int, ...] | None:
    """Return a package in positions of options; issues that ``terms`` leave out stay at *no change*.

    Returns
    -------
    tuple of int, or None
        None where an issue is left out that has no option *no change*.
    """
    chosen = []
    for issue in space.issues:
        option = terms.get(issue.name, NO_CHANGE)
        if option not in issue.options:
            return None
        chosen.append(issue.options.index(option))
    return tuple(chosen)


def terms_of(space: DealSpace, package: Iterable[int]) -> dict[str, str]:
    """Return what a package changes: ``{issue: option}`` without the issues at *no change*."""
    pairs = zip(space.issues, package, strict=True)
    return {issue.name: issue.options[k] for issue, k in pairs if issue.options[k] != NO_CHANGE}


def changes_between(space: DealSpace, one: Iterable[int], other: Iterable[int]) -> dict[str, tuple[str, str]]:
    """Return the issues on which two packages differ: ``{issue: (option of one, option of other)}``."""
    rows = zip(space.issues, one, other, strict=True)
    return {issue.name: (issue.options[a], issue.options[b]) for issue, a, b in rows if a != b}
