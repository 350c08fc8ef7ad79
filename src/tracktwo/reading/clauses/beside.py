"""Beside: what stands next to a verb of saying and is not said: when, where, to whom; quotations' ends."""

from __future__ import annotations

from tracktwo.reading.clauses.breaks import CONTRAST, FINITE
from tracktwo.reading.clauses.matching import DAYS, TIMES
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.words import Words

# Words that open a clause before the main one.
BEFORE_MAIN = CONTRAST | {"after", "before", "when", "since", "as", "because", "if", "once", "following"}
_BESIDE_QUOTED = frozenset(
    {"as", "after", "when", "while", "during", "before", "following", "amid", "adding"}
)
_OF_ADDRESSEE = ("NN", "JJ", "DT", "PRP", "CD", "POS", "RB", "HYPH")
_MEANWHILE = frozenset(
    {
        "which",
        "who",
        "as",
        "while",
        "after",
        "before",
        "amid",
        "when",
        "ahead",
        "following",
        "adding",
        "hours",
        "days",
    }
)


def leads_in(words: Words, predicate: Predicate, after: int) -> bool:
    """Whether a colon ends the sentence, and only when, where or to whom stands before it ("said today:")."""
    if words.low(len(words) - 1) != ":" or any(words.tag(k) in FINITE for k in range(after, len(words))):
        return False
    told = predicate.frame.words[0] == "tell"
    return told or words.low(after) in TIMES or words.tag(after) in ("IN", "TO", ":", "RB")


def after_colon(words: Words, predicate: Predicate, after: int) -> tuple[int, int] | None:
    """``issued a statement on the talks: "We will leave."``: what is issued stands after the colon."""
    if predicate.frame.object != "speech" and predicate.noun is None:
        return None
    colon = next((k for k in range(after, len(words) - 2) if words.low(k) == ":"), None)
    if colon is None or any(words.tag(k) in FINITE for k in range(after, colon)):
        return None
    return (colon + 1, len(words)) if words[colon + 1].text in '“"' else None


def to_adding(words: Words, start: int, last: int) -> int:
    """``said the port was shut adding it would open in May``: what is said first ends before "adding"."""
    found = (k for k in range(start + 2, last - 2) if words.low(k) == "adding")
    at = next(found, None)
    clause = at is not None and (words.tag(at + 1) in ("DT", "PRP", "PRP$") or words.low(at + 1) == "that")
    return at if at is not None and clause and words.tag(at - 1).startswith("NN") else last


def quoted_to(words: Words, start: int, last: int) -> int:
    """The end of a quotation that is all that is said: "said “time has come” as talks began"."""
    if words[start].text not in '“"' or start + 1 >= last:
        return last
    closing = next((k for k in range(start + 1, last) if words[k].text in '”"'), None)
    if closing is None or words.low(closing + 1) not in _BESIDE_QUOTED:
        return last
    return last if any(words[k].text in '“"' for k in range(closing + 1, last)) else closing + 1


def only_when(words: Words, after: int) -> bool:
    """Whether nothing but a time or place phrase follows a verb of saying ("said on Wednesday.")."""
    if words.low(after) in DAYS and len(words) - after <= 2:
        return True
    if words.low(after) in ("while", "when", "after", "before") and words.tag(after + 1) in (
        "VBG",
        "VBN",
        "VBD",
    ):
        return not any(words.low(k) == "," for k in range(after, len(words)))
    if words.low(after) not in (
        "on",
        "in",
        "at",
        "late",
        "early",
        "earlier",
        "last",
        "yesterday",
        "today",
        "during",
        "after",
        "through",
        "via",
    ):
        return False
    return (
        all(
            words.tag(k) in ("NNP", "CD", "IN", "DT", "NN", "RB", "JJ") or words[k].punct
            for k in range(after, min(len(words), after + 9))
        )
        and len(words) - after <= 9
    )


def only_whom(words: Words, predicate: Predicate, after: int) -> bool:
    """Whether nothing but an addressee follows ("told local radio.", "told the council today, as ...")."""
    if predicate.frame.words[0] != "tell" or words.tag(after) in ("IN", "VBN"):
        return False
    k = after
    while k < len(words) and (words.tag(k).startswith(_OF_ADDRESSEE) or words[k].group is not None):
        k += 1
    if words.tag(k) in ("IN", "TO") and words.low(k) not in ("that", "if", "whether"):  # "in Geneva"
        k += 1
        while k < len(words) and (
            words.tag(k).startswith((*_OF_ADDRESSEE, "IN")) or words[k].group is not None
        ):
            k += 1
    ends = all(words[n].punct for n in range(k, len(words)))
    return ends or (words.low(k) == "," and words.low(k + 1) in _MEANWHILE) or words.low(k) in _MEANWHILE


def closed(words: Words, first: int) -> bool:
    """Whether a quotation ends right before word ``first``, the speaker."""
    return first > 2 and words.low(first - 1) in ('"', "”")


def closes_quotation(words: Words, first: int, after: int) -> bool:
    """Whether the quotation before a speaker is all that is said: no clause and no other one follows."""
    if not closed(words, first):
        return False
    # "said in a letter posted on its site", "said in a statement, adding that ..."
    beside = words.tag(after) in ("IN", "TO", "RB") and words.low(after) != "that"
    participle = (k for k in range(after, len(words)) if words.low(k) == "," and words.tag(k + 1) == "VBG")
    return not any(
        (words.tag(k) in FINITE and not beside)
        or words.text[words[k].start] in '“"'
        or words.low(k) == "that"
        for k in range(after, next(participle, len(words) - 1))
    )


def complete_before(words: Words, first: int) -> bool:
    """Whether a whole clause stands before the speaker: "The port was shut, the union said ..."."""
    comma = first - 1
    while comma > 2 and (
        words.tag(comma).startswith(("NN", "JJ", "DT")) or words.low(comma) in ("of", "for")
    ):
        comma -= 1
    if words.low(comma) != "," or words.low(0) in BEFORE_MAIN or words.tag(0) in ("IN", "VBG"):
        return False
    return any(words.tag(k) in FINITE for k in range(1, comma))


def beside(words: Words, after: int) -> bool:
    """Whether when, where or to whom follows, and no "that": "said Wednesday in a report naming officers"."""
    if not (words.low(after) in TIMES or words.tag(after) in ("IN", "TO")) or words.low(after) == "that":
        return False
    if words.tag(after + 1) == "VB":
        return False  # "those they claim to defend"
    return not any(words.low(k) in ("that", ",", '"', "“") for k in range(after, len(words)))


def clause_follows(words: Words, first: int, after: int) -> bool:
    """Whether a clause follows the comma behind a speaker with whom the sentence begins."""
    if first > 1 or words.low(after) != "," or words.tag(after + 1) not in ("DT", "PRP", "PRP$", "EX", "NNS"):
        return False
    return any(words.tag(k) in FINITE for k in range(after + 2, min(after + 9, len(words))))
