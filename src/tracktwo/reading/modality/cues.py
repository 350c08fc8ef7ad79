"""Cues of modality around a predicate (cues.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from tracktwo.reading.clauses.infinitives import before_infinitive, is_perfect, steps_to, time_given
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.verb_words import AUX, BE, HAVE, shares_modal
from tracktwo.reading.clauses.words import Words
from tracktwo.vocabulary import Modality

_CLAUSE_STARTS = ("", ",", ";", "“", '"', "that", "and", "but")
_SAID = ("say", "says", "said", "saying")  # "said no to the offer and told ..." is a refusal, then a saying
_ORDER = (Modality.POSSIBLE, Modality.CONDITIONAL, Modality.REQUIRED, Modality.PLANNED)


@cache
def _cues() -> dict[str, dict[str, frozenset[str]]]:
    data = tomllib.loads((files("tracktwo.reading.modality") / "cues.toml").read_text(encoding="utf-8"))
    return {kind: {k: frozenset(v) for k, v in rows.items()} for kind, rows in data.items()}


def negated(words: Words, verb: int) -> bool:
    """Whether the verb itself is denied ("did not vote", "never supported"); "not only" and "not just" are
    not.
    """
    j = verb - 1
    cues = _cues()["negated"]["words"]
    passed = 0
    while j >= 0 and passed < 6:
        low, tag = words.low(j), words.tag(j)
        if (low == "longer" and words.low(j - 1) == "no") or (low == "yet" and words.low(j + 1) == "to"):
            return True  # "no longer supports", "has yet to accept"
        if low in cues and low != "no":
            return words.low(j + 1) not in ("only", "just", "merely")
        if not (
            tag.startswith("RB")
            or tag == "MD"
            or low in BE
            or low in ("do", "does", "did", "has", "have", "had", "to", "able")
        ):
            return False
        j -= 1
        passed += 1
    return False


def modality_of(words: Words, predicate: Predicate) -> Modality:
    """How the act of a predicate is presented.

    Parameters
    ----------
    words : Words
        The sentence.
    predicate : Predicate
        The verb; for a light verb its noun may carry "no" ("has no objection to").

    Returns
    -------
    Modality
        ``asserted`` unless words right before the verb say otherwise.
    """
    verb = predicate.verb
    if predicate.frame.words[0] == "be" and any(
        words.low(k) in ("not", "n't", "never") for k in range(verb, predicate.last)
    ):
        return Modality.NEGATED
    if _told_as_untrue(words, verb):
        return Modality.DENIED
    inverted = _inverted(words, verb)
    if inverted is not None:
        return inverted
    if _nearly(words, verb) == "but":
        return Modality.POSSIBLE
    if (
        _nearly(words, verb)
        or _passed_over(words, verb)
        or _no_subject(words, verb)
        or negated(words, verb)
        or _noun_negated(words, predicate)
    ):
        return Modality.NEGATED
    if words.low(verb - 1) in ("rather", "sooner") and words.low(verb - 2) in ("would", "'d"):
        return Modality.ASSERTED  # "would rather" tells a preference, not what depends on something
    if predicate.form == "inf":
        return _of_infinitive(words, verb)
    if shares_modal(words, verb):
        verb = words[verb].head  # "will meet the members and discuss plans"
    j = verb - 1
    while j >= 0 and verb - j < 6:
        low, tag = words.low(j), words.tag(j)
        for modality in _ORDER:
            if low in _cues()[modality.value].get("words", ()):
                return modality
        if not (tag.startswith("RB") or tag == "MD" or low in BE or low in ("have", "has", "had")):
            break
        j -= 1
    return Modality.ASSERTED


def _inverted(words: Words, verb: int) -> Modality | None:
    """``Had A rejected it, ...`` did not happen; ``Should A reject it, ...`` depends."""
    for k in range(verb - 1, max(-1, verb - 9), -1):
        low = words.low(k)
        if low in ("had", "should", "were") and words.low(k - 1) in _CLAUSE_STARTS:
            if k + 1 >= verb:
                return None
            return Modality.NEGATED if low == "had" else Modality.CONDITIONAL
        if low in (",", ";", ":", "that") or words.tag(k) in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _nearly(words: Words, verb: int) -> str:
    """The word of ``almost rejected``, ``nearly signed``, ``all but accepted``; empty without one."""
    k = verb - 1
    while words.tag(k).startswith("RB") and words.low(k) not in ("almost", "nearly", "but"):
        k -= 1
    low = words.low(k)
    return low if low in ("almost", "nearly") or (low == "but" and words.low(k - 1) == "all") else ""


def _passed_over(words: Words, verb: int) -> bool:
    """``Rather than reject it``, ``instead of rejecting it``, ``far from rejecting it``: not done."""
    pair = (words.low(verb - 2), words.low(verb - 1))
    return pair in (("rather", "than"), ("instead", "of"), ("far", "from"), ("sooner", "than"))


def _no_subject(words: Words, verb: int) -> bool:
    """``Neither A nor B supported it``, ``No party supported it``."""
    first = verb - 1
    while first >= 0 and words.low(first) in AUX:
        first -= 1
    for k in range(first, max(-1, verb - 12), -1):
        if words.low(k) in (",", ";", "that", "while", "but", "although") or words.tag(k) in ("VBD", "VBZ"):
            return False
        if words.low(k) in ("neither", "nor") or (
            words.low(k) == "no" and words.low(k + 1) != "longer" and words.low(k - 1) not in _SAID
        ):
            return True
    return False


def _told_as_untrue(words: Words, verb: int) -> bool:
    """``It is not true that A rejected it``, ``reports that A agreed are false``, ``unclear whether ...``."""
    cues = _cues()["untrue"]["words"]
    for k in range(verb - 1, max(0, verb - 9), -1):
        if words.low(k) in (",", ";", ":"):
            return False
        if words.low(k) in ("that", "whether"):
            before = {words.low(n) for n in range(max(0, k - 3), k)}
            return bool(before & cues)
    return False


def _noun_negated(words: Words, predicate: Predicate) -> bool:
    return predicate.noun is not None and any(
        words.low(k) == "no" for k in range(predicate.verb, predicate.noun)
    )


def _of_infinitive(words: Words, verb: int) -> Modality:
    j = before_infinitive(words, verb)
    if any(words.low(k) in ("not", "never") for k in range(j + 1, verb)):
        return Modality.NEGATED
    low = words.low(j)
    steps = steps_to(words, verb)
    if steps is not None:
        return Modality.NEGATED if negated(words, steps) else Modality.ASSERTED
    for kind in ("planned", "intended", "negated", "possible"):
        if low in _cues()[kind].get("verbs", ()):
            if kind == "planned" and negated(words, j):
                return Modality.NEGATED
            return Modality(kind)
    if low in _cues()["required"]["verbs"]:
        return Modality.REQUIRED
    if time_given(words, verb):
        return Modality.REQUIRED
    told = low in hearsay() and words.low(j - 1) not in HAVE
    asserted = told or low in _cues()["asserted"]["verbs"] or is_perfect(words, verb)
    return Modality.ASSERTED if asserted else Modality.INTENDED


def hearsay() -> frozenset[str]:
    """Participles after which "to" tells what others say ("is believed to have left")."""
    return _cues()["asserted"]["hearsay"]
