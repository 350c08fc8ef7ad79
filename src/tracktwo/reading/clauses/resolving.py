"""Phrases to actors: groups, pronouns, described organisations, proposals and talks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.actors import actors_of, with_governments
from tracktwo.reading.clauses.apposed import apposed_to
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.newcomers import newcomer
from tracktwo.reading.clauses.owners import part_of, part_words
from tracktwo.reading.clauses.people import people_of
from tracktwo.reading.clauses.phrases import Phrase, left_of, phrase_from
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import (
    Context,
    as_antecedent,
    by_head_noun,
    infer_party,
    refine_body,
    resolve_pronoun,
)
from tracktwo.reading.coreference.described import by_telling_word
from tracktwo.reading.coreference.offices import in_office
from tracktwo.reading.coreference.pairs import of_the_two, the_two
from tracktwo.reading.coreference.powers import OF_THE_STATE, in_power
from tracktwo.reading.coreference.resolve import is_described, is_pronoun, is_whole
from tracktwo.reading.names import Kind
from tracktwo.vocabulary import Flag

# Words before one that was not named before.
_ANOTHER = frozenset({"a", "an", "another", "one", "some", "every", "each", "no"})
_ONE_MORE = frozenset({"another", "other", "second", "third", "rival", "different", "smaller", "larger"})


_OWNING = frozenset({"its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Doers:
    """Who does an act: ``actors``, or the ``thing`` (proposal, talks) the words are about."""

    actors: tuple[ActorRef, ...] = ()
    thing: str | None = None
    text: str | None = None
    span: tuple[int, int] | None = None
    antecedent: str | None = None


_SIDES = frozenset({"state", "organisation", "group", "body"})


def doers_of(words: Words, phrase: Phrase | None, context: Context) -> Doers:
    """Who a subject phrase names; empty where nobody does or it is unsure."""
    if phrase is None:
        return Doers()
    phrase = _of_how_many(words, phrase)
    span = words.span(phrase.first, phrase.last)
    if span is None:
        return Doers()
    text = words.text[span[0] : span[1]]
    head = words[phrase.head]
    if head.low in ("i", "we") and head.group is None:
        return Doers((ActorRef(None, text, *span, kind="first"),), None, text, span)
    own = _own_side(words, phrase, context, text, span)
    if not own and words.low(phrase.last) != "of":
        own = the_two(text, span, context)
    if not own and head.low in ("latter", "former") and len(text.split()) == 2:
        own = of_the_two(head.low, span, text, context)
    if own:
        return Doers(own, None, text, span)
    apposed = apposed_to(words, phrase)
    if apposed:
        return Doers(apposed, None, text, span)
    if head.group is not None and head.group.pronoun is None:
        actors = _grown(words, phrase.head, context)
        if actors:
            return Doers(actors, None, text, span)
    if is_pronoun(head.low) or head.low in ("this", "that", "these", "those"):
        return _pronoun(words, phrase, context, text, span)
    if head.low in object_words("proposal"):
        return Doers((), text, text, span)
    if is_described(head.low) and words.low(phrase.first) not in _ANOTHER:
        found = resolve_pronoun(head.low, text, span[0], span[1], context)
        if isinstance(found, tuple):
            return Doers(found, None, text, span)
        # Nobody named before fits: somebody without a name, but for the standing bodies of a meeting, and
        # whoever belongs to somebody named ("her group").
        known = words.plenary or words.tag(phrase.first) == "PRP$"
        return Doers(() if known else people_of(words, phrase), None, text, span)
    owner = part_of(words, phrase, context) or _described(words, phrase, context) or people_of(words, phrase)
    owner = owner or newcomer(words, phrase)
    return Doers(owner, None, text, span)


def _own_side(
    words: Words, phrase: Phrase, context: Context, text: str, span: tuple[int, int]
) -> tuple[ActorRef, ...]:
    """``his country``, ``her union``: the side that the report gives to whom the pronoun means, flagged."""
    owner = words[phrase.first]
    if owner.tag != "PRP$" or phrase.head != phrase.first + 1 or not is_whole(words.low(phrase.head)):
        return ()
    found = resolve_pronoun(owner.low, owner.text, owner.start, owner.end, context)
    if not isinstance(found, tuple) or len(found) != 1:
        return ()
    side = found[0].party or (found[0].name if found[0].kind in _SIDES else None)
    if side is None:
        return ()
    return (
        replace(
            found[0],
            name=side,
            text=text,
            start=span[0],
            end=span[1],
            party=side,
            role=None,
            kind="organisation",
        ),
    )


def _of_how_many(words: Words, phrase: Phrase) -> Phrase:
    """``Thousands of miners``: the miners."""
    if words.low(phrase.head) not in part_words("numbers") or words.low(phrase.head + 1) != "of":
        return phrase
    counted = phrase_from(words, phrase.head + 2)
    return (
        phrase if counted is None else _of_how_many(words, Phrase(phrase.first, counted.last, counted.head))
    )


def _described(words: Words, phrase: Phrase, context: Context) -> tuple[ActorRef, ...]:
    """``The alliance``, ``the city``, ``the general``: the one that was named so, flagged."""
    head = words[phrase.head]
    holder = context.holders.get(head.low)
    noun = head.tag.startswith("NN") or holder is not None
    if words.low(phrase.head - 1) != "the" or not noun or head.group is not None:
        return ()
    found = (
        by_head_noun(head.low, head.start, context)
        or by_telling_word(head.low, head.start, context)
        or holder
    )
    if found is None:
        return ()
    return (as_antecedent(found, ActorRef(None, head.text, head.start, head.end)),)


def _pronoun(words: Words, phrase: Phrase, context: Context, text: str, span: tuple[int, int]) -> Doers:
    head = words[phrase.head]
    group = _fronted(words, phrase.head)
    if head.low in ("this", "that", "these", "those"):
        thing = next((s.thing for s in context.recent(1) if s.subject), None)
        return Doers((), thing, text, span, thing)
    # A pronoun with supporters fronted stands at the end of what was masked.
    start = head.end - len(head.text)
    found = resolve_pronoun(head.low, words.text[start : head.end], start, head.end, context)
    if isinstance(found, str):
        return Doers((), found, text, span, found)
    if head.low == "it" and found and _another_acted(words, phrase, found):
        return Doers((), None, text, span)
    return Doers((found or ()) + group, None, text, span)


_WHEN = frozenset({"when", "as", "after", "because", "while", "since", "until", "before", "once", "where"})


def _another_acted(words: Words, phrase: Phrase, found: tuple[ActorRef, ...]) -> bool:
    """``Norway said the fund had little money when it asked``: the fund or Norway, who can tell."""
    if words.low(phrase.first - 1) not in _WHEN:
        return False
    named = {actor.name for actor in found}
    for k in range(phrase.first - 1):
        then = k + 1
        while words.tag(then).startswith("RB"):
            then += 1
        others = [m for m in words.speakers(k) if m.acts and not m.possessive and m.canonical not in named]
        if others and words.tag(then) in ("VBD", "VBZ", "VBP", "MD"):
            return True
    return False


def _fronted(words: Words, at: int) -> tuple[ActorRef, ...]:
    """Supporters fronted before a pronoun ("Supported by A, he proposed")."""
    for word in words:
        if word.i <= at and word.group is not None and word.group.pronoun is not None:
            return tuple(a for a in actors_of(word.group, words.start) if a.relation != "speaker")
    return ()


def _grown(words: Words, head: int, context: Context) -> tuple[ActorRef, ...]:
    group = words[head].group
    assert group is not None
    actors = []
    parties = parties_before(words, head)
    for actor in actors_of(with_governments(group), words.start):
        actor = _fighters(words, head, _counted(words, head, _governing(words, head, actor)))
        actor = _another(words, head, in_office(actor, context))
        actor = _whose(words, head, actor, context)
        refined = _of_whom(words, head, in_power(refine_body(actor, context), context), context)
        actors.append(_of_nobody(infer_party(refined, parties, context)))
    if len(actors) == 1 and actors[0].unnamed and not actors[0].party:
        actors = _from_whom(words, head, actors[0])
    collective = next((a for a in actors if a.others_unnamed and a.unnamed), None)
    if collective is not None:
        actors = [_example(a, collective) if a.others_unnamed and a is not collective else a for a in actors]
    return tuple(actors)


def _another(words: Words, head: int, actor: ActorRef) -> ActorRef:
    """``Another union``, ``a second company``: never one that was named before."""
    if (
        actor.kind != "body"
        or actor.party
        or words.low(head - 1) not in _ONE_MORE
        or actor.start != words[head].start
    ):
        return actor
    return replace(actor, name=None, unnamed=True, kind="unnamed")


def _of_nobody(actor: ActorRef) -> ActorRef:
    """``Our troops``, ``the forces``: some people, where the report does not say whose they are."""
    if actor.kind != "body" or actor.name != "Forces" or actor.party:
        return actor
    return replace(actor, name=None, unnamed=True, kind="unnamed")


def _of_a_land(text: str) -> bool:
    """Whether an army is named by the adjective of its land ("Peruvian air force"), not as part of it."""
    return text[:1].isupper() and " " in text and "'" not in text and "’" not in text


def _governing(words: Words, head: int, actor: ActorRef) -> ActorRef:
    """A state's government acts as the state: "the Peruvian government", "the government in Lima"."""
    if actor.kind == "body" and actor.name == "Delegation" and actor.party:
        return replace(actor, name=actor.party)  # "the delegation of Peru"
    if actor.kind == "body" and actor.name == "Military" and actor.party and _of_a_land(actor.text):
        return replace(actor, name=actor.party, kind="state")  # "the Peruvian navy" acts as Peru
    if actor.kind != "body" or actor.name not in OF_THE_STATE:
        return actor
    place = words[head + 2].group if words.low(head + 1) in ("in", "of") and head + 2 < len(words) else None
    mention = place.mentions[0] if place is not None and len(place.mentions) == 1 else None
    party = actor.party or (mention.party or mention.canonical if mention is not None else None)
    if party and actor.text.lower().endswith("regime") and party in actor.text.split():
        return replace(actor, name=actor.text, party=None, kind="organisation")  # named after who heads it
    return replace(actor, name=party, party=party) if party else actor


