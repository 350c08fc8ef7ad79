"""GENIUS: the tree of objectives and issues, shared by domain and profile files."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tracktwo.errors import DomainError, Where
from tracktwo.interop.domains.markup import Element
from tracktwo.interop.domains.numbers import exact, lenient, written

REAL_STEPS = 20  # a real issue is looked at on 21 equidistant values, as the published answers do
MAX_OPTIONS = 1_000_000


@dataclass(frozen=True, slots=True)
class RawIssue:
    """One issue as a file writes it: its place in the tree, its options and their numbers, if any."""

    index: str
    name: str
    kind: Literal["discrete", "integer", "real"]
    options: tuple[str, ...]
    numbers: tuple[Fraction, ...] | None
    element: Element
    parent: Element


def one_line(text: str) -> str:
    """Return a name as written, without space around it and with line breaks as spaces, as XML has them."""
    return re.sub(r"[\t\r\n]", " ", text).strip()


def folded(text: str) -> str:
    """Return what two writings of one value share, whatever their capitals and spacing."""
    return " ".join(text.split()).casefold()


def read_issues(root: Element, file: str) -> tuple[RawIssue, ...]:
    """Return the issues of a utility space, pre-order, child objectives before the issues of a level.

    Raises
    ------
    DomainError
        If there is none, or one cannot be understood.
    """
    found = tuple(
        _issue(element, parent, position, file) for position, (element, parent) in enumerate(_ordered(root))
    )
    if not found:
        raise DomainError(
            "no issue is defined", where=Where(file, root.line), why="there is no <issue> under <objective>"
        )
    return found


def _ordered(node: Element) -> Iterator[tuple[Element, Element]]:
    for child in node.all("objective"):
        yield from _ordered(child)
    for child in node.all("issue"):
        yield child, node


def _issue(element: Element, parent: Element, position: int, file: str) -> RawIssue:
    where = Where(file, element.line)
    name = one_line(element.get("name") or f"issue {position + 1}")
    index = element.get("index") or f"?{position}"
    items = element.all("item")
    said = (element.get("type", "vtype", "etype") or "discrete").lower()
    kind = "discrete" if items or said not in ("integer", "real") else said
    if kind == "discrete":
        options = tuple(dict.fromkeys(_value(item, file) for item in items))
        if not options:
            raise DomainError(f"issue {name!r} has no values", where=where, why="there is no <item> in it")
        return RawIssue(index, name, "discrete", options, None, element, parent)
    numbers = _grid(element, kind, name, where)
    return RawIssue(
        index,
        name,
        "integer" if kind == "integer" else "real",
        tuple(written(n) for n in numbers),
        numbers,
        element,
        parent,
    )


def _value(item: Element, file: str) -> str:
    value = item.get("value")
    if value is None:
        raise DomainError("an item has no value", where=Where(file, item.line), fix='Give it value="..."')
    return one_line(value)


def _grid(element: Element, kind: str, name: str, where: Where) -> tuple[Fraction, ...]:
    bounds = element.first("range") or element
    lower = exact(
        bounds.get("lowerbound") or element.get("lowerbound"), f"the lower bound of issue {name!r}", where
    )
    upper = exact(
        bounds.get("upperbound") or element.get("upperbound"), f"the upper bound of issue {name!r}", where
    )
    if upper < lower:
        raise DomainError(
            f"issue {name!r} has no values", where=where, why=f"its range runs from {lower} to {upper}"
        )
    if kind == "real":
        return tuple(lower + (upper - lower) * k / REAL_STEPS for k in range(REAL_STEPS + 1))
    first, last = math.ceil(lower), math.floor(upper)
    if last - first >= MAX_OPTIONS:
        raise DomainError(
            f"issue {name!r} has too many values", where=where, why=f"{last - first + 1} integers"
        )
    if last < first:
        raise DomainError(f"issue {name!r} has no values", where=where, why="no integer lies in its range")
    return tuple(Fraction(n) for n in range(first, last + 1))


def evaluate(issue: RawIssue, file: str, *, by_maximum: bool) -> dict[str, Fraction]:
    """Return the evaluation of each option that a profile evaluates.

    Parameters
    ----------
    issue : RawIssue
        As the profile writes it.
    file : str
        For messages.
    by_maximum : bool
        Divide discrete evaluations by the largest of the issue (0 where that is below 1e-5), as GENIUS does
        and the Bar-Ilan dialect does not.
    """
    if issue.kind == "discrete":
        return _discrete(issue, file, by_maximum)
    assert issue.numbers is not None
    evaluator = issue.element.first("evaluator")
    if evaluator is None:
        raise DomainError(
            f"issue {issue.name!r} is not evaluated",
            where=Where(file, issue.element.line),
            why="there is no <evaluator> in it",
        )
    values = (_function(issue, evaluator, v, file) for v in issue.numbers)
    return dict(zip(issue.options, values, strict=True))


def _discrete(issue: RawIssue, file: str, by_maximum: bool) -> dict[str, Fraction]:
    values: dict[str, Fraction] = {}
    for item in issue.element.all("item"):
        option = _value(item, file)
        what = f"the evaluation of {option!r} in issue {issue.name!r}"
        values[option] = exact(item.get("evaluation"), what, Where(file, item.line))
    if not by_maximum:
        return values
    top = max(values.values())
    return {
        option: value / top if top >= Fraction(1, 100000) else Fraction(0) for option, value in values.items()
    }


def _function(issue: RawIssue, evaluator: Element, v: Fraction, file: str) -> Fraction:
    kind = (evaluator.get("ftype", "type") or "linear").lower()
    where = Where(file, evaluator.line)
    what = f"the evaluator of issue {issue.name!r}"

    def parameter(*names: str, default: Fraction | None = None) -> Fraction:
        text = evaluator.get(*names)
        if text is None and default is not None:
            return default
        return exact(text, f"{names[0]} of {what}", where)

    if kind == "constant":
        return _clip(parameter("parameter0", "offset"))
    if kind == "linear" and lenient(evaluator.get("slope")) is not None:
        assert issue.numbers is not None
        return _clip(parameter("slope") * (v - issue.numbers[0]) + parameter("offset", default=Fraction(0)))
    if kind == "linear":
        return _clip(parameter("parameter1") * v + parameter("parameter0", default=Fraction(0)))
    if kind == "triangular":
        return _triangle(v, parameter("parameter0"), parameter("parameter1"), parameter("parameter2"))
    raise DomainError(f"{what} is of an unknown kind", where=where, why=f"ftype is {kind!r}")


def _clip(value: Fraction) -> Fraction:
    return min(max(value, Fraction(0)), Fraction(1))


def _triangle(v: Fraction, low: Fraction, high: Fraction, top: Fraction) -> Fraction:
    if v < low or v > high:
        return Fraction(0)
    if v == top:
        return Fraction(1)
    return _clip((v - low) / (top - low) if v < top else (high - v) / (high - top))
