"""A user's own view of what things are worth, and of which packages there are; points or ranges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A number, or a range of numbers any of which is held to be as possible as another.

    Written ``12`` or ``[10, 14]``; ``low`` is at most ``high``.
    """

    low: float
    high: float

    @classmethod
    def point(cls, value: float) -> Span:
        """Return the span that is one number."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


class ValueBasis(StrEnum):
    """Where an actor's values come from; a judgement is never shown as a finding."""

    JUDGEMENT = "judgement"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class ValueCondition:
    """What comes on top of the sum of the options' values, wherever a condition holds.

    It holds on packages that take, for every issue of ``if_``, one of its options; with ``no_deal`` it holds
    where there is no deal, and shifts the reservation value instead. There ``worth`` is added; or, where
    ``drops`` names issues, their values count nothing; or, with ``zero``, the whole package is worth 0.
    ``by`` names who holds the lever, where this is leverage.
    """

    if_: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    no_deal: bool = False
    worth: Span = Span(0.0, 0.0)
    drops: tuple[str, ...] = ()
    zero: bool = False
    by: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActorValues:
    """What packages and no deal are worth to one actor, in units of its own.

    A package is worth the sum over its issues of weight (1 where none is written) times the value of the
    option taken (*no change* is 0 where nothing is written), plus what ``conditions`` add, at most ``cap``.
    An option without a value is not worth nothing: packages with it are not estimable for this actor, unless
    its place between others bounds it. ``reservation`` is what no deal is worth. For a body, ``spread`` says
    how far its unheard seats lie apart (scale of a logistic distribution). ``money`` is the worth of one unit
    of money where money is a declared issue; ``patience`` what the next phase counts for now, from 0 to 1.
    """

    basis: ValueBasis = ValueBasis.JUDGEMENT
    weights: Mapping[str, Span] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Span]] = field(default_factory=dict)
    reservation: Span | None = None
    conditions: tuple[ValueCondition, ...] = ()
    spread: float | None = None
    money: Span | None = None
    patience: Span | None = None
    cap: float | None = None
    by: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Combination:
    """A condition on packages: where ``if_`` holds, ``then`` must; an empty ``then`` forbids ``if_``.

    Both map an issue to the options that count; an empty ``if_`` holds everywhere.
    """

    if_: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    then: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A deal in two steps: proposal ``first`` now, ``then`` later; ``follows`` is the chance of the second.

    ``follows`` is a user's judgement from 0 to 1, null where nobody has one.
    """

    first: str
    then: str
    follows: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MoneyIssue:
    """The issue that is money, declared by a user, and the unit that ``money`` of the values counts in."""

    issue: str
    unit: str = ""
