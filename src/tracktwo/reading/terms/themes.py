"""Themes: what a term is about ("hostages", "tariff on steel")."""

from __future__ import annotations

from tracktwo.reading.clauses.words import Words
from tracktwo.reading.terms.amounts import amount_after, amount_at, extent_before, measure_end, text_of
from tracktwo.reading.terms.heads import ON_NOUNS, TO_HEADS, load_heads


def theme_of(
    words: Words, start: int, at: int, after: int, end: int
) -> tuple[tuple[int, int] | None, str | None]:
    """The word range of what a term is about, and its extent."""
    extent = extent_before(words, start, at)
    verbal = at == start or at < start
    first = after
    if not verbal:
        links = ("of", "to", "on", "in") if words.low(at) in TO_HEADS else ("of",)
        of = next((k for k in range(after, min(end, after + 3)) if words.low(k) in links), None)
        if of is not None and any(words.tag(k) == "IN" for k in range(after, of)):
            of = None  # "a target in light of its costs" is no target of costs
        if of is None:
            extent = extent or amount_after(words, after, end)
            return _compound(words, start, at), extent
        first = of + 1
        than = (
            first + 2
            if words.low(first + 1) == "than"
            or (words.low(first) == "at" and words.low(first + 1) in ("least", "most"))
            else first
        )
        stop = measure_end(words, than, end)
        if stop > than and (
            stop >= end or words.low(stop) in ("a", "per", "and", "in", "for", "over", "on", "each")
        ):
            while stop < end and words.low(stop) in (
                "a",
                "per",
                "week",
                "day",
                "year",
                "month",
                "hour",
                "each",
            ):
                stop += 1
            measured = text_of(words, first, stop)
            if words.tag(start) == "CD" and measured:
                return _compound(words, start, at), text_of(words, start, stop)
            return _compound(words, start, at), measured if extent is None else f"{extent} {measured}"
    first, amount = amount_at(words, first, end)
    last = first
    while last < end and (
        (words.low(last) == "on" and words.low(last - 1) in ON_NOUNS)
        or words.low(last)
        not in (
            "in",
            "by",
            "from",
            "to",
            "on",
            "against",
            "over",
            "at",
            "with",
            "within",
            "until",
            "held",
            "living",
            "for",
        )
    ):
        if words.tag(last) == "VBN" and last > first and words.low(last + 1) in ("by", "in", "since", "on"):
            break
        last += 1
    extent = amount or extent or amount_after(words, last, end)
    if words.low(last) == "against" and last < end:
        nxt = last + 1
        while nxt < end and words.low(nxt) not in ("in", "by", "from", "to", "on"):
            nxt += 1
        last = nxt
    while first < last and words.low(first) in ("the", "a", "an", "its", "their", "both", "expanding"):
        first += 1
    if verbal:
        first = _after_owner(words, first, last)
    return ((first, last) if last > first else None), extent


def _after_owner(words: Words, first: int, last: int) -> int:
    """Leave out whose it is ("Peru's campaign", "army campaign") from a theme."""
    for k in range(first, last - 1):
        if words[k].group is not None and words.low(k + 1) not in ("of", "in"):
            return k + 2 if words.tag(k + 1) == "POS" else k + 1
        if not words.tag(k).startswith(("JJ", "VBG", "DT")):
            break
    return first


def _compound(words: Words, start: int, at: int) -> tuple[int, int] | None:
    first = at
    extents = load_heads().extents
    while (
        first > start
        and words.tag(first - 1).startswith("NN")
        and words[first - 1].group is None
        and words.low(first - 1) not in extents
    ):
        if (
            words.low(first - 1) in ("%", "percent", "day", "week", "month", "year", "hour")
            or words.low(first - 2) == "-"
        ):
            break
        first -= 1
    if first == at:
        while (
            first > start
            and words.tag(first - 1) == "JJ"
            and words[first - 1].group is None
            and words.low(first - 1) not in extents
            and words.low(first - 1) not in ("new", "potential", "possible", "further", "proposed")
        ):
            if words.low(first - 2) == "-" or any(c.isdigit() for c in words.low(first - 1)):
                break
            first -= 1
    return (
        (first, at + 1)
        if first < at and words.low(at) in ("aid", "activities")
        else ((first, at) if first < at else None)
    )
