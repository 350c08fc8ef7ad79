"""Three-way merge of a case file: what the last draft said, what the user made of it, what it says now.

Where only one side changed something, that change stands. Where both did, the user's stands and the place is
named as a conflict. What a user added stays; what a user removed stays removed; what the record no longer
tells goes, unless the user had changed it. Comments and the user's order are kept: the result is the user's
tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tracktwo.case.model import Path
from tracktwo.case.tree import Node, data, walk

MISSING: Any = object()
# Which keys say that two items of a list are the same item; other lists hold words that stand for themselves.
IDENTITY = {
    "ratification": ("body",),
    "roles": ("role",),
    "items": ("about",),
    "assessments": ("by", "text"),
    "meetings": ("body", "event_text"),
    "leverage": ("by", "then"),
    "red_lines": ("actor", "text"),
    "durations": ("about", "text"),
    "deadlines": ("about", "text"),
}
# Mappings that make sense only as a whole.
ATOMIC = {"rule"}
_UNRESOLVED = re.compile(r'unresolved "(.*)"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that the user and the draft both changed; the user's version stands."""

    path: Path
    yours: str
    draft: str

    def __str__(self) -> str:
        where = ".".join(str(step) for step in self.path)
        return f"{where}: you changed this to {self.yours}, which stands; the new draft has {self.draft}"


def merge(mine: Node, base: Any, theirs: Node) -> list[Conflict]:
    """Change ``mine`` into the merge of both and return the conflicts.

    ``base`` is the last draft as plain data; None where it is not known, and then everything in ``mine`` that
    differs counts as the user's.
    """
    conflicts: list[Conflict] = []
    _merge(mine, MISSING if base is None else base, theirs, (), conflicts)
    return conflicts


def _merge(mine: Node, base: Any, theirs: Node, path: Path, conflicts: list[Conflict]) -> None:
    held, new = data(mine), data(theirs)
    if held == new:
        return
    atomic = bool(path) and path[-1] in ATOMIC
    if mine.is_map and theirs.is_map and not atomic:
        _merge_maps(mine, base if isinstance(base, dict) else MISSING, theirs, path, conflicts)
    elif mine.is_list and theirs.is_list:
        _merge_lists(mine, base if isinstance(base, list) else MISSING, theirs, path, conflicts)
    elif held == base:
        _adopt(mine, theirs)
    elif base is not MISSING and new != base:
        conflicts.append(Conflict(path, _shown(held), _shown(new)))


def _adopt(mine: Node, theirs: Node) -> None:
    """Give ``mine`` the draft's value; its comments stay, those inside it move above it."""
    for inner in walk(mine):
        if inner is not mine:
            mine.before += comments(inner)
    mine.value, mine.style, mine.raw, mine.flow = theirs.value, theirs.style, theirs.raw, theirs.flow


def comments(node: Node) -> list[str]:
    """Return the comments of one entry, without those inside it."""
    return [*node.before, *([node.after] if node.after else []), *node.foot]


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _merge_maps(mine: Node, base: Any, theirs: Node, path: Path, conflicts: list[Conflict]) -> None:
    known = {} if base is MISSING else base
    kept: dict[Any, Node] = {}
    homeless: list[str] = []
    for key, child in mine.value.items():
        if _goes(child, key, known, theirs.value, (*path, key), conflicts):
            homeless += [comment for inner in walk(child) for comment in comments(inner)]
            continue
        if key in theirs.value:
            _merge(child, known.get(key, MISSING), theirs.value[key], (*path, key), conflicts)
        child.before[:0], homeless = homeless, []
        kept[key] = child
    new = {key: child for key, child in theirs.value.items() if key not in mine.value and key not in known}
    untouched = list(mine.value) == list(known)
    result = _inserted(list(kept.items()), new, list(theirs.value))
    mine.value = dict(_in_order(result, list(theirs.value)) if untouched else result)
    _house(mine, list(mine.value.values()), homeless)


