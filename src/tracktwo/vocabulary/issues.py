"""Issue: one matter under negotiation, with its options in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class OrderBasis(StrEnum):
    """Why an option stands where it stands in the order."""

    MEANING = "meaning"
    NUMBER = "number"
    ASSUMED = "assumed"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Issue:
    """Family and theme ("hostilities in Gaza") with options from *no change* to the most.

    ``ordered`` is False where options cannot be ordered at all; ``order_basis`` says option by option
    whether its place is given by meaning or number, or only assumed ("limited" against "40").
    ``status`` is contested, agreed, or not reported.
    """

    key: str
    name: str
    family: str
    theme: str | None
    options: tuple[str, ...]
    ordered: bool
    order_basis: Mapping[str, OrderBasis] = field(default_factory=dict)
    status: str = "not reported"
    arena: str | None = None
    claims: tuple[str, ...] = ()
