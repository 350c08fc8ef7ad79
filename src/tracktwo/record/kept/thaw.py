"""Plain values back to the dataclasses of the vocabulary; the way back from `plain`."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Thaw = Callable[[Any], Any]


def thaw(kind: Any, value: Any) -> Any:
    """Return ``value`` as ``kind``: a dataclass of the vocabulary, an enum, or a container of such.

    Parameters
    ----------
    kind : type
        What `plain` was given.
    value : JSON value
        What it returned.

    Raises
    ------
    KeyError, TypeError, ValueError
        When the value is not of that kind.
    """
    return _thawing(kind)(value)


@cache
def _thawing(kind: Any) -> Thaw:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (some,) = [one for one in inner if one is not type(None)]
        make = _thawing(some)
        return lambda value: None if value is None else make(value)
    if origin is tuple and inner[-1] is Ellipsis:
        return _many(inner[0])
    if origin is tuple:
        makers = [_thawing(one) for one in inner]
        return lambda value: tuple(make(one) for make, one in zip(makers, value, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        make = _thawing(inner[1])
        return lambda value: {key: make(item) for key, item in value.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {item.value: item for item in kind}.__getitem__
    if is_dataclass(kind):
        return _whole(kind)
    return lambda value: value


def _many(kind: Any) -> Thaw:
    if kind is str:
        return tuple
    make = _thawing(kind)
    return lambda value: tuple(map(make, value))


def _whole(kind: Any) -> Thaw:
    hints = get_type_hints(kind)
    parts = [(field.name.rstrip("_"), _thawing(hints[field.name])) for field in fields(kind)]
    return lambda value: kind(*[make(value[name]) for name, make in parts])
