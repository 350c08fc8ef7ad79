"""JSON as domain files write it, numbers kept exact."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from tracktwo.errors import DomainError, Where
from tracktwo.interop.domains import markup
from tracktwo.interop.domains.numbers import lenient


def load(path: Path) -> Any:
    """Return a JSON file's content, decimals as Decimal.

    Raises
    ------
    DomainError
        If the file is no JSON.
    """
    try:
        return json.loads(markup.load(path), parse_float=Decimal, parse_int=Decimal)
    except json.JSONDecodeError as error:
        raise DomainError(
            "the file is no JSON", where=Where(str(path), error.lineno, error.colno), why=error.msg
        ) from error
    except RecursionError as error:
        raise DomainError("the file is nested too deeply", where=str(path)) from error


def table(value: Any, what: str, path: Path) -> Mapping[str, Any]:
    """Return ``value`` if it is an object, else complain.

    Raises
    ------
    DomainError
        If it is none.
    """
    if not isinstance(value, Mapping):
        raise DomainError(f"{what} is not an object", where=str(path), why=f"it is {describe(value)}")
    return value


def number(value: Any, what: str, path: Path) -> Fraction:
    """Return a JSON number (or a string that holds one) exactly.

    Raises
    ------
    DomainError
        If it is neither.
    """
    found = lenient(str(value)) if isinstance(value, Decimal | str) else None
    if found is None:
        raise DomainError(f"{what} is not a number", where=str(path), why=f"it is {describe(value)}")
    return found


def text(value: Any) -> str:
    """Return an option as text; a number keeps the digits it was written with."""
    return str(value)


def describe(value: Any) -> str:
    """Return a few words for what a value is."""
    return "missing" if value is None else repr(str(value))[:60]
