"""Act nouns: the noun that carries a light verb's act, past quantities ("launched a wave of attacks")."""

from __future__ import annotations

from tracktwo.reading.acts import load_nouns
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.words import Words

_ROUGHLY = frozenset({"over", "about", "around", "nearly", "almost", "some", "roughly", "approximately"})


def act_noun(words: Words, j: int) -> int | None:
    """The act noun at the head of the noun phrase that starts at ``j``, or None."""
    for k in range(j, min(j + 9, len(words))):
        low, tag = words.low(k), words.tag(k)
        if (low == "of" and words.low(k - 1) in object_words("quantity")) or (
            low == "than" and words.low(k - 1) in ("more", "less")
        ):
            continue
        pair = (low, words.low(k + 1)) if low in ("at", "up") else (words.low(k - 1), low)
        if low in _ROUGHLY and words.tag(k + 1) == "CD":
            continue
        if pair in (("at", "least"), ("at", "most"), ("up", "to")):
            continue
        if words[k].group is not None and not all(m.modifier for m in words.speakers(k)):
            return None
        if (
            low in load_nouns().nouns
            and (low not in object_words("quantity") or words.low(k + 1) != "of")
            and (tag.startswith(("NN", "VB")) or low.endswith("s"))
            and (
                not words.tag(k + 1).startswith("NN")
                or words[k + 1].group is not None
                or words.low(k + 1) in DAYS
            )
        ):
            return k
        if not (
            tag.startswith(("JJ", "DT", "PRP$", "NN", "RB", "CD", "VBG", "VBN"))
            or low in ("no", "its", "their", "his", "her", "-")
        ):
            return None
    return None
