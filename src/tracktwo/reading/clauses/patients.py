"""Patients and agents: what a passive is about, and who does it."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.nearness import antecedent, before_aside, near, parsed
from tracktwo.reading.clauses.phrases import Phrase, left_of, phrase_ending, phrase_from
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.verb_words import AUX, BE
from tracktwo.reading.clauses.words import Words
from tracktwo.vocabulary import Act


def agent_of(words: Words, predicate: Predicate) -> Phrase | None:
    """The "by" phrase of a passive."""
    for k in range(_past_the_same(words, predicate), min(predicate.last + 14, len(words))):
        low = words.low(k)
        if (
            low in (";", ".")
            or (low == "," and k > predicate.last + 6)
            or words.tag(k) in ("VBD", "VBZ", "MD", "VBN")
        ):
            return None
        if low == "by" and not (words.tag(k + 1) == "VBG" or words.tag(k + 1) == "CD"):
            return phrase_from(words, k + 1)
    return None


def _past_the_same(words: Words, predicate: Predicate) -> int:
    """Past a second participle of the same act: "bombed and killed by X" was done by X twice."""
    at = predicate.last
    if words.low(at) not in ("and", "or") or words.tag(at + 1) not in ("VBN", "VBD"):
        return at
    frames = load_verbs().frames.get(words.low(at + 1), ())
    return at + 2 if any(frame.act is predicate.frame.act for frame in frames) else at


def patient_of(words: Words, predicate: Predicate) -> Phrase | None:
    """What a passive is about: its grammatical subject, or the noun a participle qualifies."""
    if predicate.form == "part":
        j = predicate.verb - 1
        while j >= 0 and (words[j].punct or words.tag(j).startswith("RB")):
            j -= 1
        if words.low(j) in ("and", "but", "or"):
            return _patient_before(words, predicate, j)
        if predicate.frame.act is Act.PROPOSE and (outer := _proposed(words, j)) is not None:
            return outer
        if j < 0:
            return None
        # The noun right before "proposed by X" is one, whatever its tag.
        return _qualified(words, predicate.verb, j) or phrase_ending(words, j) or _bare(words, j)
    child = words.child(predicate.verb, "nsubj:pass", "nsubj")
    if child is not None and child < predicate.verb and not words[child].punct:
        if words.low(child) in ("which", "that", "who"):
            return antecedent(words, child)
        return Phrase(left_of(words, child), child + 1, child)
    return _near_noun(words, predicate.verb) or _shared(words, predicate.verb)


def _shared(words: Words, verb: int) -> Phrase | None:
    """``The crew surrendered and were handed over``: who did what was told first."""
    head = words[verb].head
    if words[verb].dep != "conj" or not head < verb or words.tag(head) not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    return near(words, head) or parsed(words, head)


def _bare(words: Words, j: int) -> Phrase | None:
    return Phrase(left_of(words, j), j + 1, j) if words.tag(j) in ("VB", "VBP") else None


def _proposed(words: Words, last: int) -> Phrase | None:
    """``the proposals for a protocol submitted by X``: what can be submitted, with what hangs on it."""
    inner = phrase_ending(words, last) if last >= 0 else None
    wanted = object_words("theme")
    while inner is not None and words.low(inner.head) not in wanted:
        if words.low(inner.first - 1) not in ("of", "for", "on", "to", "in", "regarding", "concerning"):
            return None
        inner = phrase_ending(words, inner.first - 2)
    return Phrase(inner.first, last + 1, inner.head) if inner is not None else None


def _qualified(words: Words, verb: int, last: int) -> Phrase | None:
    """The whole phrase a participle qualifies ("the proposals for a text submitted by Germany")."""
    head = words[verb].head
    if words[verb].dep != "acl" or not 0 <= head < last or not words.tag(head).startswith("NN"):
        return None
    plain = all(
        words.low(k) not in (",", ";", ":", "that", "which", "who", "and", "or")
        and words.tag(k) not in ("VBD", "VBZ", "VBP", "MD", "VBN")
        for k in range(head + 1, last + 1)
    )
    return Phrase(left_of(words, head), last + 1, head) if plain else None


def _patient_before(words: Words, predicate: Predicate, joined: int) -> Phrase | None:
    """``was accepted by A but rejected by B``: what the first of two joined passives is about."""
    for k in range(joined - 1, max(0, joined - 14), -1):
        if words.tag(k) in ("VBN", "VBD") and words.low(k - 1) in BE:
            return patient_of(words, replace(predicate, verb=k, form="fin"))
        if words.tag(k) == "VBN" and words.low(k + 1) == "by":  # "suggested by A and amended by B"
            return patient_of(words, replace(predicate, verb=k, form="part"))
        if words.low(k) in (";", ":") or words.tag(k) in ("VBZ", "VBP"):
            return None
    return None


def _near_noun(words: Words, verb: int) -> Phrase | None:
    j = verb - 1
    while j >= 0 and (words.low(j) in AUX or words.tag(j).startswith("RB")):
        j -= 1
    if j >= 0 and words.low(j) == ",":
        return before_aside(words, j)
    if j >= 0 and words.low(j) in ("which", "that", "who"):
        return antecedent(words, j)
    return phrase_ending(words, j) if j >= 0 else None
