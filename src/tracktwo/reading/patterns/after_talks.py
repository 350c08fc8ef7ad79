"""Meetings told as the occasion of another act: "After talks with the rebels, Kenya announced a truce"."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.breaks import FINITE
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.people import people_of
from tracktwo.reading.clauses.phrases import Phrase, phrase_ending, phrase_from
from tracktwo.reading.clauses.words import Words
from tracktwo.vocabulary import Act, Flag, Modality

_MEETINGS = frozenset(
    {"talks", "meeting", "meetings", "consultations", "negotiations", "discussions", "summit"}
)
_OCCASION = frozenset({"after", "following", "during", "at", "in"})


def after_talks(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Drafts of meetings whose noun has no owner: who acts in that clause has met those named after "with".

    Parameters
    ----------
    words : Words
        The sentence.
    drafts : list of Draft
        What is read already. Where nobody's act stands beside the meeting, or the meeting is read, nothing is
        added.
    """
    found: list[Draft] = []
    for i in words.places(_MEETINGS):
        phrase = phrase_ending(words, i)
        partner = phrase_from(words, i + 2) if words.low(i + 1) == "with" else None
        if phrase is None or partner is None or not _is_occasion(words, phrase, i):
            continue
        after = words.tag(partner.last)
        if after in FINITE or not _somebody(words, partner) or _is_read(words, i, drafts):
            continue
        whole, met = words.span(phrase.first, partner.last), words.span(partner.first, partner.last)
        beside = _beside(words, i, drafts)
        if whole is None or met is None:
            continue
        spot = (words[i].start, words[i].end)
        found += [
            replace(
                Draft(Act.MEET, "talks-beside", spot, whole, d.actor, met, met, word=words.low(i)),
                modality=d.modality if d.modality is not Modality.NEGATED else Modality.ASSERTED,
                flags=(Flag("presupposed"), *d.actor.flags),
            )
            for d in beside
            if d.actor is not None and not met[0] <= d.actor.start < met[1]
        ]
    return found


def _is_occasion(words: Words, phrase: Phrase, noun: int) -> bool:
    """Whether the meeting is only when something was done, and nobody's by name."""
    before = words.low(phrase.first - 1)
    owned = any(words.tag(k) in ("POS", "PRP$") or words[k].group for k in range(phrase.first, noun))
    hangs = before == "in" and words.tag(phrase.first - 2).startswith(("NN", "JJ"))  # "progress in talks"
    return before in _OCCASION and not owned and not hangs


def _somebody(words: Words, partner: Phrase) -> bool:
    group = words[partner.head].group
    return any(m.acts for m in group.speakers) if group is not None else bool(people_of(words, partner))


def _is_read(words: Words, noun: int, drafts: list[Draft]) -> bool:
    at = words[noun].start
    return any(
        d.act is Act.MEET and d.predicate[0] <= at < max(d.predicate[1], d.object[1] if d.object else 0)
        for d in drafts
    )


def _beside(words: Words, noun: int, drafts: list[Draft]) -> list[Draft]:
    """The acts of the one the clause is about: the first after an opening, the last before otherwise."""
    at = words[noun].start
    opens = not any(words.tag(k) in FINITE for k in range(noun))
    told = [d for d in drafts if d.rule.startswith(("verb", "light", "say")) and d.actor is not None]
    if opens:
        later = min((d.predicate[0] for d in told if d.predicate[0] > at), default=-1)
        return [d for d in told if d.predicate[0] == later]
    direct = [d for d in told if not (d.content and d.object and d.object[0] <= at < d.object[1])]
    last = max((d.predicate[0] for d in direct if d.predicate[0] < at), default=-1)
    return [
        d
        for d in direct
        if d.predicate[0] == last and not _verb_between(words, words.at_offset(d.predicate[1] - 1), noun)
    ]


def _verb_between(words: Words, first: int, noun: int) -> bool:
    return any(words.tag(k) in FINITE for k in range(first + 1, noun))
