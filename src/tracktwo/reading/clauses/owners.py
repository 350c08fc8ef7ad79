"""Owners: parts of an actor ("X's board"), and organisations named by what they are."""

from __future__ import annotations

from functools import cache

from tracktwo.reading.clauses.actors import actors_of, with_states
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.phrases import Phrase
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import (
    Context,
    as_antecedent,
    by_head_noun,
    refine_body,
    resolve_pronoun,
)
from tracktwo.reading.coreference.resolve import is_described
from tracktwo.reading.datafiles import data_of
from tracktwo.vocabulary import Flag


@cache
def part_words(kind: str) -> frozenset[str]:
    """The nouns of one kind in parts.toml: people, forces, bodies, organisations."""
    return frozenset(data_of("tracktwo.reading.clauses", "parts.toml")[kind])


def part_of(words: Words, phrase: Phrase, context: Context) -> tuple[ActorRef, ...]:
    """The actor behind a noun phrase whose head is no name: a part of its owner, or a described
    organisation.
    """
    head = words.low(phrase.head)
    if head in part_words("governments"):
        return _each_of(words, phrase)
    if head in part_words("alliances"):
        return _allied(words, phrase, context)
    if head not in part_words("people") | part_words("forces") | part_words("bodies"):
        return _organisation(words, phrase)
    owner = _owner(words, phrase, context) or _alliance(words, phrase, context)
    return (_part(words, phrase, owner),) if owner is not None else _organisation(words, phrase)


def _each_of(words: Words, phrase: Phrase) -> tuple[ActorRef, ...]:
    """``the governments of Peru and Chile``, ``Peruvian and Chilean governments``: each of the states."""
    after = phrase.head + 3 if words.tag(phrase.head + 2) == "DT" else phrase.head + 2
    at = after if words.low(phrase.head + 1) == "of" else phrase.head - 1
    group = words[at].group if 0 <= at < len(words) else None
    if group is None or not all(m.party or m.canonical for m in group.speakers):
        return ()
    states = actors_of(with_states(group), words.start)
    return states if all(a.name and a.kind in ("state", "organisation", "group") for a in states) else ()


def _allied(words: Words, phrase: Phrase, context: Context) -> tuple[ActorRef, ...]:
    """``the international coalition``, ``the US-led coalition``: the one the report names, or as written."""
    first = phrase.first
    while first < phrase.head and words.tag(first) in ("DT", "PRP$"):
        first += 1
    span = words.span(first, phrase.head + 1)
    meant = any(words.low(k) in part_words("allied") for k in range(first, phrase.head))
    if (
        span is None
        or not meant
        or words.tag(phrase.first) == "PRP$"
        or words.low(phrase.first) in ("a", "an")
    ):
        return ()
    text = words.text[span[0] : span[1]]
    known = by_head_noun(words.low(phrase.head), span[0], context)
    if known is not None:
        return (as_antecedent(known, ActorRef(None, text, *span)),)
    return (ActorRef(text[:1].upper() + text[1:], text, *span, kind="organisation"),)


def _alliance(words: Words, phrase: Phrase, context: Context) -> ActorRef | None:
    """``coalition forces``: those of the alliance, the one named before where there is one."""
    if words.low(phrase.head) not in part_words("fighters"):
        return None
    for k in range(phrase.head - 1, max(-1, phrase.head - 4), -1):
        if words.low(k) in part_words("alliances") and words[k].group is None:
            word = words[k]
            return refine_body(
                ActorRef(word.low.capitalize(), word.text, word.start, word.end, kind="body"), context
            )
    return None


def _owner(words: Words, phrase: Phrase, context: Context) -> ActorRef | None:
    """Whose it is: a name before the noun or after "of", or a described company before it."""
    after = phrase.head + 3 if words.tag(phrase.head + 2) == "DT" else phrase.head + 2
    places = [after] if words.low(phrase.head + 1) == "of" and after < len(words) else []
    before = [phrase.first - 1] if phrase.first and words[phrase.first - 1].group is not None else []
    for k in (*before, *range(phrase.first, phrase.head), *places):
        group = words[k].group
        led = words.low(k + 1) == "-" and words.low(k + 2) in ("led", "backed", "brokered", "sponsored")
        if group is not None and group.speakers and not led:
            actors = actors_of(group, words.start)
            if len(actors) == 1 and (actors[0].party or actors[0].name):
                return refine_body(actors[0], context)
        if group is None and is_described(words.low(k)) and words.tag(k + 1) == "POS":
            word = words[k]
            found = resolve_pronoun(word.low, word.text, word.start, word.end, context)
            return found[0] if isinstance(found, tuple) and len(found) == 1 else None
    return None


def _part(words: Words, phrase: Phrase, owner: ActorRef) -> ActorRef:
    span = words.span(phrase.first, phrase.last) or (owner.start, owner.end)
    text = words.text[span[0] : span[1]]
    party = owner.party or owner.name
    head = words.low(phrase.head)
    if head in part_words("bodies"):
        before = words[phrase.head - 1] if phrase.head > phrase.first else None
        two = before is not None and before.group is None and before.tag.startswith(("NN", "JJ"))
        name = f"{before.low} {head}" if two and before is not None else head
        return ActorRef(name.capitalize(), text, *span, None, party, kind="body", flags=owner.flags)
    governed = head == "government" and owner.kind == "person"  # it is not its head who acts
    people = governed or head in part_words("people")
    name_or_none = None if people else owner.name
    if head in part_words("fighters") and owner.name and owner.kind in ("state", "body"):
        if owner.name.lower() == "government" and owner.party and " " in owner.text:
            return ActorRef(owner.party, text, *span, None, party, kind="state", flags=owner.flags)
        if owner.name.lower() in ("government", "opposition", "military"):
            return ActorRef(None, text, *span, None, party, True, kind="unnamed", flags=owner.flags)
        name_or_none = owner.name
    return ActorRef(name_or_none, text, *span, None, party, people, kind=owner.kind, flags=owner.flags)


def _power(words: Words, first: int, head: int) -> tuple[ActorRef, ...]:
    """``the Tarun regime``: a power named after a person or family that nothing else introduces."""
    if (
        head - first != 1
        or words[first].group is not None
        or not words[first].text[:1].isupper()
        or first == 0
    ):
        return ()
    span = words.span(first, head + 1)
    if span is None:
        return ()
    text = words.text[span[0] : span[1]]
    return (ActorRef(text, text, *span, None, None, kind="organisation"),)


def _organisation(words: Words, phrase: Phrase) -> tuple[ActorRef, ...]:
    """An organisation named by what it is; its words are its name."""
    first = phrase.first
    while first < phrase.head and words.tag(first) in ("DT", "PRP$"):
        first += 1
    if words.low(phrase.head) in part_words("powers"):
        return _power(words, first, phrase.head)
    if words.low(phrase.head) not in part_words("organisations") or phrase.head - first < 1:
        return ()
    span = words.span(first, phrase.head + 1)
    if span is None or not any(words.tag(k).startswith(("NN", "POS")) for k in range(first, phrase.head)):
        return ()
    text = words.text[span[0] : span[1]]
    group = words[first].group
    party = next((m.party for m in group.speakers if m.modifier), None) if group else None
    flags = (Flag("party-inferred", "from the adjective of its name"),) if party else ()
    return (ActorRef(text, text, *span, None, party, kind="organisation", flags=flags),)
