"""A case as a tree: stable order, ``unknown`` where a user may fill something in, claims as flow lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING
from typing import Any

from tracktwo.case.rules import NESTING, Rule, RuleKind
from tracktwo.case.shape import FLOWING, Field, Kind, Type, fields_of, has_key
from tracktwo.case.tree import Node

_SHORT = 80  # longer texts stand on a line of their own


def unknown() -> Node:
    """Return the bare word ``unknown``: nobody has said."""
    return Node("unknown")


def text_node(value: str) -> Node:
    """Return a text; one that happens to be the word "unknown" is kept apart by quotes."""
    return Node(value, style='"' if value == "unknown" else "plain")


def encode(value: Any) -> Node:
    """Return a case (or any part of one that is a dataclass) as a mapping node."""
    entries: dict[str, Node] = {}
    cls: Any = type(value)
    for spec in fields_of(cls).values():
        held = getattr(value, spec.attribute)
        if spec.key == "event_text" and (held is None or value.date is None):
            continue  # words without a date are written as date: unresolved "..."
        if spec.key == "date" and held is None and getattr(value, "event_text", None) is not None:
            entries["date"] = text_node(f'unresolved "{value.event_text}"')
        elif spec.shown or spec.default is MISSING or not _is_default(held, spec):
            entries[spec.key] = _node(held, spec.type, spec.key)
    node = Node(entries, flow=cls.__name__ in FLOWING)
    if cls.__name__ == "Case":
        for child in entries.values():
            child.blank = not child.is_scalar and bool(child.value)
    return node


def _is_default(held: Any, spec: Field) -> bool:
    """Say whether a value is what the reader would put there anyway (None and an empty list differ)."""
    empty = spec.type.kind in (Kind.LIST, Kind.MAP) and not spec.type.optional
    return (not held) if empty else (held is spec.default or (held is not None and held == spec.default))


def _node(value: Any, kind: Type, key: str) -> Node:
    if value is None:
        return unknown()
    if kind.kind is Kind.RULE:
        return encode_rule(value)
    if kind.kind is Kind.SPAN:
        ends = (value.low,) if value.is_point else (value.low, value.high)
        numbers = [_number(end) for end in ends]
        return numbers[0] if value.is_point else Node(numbers, flow=True)
    if kind.kind is Kind.RECORD:
        return _short(value) or encode(value)
    if kind.kind is Kind.LIST:
        assert kind.inner is not None
        items = [_node(item, kind.inner, key) for item in value]
        return Node(items, flow=all(item.is_scalar and len(str(item.value)) <= _SHORT for item in items))
    if kind.kind is Kind.MAP:
        return _map(value, kind, key)
    if kind.kind is Kind.ENUM:
        return text_node(value.value)
    if kind.kind in (Kind.TEXT, Kind.DATE):
        return text_node(value)
    return _number(value)


def _number(value: Any) -> Node:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return Node(int(value) if whole else value)


def _map(value: Any, kind: Type, key: str) -> Node:
    assert kind.inner is not None
    if kind.keyed:
        pairs = [(item.key, item) for item in value]
    else:
        pairs = list(value.items()) if isinstance(value, Mapping) else list(value)
    entries = {str(name): _node(item, kind.inner, key) for name, item in pairs}
    return Node(
        entries, flow=all(child.is_scalar or child.flow for child in entries.values()) and key != "terms"
    )


def _short(value: Any) -> Node | None:
    """Return the one-word form of a role or a package term that says nothing else."""
    name = type(value).__name__
    if name == "Role" and not value.claims and value.as_of is None:
        return text_node(value.role)
    if name == "PackageTerm":
        others = (value.texts, value.giver, value.getter, value.giver_basis, value.claims)
        if not any(other is not None and other != () for other in others):
            return text_node(value.option)
    return None


def encode_rule(rule: Rule) -> Node:
    """Return a rule of ratification as the file writes it."""
    if rule.kind is RuleKind.QUOTA:
        node = Node({"quota": Node(str(rule.quota))}, flow=True)
    elif rule.kind in NESTING:
        node = Node({rule.kind.value: Node([encode_rule(inner) for inner in rule.of], flow=True)}, flow=True)
    else:
        node = Node(rule.kind.value)
    return node if rule.body is None else Node({"body": text_node(rule.body), "rule": node}, flow=True)


__all__ = ["encode", "encode_rule", "has_key", "text_node", "unknown"]
