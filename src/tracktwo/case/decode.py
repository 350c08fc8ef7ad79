"""A tree as a case: every value checked for its type, every unknown key met with a suggestion."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from dataclasses import MISSING
from enum import Enum
from typing import Any

from tracktwo.case.model import Case, Path, Places
from tracktwo.case.rules import NESTING, SIMPLE, UNKNOWN, Rule, RuleKind, parse_share
from tracktwo.case.shape import DEFAULTS, WORDS, Field, Kind, Type, fields_of, has_key, words_of
from tracktwo.case.tree import Node, walk
from tracktwo.case.values import Span
from tracktwo.errors import CaseError, Where

_UNRESOLVED = re.compile(r'unresolved "(.*)"', re.DOTALL)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_FAILED: Any = object()


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean "members"?`` for the nearest known word, or nothing."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(word, list(known), scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return f'; did you mean "{found[0]}"?' if found else ""


class Decoder:
    """Turns nodes into dataclasses, collecting errors instead of stopping at the first."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.errors: list[CaseError] = []
        self.dropped: set[str] = set()
        self.keys: dict[Path, tuple[int, int]] = {}
        self.values: dict[Path, tuple[int, int]] = {}

    def fail(self, node: Node, what: str, *, at_key: bool = False) -> Any:
        """Note an error at a value, or at its key, and return the mark of a failed value."""
        line, column = (node.key_line, node.key_column) if at_key else (node.line, node.column)
        self.errors.append(CaseError(what, where=Where(self.file, line, column)))
        return _FAILED

    def case(self, root: Node) -> Case | None:
        """Return the case as far as it could be read, or None where the file is no mapping at all."""
        if not root.is_map:
            self.fail(root, "a case file is a mapping that begins with its title")
            return None
        import dataclasses

        found = self.record(root, Case, ())
        case: Case = dataclasses.replace(found, places=Places(self.file, self.keys, self.values))
        return case

    def record(self, node: Node, cls: Any, path: Path, key: str | None = None) -> Any:
        """Return an entry of class ``cls``; ``key`` is its name in the file where it has one."""
        node = _spelt_out(node, cls)
        if not node.is_map:
            return self.fail(node, f"{_label(path, cls)} must be a mapping of keys, not {_kind_name(node)}")
        specs = fields_of(cls)
        held: dict[str, Any] = {}
        for name, child in node.value.items():
            self.keys[(*path, name)] = (child.key_line, child.key_column)
            self.values[(*path, name)] = (child.line, child.column)
            if name not in specs:
                what = f'unknown key "{name}"{suggestion(name, specs)}'
                self.fail(child, what, at_key=True)
                self.dropped.update(_names_in(child))
                continue
            value = self.value(child, specs[name].type, (*path, name))
            if specs[name].type.kind is Kind.DATE and "event_text" not in specs and _is_unresolved(value):
                value = self.fail(child, f'"{name}" is a date or unknown here, without words')
            # What failed is said; the rest of the entry is still checked, with the default in its place.
            held[specs[name].attribute] = specs[name].default if value is _FAILED else value
        if has_key(cls):
            held["key"] = key
        self._complete(node, held, key, specs.values())
        if MISSING not in held.values():
            return cls(**_resolved(held))
        return cls(**{**held, "title": ""}) if cls is Case else self._drop(key)

    def _drop(self, key: str | None) -> Any:
        """Leave an entry out, so that what refers to it is not called dangling as well."""
        if key is not None:
            self.dropped.add(key)
        return _FAILED

    def _complete(self, node: Node, held: dict[str, Any], key: str | None, specs: Iterable[Field]) -> None:
        """Fill in defaults; name what is missing."""
        for spec in specs:
            if spec.attribute in held:
                continue
            if spec.default is not MISSING:
                held[spec.attribute] = spec.default
            elif spec.attribute == "name" and key is not None:
                held["name"] = words_of(key)
            else:
                held[spec.attribute] = MISSING
                self.fail(node, f'"{spec.key}" is missing here', at_key=node.key_line > 0)

    def value(self, node: Node, kind: Type, path: Path) -> Any:
        """Return a value of the given type, or the mark of a failed one."""
        if kind.optional and node.is_scalar and (node.value is None or _is_unknown(node)):
            return None
        if kind.kind is Kind.RECORD:
            return self.record(node, kind.of, path)
        if kind.kind is Kind.RULE:
            return self.rule(node)
        if kind.kind is Kind.SPAN:
            return self._span(node, path)
        if kind.kind is Kind.LIST:
            return self._list(node, kind, path)
        if kind.kind is Kind.MAP:
            return self._map(node, kind, path)
        return self._scalar(node, kind, path)

    def _list(self, node: Node, kind: Type, path: Path) -> Any:
        assert kind.inner is not None
        if node.is_scalar and node.value is None:
            return ()
        if not node.is_list:
            return self.fail(node, f"{_label(path)} must be a list, such as [a, b], not {_kind_name(node)}")
        found = []
        for number, child in enumerate(node.value):
            self.keys[(*path, number)] = (child.key_line, child.key_column)
            self.values[(*path, number)] = (child.line, child.column)
            found.append(self.value(child, kind.inner, (*path, number)))
        return tuple(item for item in found if item is not _FAILED)

    def _map(self, node: Node, kind: Type, path: Path) -> Any:
        assert kind.inner is not None
        if node.is_scalar and node.value is None:
            return () if kind.keyed or kind.pairs else {}
        if node.is_list and kind.inner.kind is Kind.RECORD and has_key(kind.inner.of):
            node = self._listed(node)
        if not node.is_map:
            return self.fail(node, f"{_label(path)} must be a mapping of keys, not {_kind_name(node)}")
        found = {}
        for name, child in node.value.items():
            here = (*path, name)
            self.keys[here], self.values[here] = (
                (child.key_line, child.key_column),
                (child.line, child.column),
            )
            record = kind.inner.kind is Kind.RECORD
            value = (
                self.record(child, kind.inner.of, here, name)
                if record
                else self.value(child, kind.inner, here)
            )
            if kind.pairs and kind.inner.kind is Kind.TEXT and value is not _FAILED:
                value = self._word(child, value, WORDS[("Body", "same_as")])
            if value is not _FAILED:
                found[name] = value
        if kind.keyed:
            return tuple(found.values())
        return tuple(found.items()) if kind.pairs else found

    def _listed(self, node: Node) -> Node:
        """Return ``[upstream-farmers, coast]`` as ``{upstream-farmers: {}, coast: {}}``."""
        entries: dict[str, Node] = {}
        for child in node.value:
            if child.is_scalar and child.raw is not None:
                entries[child.raw] = Node({}, child.line, child.column, child.line, child.column)
            else:
                self.fail(child, "a list here may hold only names; write a mapping to say more")
        return Node(entries, node.line, node.column, node.key_line, node.key_column)

    def _span(self, node: Node, path: Path) -> Any:
        """Return a number, or a range of numbers written ``[low, high]``."""
        ends = node.value if node.is_list else [node]
        if len(ends) not in (1, 2):
            return self.fail(node, f"{_label(path)} must be a number or a range [low, high]")
        found = [self._scalar(end, Type(Kind.FLOAT), path) for end in ends]
        if _FAILED in found:
            return _FAILED
        if found[0] > found[-1]:
            return self.fail(node, f"{_label(path)} is a range that ends below where it begins")
        return Span(found[0], found[-1])

    def _word(self, node: Node, value: str, allowed: tuple[str, ...]) -> Any:
        if value in allowed:
            return value
        return self.fail(node, f'"{value}" is none of {", ".join(allowed)}{suggestion(value, allowed)}')

    def _scalar(self, node: Node, kind: Type, path: Path) -> Any:
        label, value = _label(path), node.value
        if not node.is_scalar or value is None:
            return self.fail(node, f"{label} must be {_WANTED[kind.kind]}, not {_kind_name(node)}")
        if kind.kind is Kind.ENUM:
            return self._enum(node, kind.of, label)
        if kind.kind is Kind.DATE:
            return self._date(node, label)
        if kind.kind is Kind.BOOL:
            wanted = isinstance(value, bool)
        elif kind.kind is Kind.INT:
            wanted = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        elif kind.kind is Kind.FLOAT:
            wanted = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
        else:
            # A bare 40 or 2024 under a key that holds words is the words as written; true and false are not.
            wanted, value = not isinstance(value, bool), node.raw if node.raw is not None else str(value)
        if not wanted:
            return self.fail(node, f"{label} must be {_WANTED[kind.kind]}, not {_kind_name(node)}")
        return float(value) if kind.kind is Kind.FLOAT else value

    def _enum(self, node: Node, of: type[Enum], label: str) -> Any:
        text = str(node.raw if node.raw is not None else node.value)
        allowed = [str(member.value) for member in of]
        if text in allowed:
            return of(text)
        listed = ", ".join(allowed)
        return self.fail(node, f'{label} "{text}" is none of: {listed}{suggestion(text, allowed)}')

    def _date(self, node: Node, label: str) -> Any:
        text = str(node.raw if node.raw is not None else node.value)
        if _UNRESOLVED.fullmatch(text):
            return text
        if _DATE.fullmatch(text):
            try:
                dt.date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)
            except ValueError:
                return self.fail(node, f'{label} "{text}" is not a day of the calendar')
            return text
        return self.fail(
            node,
            f'{label} "{text}" is not a date: write 2024-03-18, 2024-03, 2024, or unresolved "on Sunday"',
        )

    def rule(self, node: Node) -> Any:
        """Return a rule of ratification."""
        if node.is_scalar:
            text = "" if node.value is None else str(node.value)
            if text in [kind.value for kind in SIMPLE]:
                return Rule(RuleKind(text))
            known = [*(kind.value for kind in SIMPLE), "{quota: 2/3}", "{all: [...]}", "{any: [...]}"]
            return self.fail(node, f'rule "{text}" is none of: {", ".join(known)}{suggestion(text, known)}')
        if not node.is_map or not node.value:
            return self.fail(node, "a rule is one word, or a mapping such as {quota: 2/3} or {all: [...]}")
        if "body" in node.value:
            return self._rule_of_body(node)
        name, child = next(iter(node.value.items()))
        if len(node.value) > 1:
            return self.fail(node, f"a rule holds one of quota, all, any, not {len(node.value)} keys")
        if name == "quota":
            quota = None if not child.is_scalar or child.raw is None else parse_share(child.raw)
            if quota is None and child.is_scalar and isinstance(child.value, str):
                quota = parse_share(child.value)
            if quota is None:
                return self.fail(child, "a quota is a share above 0 and up to 1, such as 2/3, 60% or 0.6")
            # More than all is no error of the file: whatever does not hang on that body has its answer.
            return Rule(RuleKind.QUOTA, quota=quota)
        if name in [kind.value for kind in NESTING]:
            if not child.is_list or not child.value:
                return self.fail(child, f"{name} needs a list of rules")
            inner = [self.rule(item) for item in child.value]
            return _FAILED if _FAILED in inner else Rule(RuleKind(name), of=tuple(inner))
        return self.fail(
            child, f'unknown rule "{name}"{suggestion(name, ["quota", "all", "any", "body"])}', at_key=True
        )

    def _rule_of_body(self, node: Node) -> Any:
        import dataclasses

        for name, child in node.value.items():
            if name not in ("body", "rule"):
                return self.fail(
                    child, f'unknown key "{name}"{suggestion(name, ("body", "rule"))}', at_key=True
                )
        body = self._scalar(node.value["body"], Type(Kind.TEXT), ("body",))
        inner = self.rule(node.value["rule"]) if "rule" in node.value else UNKNOWN
        if body is _FAILED or inner is _FAILED:
            return _FAILED
        if inner.body is not None:
            return self.fail(node.value["rule"], "a rule names its body once")
        return dataclasses.replace(inner, body=body)