def _whose(words: Words, head: int, actor: ActorRef, context: Context) -> ActorRef:
    """``its forces``, ``its fighters``: those of whom the pronoun means."""
    owner = words[head - 1] if head else None
    fighters = actor.unnamed and actor.text.split()[-1].lower() in part_words("fighters")
    if owner is None or owner.low not in _OWNING or actor.party or not (fighters or actor.kind == "body"):
        return actor
    found = resolve_pronoun(owner.low, owner.text, owner.start, owner.end, context)
    if not isinstance(found, tuple) or len(found) != 1:
        return actor
    party = found[0].party or (found[0].name if found[0].kind != "person" else None)
    flags = (*actor.flags, *found[0].flags)
    if not fighters:
        name = party if actor.name == "Forces" and party else actor.name
        return replace(actor, name=name, party=party, flags=flags)
    if found[0].kind != "organisation":
        return replace(actor, party=party)
    return replace(actor, name=party, party=party, unnamed=False, kind="organisation", flags=flags)


def _fighters(words: Words, head: int, actor: ActorRef) -> ActorRef:
    """A group's fighters act as the group ("Hezb militants")."""
    last = actor.text.split()[-1].lower()
    if not actor.unnamed or not actor.party or last not in part_words("fighters"):
        return actor
    group = words[head].group
    armed = group is not None and any(m.organisation == actor.party for m in group.mentions)
    return replace(actor, name=actor.party, unnamed=False, kind="organisation") if armed else actor


