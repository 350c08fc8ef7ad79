"""Joining a user's case file with a new draft so that the result is sound."""

from __future__ import annotations

import copy
from typing import Any

from tracktwo.case.load import from_tree
from tracktwo.case.merge import Conflict, merge
from tracktwo.case.references import Broken, broken
from tracktwo.case.tree import Node, parse
from tracktwo.errors import CaseError, CaseFileError

# Where a thing of each kind stands in the file.
_SECTIONS = {
    "party": ("parties", "third_parties"),
    "body": ("bodies",),
    "track": ("tracks",),
    "issue": ("issues",),
    "proposal": ("proposals",),
    "actor": ("parties", "third_parties", "bodies", "affected"),
}
_PEOPLE = ("parties", "third_parties")


def joined(old: str, base: Any, theirs: Node, file: str) -> tuple[Node, list[Conflict]]:
    """Return the user's tree with the new draft merged in, and the conflicts.

    One side's edit may refer to what the other side dropped (a judgement on a proposal that the record no
    longer has; a new proposal on an issue that the user removed): such an entry is put back.

    Raises
    ------
    CaseFileError
        If the two cannot be joined into a sound case, such as when both together make a cycle.
    """
    mine, errors = parse(old, file)
    if mine is None or errors:
        raise CaseFileError(errors or [CaseError("the case file is empty", where=file)])
    before = copy.deepcopy(mine)
    conflicts = merge(mine, base, theirs)
    tried: set[tuple[str, str, str | None]] = set()
    while True:
        case, _ = from_tree(mine, file)
        problem = None if case is None else next(broken(case), None)
        if problem is None:
            return mine, conflicts
        attempt = (problem.kind, problem.key, problem.within)
        if attempt in tried or not (_put_back(mine, before, problem) or _put_back(mine, theirs, problem)):
            what = f"the new draft and your edits do not fit together: {problem.text}"
            fix = "The file was left as it was; remove one side of it, or move the file away and draft afresh"
            raise CaseFileError([CaseError(what, where=file, fix=fix)])
        tried.add(attempt)


def _put_back(mine: Node, source: Node, problem: Broken) -> bool:
    """Copy what a reference needs from ``source``; say whether it was there."""
    if problem.kind == "option" and problem.within is not None:
        return _put_option(mine, source, problem.within, problem.key)
    if problem.kind in ("member", "actor"):
        for section in _PEOPLE:
            for owner, node in _entries(source, section).items():
                if problem.key in _entries(node, "members"):
                    return _put(mine, source, (section, owner, "members", problem.key))
    return any(
        _put(mine, source, (section, problem.key))
        for section in _SECTIONS.get(problem.kind, ())
        if problem.key in _entries(source, section)
    )


def _entries(node: Node, section: str) -> dict[str, Node]:
    held = node.value.get(section) if isinstance(node.value, dict) else None
    return held.value if held is not None and isinstance(held.value, dict) else {}


def _put(mine: Node, source: Node, path: tuple[str, ...]) -> bool:
    """Copy the entry at ``path``, with as much of what stands around it as is missing."""
    for step in path:
        source = source.value[step]
        if not isinstance(mine.value, dict):
            return False
        if step not in mine.value or mine.value[step].value is None:
            mine.value[step] = copy.deepcopy(source)
            return True
        mine = mine.value[step]
    return False


def _put_option(mine: Node, source: Node, issue: str, option: str) -> bool:
    target, origin = _entries(mine, "issues").get(issue), _entries(source, "issues").get(issue)
    if target is None or origin is None:
        return False
    options = origin.value.get("options")
    if options is None or option not in [child.raw or child.value for child in options.value]:
        return False
    if "options" not in target.value or not target.value["options"].is_list:
        target.value["options"] = copy.deepcopy(options)
        return True
    child = next(child for child in options.value if option in (child.raw, child.value))
    target.value["options"].value.append(copy.deepcopy(child))
    return True