def _goes(
    child: Node, key: Any, known: dict[Any, Any], theirs: Any, path: Path, conflicts: list[Conflict]
) -> bool:
    """Say whether an entry leaves the file: only the last draft made it, and nobody touched it."""
    if key in theirs or key not in known:
        return False
    if data(child) == known[key]:
        return True
    conflicts.append(Conflict(path, _shown(data(child)), "nothing"))
    return False


def _inserted(kept: list[tuple[Any, Node]], new: dict[Any, Node], order: list[Any]) -> list[tuple[Any, Node]]:
    """Return the user's entries with the draft's new ones, each after the entry it follows in the draft."""
    result = list(kept)
    for number, key in enumerate(order):
        if key not in new:
            continue
        there = {name: at for at, (name, _) in enumerate(result)}
        before = next((there[name] for name in reversed(order[:number]) if name in there), None)
        after = next((there[name] for name in order[number + 1 :] if name in there), len(result))
        result.insert(after if before is None else before + 1, (key, new[key]))
    return result


def _in_order(entries: list[tuple[Any, Node]], order: list[Any]) -> list[tuple[Any, Node]]:
    """Return entries in the draft's new order, for a user who left the last one as it was.

    An entry that only the user has stays where it stands.
    """
    place = {name: number for number, name in enumerate(order)}
    drafted = iter(sorted((pair for pair in entries if pair[0] in place), key=lambda pair: place[pair[0]]))
    return [next(drafted) if pair[0] in place else pair for pair in entries]


def _house(container: Node, children: list[Node], homeless: list[str]) -> None:
    """Keep the comments of entries that went: below the last one left, else with the container."""
    if homeless and children:
        children[-1].foot += homeless
    else:
        container.foot += homeless


def _merge_lists(mine: Node, base: Any, theirs: Node, path: Path, conflicts: list[Conflict]) -> None:
    known = {} if base is MISSING else dict(_identified(base, path))
    ours = dict(zip(_names(map(data, mine.value), path), mine.value, strict=True))
    drafted = dict(zip(_names(map(data, theirs.value), path), theirs.value, strict=True))
    untouched = list(ours) == list(known)
    kept: list[tuple[Any, Node]] = []
    homeless: list[str] = []
    for name, child in ours.items():
        if _goes(child, name, known, drafted, (*path, len(kept)), conflicts):
            homeless += [comment for inner in walk(child) for comment in comments(inner)]
            continue
        if name in drafted:
            _merge(child, known.get(name, MISSING), drafted[name], (*path, len(kept)), conflicts)
        child.before[:0], homeless = homeless, []
        kept.append((name, child))
    new = {name: child for name, child in drafted.items() if name not in ours and name not in known}
    result = _inserted(kept, new, list(drafted))
    if untouched:
        result = _in_order(result, list(drafted))
    mine.value = [child for _, child in result]
    _house(mine, mine.value, homeless)


def _identified(items: list[Any], path: Path) -> Iterable[tuple[Any, Any]]:
    return zip(_names(items, path), items, strict=True)


def _names(items: Iterable[Any], path: Path) -> list[Any]:
    """Return what each item of a list is known by; repeated ones are numbered."""
    seen: dict[Any, int] = {}
    found = []
    for item in items:
        name = _identity(item, str(path[-1]) if path else "")
        seen[name] = seen.get(name, 0) + 1
        found.append((name, seen[name]))
    return found


def _identity(item: Any, where: str) -> str:
    keys = IDENTITY.get(where)
    if keys is None:
        return repr(item)
    if not isinstance(item, dict):
        return repr((item,))
    words = _UNRESOLVED.fullmatch(str(item.get("date")))
    # A meeting stays the same meeting when its words turn into a date.
    told = {"event_text": words[1] if words else item.get("event_text", item.get("date")), **item}
    return repr(tuple(told.get(key) for key in keys))


__all__ = ["Conflict", "merge"]
