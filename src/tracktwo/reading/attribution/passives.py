"""Sayings in the passive: "it is believed that X", "Y is said to have left"."""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.extents import clause_end
from tracktwo.reading.clauses.kinds import SPEECH
from tracktwo.reading.clauses.verb_words import BE
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.modality import hearsay
from tracktwo.vocabulary import Act, Flag

_NOT_STATED = (Flag("agent-not-stated"),)


def told_in_passives(words: Words) -> list[Draft]:
    """Sayings whose source a passive leaves out.

    Parameters
    ----------
    words : Words
        The sentence.

    Returns
    -------
    list of Draft
        Without an actor: nobody is said to say it.
    """
    found = []
    for i in range(2, len(words) - 1):
        if words.tag(i) not in ("VBN", "VBD") or words.low(_be(words, i)) not in BE:
            continue
        after = words.low(i + 1)
        before = _be(words, i) - 1
        before -= words.low(before) in ("has", "had", "have")
        if words.low(before) == "it" and after == "that":
            found += _impersonal(words, i, i + 2, _act(words.low(i)))
        elif after == "to" and words.low(i) in hearsay() and words.tag(i + 2) == "VB":
            found += _impersonal(words, i, i + 1, Act.STATE)
    return found


def _be(words: Words, i: int) -> int:
    """Where the auxiliary of a passive stands, adverbs skipped."""
    k = i - 1
    while k > 0 and words.tag(k).startswith("RB"):
        k -= 1
    return k


def _act(word: str) -> Act | None:
    if word == "suggested":
        return Act.STATE
    frames = load_verbs().frames.get(word, ())
    return next((frame.act for frame in frames if frame.act in SPEECH and len(frame.words) == 1), None)


def _impersonal(words: Words, i: int, start: int, act: Act | None) -> list[Draft]:
    end = clause_end(words, start, content=True)
    if words.low(start) == "to":  # "was said to have left the port, which ..."
        aside = (
            k for k in range(start, end) if words.low(k) == "," and words.tag(k + 1) in ("WDT", "WP", "WRB")
        )
        end = next(aside, end)
    content = words.span(start, end)
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
