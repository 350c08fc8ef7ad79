"""Interrupted sayings: "The fee, said the minister, was too high"."""

from __future__ import annotations

from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.verb_words import BE
from tracktwo.reading.clauses.words import Words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASKS = frozenset({"what", "whether", "how", "who", "why", "where"})
_OPENS = _ASKS | frozenset(
    {
        "if",
        "when",
        "while",
        "although",
        "though",
        "unless",
        "because",
        "since",
        "once",
        "until",
        "as",
        "what",
        "after",
        "before",
        "with",
        "in",
        "on",
        "for",
        "under",
    }
)
_TELLING = frozenset({"told", "tells", "telling", "assured", "informed", "reminded", "asked"})
_GOES_ON = frozenset(
    {
        "because",
        "but",
        "so",
        "unless",
        "if",
        "until",
        "even",
        "especially",
        "not",
        "though",
        "although",
        "since",
        "nor",
    }
)


def interrupted(words: Words, comma: int, after: int) -> bool:
    """Whether what is said goes on behind a speaker who stands in the middle of it.

    Parameters
    ----------
    words : Words
        The sentence.
    comma : int
        The mark before the speaker.
    after : int
        The first word after the speaker and its verb.
    """
    if words.low(after) != "," or after + 2 >= len(words):
        return False
    following, tag = words.low(after + 1), words.tag(after + 1)
    closed = any(words[k].text in '”"' for k in range(max(0, comma - 1), comma + 2))
    if following in ('"', "“", "``"):
        fronted = words.tag(0).startswith("VB") or words.low(0) in _OPENS
        return closed or (not fronted and any(words.tag(k) in _FINITE for k in range(comma)))
    if closed:
        return False
    if words.low(comma - 1) in BE or words.tag(comma - 1) in ("MD", "TO"):
        return True  # "It was, he said, a trap"
    if not any(words.tag(k) in _FINITE for k in range(comma)):
        clause = words.low(0) in _OPENS and any(words.tag(k) in _FINITE for k in range(after, len(words)))
        return tag in _FINITE or (clause and tag in ("PRP", "DT", "NN", "NNS", "NNP", "PRP$", "JJ"))
    if words.low(0) in _OPENS:
        return (
            tag in ("PRP", "DT", "NN", "NNS", "NNP", "PRP$", "EX")
            or words[after + 1].group is not None
            or (words.low(0) in _ASKS and tag in _FINITE)
        )
    return following in _GOES_ON


def stands_inside(words: Words, first: int, after: int) -> int | None:
    """The mark behind a speaker between two halves of what is said, past when, where and to whom.

    ``"You have to wonder," the professor said, "what for"``; ``The deal, Dale said at a rally, was dead``.

    Parameters
    ----------
    words : Words
        The sentence.
    first : int
        The first word of the speaker.
    after : int
        The first word after its verb.

    Returns
    -------
    int or None
        None where nothing is interrupted.
    """
    if words.low(first) in ("who", "which", "that"):
        return None
    opening = first - 1
    while opening > 0 and words[opening].text in '”"':
        opening -= 1
    closing = next((k for k in range(after, min(after + 9, len(words))) if words.low(k) == ","), None)
    if closing is None or opening < 1 or words.low(opening) not in (",", "?", "!"):
        return None
    if any(words.tag(k) in _FINITE or words.low(k) == "that" for k in range(after, closing)):
        return None
    if closing > after and not _when_or_to_whom(words, after):
        return None  # "On fees, X said levies relating to fish, ...": what is said, not an interruption
    return closing if interrupted(words, opening, closing) else None


def _when_or_to_whom(words: Words, after: int) -> bool:
    """Whether the words behind a verb of saying tell when, where or whom ("on Friday", "told reporters")."""
    return (
        words.tag(after) in ("IN", "TO", "RB", "NNP")
        or words.low(after) in DAYS | {"last", "this", "earlier", "late"}
        or words.low(after - 1) in _TELLING
        or words[after].text in '”"“'
    )
