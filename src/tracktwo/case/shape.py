"""What each part of a case file may hold: derived from the dataclasses, plus the few things types don't say.

One table serves reading, writing and the published JSON Schema, so that they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from tracktwo.vocabulary import Stage

# Defaults that make a hand-written entry short. ``name`` falls back to the key's words.
DEFAULTS: Mapping[tuple[str, str], Any] = {
    ("Issue", "ordered"): True,
    ("Issue", "family"): "",
    ("Track", "mode"): "not reported",
    ("Proposal", "stage"): Stage.OUTLINED,
    ("Leverage", "on_basis"): "",
    ("Affected", "reason"): "",
}
# Written even when they say no more than the default does: what a user is most likely to fill in.
SHOWN = {
    ("Body", "size"),
    ("Body", "members"),
    ("Approval", "rule"),
    ("Issue", "status"),
    ("Proposal", "stage"),
    ("Track", "mode"),
}
# Classes whose small entries stay on one line.
FLOWING = {
    "Role",
    "PackageTerm",
    "AgendaItem",
    "Assessment",
    "Duration",
    "Deadline",
    "Approval",
    "Combination",
    "Phase",
    "MoneyIssue",
    "ValueCondition",
}
WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {("Body", "same_as"): ("yes", "no", "unsure")}
DATES = {"date", "as_of"}


class Kind(Enum):
    """How a field is written."""

    TEXT = "text"
    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    ENUM = "enum"
    DATE = "date"
    RULE = "rule"
    SPAN = "span"
    RECORD = "record"
    LIST = "list"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a value: its kind, the class of a record or enum, and what a list or map holds."""

    kind: Kind
    of: Any = None
    inner: Type | None = None
    optional: bool = False
    pairs: bool = False
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One key of an entry: its name in the file, its dataclass attribute, type and default."""

    key: str
    attribute: str
    type: Type
    default: Any
    required: bool
    shown: bool


def _plain_type(hint: Any, name: str) -> Type:
    from tracktwo.case.rules import Rule
    from tracktwo.case.values import Span

    if hint is Rule:
        return Type(Kind.RULE)
    if hint is Span:
        return Type(Kind.SPAN)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Type(Kind.ENUM, of=hint)
    if hint is str:
        return Type(Kind.DATE if name in DATES else Kind.TEXT)
    simple = {bool: Kind.BOOL, int: Kind.INT, float: Kind.FLOAT}
    return Type(simple[hint]) if hint in simple else Type(Kind.RECORD, of=hint)


def type_of(hint: Any, name: str) -> Type:
    """Return how values of a type hint are written under the field ``name``."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        inner = next(arg for arg in args if arg is not NoneType)
        found = type_of(inner, name)
        return Type(found.kind, found.of, found.inner, True, found.pairs, found.keyed)
    if origin is tuple:
        if get_origin(args[0]) is tuple:  # pairs of a key and a word: a mapping in the file
            return Type(Kind.MAP, inner=_plain_type(get_args(args[0])[1], name), pairs=True)
        inner_type = type_of(args[0], "")
        keyed = inner_type.kind is Kind.RECORD and any(f.name == "key" for f in fields(inner_type.of))
        return Type(Kind.MAP if keyed else Kind.LIST, inner=inner_type, keyed=keyed)
    if origin is not None and issubclass(origin, Mapping):
        return Type(Kind.MAP, inner=type_of(args[1], ""))
    return _plain_type(hint, name)


def _default(cls: Any, attribute: Any, kind: Type) -> Any:
    if (cls.__name__, attribute.name) in DEFAULTS:
        return DEFAULTS[cls.__name__, attribute.name]
    if attribute.default is not MISSING:
        return attribute.default
    if attribute.default_factory is not MISSING:
        return attribute.default_factory()
    if kind.optional:
        return None
    return {Kind.LIST: (), Kind.MAP: () if kind.keyed or kind.pairs else {}}.get(kind.kind, MISSING)


@cache
def fields_of(cls: Any) -> Mapping[str, Field]:
    """Return the keys an entry of ``cls`` may hold, in the order they are written.

    The field ``key`` is the entry's own key in the file wherever entries are named by it, and ``places`` is
    never written.
    """
    hints, found = get_type_hints(cls), {}
    for attribute in fields(cls):
        if attribute.name == "places" or (attribute.name == "key" and cls.__name__ != "Case"):
            continue
        kind = type_of(hints[attribute.name], attribute.name)
        default = _default(cls, attribute, kind)
        bare = attribute.default is MISSING and attribute.default_factory is MISSING
        named = attribute.name == "name" and any(f.name == "key" for f in fields(cls))
        shown = (cls.__name__, attribute.name) in SHOWN or (bare and (kind.optional or default is MISSING))
        key = attribute.name.rstrip("_")
        required = default is MISSING and not named
        found[key] = Field(key, attribute.name, kind, default, required, shown)
    return found


def has_key(cls: Any) -> bool:
    """Say whether entries of ``cls`` are named by their key in the file."""
    return cls.__name__ != "Case" and any(f.name == "key" for f in fields(cls))


def words_of(key: str) -> str:
    """Return the name that a key stands for where none is written: ``united-states`` is United States."""
    return " ".join(word[:1].upper() + word[1:] for word in key.replace("_", "-").split("-") if word) or key
