"""Verbs to drafts: one predicate with its doers and what it governs."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.clauses.agentless import harm_done, without_agent
from tracktwo.reading.clauses.asides import aside_at, aside_before
from tracktwo.reading.clauses.company import company_of, joined_after, listed_after
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.drafting import draft_of
from tracktwo.reading.clauses.gates import (
    OPAQUE,
    asked_of_others,
    free_participle,
    inverted_speaker,
    opaque,
    said_by_some,
)
from tracktwo.reading.clauses.governed import Governed, read_governed, said_before
from tracktwo.reading.clauses.kinds import EVALUATIVE, SPEECH
from tracktwo.reading.clauses.people import may_be_person
from tracktwo.reading.clauses.phrases import Phrase
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.resolving import Doers, doers_of
from tracktwo.reading.clauses.subjects import subject_of
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.reading.names import Kind
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Flag


def read_verb(
    words: Words, predicate: Predicate, earlier: list[Predicate], every: list[Predicate], context: Context
) -> list[Draft]:
    """Drafts of one predicate, one for each actor; empty where nobody acts or it is unsure."""
    if predicate.form == "inf" and opaque(words, predicate, earlier):
        return []
    if predicate.form == "inf" and words.low(predicate.last) == ":":
        return []  # "To clarify: ..."
    if predicate.form == "ing" and not free_participle(words, predicate.verb):
        return []
    by_force = predicate.frame.act is Act.USE_FORCE  # "responded by shelling the town"
    if predicate.form == "ing" and not by_force and _by_doing(words, predicate.verb) and _within(earlier):
        return []
    if asked_of_others(words, predicate, earlier) or said_by_some(words, predicate):
        return []
    phrase = subject_of(words, predicate, earlier, every)
    inverted = inverted_speaker(words, predicate)
    phrase = inverted or _in_office(words, phrase)
    if predicate.frame.words[0] == "be" and phrase is not None and words.low(phrase.head) == "it":
        return []  # "it was clear that" is about nobody
    doers = _with_second(words, predicate, phrase, doers_of(words, phrase, context), context)
    if phrase is not None and phrase.kind == "np":
        _remember(doers, context)
    if doers.thing is not None and not doers.actors:
        return []
    if inverted:
        govern = said_before(words, predicate, predicate.verb, inverted.last)
    else:
        govern = read_governed(words, predicate, phrase.first if phrase else predicate.verb)
    if govern is None:
        return []
    if (
        govern.object
        and words.low(govern.object[1] - 1) in listed("colour")
        and predicate.frame.words[0] in EVALUATIVE
    ):
        return []
    if predicate.frame.words == ("clash",) and words.low(predicate.last) == "over" and not words.armed:
        return []  # "clashed over the pool": words, for all that is told
    if not doers.actors:
        return harm_done(words, predicate, govern, phrase) or without_agent(words, predicate, govern)
    row = listed_after(words, predicate, phrase)
    doers = replace(doers, actors=doers.actors + _not_yet(row, doers.actors))
    company = [
        a for a in company_of(words, predicate, phrase) if a.name not in {d.name for d in doers.actors}
    ]
    doers = replace(doers, actors=(*company, *doers.actors))
    doers = _with_aside(words, predicate, doers)
    if (
        predicate.frame.words[0] == "ask"
        and words.low(predicate.last) == "not"
        and words.low(predicate.last + 2) == "be"
    ):
        return []
    colour = predicate.frame.words[0] in EVALUATIVE and not govern.content
    if colour and all(a.unnamed and not a.party for a in doers.actors):
        return []
    # "X, opposed by Y, proposed A, noting B": Y is against A, and said nothing of B.
    actors = [a for a in doers.actors if predicate.form != "ing" or a.relation != "opposer"]
    drafts = [draft_of(words, predicate, actor, govern) for actor in actors]
    drafts = [part for draft in drafts for part in _listed_apart(words, draft, govern)]
    return _joined_later(words, predicate, drafts, govern)


def _not_yet(more: tuple[ActorRef, ...], actors: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    names = {a.name for a in actors if a.name}
    return tuple(a for a in more if a.name not in names)


def _in_office(words: Words, phrase: Phrase | None) -> Phrase | None:
    """``The minister for Peru, Ana Tuvan, said``: the person between the commas, not the office's place."""
    if phrase is None or words.low(phrase.last) != ",":
        return phrase
    before = phrase.first - 2 if words.tag(phrase.first - 1) == "DT" else phrase.first - 1
    office = words.low(before) in ("for", "of", "to") and words.tag(before - 1).startswith("NN")
    at = phrase.last + 1
    last = at + 2 if words.tag(at + 1).startswith("NNP") else at + 1  # "Ana Tuvan MP"
    person = any(m.kind is Kind.PERSON for m in words.speakers(at))
    return Phrase(at, at + 1, at) if office and person and words.low(last) == "," else phrase


