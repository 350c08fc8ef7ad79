"""Absolutes: "with Peru noting A", "with one half working on B": a participle with its own subject."""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind

_DUE = frozenset({"set", "expected", "due", "poised", "slated", "scheduled", "ready"})


def _in_company(words: Words, k: int) -> bool:
    """Whether the name at ``k`` stands with those it speaks for or those who join in, between commas."""
    group = words[k].group
    return group is not None and bool(group.on_behalf_of or group.joined_by or group.supported_by)


def absolute(words: Words, i: int) -> int | None:
    """For "with X doing/done ...": the index of the participle, if ``i`` is such a "with"."""
    if words.low(i) != "with":
        return None
    seen = False
    for k in range(i + 1, min(i + 9, len(words))):
        low, tag = words.low(k), words.tag(k)
        if low == "," and _in_company(words, k - 1):
            continue  # "with X, for Y, asking for Z"
        if low in (",", ".", ";", "and", "that") or tag in ("IN", "MD", "WDT"):
            return None
        due = low in _DUE and words.low(k + 1) == "to"
        acts = low in load_verbs().lemmas and low.endswith("ing")
        group = words[k].group
        if group is not None and all(m.kind is Kind.PLACE for m in group.mentions):
            return None  # "with Bali providing a basis": nobody acts
        if seen and (due or acts) and words[k].group is None:
            return k
        if tag.startswith("NN") or words[k].group is not None or tag == "PRP":
            seen = True
    return None


def somebody_adds(words: Words, i: int) -> bool:
    """``with Peru noting A``: another one's act; "with one group focusing on B" is part of what is told."""
    k = absolute(words, i)
    if k is None:
        return False
    named = any(words[n].group is not None for n in range(i + 1, k))
    says = words.low(k) in object_words("saying_participles") or words.low(k) in ("adding", "agreeing")
    if not words.low(k).endswith("ing"):
        return True
    return named or says if words.low(i - 1) == "," else named and says
