"""The stretch of words that names a source, found from the verb outwards rather than from the parse."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.reading.clauses.matching import DAYS, TIMES
from tracktwo.reading.clauses.verb_words import AUX
from tracktwo.reading.clauses.words import Words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Tags of words that can stand inside the words for a source, by their beginnings.
_INSIDE = (
    "NN", "JJ", "DT", "PDT", "PRP$", "CD", "POS", "HYPH", "AFX", "IN", "TO", "VBN", "VBG", "FW", "RB", "CC",
    "WP$",
)  # fmt: skip
_STOPS = frozenset(
    {
        "that", "while", "whereas", "although", "though", "because", "if", "when", "after", "before", "since",
        "but", "as", "whether", "so", "than", "unless", "until", "what", "how", "why", "where",
    }
)  # fmt: skip
_LINKS = frozenset(
    {"of", "from", "for", "in", "at", "on", "to", "with", "by", "within", "near", "close", "inside"}
)
_PRONOUNS = frozenset({"i", "we", "he", "she", "it", "they", "who", "which"})
SOME = frozenset({"some", "many", "few", "most", "others", "several", "half", "all", "both", "one", "those"})
_TIMES = (
    frozenset({"today", "yesterday", "tonight", "tomorrow", "last", "this", "earlier", "later", "late"})
    | DAYS
)
_REACH = 14


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``first`` to ``last`` (half open) and their ``head``; ``apposed`` where a comma stands inside."""

    first: int
    last: int
    head: int
    apposed: bool = False


def before_verb(words: Words, verb: int) -> Stretch | None:
    """The source right before a verb, with what hangs on its noun and an apposition.

    Parameters
    ----------
    words : Words
        The sentence.
    verb : int
        The verb of saying.

    Returns
    -------
    Stretch or None
        None where it does not begin plainly: at the start of a clause.
    """
    last = verb
    while last > 0 and (words.low(last - 1) in AUX or words.tag(last - 1).startswith("RB")):
        last -= 1
    if last == 0:
        return None
    if words.low(last - 1) in _PRONOUNS or (words.low(last - 1) == "that" and words.tag(last - 1) == "WDT"):
        return Stretch(last - 1, last, last - 1)
    if words.low(last - 1) == ",":
        return _with_aside(words, last - 1)
    if words.tag(last - 1) == "CC":
        return _shared(words, last - 1)
    first = _start(words, last)
    return None if first is None else _made(words, first, last)


def after_verb(words: Words, at: int) -> Stretch | None:
    """The source after the verb and before the end: ", said a spokesman for the ministry."."""
    verb = at - 1
    if words.low(at) in TIMES:
        return None
    if words.low(verb - 1) not in (",", "”", '"', "?", "!") or words.tag(at) not in (
        "DT",
        "CD",
        "JJ",
        "NN",
        "NNS",
        "NNP",
        "PRP$",
    ):
        return None
    last = at
    while (
        last < len(words)
        and last - at < _REACH
        and words.tag(last).startswith(_INSIDE)
        and not words[last].punct
    ):
        if words.low(last) in _STOPS or (last > at and words.low(last) in DAYS):
            break
        last += 1
    ends = last >= len(words) or words[last].punct or words.low(last) in DAYS | {"who"}
    while last > at and words.low(last - 1) in (*_LINKS, "last", "late"):
        last -= 1
    return _made(words, at, last) if ends and last > at else None


def _shared(words: Words, joint: int) -> Stretch | None:
    """``X rejected the plan and told the board``: the source of the verb before."""
    for k in range(joint - 1, 0, -1):
        if words.tag(k) in ("VBD", "VBZ") and words.low(k) not in AUX:
            return None if words.tag(k - 1) in ("CC", "WDT", "WP") else before_verb(words, k)
    return None


def _goes_inside(words: Words, k: int) -> bool:
    return words.tag(k).startswith(_INSIDE) and not words[k].punct


def _start(words: Words, last: int) -> int | None:
    """Where the noun phrase that ends before ``last`` begins, back to a mark or the start of a clause."""
    first = last
    while first > 0 and last - first < _REACH:
        word = words[first - 1]
        relative = _who_before(words, first - 1) if word.tag in _FINITE or first == last else None
        if relative is not None:
            first = relative
            continue
        if (word.punct and word.text not in "-’'&/.") or word.low in _STOPS or word.tag in _FINITE:
            break
        if not word.tag.startswith(_INSIDE) and word.group is None:
            break
        first -= 1
    return _past_opening(words, first, last)


def _who_before(words: Words, at: int) -> int | None:
    """Where the relative clause that ends at ``at`` begins: "one person who attended the meeting" said."""
    for k in range(at, max(0, at - 9), -1):
        if words.low(k) == "who" and words.tag(k + 1) in (*_FINITE, "RB") and k > 0:
            return k if not words[k - 1].punct else None
        if words[k].punct or words.low(k) in _STOPS:
            return None
    return None


def _past_opening(words: Words, first: int, last: int) -> int | None:
    """Past "and", "also", "On Monday", "In a letter" at the front; None where another phrase is left over."""
    while first < last and (words.tag(first) in ("CC", "RB") or words[first].punct):
        first += 1
    if first >= last:
        return None
    if words.tag(first) in ("IN", "TO"):
        day = next((k for k in range(first + 1, last) if words.low(k) in DAYS), None)
        if day is None or day + 1 >= last:
            return None
        first = day + 2 if words.tag(day + 1) == "CD" else day + 1
    if first < last and words.tag(first) in ("VBG", "VBN"):
        return None
    return first if first < last else None


def _with_aside(words: Words, comma: int) -> Stretch | None:
    """``X, the mediator, said``: a noun phrase and one aside between commas, at the start of a clause."""
    opening = next((k for k in range(comma - 1, max(comma - _REACH, 0), -1) if words.low(k) == ","), None)
    if opening is None or opening < 1:
        return None
    aside = words.low(opening + 1)
    first = _start(words, opening)
    if first is None or (first > 0 and words.low(first - 1) == ","):
        return None
    head = head_of(words, first, opening)
    if head is None or words.tag(head).startswith("VB"):
        return None
    described = words.tag(opening + 1) in ("DT", "JJ", "NN", "NNP", "PRP$", "CD") or words[opening + 1].group
    if described and not any(words.tag(k) in _FINITE for k in range(opening + 1, comma)):
        return Stretch(first, comma, head, apposed=True)
    if aside in ("who", "which", "however", "in", "for", "on") or words.tag(opening + 1) in ("VBG", "VBN"):
        return Stretch(first, opening, head)
    return None


def _made(words: Words, first: int, last: int) -> Stretch | None:
    last = next((k for k in range(first + 1, last) if words.tag(k) == "WP"), last)  # without "who attended"
    head = head_of(words, first, last)
    return None if head is None else Stretch(first, last, head)


def head_of(words: Words, first: int, last: int) -> int | None:
    """The last noun of words ``first`` to ``last`` before a preposition or a participle; None without one."""
    if words.low(first) in SOME and (first + 1 == last or words.tag(first + 1) == "IN"):
        return first
    head = None
    for k in range(first, last):
        if head is not None and (words.low(k) in _LINKS or words.tag(k) in ("IN", "TO", "VBN", "VBG", "WP$")):
            break
        if words.tag(k).startswith("NN") or words[k].group is not None:
            head = k
    return head
