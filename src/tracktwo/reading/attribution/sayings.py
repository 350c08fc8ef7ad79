"""Sayings by sources the clause rules know nothing of: a document, a pronoun, people without a name.

Whatever stands before a verb of saying that governs a clause is the source of that clause; who it is need
not be known to say that somebody said it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracktwo.reading.attribution.documents import issuer_of
from tracktwo.reading.attribution.lists import document_nouns
from tracktwo.reading.attribution.stretch import SOME, Stretch, after_verb, before_verb
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.drafting import draft_of
from tracktwo.reading.clauses.governed import read_governed, said_before
from tracktwo.reading.clauses.kinds import SPEECH
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.vocabulary import Act

_NOBODY = frozenset({"this", "that", "these", "those", "there", "what", "nobody", "none", "nothing", "one"})
_PERSONS = frozenset({"he", "she", "they", "who"})
_RELATIVE = frozenset({"which", "that"})
# What these are followed by is told, a clause or not ("reported two deaths").
_OF_NEWS = frozenset(
    {"announced", "announces", "reported", "reports", "confirmed", "confirms", "revealed", "disclosed"}
)
_TELLS = frozenset({"detail", "document", "describe", "chronicle"})
_BACK = 320
# The first noun of a sentence: "The report by", "This new study of".
_OPENS = re.compile(
    r"(?:^|[.!?:”\"]\s+)(?:The|This|That|A|An|Its|Their)\s+(?:[a-z-]+\s+)??([a-z-]+)(?=,|\s+[a-z]+)"
)
# What follows these as an -ing form is told ("denied having left").
_OF_DEEDS = frozenset(
    {"denied", "denies", "deny", "admitted", "admits", "admit", "acknowledged", "acknowledges", "recalled"}
)


def sayings(words: Words, predicates: list[Predicate], drafts: list[Draft], context: Context) -> list[Draft]:
    """What somebody says, expects or warns of whom no other rule found.

    Parameters
    ----------
    words : Words
        The sentence.
    predicates : list of Predicate
        All of them.
    drafts : list of Draft
        What was read already; a verb that carries one of them is left alone.
    context : Context
        Whether "it" is a text.

    Returns
    -------
    list of Draft
        One for each verb whose source and content are both plain.
    """
    taken = {k for d in drafts for k in _places(words, d)}
    found: list[Draft] = []
    for predicate in predicates:
        if predicate.verb in taken or predicate.passive or predicate.form not in ("fin", "ing"):
            continue
        if predicate.form == "ing":
            found += _added(words, predicate, [*drafts, *found], context)
            continue
        if predicate.frame.act in (*SPEECH, Act.WARN):
            found += _saying(words, predicate, context)
    return found


def _added(words: Words, predicate: Predicate, before: list[Draft], context: Context) -> list[Draft]:
    """``he said, adding that X``, ``said Tuvan, noting Y``: whoever said the one said the other."""
    clause = words.low(predicate.after) == "that" or words.low(predicate.verb) == "adding"
    beside = clause and words.tag(predicate.verb - 1) in ("NN", "NNP", "NNS", "PRP")
    if predicate.frame.act not in SPEECH or not (words.low(predicate.verb - 1) == "," or beside):
        return []
    governed = read_governed(words, predicate, predicate.verb)
    if governed is None or governed.object is None:
        return []
    actor = _speaker_before(words, predicate.verb, before, context)
    if actor is None or not (
        governed.content or predicate.frame.object == "named" or actor.text.lower() in _PERSONS
    ):
        return []
    return [draft_of(words, predicate, actor, governed)]


def _speaker_before(words: Words, verb: int, before: list[Draft], context: Context) -> ActorRef | None:
    """Who said what stands before a participle."""
    start = words[verb].start
    said = [
        d for d in before if d.content and d.actor is not None and d.act in SPEECH and d.predicate[0] < start
    ]
    if said:
        return said[0].actor
    main = next((k for k in range(verb) if words.tag(k) in ("VBD", "VBZ", "VBP")), None)
    stretch = before_verb(words, main) if main is not None else None
    return _source(words, stretch, context) if stretch is not None else None


def _places(words: Words, draft: Draft) -> range:
    return range(words.at_offset(draft.predicate[0]), words.at_offset(draft.predicate[1] - 1) + 1)


def _saying(words: Words, predicate: Predicate, context: Context) -> list[Draft]:
    turned = after_verb(words, predicate.last)
    stretch = turned or before_verb(words, predicate.verb)
    actor = _source(words, stretch, context) if stretch is not None else None
    if actor is None or stretch is None:
        return []
    if turned is not None:
        governed = said_before(words, predicate, predicate.verb, turned.last)
    else:
        governed = read_governed(words, predicate, stretch.first)
    if governed is None or governed.object is None:
        return []
    document = words.low(stretch.head) in document_nouns() or words.low(stretch.head) in _RELATIVE | {"it"}
    person = words.low(stretch.head) in ("he", "she")
    foretold = (
        predicate.frame.act is Act.EXPECT
        and stretch.head - stretch.first > 0
        and any(words.low(k) == "to" and words.tag(k + 1) == "VB" for k in range(*governed.object))
    )
    if predicate.noun is not None and not governed.content:
        return []
    announced = words.low(predicate.verb) in _OF_NEWS and words.tag(predicate.after) in (
        "DT",
        "CD",
        "JJ",
        "PRP$",
    )
    having = words.tag(governed.object[0]) == "VBG" and words.low(predicate.verb) in _OF_DEEDS
    if not (
        governed.content
        or announced
        or having
        or person
        or foretold
        or (document and (predicate.frame.object in ("content", "np") or predicate.frame.words[0] in _TELLS))
    ):
        return []
    return [draft_of(words, predicate, actor, governed)]


def _source(words: Words, stretch: Stretch, context: Context) -> ActorRef | None:
    """The words of the stretch as a source nobody is named by; None where it is none."""
    head = words[stretch.head]
    span = words.span(stretch.first, stretch.last)
    if span is None or (head.low in _NOBODY and head.low not in _RELATIVE):
        return None
    text = words.text[span[0] : span[1]]
    unnamed = ActorRef(None, text, *span, unnamed=True, kind="unnamed")
    if head.low in _RELATIVE:
        return unnamed if _after_document(words, stretch.head) else None
    if head.low == "it":
        thing = next((item for item in context.recent(1) if item.subject), None)
        last = thing.thing.split()[-1].lower() if thing is not None and thing.thing else ""
        return unnamed if last in document_nouns() or _of_a_text(words, stretch.head) else None
    if head.low in _PERSONS:
        return unnamed
    issuer = issuer_of(words, stretch.first, stretch.last, stretch.head, context)
    if issuer is not None:
        return replace(issuer, text=text, start=span[0], end=span[1])
    if head.group is not None:
        known = [m for m in head.group.speakers if m.acts or m.unnamed]
        return None if known or head.group.collective is not None else _named(words, stretch, unnamed)
    return _named(words, stretch, unnamed) if head.tag.startswith("NN") or head.low in SOME else None


def _of_a_text(words: Words, at: int) -> bool:
    """Whether the clause or sentence before "it" opens with a text ("The report is grim: it details ...")."""
    before = words.text[max(0, words[at].start - _BACK) : words[at].start]
    openings = list(_OPENS.finditer(before))
    return bool(openings) and openings[-1].group(1).lower() in document_nouns()


def _after_document(words: Words, at: int) -> bool:
    """``the report which found``, ``the report, which found``: the noun before is a text."""
    return words.low(at - 2 if words.low(at - 1) == "," else at - 1) in document_nouns()


def _named(words: Words, stretch: Stretch, unnamed: ActorRef) -> ActorRef:
    """A proper name that no list knows is who it says; anything else is nobody by name."""
    first = stretch.first
    while words.tag(first) in ("DT", "PRP$") and first < stretch.head:
        first += 1
    proper = all(words.tag(k) in ("NNP", "NNPS", "POS") for k in range(first, stretch.head + 1))
    inside = first > 0 or stretch.head > first
    span = words.span(first, stretch.head + 1)
    if not proper or not inside or span is None or stretch.apposed:
        return unnamed
    name = words.text[span[0] : span[1]]
    return ActorRef(name, unnamed.text, unnamed.start, unnamed.end, kind="organisation")
