"""Sayings in the passive: "it is believed that X", "Y is said to have left", "Z was quoted as saying"."""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.attribution.stretch import before_verb
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.extents import clause_end
from tracktwo.reading.clauses.kinds import SPEECH
from tracktwo.reading.clauses.verb_words import BE
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.modality import hearsay
from tracktwo.vocabulary import Act, Flag

_QUOTED = frozenset({"quoted", "cited", "reported", "paraphrased", "heard", "recorded"})
_NOT_STATED = (Flag("agent-not-stated"),)


def told_in_passives(words: Words) -> list[Draft]:
    """Sayings whose source a passive leaves out, or names as its subject.

    Parameters
    ----------
    words : Words
        The sentence.

    Returns
    -------
    list of Draft
        Without an actor where nobody is said to say it.
    """
    found = []
    for i in range(2, len(words) - 1):
        if words.tag(i) not in ("VBN", "VBD") or words.low(_be(words, i)) not in BE:
            continue
        after = words.low(i + 1)
        if words.low(_be(words, i) - 1) == "it" and after == "that":
            found += _impersonal(words, i, i + 2, _act(words.low(i)))
        elif after == "to" and words.low(i) in hearsay() and words.tag(i + 2) == "VB":
            found += _impersonal(words, i, i + 1, Act.STATE)
        elif words.low(i) in _QUOTED and (at := _as_saying(words, i)) is not None:
            found += _quoted(words, i, at)
    return found


def _as_saying(words: Words, i: int) -> int | None:
    """Where "as saying" stands after "was quoted", past "by state media"."""
    for k in range(i + 1, min(i + 9, len(words) - 1)):
        if words.low(k) == "as" and words.low(k + 1) in ("saying", "telling"):
            return k
        if words[k].punct or (words.low(i + 1) != "by" and k > i):
            return None
    return None


def _be(words: Words, i: int) -> int:
    """Where the auxiliary of a passive stands, adverbs skipped."""
    k = i - 1
    while k > 0 and words.tag(k).startswith("RB"):
        k -= 1
    return k


def _act(word: str) -> Act | None:
    frames = load_verbs().frames.get(word, ())
    return next((frame.act for frame in frames if frame.act in SPEECH and len(frame.words) == 1), None)


def _impersonal(words: Words, i: int, start: int, act: Act | None) -> list[Draft]:
    content = words.span(start, clause_end(words, start, content=True))
    if act is None or content is None:
        return []
    spot = (words[_be(words, i)].start, words[i].end)
    clause = (words.start, words.end)
    return [
        Draft(
            act,
            "passive-says",
            spot,
            clause,
            None,
            content,
            content,
            flags=_NOT_STATED,
            content=True,
            word=words.low(i),
        )
    ]


def _quoted(words: Words, i: int, at: int) -> list[Draft]:
    """``X was quoted as saying``: X says it, whoever quotes."""
    stretch = before_verb(words, i)
    span = words.span(stretch.first, stretch.last) if stretch is not None else None
    if stretch is None or span is None:
        return []
    start = at + 3 if words.low(at + 2) == "that" else at + 2
    if words[min(start, len(words) - 1)].punct or words.low(start) == "by":
        comma = stretch.first - 1
        content = words.span(0, comma) if comma > 2 and words[comma].punct else None
    else:
        content = words.span(start, clause_end(words, start, content=True))
    if content is None:
        return []
    named = words[stretch.head].group
    name = named.speakers[0].canonical if named is not None and len(named.speakers) == 1 else None
    actor = ActorRef(name, words.text[span[0] : span[1]], *span, unnamed=name is None, kind="person")
    spot = (words[i].start, words[at + 1].end)
    clause = (words.start, words.end)
    return [Draft(Act.STATE, "quoted-as", spot, clause, actor, content, content, content=True, word="quoted")]