def _with_second(
    words: Words, predicate: Predicate, phrase: Phrase | None, doers: Doers, context: Context
) -> Doers:
    """Those joined to the subject by "and" as well; "Peruvian and Chilean officials" are one lot."""
    second = joined_after(words, predicate, phrase) if phrase is not None else None
    if phrase is None or second is None:
        return doers
    more = doers_of(words, second, context).actors
    qualifies = words.speakers(phrase.head) and all(m.modifier for m in words.speakers(phrase.head))
    if qualifies and more and all(a.unnamed for a in more):
        start = words[phrase.first].start
        whole = replace(more[0], start=start, text=words.text[start : more[0].end])
        return replace(doers, actors=(whole,))
    names = {a.name for a in doers.actors if a.name}
    return replace(doers, actors=(*doers.actors, *(a for a in more if a.name is None or a.name not in names)))


def _with_aside(words: Words, predicate: Predicate, doers: Doers) -> Doers:
    """``X proposed Y and, with Z, preferred W``: Z does what the second verb says as well."""
    aside = aside_before(words, predicate.verb) if not predicate.passive else None
    if aside is None or {a.name for a in aside.actors} & {a.name for a in doers.actors}:
        return doers
    speakers = tuple(a for a in doers.actors if a.relation in ("speaker", "behalf"))
    return replace(doers, actors=speakers + aside.actors)


def _joined_later(words: Words, predicate: Predicate, drafts: list[Draft], governed: Governed) -> list[Draft]:
    """``X called for A and, with Z, for B``: A by X alone, B by both."""
    if governed.object is None or not drafts:
        return drafts
    for k in range(governed.object[0] + 1, governed.object[1]):
        aside = aside_at(words, k) if words.low(k - 1) in ("and", "but") else None
        if aside is None or aside.last >= governed.object[1]:
            continue
        cut = k - 2 if words[k - 2].punct else k - 1
        first, second = (governed.object[0], cut), (aside.last, governed.object[1])
        spans = words.span(*first), words.span(*second)
        if None in spans:
            continue
        later = Governed(second, second, governed.clause)
        later.content = governed.content
        actors = (*(d.actor for d in drafts if d.actor), *aside.actors)
        earlier = [replace(d, object=spans[0], message=spans[0]) for d in drafts]
        added = [draft_of(words, predicate, actor, later) for actor in actors]
        return earlier + [replace(d, rule="joined-later") for d in added]
    return drafts


def _by_doing(words: Words, verb: int) -> bool:
    """``by describing``, ``by not clarifying``."""
    before = verb - 1
    while words.tag(before).startswith("RB"):
        before -= 1
    return words.low(before) == "by"


def _within(earlier: list[Predicate]) -> bool:
    """Whether a participle tells how something said is done ("said it helps by describing X")."""
    return any(p.frame.act in OPAQUE | SPEECH and p.form == "fin" and not p.passive for p in earlier)


def _listed_apart(words: Words, draft: Draft, governed: Governed) -> list[Draft]:
    """``discussed A, including B``: two matters discussed, the second named as part of an open list."""
    if draft.act is not Act.DISCUSS or governed.object is None:
        return [draft]
    cut = next(
        (
            k
            for k in range(*governed.object)
            if words.low(k) == "," and words.low(k + 1) in ("including", "among")
        ),
        None,
    )
    if cut is None:
        return [draft]
    first, second = words.span(governed.object[0], cut), words.span(cut + 2, governed.object[1])
    if first is None or second is None:
        return [draft]
    return [
        replace(draft, object=first),
        replace(draft, object=second, flags=(*draft.flags, Flag("open-list"))),
    ]


def _remember(doers: Doers, context: Context) -> None:
    if doers.actors:
        context.note(doers.actors)
        body = next((a for a in doers.actors if a.kind == "body"), None)
        context.body = body or context.body
    elif doers.thing is not None and doers.text is not None:
        context.note_thing(doers.antecedent or doers.text)
    else:
        context.note_unknown(person=doers.text is None or may_be_person(doers.text.split()[-1]))


def lemma(word: str) -> str:
    """The lemma of a verb form of the frames, or the word itself."""
    return load_verbs().lemmas.get(word, word)