def _counted(words: Words, head: int, actor: ActorRef) -> ActorRef:
    """``116 participants``, ``coalition nations``: people told by number or belonging are some people."""
    if not actor.generic or head == 0 or actor.start != words[head].start:
        return actor
    before = words[head - 1]
    if not (before.tag == "CD" or (before.tag.startswith("NN") and not before.punct)):
        return actor
    first = left_of(words, head)
    while words.tag(first) in ("DT", "RB", "IN") and first < head:
        first += 1
    start = words[first].start
    return replace(
        actor, text=words.text[start : actor.end], start=start, unnamed=True, generic=False, kind="unnamed"
    )


def _of_whom(words: Words, head: int, actor: ActorRef, context: Context) -> ActorRef:
    """A person's party where the words after the name say it ("of the union"), or said it before."""
    if actor.kind != "person" or actor.party or actor.name is None:
        return actor
    if words.low(head + 1) == "of":
        at = head + 3 if words.tag(head + 2) == "DT" else head + 2
        group = words[at].group if at < len(words) else None
        owners = [refine_body(a, context) for a in actors_of(group, words.start)] if group else []
        owner = owners[0] if len(owners) == 1 else None
        if owner is not None and owner.name and owner.kind in ("organisation", "state", "group"):
            context.belongs[actor.name] = owner.party or owner.name
            return replace(actor, party=owner.party or owner.name)
    word = (actor.role or "").split()[0].lower() if actor.role else ""
    known = context.belongs.get(actor.name)
    if known is None and word in ("company", "union", "firm"):
        owner = refine_body(ActorRef(word.capitalize(), word, actor.start, actor.end, kind="body"), context)
        known = owner.name if owner.kind == "organisation" else None
    if known is None:
        known = _its_office(words, head, actor, context) or _whose_office(words, head, word, actor, context)
    if known is None:
        return actor
    context.belongs[actor.name] = known
    return replace(
        actor,
        party=known,
        flags=(*actor.flags, Flag("party-inferred", "from how the person is named elsewhere")),
    )


