"""Extents: how far what a predicate governs goes, from surface signs more than from the parse.

A small parser attaches clauses badly; commas with "while", "but", a participle of saying, or "and" with
another finite verb are surer signs of where one act's words end and the next begin.
"""

from __future__ import annotations

from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.breaks import (
    _INNER,
    CONDITION,
    FINITE,
    RELATIVE,
    breaks,
    has_finite,
    new_clause,
    reports_verb,
)
from tracktwo.reading.clauses.words import Words

TRAILING = frozenset({"during", "amid", "amidst", "despite", "ahead", "alongside"})
QUOTES = frozenset('“”"')


def clause_end(words: Words, at: int, *, content: bool, tense: str = "") -> int:
    """Index after the last word of the clause that starts at ``at``.

    Parameters
    ----------
    words : Words
        The sentence.
    at : int
        First word after the predicate.
    content : bool
        Whether a clause is governed ("that ..."), which may itself hold finite verbs joined by "and".
    tense : str
        The tag of the verb that governs it: a joined verb of another tense goes on with what is governed
        ("said the text is short and reflects ...").
    """
    quoted = False
    colon: int | None = None
    listed = False
    inside = _inside_quotation(words, at)
    bracketed = at - 1
    if words.low(at - 1) == ":":  # "stressed, inter alia: A; B"
        colon, listed = at - 1, True
    for i in range(_past_aside(words, at), len(words)):
        if i > bracketed:
            bracketed = _closing(words, i) or bracketed
        if i <= bracketed:
            continue
        if inside and words[i].text in '”"':
            return i
        if words.low(i) == ":":
            colon = i
            listed = i <= at + 3 or any(words.low(k) == ";" for k in range(i, len(words)))
        if colon is not None and listed:  # a list, to the end unless somebody else acts
            if words.low(i - 1) in (";", ",") and _speaker_then_verb(words, i, tense):
                return i
            continue
        if words.low(i) == ";" and (colon is not None or _item_follows(words, i)):
            continue
        if words[i].text in QUOTES:
            quoted = not quoted if words[i].text == '"' else words[i].text == "“"
        if not quoted and i > at and breaks(words, i, content, tense):
            return i
    return len(words)


def _closing(words: Words, i: int) -> int | None:
    """Where what a bracket or a single quotation mark opens at ``i`` is closed, if it is."""
    text = words[i].text
    if text == "(":
        return next((k for k in range(i + 1, len(words)) if words[k].text == ")"), None)
    if text in "'‘" and words.tag(i) == "``":
        near = range(i + 2, min(i + 25, len(words)))
        return next((k for k in near if words[k].text in "'’" and words.tag(k) == "''"), None)
    return None


_OPENS_ASIDE = frozenset({",", "while", "whereas", "although", "whilst"}) | CONDITION


def _past_aside(words: Words, at: int) -> int:
    """Past what comes right after "that" or a verb of saying: "noting that, with costs rising, ...", "said
    while X, Y".
    """
    first = at + 1 if words.low(at) == "that" else at
    aside = words.low(first) in (_OPENS_ASIDE if first > at else _OPENS_ASIDE - {","})
    if not aside:
        return at
    return next((k + 1 for k in range(first + 1, min(first + 23, len(words))) if words.low(k) == ","), at)


def main_clause_from(words: Words, at: int, end: int) -> int | None:
    """The comma before the main clause, where ``at`` stands in a clause before it ("While X noted A, Y")."""
    for k in range(at + 1, end):
        if words.low(k) != ",":
            continue
        head = k + 2 if words.tag(k + 1) == "JJ" else k + 1
        subject = words.tag(k + 1) in ("PRP", "DT", "PRP$") or (
            head < len(words) and words[head].group is not None
        )
        if subject and new_clause(words, k + 1):
            return k
    return None


_ASKS = frozenset({"whether", "if", "that"})
_STARTS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "PRP$", "CD", "VBG", "IN"})


