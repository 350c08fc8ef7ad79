"""The whole words that name a source: title, apposition and what hangs on the noun, up to the verb."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.people import is_one, is_people
from tracktwo.reading.clauses.phrases import left_of
from tracktwo.reading.clauses.verb_words import AUX
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"who", "which", "whose", "whom", "that", "where", "when", "while", "but", "as", "and"})
_REACH = 16
_HANGS = frozenset({"of", "for", "from", "at", "with", "in"})
_TITLES = frozenset(
    {"commanding", "acting", "managing", "presiding", "executive", "governing", "leading", "ranking"}
)
# Words that can stand inside the words for an office, by the beginnings of their tags.
_OFFICE = ("NN", "JJ", "POS", "HYPH", "VBG", "CC", "CD")
_INSIDE_OFFICE = frozenset({"of", "for"})
_BEFORE_COMMA = _INSIDE_OFFICE | {"at", "from", "in", "near", "on", "to", "with"}
_PERSON_ENDS = (
    "man",
    "woman",
    "person",
    "secretary",
    "general",
    "deputy",
    "admiral",
    "marshal",
    "counsel",
    "rep",
)
_BEFORE = frozenset(
    {"said", "but", "and", "which", "that", "while", "when", "as", "because", "where", "whereas"}
)


def in_full(words: Words, draft: Draft) -> Draft:
    """A draft of saying whose actor is written out as the text names the source.

    Parameters
    ----------
    words : Words
        The sentence.
    draft : Draft
        Returned unchanged where nothing is told as said, where several speak, or for a pronoun.

    Returns
    -------
    Draft
        Its actor's ``text``, ``start`` and ``end`` cover the phrase; the name stays.
    """
    actor = draft.actor
    if (
        draft.rule == "quoted-as"
        or not draft.content
        or actor is None
        or actor.start < 0
        or actor.relation != "speaker"
    ):
        return draft
    spot = _spot(words, actor)
    if spot is None:
        return draft
    verb = words.at_offset(draft.predicate[0])
    first, last = spot
    last = _before_verb(words, last, verb) if verb >= last else _after_verb(words, last)
    inside = draft.object is not None and draft.object[0] < actor.start < draft.object[1]
    first = left_of(words, first) if inside else _from_left(words, first)
    start, end = words[first].start, words[last - 1].end
    if start > actor.start or end < actor.end:
        return draft
    return replace(draft, actor=replace(actor, text=words.text[start:end], start=start, end=end))


def _spot(words: Words, actor: ActorRef) -> tuple[int, int] | None:
    """The words of the actor; None for one of several, or somebody a group is named with."""
    at = words.at_offset(actor.start)
    last = words.at_offset(actor.end - 1) + 1
    if at >= len(words) or last > len(words) or words.tag(at) in ("PRP", "WP", "WDT"):
        return None
    group = words[last - 1].group
    if group is None:
        return at, last
    others = (*group.on_behalf_of, *group.supported_by, *group.opposed_by, *group.joined_by)
    if len(group.speakers) != 1 or others or group.collective is not None:
        return None
    return at, last


def _before_verb(words: Words, last: int, verb: int) -> int:
    """How far the phrase goes on towards the verb after it."""
    stop = verb
    while stop > last and (words.low(stop - 1) in AUX or words.tag(stop - 1).startswith("RB")):
        stop -= 1
    if words.low(last) in _HANGS:  # "A spokesman from the army left, saying"
        stop = next((k for k in range(last, stop) if words.tag(k) in _FINITE or words[k].punct), stop)
    return _without_asides(words, last, stop) if stop - last <= _REACH else last


def _after_verb(words: Words, last: int) -> int:
    """Where the phrase ends after ", said X": with its apposition, before a time or the next clause."""
    if words.low(last) not in (",", "of", "for", "from"):
        return last
    stop = last
    while stop < min(len(words), last + 2 * _REACH) and words[stop].text not in ('"', "“", ".", ";", ":"):
        if words.low(stop) in DAYS:
            return last
        stop += 1
    return _without_asides(words, last, stop)


def _without_asides(words: Words, last: int, stop: int) -> int:
    """Leave out relative clauses, participles and times; all or nothing."""
    for k in range(last, stop):
        low, tag = words.low(k), words.tag(k)
        after_comma = words.low(k - 1) == ","
        relative = low in _RELATIVE and (low != "and" or after_comma)
        titled = tag == "VBG" and words.tag(k + 1).startswith("NN") and low in _TITLES  # "commanding officer"
        if relative or (
            after_comma
            and (
                (tag == "VBG" and not titled)
                or low in ("on", "in", "at", "after", "however", "for", "by", "like")
            )
        ):
            end = k - 1 if after_comma else k
            return end if end > last and after_comma else last
        if tag in _FINITE or low in DAYS or words[k].text in ("“", "”", '"', ";", ":"):
            return last
    while stop > last and words[stop - 1].punct and words[stop - 1].text not in (")", '"'):
        stop -= 1
    return stop


def _from_left(words: Words, first: int) -> int:
    """Where the phrase starts: with its adjectives and title, or the office before a name or a comma."""
    start = left_of(words, first)
    comma = words.low(start - 1) == ","
    if start < 2 or (comma and (start < 3 or words.tag(start) in ("DT", "PRP$"))):
        return start
    if words.low(start - 1) == "and" and (both := _with_first(words, start - 2)) is not None:
        return both
    office = _office(words, start - 1 if comma else start, _BEFORE_COMMA if comma else _INSIDE_OFFICE)
    return start if office is None else office


def _with_first(words: Words, last: int) -> int | None:
    """Where "the ministry and" begins before the second of two sources, if nobody knows the first."""
    if last < 1 or not words.tag(last).startswith("NN") or any(m.acts for m in words.speakers(last)):
        return None
    first = left_of(words, last)
    return first if words.tag(first) == "DT" and _opens(words, first) else None


def _office(words: Words, last: int, links: frozenset[str]) -> int | None:
    """Where the office begins that ends before ``last``: "the minister for trade", "Head of Unit"."""
    first, joint = last, None
    while first > 0 and last - first < _REACH:
        word = words[first - 1]
        if word.tag == "DT" and words.low(first - 2) not in links:
            first -= 1
            break
        inside = word.tag.startswith((*_OFFICE, "DT")) or word.group is not None
        if word.low in links:
            joint = first - 1
        elif not inside and word.low not in ("-", "&", "there"):
            break
        if word.low in DAYS or (word.punct and word.tag != "POS" and word.low not in ("-", "&")):
            break
        first -= 1
    while first < last and (words.low(first) in DAYS or words.tag(first) in ("CD", "CC", "RB", "IN")):
        first += 1
    opening = words.text[words[first].start : words[first].start + 4].lower() if first < last else ""
    article = words.tag(first) == "DT" or opening == "the "  # "The rebels' leader, X": they are one word here
    person = any(m.kind is Kind.PERSON for m in words.speakers(last if words.low(last) != "," else last + 1))
    if first >= last or not (article or (joint is not None and person)) or not _opens(words, first):
        return None
    head = (joint or last) - 1
    head -= words.low(head) == "there"
    if head < first or not (words.tag(head).startswith("NN") or words[head].group is not None):
        return None
    return first if article or _is_title(words.low(head)) else None


def _is_title(word: str) -> bool:
    """Whether a word names what somebody is ("minister", "spokesman"), not what a phrase is about."""
    return is_people(word + "s") or is_one(word) or word.endswith(_PERSON_ENDS)


def _opens(words: Words, first: int) -> bool:
    """Whether a phrase can begin here: at the start, after a mark, a time or a word that joins clauses."""
    before = words.low(first - 1)
    return (
        first == 0 or words[first - 1].punct or before in _BEFORE or before in DAYS or before == "meanwhile"
    )


__all__ = ["in_full"]
