"""Options of an issue: what they are called and in which order they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tracktwo.reading.time import find_times
from tracktwo.record.linking.extents import Extent, extent_of
from tracktwo.record.linking.families import family
from tracktwo.record.linking.wordlists import pattern, table
from tracktwo.vocabulary import OrderBasis, Term

_PERCENT = re.compile(r"\d[\d.,]*\s?(?:%|per\s?cent\b)")
_UNTIL = re.compile(
    r"\b(from|until|till|before|after|during|by|as of|starting)\s+[\w’'/:.-]+(?:\s+[\w’'/:.-]+){0,4}$",
    re.IGNORECASE,
)
# Families whose heads say something by themselves ("a limit"), unlike "release".
_TELLING = ("working-time", "targets")
NO_CHANGE = "no change"
UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its label, its place in the order (tier, value), the unit of a number, and its basis."""

    label: str
    tier: int
    value: float
    unit: str
    basis: OrderBasis

    @property
    def rank(self) -> tuple[int, float]:
        """Sort key: vague between no change and numbers, numbers by value, vaguely more, tops."""
        return self.tier, self.value


def option_of(term: Term, family_key: str) -> Option:
    """Return the option a term names within its issue.

    Vague words stand below numbers and comparisons above them by assumption; numbers by value; ``all``,
    ``permanent``, ``end`` at the top by meaning. A term without any extent is *unspecified*, by assumption
    somewhere above no change.
    """
    row = family(family_key)
    extent = extent_of(_with_unit(term))
    head = term.head.lower()
    noun = str(table("families")["nouns"].get(head, head)) if row["noun"] else ""
    tops = tuple(row["top"])
    is_top = bool(tops) and pattern(tops).fullmatch(head) is not None
    if extent is None:
        if is_top:
            return Option(
                noun or str(table("families")["nouns"].get(head, head)), 4, 1.0, "", OrderBasis.MEANING
            )
        telling = _tells(term, family_key, row)
        label = noun or (str(table("families")["nouns"].get(head, head)) if telling and head else UNSPECIFIED)
        when = _when(term) if telling and not noun else ""
        return Option(f"{label} {when}".strip(), 1, 90.0, "", OrderBasis.ASSUMED)
    label = _label(extent, noun)
    value = extent.value + (2.0 if is_top and extent.tier == 4 else 0.0)
    return Option(label, extent.tier, value, extent.unit, extent.basis)


def _tells(term: Term, family_key: str, row: Mapping[str, Any]) -> bool:
    """Whether the head alone says what is to be done ("a limit"), rather than what it is about."""
    head = term.head.lower()
    if family_key == "other":
        return bool(head) and head not in (term.theme or "").lower()
    return family_key in _TELLING and pattern((*row["themes"], *row["always"])).fullmatch(head) is None


def _when(term: Term) -> str:
    """Return from or until when a measure holds ("until midnight"), as against at all times."""
    at = term.text.lower().find(term.head.lower()) + len(term.head)
    match = _UNTIL.search(term.text, max(at, 0))
    if match is None or (match.group(1).lower() in ("from", "by") and not find_times(match.group())):
        return ""
    return " ".join(match.group().split())


def _label(extent: Extent, noun: str) -> str:
    """Return what an option is called: "brief ceasefire", "ceasefire of 42 days", "40"."""
    if not noun or noun in extent.label:
        return extent.label
    if extent.unit == "days" and extent.label.endswith("s"):
        return f"{noun} of {extent.label}"
    return f"{extent.label} {noun}"


def _with_unit(term: Term) -> str | None:
    """Return the extent with its unit, where the unit was read as the theme ("two" of "years")."""
    unit = (term.theme or "").lower().split(" ")[0].rstrip("s")
    if term.extent and unit in table("extents")["days"] and unit not in term.extent.lower():
        return f"{term.extent} {term.theme}"
    percent = _PERCENT.search(term.text) if not term.extent else None
    return percent.group() if percent else term.extent


def ordered(options: Iterable[Option]) -> tuple[tuple[Option, ...], bool]:
    """Return distinct options from least to most, and whether their numbers can be compared at all.

    Equal values of one unit under two writings are one option: the first writing stays.
    """
    distinct: dict[object, Option] = {}
    for option in options:
        same = (option.tier, option.value, option.unit) if option.tier == 2 else option.label.lower()
        distinct.setdefault(same, option)
    units = {option.unit for option in distinct.values() if option.tier == 2}
    return tuple(sorted(distinct.values(), key=lambda o: (o.rank, o.label))), len(units) <= 1


def strongest(options: Iterable[Option]) -> Option:
    """Return the option that asks for most; the first of equals."""
    return max(options, key=lambda o: o.rank)


def order_basis(options: Iterable[Option]) -> Mapping[str, OrderBasis]:
    """Return, option by option, why it stands where it stands; *no change* by meaning."""
    return {NO_CHANGE: OrderBasis.MEANING, **{option.label: option.basis for option in options}}
