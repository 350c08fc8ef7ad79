"""GENIUS, constraint profiles: ranks per issue, and conditions under which an issue or a whole deal counts
nothing.

Utility is the mean over the ranked issues of rank / largest rank of that issue. A *zero-outcome* constraint
that applies makes the utility 0; any other makes its own issue count nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import prod

from tracktwo.errors import DomainError, Where
from tracktwo.interop.domains.genius_issues import RawIssue, folded
from tracktwo.interop.domains.markup import Element
from tracktwo.interop.domains.numbers import exact
from tracktwo.vocabulary.utilities import Rule

MAX_CELLS = 200_000
Worths = tuple[tuple[Fraction, ...], ...]
When = tuple[tuple[int, frozenset[int]], ...]


def constraint_preferences(
    root: Element, domain: Sequence[RawIssue], own: Sequence[RawIssue], file: str
) -> tuple[Worths, tuple[Rule, ...]]:
    """Return part-worths (ranks) and rules (constraints) of a constraint profile.

    Raises
    ------
    DomainError
        If a rank or constraint cannot be understood.
    """
    rules = next((e for e in root.walk() if e.tag == "rules"), None)
    if rules is None:
        raise DomainError("the profile has no <rules>", where=Where(file, root.line))
    places = {issue.index: position for position, issue in enumerate(own)}
    reader = _Reader(domain, own, places, file)
    return (
        reader.ranks([issue for block in rules.all("ranks") for issue in block.all("issue")]),
        reader.constraints([c for block in rules.all("constraints") for c in block.all("constraint")]),
    )


class _Reader:
    def __init__(
        self, domain: Sequence[RawIssue], own: Sequence[RawIssue], places: dict[str, int], file: str
    ) -> None:
        self.domain, self.own, self.places, self.file = domain, own, places, file

    def place(self, element: Element) -> int:
        """Return the position of the issue an element names by index."""
        position = self.places.get(element.get("index") or "")
        if position is None:
            raise DomainError(
                f"<{element.tag}> names no issue",
                where=Where(self.file, element.line),
                why=f"there is no issue {element.get('index')!r}"
                if element.get("index")
                else "it has no index",
            )
        return position

    def ranks(self, blocks: Sequence[Element]) -> Worths:
        """Return rank / largest rank / number of ranked issues for every option; 0 where an issue is not
        ranked.
        """
        worths = [[Fraction(0)] * len(issue.options) for issue in self.domain]
        for block in blocks:
            position = self.place(block)
            ranked = self._ranked(block, position)
            top = max(ranked.values(), default=Fraction(0))
            for k, option in enumerate(self.domain[position].options):
                if folded(option) not in ranked:
                    raise DomainError(
                        f"value {option!r} of issue {self.domain[position].name!r} has no rank",
                        where=Where(self.file, block.line),
                    )
                worths[position][k] = ranked[folded(option)] / top / len(blocks) if top else Fraction(0)
        return tuple(tuple(issue) for issue in worths)

    def _ranked(self, block: Element, position: int) -> dict[str, Fraction]:
        items = self.own[position].element.all("item")
        by_index = {item.get("index"): item.get("value") for item in items}
        ranked = {}
        for item in block.all("item"):
            value = item.get("value") or by_index.get(item.get("index")) or ""
            ranked[folded(value)] = exact(
                item.get("rank", "rating"), f"the rank of {value!r}", Where(self.file, item.line)
            )
        return ranked

    def constraints(self, elements: Sequence[Element]) -> tuple[Rule, ...]:
        """Return the rules of all constraints."""
        return tuple(rule for element in elements for rule in self._constraint(element))

    def _constraint(self, element: Element) -> Iterable[Rule]:
        kind = (element.get("type") or "").lower()
        if kind == "inclusivezerooutcomeconstraint":
            return [Rule(0, self._checks(element, numeric=_not_opposite), zeroes=True)]
        if kind == "conditionalzerooutcomeconstraint":
            return self._conditional_outcome(element)
        if kind in ("zeroconstraint", "exclusivezeroconstraint", "conditionalzeroconstraint"):
            return self._assignments(element, kind)
        if kind in ("sumzeroconstraint", "sumzeronotconstraint", "sumzeroconstraintlist"):
            return self._sum(element, kind)
        raise DomainError(
            "a constraint is of an unknown kind", where=Where(self.file, element.line), why=f"type={kind!r}"
        )

    def _options(self, position: int, holds: Callable[[str], bool]) -> frozenset[int]:
        return frozenset(k for k, option in enumerate(self.domain[position].options) if holds(option))

    def _equal(self, position: int, value: str) -> frozenset[int]:
        return self._options(position, lambda option: folded(option) == folded(value))

    def _checks(self, element: Element, numeric: Callable[[str, Fraction], bool]) -> When:
        when: dict[int, frozenset[int]] = {}
        for check in element.all("checkassignment", "valueassignment"):
            condition = check.get("condition", "value") or ""
            position = self.place(check)
            when[position] = self._options(position, self._test(condition, numeric, check))
        return tuple(sorted(when.items(), key=_position))

    def _test(
        self, condition: str, numeric: Callable[[str, Fraction], bool], check: Element
    ) -> Callable[[str], bool]:
        if not condition.startswith("numeric"):
            return lambda option: condition in option
        where = Where(self.file, check.line)
        return lambda option: numeric(condition, exact(option, f"the value {option!r}", where))

    def _conditional_outcome(self, element: Element) -> Iterable[Rule]:
        """The first check names a sign: where a value has it, the second must hold, or the deal counts 0."""
        checks = sorted(element.all("checkassignment", "valueassignment"), key=self.place)
        if len(checks) != 2:
            raise DomainError(
                "a conditional constraint needs two checks",
                where=Where(self.file, element.line),
                why=f"it has {len(checks)}",
            )
        first, second = checks
        sign, words = first.get("condition") or "", second.get("condition") or ""
        where = Where(self.file, first.line)
        signed = self._options(
            self.place(first), lambda option: _strictly(sign, exact(option, f"the value {option!r}", where))
        )
        other = self._options(self.place(second), lambda option: words not in option)
        return [Rule(0, ((self.place(first), signed), (self.place(second), other)), zeroes=True)]

    def _assignments(self, element: Element, kind: str) -> Iterable[Rule]:
        drops = frozenset({self.place(element)})
        equal = {
            self.place(a): self._equal(self.place(a), a.get("value", "condition") or "")
            for a in element.all("valueassignment", "checkassignment")
        }
        if kind == "exclusivezeroconstraint":
            every = {i: frozenset(range(len(self.domain[i].options))) for i in equal}
            return [Rule(0, ((i, every[i] - options),), drops=drops) for i, options in equal.items()]
        when = dict(equal)
        if kind == "conditionalzeroconstraint":
            words = element.get("value") or ""
            (own,) = drops
            lacking = self._options(own, lambda option: words not in option)
            when[own] = when[own] & lacking if own in when else lacking
        return [Rule(0, tuple(sorted(when.items(), key=_position)), drops=drops)]

    def _sum(self, element: Element, kind: str) -> Iterable[Rule]:
        """Rules for the combinations of values whose sum lies between min and max."""
        where = Where(self.file, element.line)
        low, high = (exact(element.get(name), name, where) for name in ("min", "max"))
        own = self.place(element)
        summed = sorted({self.place(item) for item in element.all("item")})
        if not summed:
            raise DomainError("a sum names no issue", where=where)
        numbers = [[exact(o, f"the value {o!r}", where) for o in self.domain[i].options] for i in summed]
        if prod(len(column) for column in numbers) > MAX_CELLS:
            raise DomainError("a sum runs over too many values", where=where, why=f"more than {MAX_CELLS}")
        contains = self._mentioned(element, own, negated=kind == "sumzeronotconstraint")
        rules = []
        for cell in itertools.product(*(range(len(column)) for column in numbers[:-1])):
            so_far = sum((column[k] for column, k in zip(numbers, cell, strict=False)), Fraction(0))
            last = frozenset(k for k, n in enumerate(numbers[-1]) if low <= so_far + n <= high)
            when = {i: frozenset({k}) for i, k in zip(summed, cell, strict=False)} | {summed[-1]: last}
            when[own] = when[own] & contains if own in when else contains
            if all(when.values()):
                rules.append(Rule(0, tuple(sorted(when.items(), key=_position)), drops=frozenset({own})))
        return rules

    def _mentioned(self, element: Element, own: int, *, negated: bool) -> frozenset[int]:
        words = [c.get("value") or "" for c in element.all("condition")] or [element.get("value") or ""]
        return self._options(own, lambda option: any(word in option for word in words) is not negated)


def _position(item: tuple[int, frozenset[int]]) -> int:
    return item[0]


def _strictly(sign: str, number: Fraction) -> bool:
    return number > 0 if "positive" in sign else number < 0 if "negative" in sign else False


def _not_opposite(sign: str, number: Fraction) -> bool:
    # GENIUS lets zero pass for either sign here.
    return number >= 0 if "positive" in sign else number <= 0 if "negative" in sign else True
