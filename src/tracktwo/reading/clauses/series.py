"""Series of -ing forms that one word governs ("by grouping options, clarifying terms and deleting brackets").

None of them is an act of its own, and no comma between them ends what is said.
"""

from __future__ import annotations

from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.words import Words

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_JOINS = ("and", "or")
_FAR = 30


def in_series(words: Words, i: int) -> bool:
    """Whether the -ing form at ``i`` goes on a series whose first item something governs."""
    if _bare(words, i):
        return True
    before = _item_before(words, i)
    if before is None or not _item(words, i):
        return False
    join = _before(words, i)
    if words.low(join) == "," and not _closes(words, i):
        return False
    return words.low(join) in (",", *_JOINS) and (_governed(words, before) or in_series(words, before))


def _bare(words: Words, i: int) -> bool:
    """``measuring, reporting and verification``: the middle one of three doings without objects."""
    first, last = words.low(i - 2), i + 2
    kinds = first.endswith(("ing", "ion", "ment")) and words.tag(last).startswith(("NN", "VBG"))
    return kinds and words.low(i - 1) == "," and words.low(i + 1) in _JOINS and words[last].group is None


def _item(words: Words, i: int) -> bool:
    """Whether an -ing form can be an item; "noting that ..." and "stressing ..." say things of their own."""
    if not _gerund(words, i) or words.low(i + 1) == "that":
        return False
    bare = words.low(i + 1) in (",", *_JOINS)
    return bare or words.low(i) not in object_words("saying_participles")


def _gerund(words: Words, i: int) -> bool:
    """An -ing form with an object of its own, also where the tagger took it for a noun."""
    if i >= len(words) or words[i].group is not None or not words.low(i).endswith("ing"):
        return False
    before = words.tag(i - 1)
    noun = words.tag(i) == "NN" and words.tag(i + 1) in ("DT", "PRP$", "NNS", "NNP", "JJ")
    return (words.tag(i) == "VBG" or noun) and before not in ("DT", "JJ", "PRP$", "NN", "POS")


def _item_before(words: Words, i: int) -> int | None:
    """The item next before ``i``, with no finite verb and no semicolon between."""
    for k in range(i - 2, max(-1, i - _FAR), -1):
        if words.tag(k) in _FINITE or words.low(k) in (";", ":"):
            return None
        if _gerund(words, k):
            return k if _item(words, k) else None
    return None


def _before(words: Words, i: int) -> int:
    k = i - 1
    while words.tag(k).startswith("RB"):
        k -= 1
    if words.low(k) == ",":  # "measuring and, when applicable, verifying"
        opened = next((n for n in range(k - 2, max(0, k - 6), -1) if words.low(n) == ","), k)
        k = opened - 1 if words.low(opened - 1) in _JOINS else k
    return k


def _governed(words: Words, i: int) -> bool:
    """Whether a verb, a preposition or "including" stands right before, not a comma, a name or an opening."""
    k = _before(words, i)
    if k <= 0 or words[k].group is not None:
        return False
    tag = words.tag(k)
    return tag.startswith("VB") or tag in ("IN", "TO") or words.low(k) in ("including", ":")


def _closes(words: Words, i: int) -> bool:
    """Whether "and" joins a last item further on."""
    for k in range(i + 1, min(i + _FAR, len(words) - 1)):
        if words.tag(k) in _FINITE or words.low(k) in (";", "."):
            return False
        if words.low(k) in _JOINS and _item(words, _past_aside(words, k + 1)):
            return True
    return False


def _past_aside(words: Words, i: int) -> int:
    """``and also verifying``, ``and, when applicable, verifying``: where the item after "and" starts."""
    if words.low(i) == ",":
        return next((k + 1 for k in range(i + 1, i + 6) if words.low(k) == ","), i)
    return i + words.tag(i).startswith("RB")