_WANTED = {
    Kind.TEXT: "text",
    Kind.INT: "a whole number, 0 or more",
    Kind.FLOAT: "a number",
    Kind.BOOL: "true or false",
    Kind.ENUM: "a word",
    Kind.DATE: "a date",
}


def _names_in(node: Node) -> list[str]:
    """Return every key inside a node: what a misspelt section would have defined."""
    return [str(key) for inner in walk(node) if inner.is_map for key in inner.value]


def _is_unknown(node: Node) -> bool:
    return node.value == "unknown" and node.style == "plain"


def _is_unresolved(value: Any) -> bool:
    return isinstance(value, str) and _UNRESOLVED.fullmatch(value) is not None


def _kind_name(node: Node) -> str:
    if node.is_map:
        return "a mapping"
    if node.is_list:
        return "a list"
    if node.value is None:
        return "nothing"
    if isinstance(node.value, bool):
        return str(node.value).lower()
    return f'"{node.value}"' if isinstance(node.value, str) else str(node.value)


def _label(path: Path, cls: Any = None) -> str:
    if not path:
        return "a case" if cls is None else cls.__name__.lower()
    return f'"{path[-1]}"' if isinstance(path[-1], str) else f"item {path[-1] + 1} of {_label(path[:-1])}"


def _spelt_out(node: Node, cls: Any) -> Node:
    """Return the full form of a one-word role or package term, and of an entry with nothing in it."""
    first = {"Role": "role", "PackageTerm": "option"}.get(cls.__name__)
    if first is not None and node.is_scalar and node.value is not None:
        return Node({first: node}, node.line, node.column, node.key_line, node.key_column)
    if first is None and node.is_scalar and node.value is None and has_key(cls):
        return Node({}, node.line, node.column, node.key_line, node.key_column)
    return node


def _resolved(held: dict[str, Any]) -> dict[str, Any]:
    """Split ``date: unresolved "on Sunday"`` into no date and its words."""
    words = held.get("date")
    if isinstance(words, str) and (match := _UNRESOLVED.fullmatch(words)):
        held["date"] = None
        if held["event_text"] is None:
            held["event_text"] = match[1]
    return held


__all__ = ["DEFAULTS", "Decoder", "suggestion"]
