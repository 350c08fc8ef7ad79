"""Matter: what verbs of force, of giving and of standing by must govern before they count as an act."""

from __future__ import annotations

from tracktwo.reading.acts import Frame, load_verbs
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.words import Words

_STOPS = frozenset({",", ";", ".", "that", "which", "who", "to", "if", "unless", "while", "but"})
_AHEAD = frozenset({"will", "would", "'ll", "shall"})
_USED = frozenset({"use", "uses", "used", "using"})


def governs_matter(words: Words, i: int, last: int, frame: Frame, passive: bool) -> bool:
    """Whether the verb at ``i`` governs what its kind of act is done to."""
    if frame.object in ("harm", "victim"):
        return _force(words, i, last, frame, passive)
    if passive:
        return False
    ahead = _governed(words, last)
    if frame.object == "money":
        sums = any(words.low(k) in object_words("money") or words[k].text[:1] in "$€£" for k in ahead)
        return sums and any(words.low(k) in _AHEAD for k in range(max(0, i - 3), i))
    if frame.object == "giving":
        # "ready to sign" tells how the signing is presented; "ready to open the border" is an offer.
        acts = load_verbs().frames.get(words.low(last), ())
        return words.tag(last) == "VB" and all(frame.object == "speech" for frame in acts)
    backed = object_words("proposal") | {"people", "government", "ally", "allies", "decision", "position"}
    return any(words[k].group is not None or words.low(k) in backed for k in ahead)


def no_matter(words: Words, at: int) -> bool:
    """Whether what would be discussed is none: "considered it useful", "addresses several crises"."""
    if words.tag(at) == "PRP" and (
        words.tag(at + 1).startswith("JJ") or words.low(at + 1) in ("a", "an", "to", "as")
    ):
        return True
    return words.low(at - 1).startswith("address") and any(
        words.low(k) in ("crisis", "crises", "challenges", "needs", "poverty") for k in _governed(words, at)
    )


def suffered(words: Words, i: int) -> bool:
    """Whether a participle right after a noun tells what was done to it ("97 civilians killed in ...")."""
    if words.tag(i) not in ("VBN", "VBD") or i == 0:
        return False
    before = words[i - 1]
    after = words.tag(i + 1) in ("IN", "TO", "") or words.low(i + 1) in (".", ",", "and", ";")
    if not after or words.low(i + 1) in ("into", "on", "upon", "at"):
        return False
    return before.low in object_words("victim") or (before.tag == "NNS" and words.tag(i - 2) == "CD")


def is_victim(words: Words, first: int, last: int) -> bool:
    """Whether a noun phrase names somebody or some place that force can be used on."""
    return any(
        words[k].group is not None or words.low(k) in object_words("victim")
        for k in range(first, min(last, len(words)))
    )


def _force(words: Words, i: int, last: int, frame: Frame, passive: bool) -> bool:
    figures = object_words("figurative")
    if passive:
        around = range(max(0, i - 6), i)
        if frame.words in (("take",), ("use",)) and not any(
            words.low(k) in object_words("taken") for k in around
        ):
            return False
        return not any(words.low(k) in figures for k in around)
    if words.low(last) in (
        *_STOPS,
        "and",
        "in",
        "with",
        "on",
        "for",
        "as",
        "at",
        "out",
        "up",
        "part",
        "note",
        "place",
    ):
        return False
    ahead = _governed(words, last)
    if not ahead or any(words.low(k) in figures for k in ahead):
        return False
    if words.low(i) in _USED:
        return any(words.low(k) in object_words("weapons") for k in ahead[:4])
    if frame.object == "harm":
        return True
    if frame.words == ("take",):
        return any(words.low(k) in object_words("taken") for k in ahead)
    return is_victim(words, ahead[0], ahead[-1] + 1)


def _governed(words: Words, at: int) -> list[int]:
    """The words of the noun phrase that starts here, at most eight."""
    found = []
    for k in range(at, min(at + 8, len(words))):
        if k > at and (words.low(k) in _STOPS or words.tag(k) in ("IN", "VBD", "VBZ", "MD")):
            break
        found.append(k)
    return found
