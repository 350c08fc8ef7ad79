"""Questions: "Did Kenya reject the text?" tells no act."""

from __future__ import annotations

from tracktwo.reading.clauses.draft import Span
from tracktwo.reading.clauses.verb_words import AUX
from tracktwo.reading.clauses.words import Words

_STARTS = frozenset({"", ",", ";", ":", "“", '"', "and", "but", "or", "so", "–", "—"})
_ASKING = frozenset({"what", "why", "how", "when", "where", "which", "who", "whom"})


def asked(words: Words, predicate: Span) -> bool:
    """Whether a predicate is only asked about, in a question of its own.

    Parameters
    ----------
    words : Words
        The sentence.
    predicate : (int, int)
        Span of the predicate in the stored text.
    """
    at = words.at_offset(predicate[0])
    mark = next((k for k in range(at + 1, len(words)) if words.low(k) in ("?", ".", "!", ";")), None)
    if mark is None or words.low(mark) != "?":
        return False
    for k in range(at, max(-1, at - 16), -1):
        opens = words.low(k - 1) in _STARTS or words.low(k - 1) in _ASKING
        if words.low(k) in AUX and opens and k < at:
            return True
        if words.low(k) in _ASKING and words.low(k - 1) in _STARTS:
            return True
        if words.low(k) in ("“", '"', ";", ":"):
            return False
    return False
