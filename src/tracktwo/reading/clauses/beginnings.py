"""Beginnings: where what a verb governs starts, past days, asides, second speakers and addressees."""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.breaks import FINITE
from tracktwo.reading.clauses.matching import before_quotation, past_day
from tracktwo.reading.clauses.phrases import phrase_from
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.words import Words

_ASIDE = frozenset(
    {"with", "for", "in", "among", "once", "inter", "however", "therefore", "as", "at", "also"}
)


_OPENS_LIST = frozenset({"including", "such", "namely", "notably", "especially", "particularly"})


# Verbs that govern no thing without a preposition.
_ALONE = frozenset({"agreed", "disagreed", "objected", "responded", "replied", "concurred", "intervened"})
_OBJECT_STARTS = frozenset({"DT", "JJ", "NN", "NNS", "PRP$", "CD"})


def past_inter_alia(words: Words, after: int) -> int:
    """Skip ", inter alia,", ", with concern,", ", for example," and "on Thursday"."""
    after = past_day(words, after)
    quoted = before_quotation(words, after)
    if quoted is not None:
        return quoted
    for phrase in (("inter", "alia"), ("among", "other", "things"), ("among", "others"), ("however",)):
        start = after + 1 if words.low(after) == "," else after
        if all(words.low(start + n) == word for n, word in enumerate(phrase)):
            end = start + len(phrase)
            return end + 1 if words.low(end) in (",", ":") else end
    if words.low(after) != ",":
        return after
    close = next((k for k in range(after + 2, min(after + 9, len(words))) if words.low(k) == ","), after)
    if words.low(after + 1) == "and":  # "proposed, and parties agreed, that"
        verb = close - 2 if words.low(close - 1) in ("to", "with", "on", "upon", "for") else close - 1
        second = words.low(verb) in load_verbs().frames and words.tag(verb).startswith("VB")
        return close + 1 if second or words.low(close + 1) in ("that", "to") else after
    that = _past_aside_to_that(words, after)
    if that is not None:
        return that
    plain = words.low(after + 1) in _ASIDE and close <= after + 5
    plain = plain and not any(words.tag(k).startswith("VB") or words[k].group for k in range(after, close))
    governs = words.tag(close + 1) in _OBJECT_STARTS or words.low(close + 1) == "that"
    governs = governs or (words.tag(close + 1) == "VBG" and not _says(words, close + 1))
    if plain and governs:
        return close + 1
    return after


def _past_aside_to_that(words: Words, comma: int) -> int | None:
    """``proposed, in light of A's efforts and B, that C``: the "that" after a long aside, or None."""
    if words.tag(comma + 1) not in ("IN", "VBN") or words.low(comma + 1) == "that":
        return None
    for k in range(comma + 2, min(comma + 30, len(words) - 1)):
        if words.low(k) == "," and words.low(k + 1) == "that":
            return k + 1
        if words.tag(k) in FINITE or words.low(k) in (";", ":", "."):
            return None
    return None


def _says(words: Words, at: int) -> bool:
    return words.low(at) in object_words("saying_participles")


def past_second_speaker(words: Words, after: int) -> int:
    """``X proposed, and Y agreed, that Z``: both govern what follows the aside."""
    if words.low(after) != ",":
        return after
    opened = next((k for k in range(after - 1, max(0, after - 8), -1) if words.low(k) == ","), 0)
    if opened and words.low(opened + 1) == "and" and words.tag(opened - 1) == "VBD":
        governs = words.tag(after + 1) in _OBJECT_STARTS | {"VBG"} and not _says(words, after + 1)
        return after + 1 if governs or words.low(after + 1) in ("that", "to") else after
    if words.low(after + 1) == "that":
        return after + 1 if "and" in (words.low(k) for k in range(max(0, after - 8), after)) else after
    if words.low(after + 1) == "citing":
        return _past_sources(words, after)
    if words.low(after + 1) != "and":
        return after
    close = next((k for k in range(after + 2, min(after + 10, len(words))) if words.low(k) == ","), after)
    return close + 1 if words.low(close + 1) in ("that", "to") else after


def _past_sources(words: Words, after: int) -> int:
    """``reported, citing X, that Y``: where what was reported starts."""
    for k in range(after + 2, min(after + 14, len(words) - 1)):
        if words.low(k) == "," and words.low(k + 1) == "that":
            return k + 1
        if words.tag(k) in FINITE:
            return after
    return after


def to_that(words: Words, predicate: Predicate, after: int) -> int:
    """For "said on television that ...", "told local radio that ...": where what is said starts."""
    told = predicate.frame.words[0] in (
        "tell",
        "inform",
        "assure",
        "remind",
        "reassure",
        "notify",
        "convince",
    )
    if not told and words.low(after) not in ("on", "in", "at", "to", "last", "this", "late", "early"):
        return after
    for k in range(after, min(after + 10, len(words))):
        if (words.low(k) == "that" or (told and words[k].text in '“"')) and k > after:
            return k
        if words[k].punct or words.tag(k) in (*FINITE, "VBG", "VB"):
            break
    if words.low(after) == "to":
        return _past_hearers(words, after)
    return _past_whom(words, after) if told else after


def _past_hearers(words: Words, after: int) -> int:
    """For "underlined to all parties the need for calm": where what is underlined starts."""
    phrase = phrase_from(words, after + 1)
    if phrase is None or words.tag(phrase.last) not in ("DT", "PRP$", "WRB", "WP"):
        return after
    return phrase.last


def _past_whom(words: Words, after: int) -> int:
    """For "told her crew they would sail": where the clause after the addressee starts."""
    phrase = phrase_from(words, after)
    if phrase is None or words.tag(phrase.last) not in ("PRP", "DT", "PRP$", "NNP", "NNS"):
        return after
    verb = next(
        (k for k in range(phrase.last, min(phrase.last + 8, len(words))) if words.tag(k) in FINITE), None
    )
    plain = verb is not None and not any(words[k].punct for k in range(phrase.last, verb))
    return phrase.last if plain else after


def past_second_verb(words: Words, after: int) -> int:
    """For "X proposed, and parties agreed, to ...": where what both verbs govern starts."""
    start = after + 1 if words.low(after) == "," else after
    if words.low(start) not in ("and", "nor"):
        return after
    if start == after and words.tag(start + 1) in ("VBD", "VBZ"):  # "identified and assessed options"
        both = words.low(after - 1) not in _ALONE and words.tag(start + 2) in _OBJECT_STARTS | {"JJS", "NNP"}
        return start + 2 if both else after
    for k in range(start + 1, min(start + 6, len(words))):
        if words.tag(k) in ("VBD", "VBZ") and words.low(k) in load_verbs().frames:
            return k + 2 if words.low(k + 1) == "," else k + 1
    return after
