"""Open issues: "contentious issues remain, notably X", "which have been a sticking point"."""

from __future__ import annotations

from functools import cache

from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.extents import clause_end, object_end
from tracktwo.reading.clauses.phrases import phrase_ending
from tracktwo.reading.clauses.verb_words import AUX
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Flag


def issues_remain(words: Words) -> list[Draft]:
    """``contentious issues remain, notably X and Y``."""
    for before in words.places(listed("open_issues")):
        i = before + 1
        if not words.low(i).startswith(("remain", "persist")):
            continue
        start = i - 2 if words.low(i - 2) in listed("open_adjectives") else i - 1
        after = i + 1
        while words.low(after) in (
            ",",
            "notably",
            "including",
            "such",
            "as",
            "particularly",
            "especially",
            "on",
            "over",
            ":",
            "between",
            "namely",
            "among",
            "them",
        ):
            after += 1
        end = object_end(words, after, clause_end(words, after, content=False), content=False)
        predicate, obj = words.span(start, i + 1), words.span(after, end)
        if predicate:
            return [
                Draft(
                    Act.STATE,
                    "issues-remain",
                    predicate,
                    (words.start, words.end),
                    None,
                    obj,
                    obj,
                    word=words.low(i),
                )
            ]
    return []


def obstacle(words: Words) -> list[Draft]:
    """``which have been a sticking point for months``."""
    for i in words.places(_obstacles(), 2):
        pair = f"{words.low(i)} {words.low(i + 1)}"
        if pair not in listed("obstacles"):
            continue
        phrase = phrase_ending(words, i + 1)
        if phrase is None:
            continue
        verb = phrase.first - 1
        if not (words.low(verb) in AUX or words.low(verb).startswith(("remain", "prov"))):
            continue
        first = verb
        while words.low(first - 1) in AUX or words.tag(first - 1).startswith("RB"):
            first -= 1
        predicate = words.span(first, verb + 1)
        obj = words.span(phrase.first, clause_end(words, i + 2, content=False))
        if predicate is None or obj is None:
            continue
        flags: tuple[Flag, ...] = ()
        if words.low(first - 1) == "which":
            flags = readings_of(words, first - 1, "what the clause is about")
        return [
            Draft(
                Act.STATE,
                "sticking-point",
                predicate,
                (words.start, words.end),
                None,
                obj,
                obj,
                flags=flags,
                word=words.low(verb),
            )
        ]
    return []


@cache
def _obstacles() -> frozenset[str]:
    return frozenset(pair.split()[0] for pair in listed("obstacles"))


def readings_of(words: Words, which: int, note: str) -> tuple[Flag, ...]:
    """The nearer and the wider thing a relative clause may be about, where "and" stands before it."""
    j = which - 1
    while j >= 0 and words[j].punct:
        j -= 1
    cut = next((k for k in range(j, max(j - 16, -1), -1) if words.low(k) == "and"), None)
    if cut is None or j < 0:
        return ()
    start = cut
    while start > 0 and not (
        words.low(start - 1) in (",", "notably", "including", ":", "on", "over")
        or words.tag(start - 1) in ("VBP", "VBD", "VBZ", "VB")
    ):
        start -= 1
    while words.low(start) in ("among", "them", "including", "such", "as", "notably"):
        start += 1
    nearer, wide = words.span(cut + 1, j + 1), words.span(start, j + 1)
    if nearer is None or wide is None:
        return ()
    return (Flag("ambiguous", note, (words.text[nearer[0] : nearer[1]], words.text[wide[0] : wide[1]])),)