def _item_follows(words: Words, i: int) -> bool:
    """``; the size of the fund; and rules``, ``; or whether X``: a list parted by semicolons goes on, no
    clause of its own begins.
    """
    j = i + 1
    while words.low(j) in ("and", "or", ","):
        j += 1
    if words.low(j) in _ASKS:
        return any(words.low(k) in _ASKS for k in range(i))
    saying = words.low(j) in object_words("saying_participles")
    if words.tag(j) not in _STARTS or saying or words[j].group is not None:
        return False
    end = next((k for k in range(j, len(words)) if words.low(k) == ";"), len(words))
    inner = next((k for k in range(j, end) if words.low(k) in RELATIVE | {"that"}), end)
    return not any(words.tag(k) in FINITE for k in range(j, inner))


def _speaker_then_verb(words: Words, i: int, tense: str = "") -> bool:
    """``; and Canada opposed``, ``; and called for``: the list after a colon is over, somebody acts.

    What is told in the present where the verb before the colon is in the past is one more item.
    """
    j = i
    while words.low(j) in ("and", "but", "while", "the") or words.tag(j).startswith("RB"):
        j += 1
    while j < len(words) and words[j].group is not None:
        j += 1
    item = tense == "VBD" and words.tag(j) in ("VBZ", "VBP")
    return words.tag(j) in FINITE and reports_verb(words, j) and not item


def _inside_quotation(words: Words, at: int) -> bool:
    """Whether a quotation that opened before ``at`` is still open there."""
    before = [word.text for word in words.words[:at]]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_INNER |= {"whether", "if"}


def object_end(words: Words, at: int, end: int, *, content: bool) -> int:
    """Where the object proper ends inside ``at`` to ``end``: before conditions, relative asides, "during
    ...".
    """
    for i in range(max(at, _past_aside(words, at)), end):
        low = words.low(i)
        if i > at and (low in CONDITION or low == "on") and _condition(words, i):
            return i
        if i > at and low == "only" and words.low(i + 1) in CONDITION:
            return i
        if (
            low == ","
            and not content
            and words.low(i + 1) in RELATIVE
            and words.low(i - 1) not in ("and", "or")
        ):
            return i
        joined = words.tag(i - 1).startswith("VB") or words.low(i - 1) in ("and", "or")  # "before and during"
        trails = i > at and low in TRAILING and not joined
        if trails and not content and not _listed_on(words, i, end):
            return i
        if low == "," and words.low(i + 1) in (
            "citing",
            "according",
            "following",
            "signaling",
            "signalling",
            "set",
        ):
            return i
    return end


def _listed_on(words: Words, at: int, end: int) -> bool:
    """Whether more of the object follows an aside on time ("work during the session, as well as ...")."""
    return any(
        words.low(k) == "," and words.low(k + 1) in ("as", "including", "such", "especially", "particularly")
        for k in range(at, end)
    )


def _condition(words: Words, i: int) -> bool:
    low = words.low(i)
    if low == "on":
        return words.low(i + 1) == "condition" and words.low(i + 2) == "that"
    if low in ("if", "unless"):
        return True
    if low in ("provided", "providing"):
        return words.low(i + 1) == "that" or words.low(i - 1) == "," or has_finite(words, i + 1)
    return low in ("until", "once") and has_finite(words, i + 1)


def condition_at(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Word range of the condition ("if ...", "unless ...") inside a clause, or None."""
    for i in range(first, min(last, len(words))):
        if (words.low(i) in CONDITION or words.low(i) == "on") and _condition(words, i):
            start = i - 1 if words.low(i - 1) in ("only", "but", "even") else i
            end = clause_end(words, i + 1, content=True)
            if i <= first + 1:  # fronted: "If X, Y"
                comma = next((k for k in range(i, end) if words.low(k) == ","), end)
                end = comma
            return (start, max(end, i + 1))
        if words.low(i) == "not" and words.low(i + 1) == "without":
            return (i, clause_end(words, i + 2, content=False))
    return None
