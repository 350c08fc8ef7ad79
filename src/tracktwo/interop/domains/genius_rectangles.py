"""GENIUS, nonlinear profiles: hyper-rectangles, each worth something where a deal lies inside."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tracktwo.errors import DomainError, Where
from tracktwo.interop.domains.genius_issues import RawIssue
from tracktwo.interop.domains.markup import Element
from tracktwo.interop.domains.numbers import exact, lenient
from tracktwo.vocabulary.utilities import Rule

Box = dict[int, frozenset[int]]


def rectangle_rules(
    root: Element, domain: Sequence[RawIssue], own: Sequence[RawIssue], file: str
) -> tuple[Rule, ...]:
    """Return one rule (or two) a rectangle, each worth its utility over ``maxutility``.

    A rectangle holds where every INCLUDES bound holds and the deal does not lie inside all its EXCLUDES
    bounds; without INCLUDES the first part always holds.

    Raises
    ------
    DomainError
        If the sum is not a sum, or a bound names no issue of the domain.
    """
    utility = next((e for e in root.walk() if e.tag == "utility"), None)
    if utility is None:
        raise DomainError("the profile has no <utility>", where=Where(file, root.line))
    where = Where(file, utility.line)
    most = exact(utility.get("maxutility"), "maxutility", where)
    if most <= 0:
        raise DomainError(
            "maxutility is not positive", where=where, why=f"it says {utility.get('maxutility')}"
        )
    places = {issue.index: position for position, issue in enumerate(own)}
    reader = _Reader(domain, places, file)
    rules: list[Rule] = []
    for function in utility.all("ufun"):
        reader.function(function, Fraction(1) / most, rules)
    return tuple(rules)


class _Reader:
    """Turns the tree of utility functions into rules."""

    def __init__(self, domain: Sequence[RawIssue], places: dict[str, int], file: str) -> None:
        self.domain, self.places, self.file = domain, places, file

    def function(self, element: Element, factor: Fraction, rules: list[Rule]) -> None:
        """Add the rules of one utility function and of those inside it."""
        where = Where(self.file, element.line)
        aggregation = (element.get("aggregation") or "sum").lower()
        if aggregation != "sum":
            raise DomainError(
                "a utility function is not a sum",
                where=where,
                why=f"aggregation={aggregation!r} is not read; only sum is",
            )
        factor *= self._factor(element)
        for rectangle in element.all("hyperrectangle"):
            self._rectangle(rectangle, factor, rules)
        for inner in element.all("ufun"):
            self.function(inner, factor, rules)

    def _factor(self, element: Element) -> Fraction:
        text = element.get("weight")
        return Fraction(1) if text is None else exact(text, "a weight", Where(self.file, element.line))

    def _rectangle(self, element: Element, factor: Fraction, rules: list[Rule]) -> None:
        where = Where(self.file, element.line)
        worth = float(
            factor
            * self._factor(element)
            * exact(element.get("utility"), "the utility of a rectangle", where)
        )
        inside = self._box(element.all("includes"))
        rules.append(Rule(0, _when(inside), worth))
        outside = element.all("excludes")
        if outside:
            both = _meet(inside, self._box(outside))
            rules.append(Rule(0, _when(both), -worth))

    def _box(self, bounds: Sequence[Element]) -> Box:
        box: Box = {}
        for bound in bounds:
            where = Where(self.file, bound.line)
            position = self.places.get(bound.get("index") or "")
            if position is None:
                raise DomainError(
                    "a bound names no issue", where=where, why=f"there is no issue {bound.get('index')!r}"
                )
            low = exact(bound.get("min"), "the min of a bound", where)
            high = exact(bound.get("max"), "the max of a bound", where)
            issue = self.domain[position]
            numbers: Sequence[Fraction | None] = issue.numbers or tuple(
                lenient(option) for option in issue.options
            )
            if any(number is None for number in numbers):
                raise DomainError(
                    "a bound is put on an issue without numbers",
                    where=where,
                    why=f"{issue.name!r} is discrete",
                )
            inside = frozenset(k for k, n in enumerate(numbers) if n is not None and low <= n <= high)
            box = _meet(box, {position: inside})
        return box


def _meet(a: Box, b: Box) -> Box:
    return {i: a[i] & b[i] if i in a and i in b else a.get(i, b.get(i, frozenset())) for i in {*a, *b}}


def _when(box: Box) -> tuple[tuple[int, frozenset[int]], ...]:
    return tuple(sorted(box.items(), key=lambda item: item[0]))
