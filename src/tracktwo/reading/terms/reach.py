"""Reach: how far a term goes to the left and right of its head."""

from __future__ import annotations

from tracktwo.reading.clauses.words import Words
from tracktwo.reading.terms.heads import TO_HEADS, load_heads

STOP = frozenset(
    {
        ",",
        ";",
        ".",
        ":",
        "—",
        "that",
        "which",
        "who",
        "while",
        "but",
        "if",
        "unless",
        "amid",
        "during",
        "as",
        "because",
    }
)


TIMES = frozenset({"days", "weeks", "months", "years", "hours"})
_NP_TAGS = ("JJ", "NN", "CD", "DT", "PRP$", "VBN", "VBG", "HYPH", "POS", "PDT", "AFX", "RBR", "$")


def modifies(words: Words, k: int) -> bool:
    """Whether word ``k`` belongs to the noun phrase of the head after it."""
    low, tag = words.low(k), words.tag(k)
    group = words[k].group
    if group is not None:
        return any(m.modifier or m.possessive for m in group.speakers) or words.tag(k + 1) == "POS"
    if low in ("in", "of", "to", "and", "or", "an", "per") or low in STOP:
        return low == "an"
    if tag in ("VBG", "VBN") and words.tag(k - 1) not in ("DT", "PRP$", "JJ"):
        return False
    return tag.startswith(_NP_TAGS) or low in ("%", "-", "percent")


def reach_right(words: Words, j: int, last: int) -> int:
    """How far a term reaches to the right of its head noun."""
    while j < last:
        low, tag = words.low(j), words.tag(j)
        if low in STOP or words[j].text in '“”"' or tag in ("MD", "VBD", "VBZ", "VBP", "WDT", "WP", "VB"):
            to_end = tag == "VB" and words.low(j - 1) == "to" and words.low(j - 2) in TO_HEADS
            # "of environmentally sound technologies": no verb follows an adverb after a preposition.
            adjective = words.tag(j - 1) == "RB" and words.tag(j - 2) == "IN"
            if to_end or adjective:
                j += 1
                continue
            return j
        if low in ("in", "for") and words.low(j + 1) in ("exchange", "return"):
            return j
        if low == "for" and words.low(j + 1) != "":
            return j if not _duration(words, j + 1) else j + 3
        if low in ("following", "after", "before", "under", "through", "and/or"):
            return j
        if low in ("and", "or") and (_another(words, j + 1, last) or words.low(j + 1) == "to"):
            return j
        if low == "to" and words.tag(j + 1) == "VB" and words.low(j - 1) not in TO_HEADS:
            return j
        counted = words.tag(j - 1) == "CD" and words.tag(j + 1).startswith("NN")  # "85 flying hours"
        if tag == "VBG" and words.low(j - 1) not in ("the", "a", "of", "in", "to") and not counted:
            return j
        j += 1
    return j


def _duration(words: Words, j: int) -> bool:
    return words.tag(j) == "CD" and words.low(j + 1) in TIMES


def _another(words: Words, j: int, last: int) -> bool:
    """Whether another commitment follows an "and"."""
    heads = load_heads()
    measured = words.tag(j) == "CD"
    for k in range(j, min(j + 8, last)):
        low, tag = words.low(k), words.tag(k)
        if low in heads.nouns and not tag.startswith("VB"):
            return True
        if k == j and low in heads.verbs and tag.startswith("VB"):
            return True
        if low == "of" and measured and words.low(k + 1) in heads.nouns:
            return True  # "two extra days of leave"
        if low in STOP or low in ("of", "in", "on", "to", "for", "by", "and", "or", "with", "from"):
            return False
    return False


def conjuncts(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """The noun phrases that "and" joins in a word range."""
    start = first + 1 if words.low(first) == "both" else first
    parts, at = [], start
    for k in range(start, last):
        if (
            words.low(k) in ("and", ",")
            and words.tag(k + 1) in ("DT", "PRP$", "CD", "JJ")
            and k > at
            and words.low(k + 1) not in ("which",)
        ):
            parts.append((at, k))
            at = k + 1
    parts.append((at, last))
    return [(a + 1 if words.low(a) == "and" else a, b) for a, b in parts if b > a]
