"""How much a term asks for: a place in the order of options, as far as words give one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tracktwo.record.linking.wordlists import pattern, table
from tracktwo.record.linking.words import bare, tidy
from tracktwo.vocabulary import OrderBasis

_NUMBER = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:\s*-?\s*(%|per\s?cent|percent|[^\W\d_]+))?")
# The place of an extent whose words no list knows: vague, above the vague words that are listed.
NO_LISTED = 50.0
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_PERCENT = ("%", "percent", "per cent")


@dataclass(frozen=True, slots=True)
class Extent:
    """An extent's place: ``tier`` 1 vague, 2 number, 3 vague but more than something, 4 top by meaning.

    ``value`` orders within the tier; ``unit`` says what a number counts ("days", "%", "" for bare counts).
    """

    label: str
    tier: int
    value: float
    unit: str
    basis: OrderBasis


def extent_of(text: str | None) -> Extent | None:
    """Return what an extent as written comes to, or None where it says nothing about how much.

    A number wins over vague words beside it ("at least 40"), a word for the top over a number ("all 120").
    """
    if not text or not tidy(text):
        return None
    written = tidy(text)
    plain = bare(written).lower()
    top = _find(plain, "top")
    if top is not None:
        return Extent(_label(plain if len(plain) < 25 else top), 4, 0.0, "", OrderBasis.MEANING)
    number = _number(plain)
    if number is not None:
        return Extent(written, 2, number[0], number[1], OrderBasis.NUMBER)
    for tier, name in ((3, "comparative"), (1, "vague")):
        word = _find(plain, name)
        if word is not None:
            return Extent(
                _label(plain), tier, float(table("extents")[name].index(word)), "", OrderBasis.ASSUMED
            )
    if _find(plain, "timing") is not None:
        return None
    return Extent(written, 1, NO_LISTED, "", OrderBasis.ASSUMED)


def _label(words: str) -> str:
    return str(table("extents")["labels"].get(words, words))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(table("extents")[name])


def _find(text: str, name: str) -> str | None:
    match = pattern(_words(name), inflected=False).search(text)
    return re.sub(r"\s+", " ", match.group().lower()) if match else None


def _number(text: str) -> tuple[float, str] | None:
    """Return value and unit: durations in days, percentages as such, other counts by their noun."""
    match = _NUMBER.search(text)
    if match is not None:
        value = float(match.group(1).replace(",", ""))
        unit = (match.group(2) or "").lower()
        rest = text[match.end() :]
    else:
        word = pattern(tuple(table("extents")["numbers"]), inflected=False).search(text)
        if word is None:
            return None
        value = float(table("extents")["numbers"][word.group().lower()])
        following = re.match(r"[\s-]*([^\W\d_]+)?", text[word.end() :])
        unit = ((following.group(1) if following else None) or "").lower()
        rest = text[word.end() :]
    if unit in _SCALES:
        value *= _SCALES[unit]
        after = re.match(r"\s*([^\W\d_]+)", rest)
        unit = after.group(1).lower() if after else ""
    if unit in _PERCENT or unit == "per":
        return value, "%"
    singular = unit[:-1] if unit.endswith("s") else unit
    days = table("extents")["days"].get(singular)
    if days is not None:
        return value * float(days), "days"
    return value, "" if singular in ("of", "or", "to", "by", "in", "more", "and") else singular
