"""Persons: whom "he" or "she" means, by gender, by who the sentences before were about, by who is quoted."""

from __future__ import annotations

from collections.abc import Sequence

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.people import is_one_person
from tracktwo.reading.coreference.antecedent import head_of, stands_for
from tracktwo.reading.coreference.context import Context, Seen
from tracktwo.reading.coreference.genders import cannot_be

_SIDES = ("body", "organisation", "collective")
# So many sentences back somebody is looked for; so many where only the other gender stands between.
_NEAR, _FAR = 2, 5
_STANDS_FOR = ("person", "state", "role", "organisation", "group")


def he_or_she(word: str, text: str, start: int, end: int, context: Context) -> tuple[ActorRef, ...] | None:
    """Whom the pronoun ``word`` stands for; None where nobody fits or it is unsure.

    Parameters
    ----------
    word : str
        The pronoun in lower case.
    text : str
        As written, at ``start`` to ``end`` of the stored text.
    context : Context
        What was named before.
    """
    found = _fitting(word, start, context)
    return tuple(stands_for(actor, text, start, end) for actor in found) if found else None


def _fitting(word: str, start: int, context: Context) -> tuple[ActorRef, ...]:
    persons = {a.name: a for a in _persons(word, start, 0, context) if a.start < start}
    if len(persons) == 1 and not any(item.subject for item in context.told(start, 0)):
        return tuple(persons.values())
    told = context.told(start, _FAR)
    near = len(context.told(start, _NEAR))
    others = False
    for at, item in enumerate(told):
        if at >= near and not others:
            break  # far back only past those of the other gender
        if not item.subject or item.thing:
            continue
        if not item.actors:
            if item.person:
                return ()
            continue
        named = [a for a in item.actors if a.name and a.relation == "speaker"]
        if named and all(a.kind == "person" for a in item.actors):
            fitting = [a for a in named if not _other(a, word, start, context)]
            if len(fitting) < len(named):
                found = fitting or _beside(word, start, item, told, context)
                if found:
                    return tuple(found) if len(found) == 1 else ()
                others = True
                continue
            if _since(item, word, start, context):
                return ()
        if len(named) == 1 and named[0].kind in _SIDES:
            continue
        if len(named) == 1 and named[0].kind != "person" and _people_since(item, start, context):
            return ()
        if len(named) == 1 and named[0].kind in _STANDS_FOR:
            return tuple(a for a in item.actors if a.relation in ("speaker", "behalf") and a.name)
        if not named and len(item.actors) == 1 and is_somebody(item.actors[0]):
            if _other(item.actors[0], word, start, context):
                continue
            return (item.actors[0],)
        if not named and any(a.unnamed for a in item.actors):
            continue
        return ()
    return _only_one(word, start, context)


def _only_one(word: str, start: int, context: Context) -> tuple[ActorRef, ...]:
    """``Police arrested Ada Lund. She ...``: the one person named, where no subject can be meant."""
    named = {actor.name: actor for actor in _persons(word, start, 1, context)}
    return tuple(named.values()) if len(named) == 1 else ()


def _persons(word: str, start: int, reach: int, context: Context) -> list[ActorRef]:
    """The persons named lately whom the pronoun fits."""
    return [
        actor
        for item in context.told(start, reach)
        if not item.beside
        for actor in item.actors
        if actor.kind == "person" and actor.name and not _other(actor, word, start, context)
    ]


def _since(item: Seen, word: str, start: int, context: Context) -> bool:
    """Whether the sentences after a subject name somebody else whom the pronoun fits."""
    back = context.sentence - item.sentence - 1
    if back < 0:
        return False
    names = {actor.name for actor in item.actors}
    later = [seen for seen in context.told(start, back) if seen.sentence > item.sentence and not seen.beside]
    return any(
        actor.kind == "person" and actor.name and actor.name not in names and actor.start < start
        for seen in later
        for actor in seen.actors
        if not _other(actor, word, start, context)
    )


def _other(actor: ActorRef, word: str, start: int, context: Context) -> bool:
    """Whether somebody is of the other gender, or says the words that the pronoun stands in."""
    return cannot_be(word, actor, context.titled) or context.says(actor, start)


def _beside(word: str, start: int, subject: Seen, told: Sequence[Seen], context: Context) -> list[ActorRef]:
    """The persons beside a subject who cannot be meant: "Lund met Queen Astrid. She ..."."""
    found = {
        actor.name: actor
        for item in told
        if item.sentence == subject.sentence
        for actor in item.actors
        if actor.kind == "person" and actor.name and not _other(actor, word, start, context)
    }
    return list(found.values())


def quoted_about(actor: ActorRef, speaker: ActorRef, context: Context) -> ActorRef:
    """``"He refused," Lund said.``: the one person the sentences before name beside Lund; nobody of several.

    Parameters
    ----------
    actor : ActorRef
        Whom a pronoun inside a quotation was taken for.
    speaker : ActorRef
        Who says the words, as the rest of the sentence tells.
    context : Context
        What was named before.
    """
    word = actor.text.lower()
    if word not in ("he", "she") or actor.name != speaker.name or not context.in_quotes(actor.start):
        return actor
    others = {
        one.name: one
        for item in context.recent(1)
        for one in item.actors
        if one.kind == "person" and one.name and one.name != speaker.name and item.sentence < context.sentence
        if not cannot_be(word, one, context.titled)
    }
    if len(others) == 1:
        return stands_for(next(iter(others.values())), actor.text, actor.start, actor.end)
    return ActorRef(None, actor.text, actor.start, actor.end, unnamed=True, kind="unnamed")


def _people_since(subject: Seen, start: int, context: Context) -> bool:
    """Whether anybody was named since a state was the subject."""
    return any(
        actor.kind in ("person", "role")
        for item in context.told(start, 1)
        if item.sentence >= subject.sentence
        for actor in item.actors
    )


def is_somebody(actor: ActorRef) -> bool:
    """``A senior official``: somebody without a name whom "he" means, and nobody named before."""
    return actor.unnamed and is_one_person(head_of(actor.text))