def _whose_office(words: Words, head: int, word: str, actor: ActorRef, context: Context) -> str | None:
    """``Hospital director Tom Reuter`` after "Riverside Hospital": the one that was named so."""
    if word == "party":
        return _of_those_before(context)
    nouns = dict.fromkeys([word, *(words.low(k) for k in range(left_of(words, head), head))])
    found = [by_head_noun(noun, actor.start, context) for noun in nouns if noun.isalpha()]
    return next((one.name for one in found if one is not None and one.kind == "organisation"), None)


def _of_those_before(context: Context) -> str | None:
    """``Party leader Ada Lund`` of several parties: of the one that the sentence before was about."""
    subjects = [item for item in context.recent(1) if item.subject and item.sentence < context.sentence]
    acting = {a.name for item in subjects for a in item.actors}
    one = subjects[0].actors[0] if len(acting) == 1 and subjects[0].actors else None
    return one.name if one is not None and one.kind == "organisation" else None


def _its_office(words: Words, head: int, actor: ActorRef, context: Context) -> str | None:
    """``Its chief negotiator, Ada Lund``: of whom the pronoun means."""
    before = range(max(0, left_of(words, head) - 1), head + 1)
    owner = next((words[k] for k in before if words.low(k) in ("its", "their")), None)
    if owner is None or owner.end > actor.start + len(actor.text) or not actor.role:
        return None
    found = resolve_pronoun(owner.low, owner.text, owner.start, owner.end, context)
    if not isinstance(found, tuple) or len(found) != 1:
        return None
    return found[0].party or (found[0].name if found[0].kind in _SIDES else None)


def _from_whom(words: Words, head: int, actor: ActorRef) -> list[ActorRef]:
    """``Negotiators from A and B``: unnamed people of each of the two."""
    if words.low(head + 1) not in ("from", "of", "for") or head + 2 >= len(words):
        return [actor]
    at = head + 3 if words.tag(head + 2) == "DT" else head + 2
    at += words.tag(at) == "JJ" and words[at].group is None  # "of the sixth Forum"
    group = words[at].group if at < len(words) else None
    parties = [m.party or m.canonical for m in group.mentions if m.canonical] if group else []
    return [replace(actor, party=party) for party in dict.fromkeys(parties)] or [actor]


def _example(actor: ActorRef, collective: ActorRef) -> ActorRef:
    """A named example of "ministers, such as A" is a minister, of the same party."""
    role = actor.role
    last = collective.text.split()[-1]
    if role is None and last.endswith("s") and last.isalpha():
        role = last[:-3] + "y" if last.endswith("ies") else last[:-1]
    if actor.party or not collective.party:
        return replace(actor, role=role)
    flags = tuple(f for f in actor.flags if f.code != "party-inferred")
    return replace(actor, role=role, party=collective.party, flags=(*flags, Flag("party-inferred")))


def parties_before(words: Words, at: int) -> list[str]:
    """Parties named before word ``at`` in the sentence, nearest first, mere adjectives last."""
    found: list[str] = []
    adjectives: list[str] = []
    for word in reversed(words.words[:at]):
        if word.group is None:
            continue
        for mention in word.group.mentions:
            if mention.kind in (Kind.ORGANISATION, Kind.GROUP):
                continue
            if mention.party and "located" not in mention.flags:
                (adjectives if mention.modifier else found).append(mention.party)
    return list(dict.fromkeys(found + adjectives))
