"""Infinitives: the word that governs one, past "to", "have been" and adverbs."""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.clauses.words import Words


def before_infinitive(words: Words, verb: int) -> int:
    """Index of the word before an infinitive's "to"; -1 where nothing stands there.

    Parameters
    ----------
    words : Words
        The sentence.
    verb : int
        The infinitive ("sign" in "set to sign"), or the participle of a perfect one ("signed" in "said to
        have signed").
    """
    j = verb - 1
    while j >= 0 and (
        words.low(j) in ("to", "be", "not", "never", "today", "yesterday")
        or words.tag(j).startswith("RB")
        or _perfect(words, j)
    ):
        j -= 1
    if words.tag(j) == "RP" and words.tag(j - 1).startswith("VB"):
        return j - 1  # "stepped in to mediate"
    return j


def is_perfect(words: Words, verb: int) -> bool:
    """Whether the infinitive tells what came before: "is said to have left"."""
    return any(_perfect(words, j) for j in range(max(0, verb - 3), verb))


def _perfect(words: Words, j: int) -> bool:
    if words.low(j) == "been":
        return _perfect(words, j - 1)
    return words.low(j) == "have" and words.low(j - 1) == "to"


_GIVEN = frozenset(
    {
        "has",
        "have",
        "had",
        "having",
        "gave",
        "give",
        "gives",
        "given",
        "giving",
        "got",
        "gets",
        "get",
        "allowed",
    }
)
_UNITS = frozenset(
    {"hours", "days", "weeks", "months", "minutes", "years", "week", "month", "day", "hour", "year"}
)


def time_given(words: Words, verb: int) -> int | None:
    """Index of "has" or "gave" where an infinitive is what there is time for: "has until 1 June to accept".

    Parameters
    ----------
    words : Words
        The sentence.
    verb : int
        The infinitive.
    """
    if words.low(verb - 1) != "to":
        return None
    limit = False
    for k in range(verb - 2, max(-1, verb - 12), -1):
        low = words.low(k)
        if low in ("until", "till") or low in _UNITS:
            limit = True
        elif low in _GIVEN and words[k].group is None:
            return k if limit else None
        elif words[k].punct or words.tag(k) in ("VBD", "VBZ", "VBP", "MD", "WDT"):
            return None
    return None


_STEPS = frozenset({"steps", "measures", "action", "efforts", "moves", "care", "progress"})
_TAKEN = frozenset({"take", "make", "begin"})


def steps_to(words: Words, verb: int) -> int | None:
    """Index of "taken" in ``has taken steps to implement the accord``, or None."""
    j = before_infinitive(words, verb)
    if words.low(verb - 1) != "to" or words.low(j) not in _STEPS:
        return None
    for k in range(j - 1, max(-1, j - 5), -1):
        if load_verbs().lemmas.get(words.low(k)) in _TAKEN and words.tag(k).startswith("VB"):
            return k
        if not words.tag(k).startswith(("JJ", "DT", "RB", "CD", "NN")):
            return None
    return None
