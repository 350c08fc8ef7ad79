"""Company: everybody a subject names where the words of it do not stand in one group.

"A, B and the wider Alliance agreed"; "states which have conducted strikes include A and B".
"""

from __future__ import annotations

from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.phrases import Phrase, phrase_from
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.verb_words import AUX
from tracktwo.reading.clauses.words import Words

_STARTS = frozenset({",", ";", ":", "that", "when", "while", "as", "“", '"', "because", "although"})
_DUE = frozenset({"due", "set", "likely", "ready", "willing", "able", "expected", "scheduled", "prepared"})
_INCLUDE = frozenset({"include", "includes", "included"})


def company_of(words: Words, predicate: Predicate, phrase: Phrase | None) -> tuple[ActorRef, ...]:
    """Further actors of a predicate beside those of its subject phrase; in text order."""
    if phrase is None:
        return ()
    if phrase.kind == "relative":
        return _included(words, predicate)
    return () if predicate.passive else (*_joined(words, phrase), *_together(words, predicate, phrase))


def _joined(words: Words, phrase: Phrase) -> tuple[ActorRef, ...]:
    """Names joined before the subject phrase by commas and "and", from where its clause starts."""
    found: list[ActorRef] = []
    k = phrase.first - 1
    if words.low(k) not in ("and", ","):
        return ()
    joined = False
    while k >= 0:
        word = words[k]
        if word.group is not None:
            found = [a for a in actors_of(word.group, words.start) if not a.generic] + found
        elif word.low == "and":
            joined = True
        elif word.low != "," and word.tag not in ("DT", "JJ", "JJR"):
            break
        k -= 1
    starts = k < 0 or words.low(k) in _STARTS
    return tuple(found) if found and starts and (joined or words.low(phrase.first - 1) == "and") else ()


def _together(words: Words, predicate: Predicate, phrase: Phrase) -> tuple[ActorRef, ...]:
    """``Together with Peru, Chile tabled A``, ``Chile hosted A together with Peru``: both did."""
    if "together" not in words.lows or predicate.form != "fin":
        return ()
    for k in (*range(predicate.last, min(predicate.last + 12, len(words) - 2)), 0):
        if words.low(k) in (";", ".", "that") or words.tag(k) in ("VBD", "VBZ", "MD"):
            return ()
        if words.low(k) != "together" or words.low(k + 1) != "with" or 0 < k < predicate.last:
            continue
        if k == 0 and phrase.first > 12:
            return ()
        at = k + 3 if words.tag(k + 2) == "DT" else k + 2
        group = words[at].group if at < len(words) else None
        return tuple(a for a in actors_of(group, words.start) if a.name) if group is not None else ()
    return ()


def joined_after(words: Words, predicate: Predicate, phrase: Phrase) -> Phrase | None:
    """``The government and some rebels signed``: what "and" joins to the subject, up to the verb."""
    if phrase.kind != "np" or predicate.passive or words.low(phrase.last) != "and":
        return None
    second = phrase_from(words, phrase.last + 1)
    if second is None or predicate.form not in ("fin", "inf") or second.head >= predicate.verb:
        return None
    after = second.last
    while words.low(after) in AUX or words.low(after) in _DUE or words.tag(after).startswith(("RB", "MD")):
        after += 1
    return second if after == predicate.verb or words.tag(after) in ("VBD", "VBZ", "VBP", "TO") else None


def listed_after(words: Words, predicate: Predicate, phrase: Phrase | None) -> tuple[ActorRef, ...]:
    """``A, B and several clans stormed the base``, ``was stormed by A, B and several clans``: B as well,
    where the last of a row is some people without a name.
    """
    if phrase is None or phrase.kind != "np" or words.low(phrase.last) != ",":
        return ()
    if words[phrase.head].group is None or predicate.form not in ("fin", "part"):
        return ()
    found: list[ActorRef] = []
    k, closed = phrase.last, False
    while k < len(words) and k != predicate.verb:
        word = words[k]
        if word.group is not None and not closed:
            found += [a for a in actors_of(word.group, words.start) if a.name and not a.generic]
        elif word.low == "and" and not closed:
            closed = True
        elif closed and word.tag == "NNS":
            k += 1
            break
        elif word.low != "," and word.tag not in ("DT", "PRP$", "JJ", "JJR", "CD"):
            return ()
        k += 1
    while words.low(k) in AUX or words.tag(k).startswith("RB"):
        k += 1
    ends = k == predicate.verb if not predicate.passive else words.tag(k) not in ("VBD", "VBZ", "VBP", "MD")
    return tuple(found) if closed and ends else ()


def _included(words: Words, predicate: Predicate) -> tuple[ActorRef, ...]:
    """``states which have struck the port include A and B``: A and B did."""
    for k in range(predicate.last, min(predicate.last + 14, len(words) - 1)):
        if words.low(k) in _INCLUDE:
            at = k + 2 if words.tag(k + 1) == "DT" else k + 1
            found: list[ActorRef] = []
            while at < len(words) and (words[at].group is not None or words.low(at) in (",", "and", "the")):
                group = words[at].group
                found += actors_of(group, words.start) if group is not None else ()
                at += 1
            return tuple(a for a in found if not a.generic)
        if words.low(k) in (";", ".", ":"):
            break
    return ()
