"""Leave out what refers to nothing, and say so: a drafted case must always load.

A picture whose parts do not fit together is a fault of the linking, not of the user; the draft goes on
without the broken reference and names it under ``assumptions`` instead of hiding it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from tracktwo.case.model import Case, Path
from tracktwo.case.references import Broken, broken
from tracktwo.vocabulary import Body, OrderBasis

_ROUNDS = 1000


def repaired(case: Case, notes: Sequence[str] = ()) -> Case:
    """Return ``case`` with every reference sound; what was left out is told under ``assumptions``."""
    said = list(notes)
    for _ in range(_ROUNDS):
        problem = next(broken(case), None)
        if problem is None:
            break
        case = _without(case, problem)
        note = f"left out of this draft: {problem.text} ({'.'.join(str(step) for step in problem.path)})"
        if problem.kind not in ("option", "body of approval") and note not in said:
            said.append(note)
    return replace(
        case, assumptions=(*case.assumptions, *(note for note in said if note not in case.assumptions))
    )


def _without(case: Case, problem: Broken) -> Case:
    """Return the case with one problem fewer."""
    if problem.kind == "option" and problem.within is not None:
        issue = case.issues[problem.within]
        options = (*issue.options, problem.key)
        basis = {**issue.order_basis, problem.key: OrderBasis.ASSUMED}
        return replace(
            case,
            issues={**case.issues, issue.key: replace(issue, options=options, order_basis=basis)},
        )
    if problem.kind == "body" and problem.path[-1] == "body" and "ratification" in problem.path:
        # An approval without its body would say nothing: the body is added, with nothing known of it.
        party = str(problem.path[1])
        body = Body(key=problem.key, name=problem.key, party=party)
        return replace(case, bodies={**case.bodies, problem.key: body})
    removed: Case = _remove(case, problem.path, problem.key)
    return removed


def _remove(value: Any, path: Path, key: str) -> Any:
    """Return ``value`` without what stands at ``path``: an item goes, a field becomes null."""
    step, rest = path[0], path[1:]
    if is_dataclass(value) and not isinstance(value, type):
        name = next(f.name for f in fields(value) if f.name.rstrip("_") == step)
        held = getattr(value, name)
        if rest:
            new = _remove(held, rest, key)
        elif isinstance(held, tuple):
            new = tuple(item for item in held if item != key)[: 0 if key not in held else None]
        else:
            new = None
        return replace(value, **{name: new})
    if isinstance(value, Mapping):
        if not rest:
            return {name: item for name, item in value.items() if name != step}
        return {name: _remove(item, rest, key) if name == step else item for name, item in value.items()}
    return _removed_item(value, step, rest, key)


def _removed_item(value: tuple[Any, ...], step: str | int, rest: Path, key: str) -> tuple[Any, ...]:
    """Return a list without an item, or with one item changed; members and pairs are found by key."""
    found = []
    for number, item in enumerate(value):
        pair = isinstance(item, tuple)
        name = number if isinstance(step, int) else (item[0] if pair else getattr(item, "key", item))
        if name != step:
            found.append(item)
        elif rest:
            found.append(_remove(item, rest, key))
    return tuple(found)


__all__ = ["repaired"]
