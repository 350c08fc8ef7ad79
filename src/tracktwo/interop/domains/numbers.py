"""Numbers as domain files write them, kept exact."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from tracktwo.errors import DomainError, Where

_COMMA = re.compile(r"[+-]?\d*,\d+")


def exact(text: str | None, what: str, where: Where | str) -> Fraction:
    """Return a written number exactly; a decimal comma is read as a point.

    Raises
    ------
    DomainError
        If there is no number, or none that is finite.
    """
    number = lenient(text)
    if number is None:
        raise DomainError(
            f"{what} is not a number" if text else f"{what} is missing",
            where=where,
            why=f"it says {text!r}" if text else None,
            fix="Write a number such as 0.25",
        )
    return number


def lenient(text: str | None) -> Fraction | None:
    """Return a written number exactly, or None where there is none."""
    if text is None:
        return None
    text = text.strip()
    if _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    # An exponent of thousands would turn an innocent-looking file into gigabytes of digits.
    if not value.is_finite() or abs(value.adjusted()) > 300:
        return None
    return Fraction(value)


def written(number: Fraction) -> str:
    """Return a number as short text: exact where it ends within 17 digits, else the nearest float."""
    if number.denominator == 1:
        return str(number.numerator)
    return repr(float(number))
