"""NegoLog JSON: profiles that bring their own issues; weights times values, nothing divided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tracktwo.errors import DomainError
from tracktwo.interop.domains import jsons
from tracktwo.interop.domains.model import Profile
from tracktwo.vocabulary.utilities import DealIssue


def is_profile(content: Any) -> bool:
    """Return whether parsed JSON is a NegoLog profile."""
    return isinstance(content, Mapping) and "issueWeights" in content and "issues" in content


def profile_issues(content: Any, path: Path) -> tuple[DealIssue, ...]:
    """Return the issues a profile brings, in the order written.

    Raises
    ------
    DomainError
        If there is none, or one without values.
    """
    issues = jsons.table(content["issues"], "issues", path)
    if not issues:
        raise DomainError("no issue is defined", where=str(path), why="issues is empty")
    for name, values in issues.items():
        if not jsons.table(values, f"issue {name!r}", path):
            raise DomainError(f"issue {name!r} has no values", where=str(path))
    return tuple(DealIssue(name, tuple(str(value) for value in values)) for name, values in issues.items())


def read_profile(content: Any, path: Path, issues: Sequence[DealIssue]) -> Profile:
    """Return one party's preferences over ``issues``.

    Raises
    ------
    DomainError
        If an issue, value or weight is missing, or something is not a number.
    """
    weights = jsons.table(content["issueWeights"], "issueWeights", path)
    tables = jsons.table(content["issues"], "issues", path)
    worths = []
    for issue in issues:
        if issue.name not in tables:
            raise DomainError(
                "the profile does not belong to this domain",
                where=str(path),
                why=f"it has no issue {issue.name!r}",
            )
        values = jsons.table(tables[issue.name], f"issue {issue.name!r}", path)
        weight = jsons.number(weights.get(issue.name), f"the weight of {issue.name!r}", path)
        worths.append(
            tuple(
                weight * jsons.number(values.get(o), f"{o!r} in {issue.name!r}", path) for o in issue.options
            )
        )
    stated = content.get("reservationValue")
    return Profile(
        name=path.stem,
        path=path,
        worths=tuple(worths),
        reservation=None if stated is None else jsons.number(stated, "reservationValue", path),
        cap=1.0,
    )
