"""Phrases: where a noun phrase starts and ends around a word."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.words import Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: words ``first`` to ``last`` (half open), its ``head``; ``kind`` is np or relative."""

    first: int
    last: int
    head: int
    kind: str = "np"


def phrase_ending(words: Words, j: int) -> Phrase | None:
    """The noun phrase whose last word is ``j``, without what hangs on it after."""
    if j < 0 or (words[j].punct and words[j].group is None):
        return None
    if words[j].group is None and not words.tag(j).startswith(("NN", "PRP", "CD", "DT", "WP", "JJ", "FW")):
        return None
    return Phrase(left_of(words, j), j + 1, j)


_ABOUT = frozenset(
    {"about", "around", "nearly", "almost", "roughly", "approximately", "some", "over", "only"}
)


def left_of(words: Words, head: int) -> int:
    """The first word of the noun phrase whose head is ``head``."""
    first = head
    while first > 0:
        before = words[first - 1]
        if before.low in DAYS and words[first].group is not None:
            break  # "By Thursday | Kenya had", "On Friday evening | negotiators"
        if (
            words[first].tag in ("DT", "PRP$")
            and before.tag not in ("DT", "PDT")
            and before.low not in ("all", "both", "half", "-")
        ):
            break
        if (
            before.tag
            in (
                "DT",
                "PDT",
                "PRP$",
                "JJ",
                "JJR",
                "JJS",
                "NN",
                "NNS",
                "NNP",
                "NNPS",
                "CD",
                "POS",
                "RBR",
                "HYPH",
                "AFX",
            )
            or before.text in "“”"
            or before.low == "-"
        ):
            if words[head].tag == "PRP" or (
                before.tag in ("DT", "PDT") and words[first].tag in ("DT", "PDT")
            ):
                break
            if (
                before.group is not None
                and words[head].group is None
                and words.tag(first - 2) in ("DT", "PRP$")
                and words.tag(first).startswith("NN")
            ):
                first -= 2
                continue
            if (
                before.group is not None
                and words[first].tag not in ("POS", "HYPH")
                and before.group is not words[first].group
                and not any(m.modifier for m in before.group.speakers)
            ):
                break
            first -= 1
            continue
        if (
            before.low == ","
            and (
                words.tag(first - 2) in ("JJ", "JJR")
                or words.low(first - 2) in ("first", "second", "third", "new")
            )
            and words.tag(first) in ("JJ", "RBR", "JJR")
        ):
            first -= 1
            continue
        if (
            before.tag in ("RB", "VBG", "VBN")
            and words.tag(first) in ("JJ", "NN", "NNS")
            and words.tag(first - 2) in ("DT", "PRP$", "RB", "POS", "HYPH")
        ):
            first -= 1
            continue
        break
    while first < head and words[first].punct and words[first].text not in '“"':
        first += 1
    return _with_measure(words, first, head)


def _with_measure(words: Words, first: int, head: int) -> int:
    """``At least 40 people``, ``more than 40 people``: how many is part of who."""
    before, further = words.low(first - 1), words.low(first - 2)
    if words.low(first) in ("least", "most") and before == "at" and words.tag(first + 1) == "CD":
        return first - 1
    if words.tag(first) != "CD" or first == head or first < 1:
        return first
    if (before == "than" and further in ("more", "less", "fewer")) or (before == "to" and further == "up"):
        return first - 2
    return first - 1 if before in _ABOUT else first


def phrase_from(words: Words, at: int) -> Phrase | None:
    """The noun phrase that starts at ``at``: up to its head noun, with lists joined by "and" left out."""
    head = None
    for k in range(at, min(at + 12, len(words))):
        tag = words.tag(k)
        if head is not None and tag in ("DT", "PRP", "PRP$", "CD") and words.tag(k - 1) != "POS":
            break
        if words[k].group is not None:
            head = k
            if words.tag(k + 1) == "POS" or any(m.modifier for m in words.speakers(k)):
                continue
            if not words.tag(k + 1).startswith("NN") or words[k + 1].group is not None:
                break
        elif tag.startswith("NN") or tag in ("PRP", "CD"):
            head = k
            if tag == "PRP":
                break
        elif not (
            tag in ("DT", "PRP$", "JJ", "JJR", "JJS", "POS", "PDT", "HYPH", "AFX", "VBG", "VBN", "RB")
            or (words[k].punct and words.low(k) != ",")
        ) or words.low(k) in (",", ";", "."):
            break
    return Phrase(at, head + 1, head) if head is not None else None


_WHO = ("er", "or", "man", "men", "ers", "ors", "ist", "ists")


def only_thing(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase cannot go on speaking after a comma ("a plan that helps, adding that ...")."""
    if words[phrase.head].group is not None or words.tag(phrase.head) == "PRP":
        return False
    return phrase.kind == "relative" or not words.low(phrase.head).endswith(_WHO)
