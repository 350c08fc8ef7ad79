"""Dataclasses to what JSON knows: dicts, lists, strings, numbers, null."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

# Most of what passes through here, in answers of many thousand rows.
_ATOMS = frozenset((str, int, float, bool))


# Allowed raw in JSON, but a terminal may obey the one kind and reorder a line by the other.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def as_json(value: Any, *, indent: int | None = None) -> str:
    """Return ``plain(value)`` as JSON in which nothing can steer a terminal it is shown on."""
    return unsteering(json.dumps(plain(value), ensure_ascii=False, indent=indent))


def unsteering(text: str) -> str:
    """Return JSON text with the control and reordering characters in its strings escaped."""
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def plain(value: Any) -> Any:
    """Return ``value`` with dataclasses as dicts (field order kept), enums as values, dates as ISO text.

    A trailing underscore of a field name (``if_``) is dropped, so that keys read as the contract says.
    """
    if value is None or type(value) in _ATOMS:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {key: plain(getattr(value, name)) for name, key in _keys(type(value))}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    return value


@cache
def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a dataclass, each with the key it is told under."""
    return tuple((field.name, field.name.rstrip("_")) for field in fields(kind))
