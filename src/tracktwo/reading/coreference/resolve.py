"""Resolving pronouns, described groups and bodies against the context."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.clauses.people import is_body
from tracktwo.reading.coreference.antecedent import head_of, stands_for
from tracktwo.reading.coreference.context import Context, Seen
from tracktwo.reading.coreference.described import by_head_noun
from tracktwo.reading.coreference.past import is_company
from tracktwo.reading.coreference.persons import he_or_she, is_somebody
from tracktwo.reading.datafiles import data_of
from tracktwo.vocabulary import Flag


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads(
        (files("tracktwo.reading.coreference") / "pronouns.toml").read_text(encoding="utf-8")
    )
    return {kind: frozenset(words) for kind, words in data.items() if isinstance(words, list)}


def resolve_pronoun(
    word: str, text: str, start: int, end: int, context: Context
) -> tuple[ActorRef, ...] | str | None:
    """Who a pronoun stands for.

    Parameters
    ----------
    word : str
        The pronoun in lower case.
    text : str
        As written, at ``start`` to ``end`` of the stored text.
    context : Context
        What was named before.

    Returns
    -------
    tuple of ActorRef, str or None
        Actors (flagged ``anaphor`` with the antecedent's words), the words of a proposal or of talks, or
        None where nobody fits or it is unsure.
    """
    lists = _lists()
    if word in lists["person"]:
        return he_or_she(word, text, start, end, context)
    if word in lists["thing"]:
        return _thing(text, start, end, context)
    if word in lists["many"]:
        return _many(text, start, end, context)
    if word in lists["described"]:
        return _described(word, text, start, end, context)
    return None


def is_pronoun(word: str) -> bool:
    """Whether a lower-case word is one of those resolved here."""
    lists = _lists()
    return word in lists["person"] or word in lists["thing"] or word in lists["many"]


def is_described(word: str) -> bool:
    """Whether it names an organisation by its kind ("group")."""
    return word in _lists()["described"]


def is_whole(word: str) -> bool:
    """Whether "his <word>" is the side somebody belongs to ("country"), not a part of it ("board")."""
    return word in _lists()["wholes"]


def _thing(text: str, start: int, end: int, context: Context) -> tuple[ActorRef, ...] | str | None:
    for item in context.told(start, 1):
        if not item.subject:
            continue
        if item.thing:
            return item.thing
        if not item.actors:
            return None
        named = [a for a in item.actors if a.relation == "speaker" and a.name]
        if len(named) == 1 and named[0].kind in ("state", "organisation", "group", "body", "collective"):
            return (stands_for(named[0], text, start, end),)
        if named and all(a.kind == "person" for a in named):
            if item.sentence == context.sentence:
                return None  # "Tuvan noted that it raised issues": not who was named before
            continue
        if len(named) > 1:
            return None
        if len(item.actors) == 1 and (_one_group(item.actors[0]) or _one_body(item.actors[0])):
            # "The airline said it was studying it": not who was named before.
            return (stands_for(item.actors[0], text, start, end),)
    return None


def _one_body(actor: ActorRef) -> bool:
    """``The airline``: one body that acts without a name, no person and not several."""
    return actor.unnamed and head_of(actor.text) in _lists()["bodies"]


def _one_group(actor: ActorRef) -> bool:
    """``A breakaway faction``: a body without a name that "it" means, and nobody named before."""
    last = actor.text.lower().split()[-1]
    return actor.unnamed and (is_described(last) or is_body(last))


def _many(text: str, start: int, end: int, context: Context) -> tuple[ActorRef, ...] | None:
    """Whom "they" stands for: the last subject if it is several or an organisation; a list inside a sentence
    only where that sentence had no subject of its own.
    """
    sentence, both = context.together
    # "The union met the company. They ...": one organisation may be many, too.
    if both and both[0].kind in ("person", "state") and _only_they(context, sentence, both):
        return tuple(stands_for(a, text, start, end) for a in both)
    told = context.told(start, 1)
    subjects = {item.sentence for item in told if item.subject}
    for item in told:
        speakers = [a for a in item.actors if a.relation == "speaker"]
        if len(item.actors) == 1 and is_somebody(item.actors[0]):
            continue
        several = len(speakers) > 1 or any(a.unnamed for a in speakers)
        if item.subject and item.thing:
            return None
        if several and (item.subject or (len(speakers) > 1 and item.sentence not in subjects)):
            if item.sentence == context.sentence:
                return tuple(
                    replace(stands_for(a, text, start, end), text=a.text, start=a.start, end=a.end)
                    for a in speakers
                )
            return tuple(stands_for(a, text, start, end) for a in speakers)
        if item.subject and item.actors and item.actors[0].kind in ("group", "organisation", "state"):
            others = any(i.sentence == item.sentence and len(i.actors) > 1 for i in told)
            if (item.actors[0].kind == "state" and others) or _several_before(item, start, context):
                return None
            return tuple(
                stands_for(a, text, start, end) for a in item.actors if a.relation in ("speaker", "behalf")
            )
    return None


def _several_before(subject: Seen, start: int, context: Context) -> bool:
    """``Peru and Chile signed. Norway protested. They ...``: the two or the one, who can tell."""
    return any(
        item.subject and item.sentence < subject.sentence and len(item.actors) > 1 and item.actors[1].name
        for item in context.told(start, 2)
    )


def _only_they(context: Context, since: int, both: tuple[ActorRef, ...]) -> bool:
    """Whether those who came together are all that the few sentences since then were about."""
    if since == context.sentence - 1:
        return True
    names = {actor.name for actor in both}
    later = [item for item in context.recent(2) if item.subject and item.sentence > since]
    return context.sentence - since <= 3 and all(
        item.actors and all(actor.name in names for actor in item.actors) for item in later
    )


# So many sentences back "the company" is whoever was named last.
_NEAR = 3
_NO_COMPANY = (
    "union",
    "federation",
    "association",
    "party",
    "authority",
    "council",
    "ministry",
    "nations",
    "alliance",
    "fund",
    "government",
)


def _described(word: str, text: str, start: int, end: int, context: Context) -> tuple[ActorRef, ...] | None:
    company = word in ("company", "firm", "employer")
    # "The group" of a meeting is no group of states; those are named when they act.
    kinds = ("organisation",) if word == "group" else ("organisation", "group")
    same = by_head_noun(word, start, context) if word != "group" else None
    if same is not None:
        return (stands_for(same, text, start, end),)
    last = text.split()[-1]
    if last[:1].isupper() and last[1:].islower() and word not in ("company", "group"):
        return None  # "the Bloc" is a name for short
    if any(part[:1].isupper() for part in text.split()[1:-1]):
        return None  # "the Harbour Group": somebody else, whose name no list knows
    for item in context.recent(40 if company else 3):
        named = [a for a in item.actors if a.name and a.kind in kinds and a.start < start]
        named = [a for a in named if not (company and _no_company(a.name, context))]
        if company:
            named += [_whose_board(a) for a in item.actors if _is_board(a) and a.start < start]
            people = item.actors if item.sentence == context.sentence and not named else ()
            named += [_employer(a) for a in people if a.kind == "person" and a.party and a.start < start]
            named = [a for a in named if not any(w in (a.name or "").lower() for w in _NO_COMPANY)]
            named = [a for a in named if not is_medium(a.name or "")]
            named = list({a.name: a for a in named}.values())
        if len(named) == 1 and (item.sentence >= context.sentence - _NEAR or _only_one(named[0], context)):
            return (stands_for(named[0], text, start, end),)
        if named:
            return None
    return None


@cache
def is_medium(name: str) -> bool:
    """Whether a name is one of those who report what others say ("the Coast Gazette")."""
    media = data_of("tracktwo.reading.coreference", "official.toml")["media"]
    return bool(set(media) & set(name.lower().split()))


def _no_company(name: str | None, context: Context) -> bool:
    """``Harbour Union``, or "the pilots' union Skyforce": nobody that "the company" could be."""
    words = (name or "").lower().split()
    told = (word for word in _lists()["no_company"] if name in context.introduced.get(word, ()))
    return any(word in words for word in _NO_COMPANY) or any(told)


def _only_one(found: ActorRef, context: Context) -> bool:
    """Whether nobody else who could be a company was named: far back, the nearest one is a guess."""
    others = {
        a.name
        for item in context.seen
        for a in item.actors
        if a.kind == "organisation" and a.name != found.name and not is_medium(a.name or "")
    }
    return not any(not any(word in (name or "").lower() for word in _NO_COMPANY) for name in others)


def _employer(person: ActorRef) -> ActorRef:
    """The side of "Norline's Ada Lund", who told what "the company" would do."""
    return replace(
        person, name=person.party, text=person.party or "", role=None, kind="organisation", flags=()
    )


def _is_board(actor: ActorRef) -> bool:
    """``The board of Borland Mills``: states have none."""
    board = actor.kind == "body" and (actor.name or "").lower() in (
        "board",
        "management",
        "board of directors",
    )
    return board and actor.party is not None and actor.party.lower() not in GENERIC_OWNERS


def _whose_board(board: ActorRef) -> ActorRef:
    return replace(board, name=board.party, kind="organisation", flags=())


GENERIC_OWNERS = ("company", "union", "firm", "employer", "federation", "association", "party")


def refine_body(actor: ActorRef, context: Context) -> ActorRef:
    """Read "the cabinet" after "the Peruvian security cabinet" as that body, flagged; otherwise unchanged."""
    if actor.party and actor.party.lower() in GENERIC_OWNERS:
        owner = ActorRef(actor.party, actor.party, actor.start, actor.end, kind="body")
        whose = refine_body(owner, context)
        if whose.name and whose.name != actor.party:
            flag = Flag("party-inferred", f"{actor.party.lower()!r} is read as {whose.name!r}")
            actor = replace(actor, party=whose.name, flags=(*actor.flags, flag))
    if actor.kind != "body" or actor.name is None:
        return actor
    if actor.party and actor.text.lower() in (
        f"{actor.party} company".lower(),
        f"{actor.party} firm".lower(),
    ):
        return replace(actor, name=actor.party, kind="organisation")  # "Norline company" is Norline
    whole = _organisation(actor, context) or _named_so(actor, context)
    if whole is not None:
        return whole
    if actor.name.lower() in ("company", "firm", "employer"):
        known = _described(actor.name.lower(), actor.text, actor.start, actor.end, context)
        return known[0] if known else actor
    return _longer_body(actor, context) or actor


def _longer_body(actor: ActorRef, context: Context) -> ActorRef | None:
    """Read "the ministry" as the finance ministry named before; of two ministries as neither."""
    word = (actor.name or "").lower()
    found: dict[str, ActorRef] = {}
    for item in context.recent(12):
        for earlier in item.actors:
            if earlier.kind != "body" or not earlier.name or earlier.start == actor.start:
                continue
            name = earlier.name.lower()
            longer = name != word and name.endswith(word) and actor.party in (None, earlier.party)
            if longer or (name == word and actor.party is None):
                found.setdefault(name, earlier)
    longer_ones = [name for name in found if name != word]
    if not found or len(longer_ones) > 1:
        return None
    earlier = next(iter(found.values()))
    flag = Flag("anaphor", f"{actor.text!r} is read as {earlier.text!r}", (earlier.text,))
    flags = (*actor.flags, flag) if earlier.name != actor.name else actor.flags
    return replace(actor, name=earlier.name, party=earlier.party, flags=flags)


def _organisation(actor: ActorRef, context: Context) -> ActorRef | None:
    """Read "the union" as the one organisation named before whose name ends so."""
    word = actor.text.lower().removeprefix("the ")
    if word not in ((actor.name or "").lower(), "regime", "administration"):
        return None
    found = {
        (a.name, a.party): a
        for item in context.recent(40)
        for a in item.actors
        if a.kind == "organisation" and a.name and " " in a.name and a.name.lower().endswith(f" {word}")
    }
    if len(found) != 1 or " " in word:
        return None
    earlier = next(iter(found.values()))
    flag = Flag("anaphor", f"{actor.text!r} is read as {earlier.name!r}", (earlier.name or "",))
    return replace(
        actor,
        name=earlier.name,
        party=earlier.party or earlier.name,
        kind="organisation",
        flags=(*actor.flags, flag),
    )


def _named_so(actor: ActorRef, context: Context) -> ActorRef | None:
    """Read "the coalition" as the one organisation named before that has the word in its name."""
    word = (actor.name or "").lower()
    if actor.party or " " in word or actor.text.lower() not in (word, f"the {word}"):
        return None
    found = by_head_noun(word, actor.start, context)
    if found is None or found.kind == "state":
        return None
    return stands_for(found, actor.text, actor.start, actor.end)


def infer_party(actor: ActorRef, parties: list[str], context: Context) -> ActorRef:
    """Give an office, body or group of office holders the one party its surroundings name, flagged.

    ``parties`` are those named earlier in the same sentence, nearest first; without any, those of the
    sentences just before count if they agree.
    """
    if actor.party or actor.kind not in ("body", "role", "unnamed", "person") or not _office(actor):
        return actor
    if parties:
        if actor.kind == "person" and len(parties) > 1:
            return actor  # "Norland can accept it if Estmark signs, Minister Lund said": of which of the two
        party = parties[0]
    else:
        # A hospital has a director, and no minister.
        companies = {a.name for a in context.here() if is_company(a)}
        near = {
            a.party
            for item in context.recent(1)
            if item.subject
            for a in item.actors
            if a.kind != "person" or _office(a) or not a.role  # "Coast List leader Lund": no state's
            if a.party and not is_company(a) and a.party not in companies
            if a.party not in context.past.companies
        }
        near = near or context.states.get(context.sentence - 1, set())
        if len(near) != 1:
            return actor
        party = next(iter(near))
    flags = tuple(f for f in actor.flags if f.code != "party-inferred")
    return replace(actor, party=party, flags=(*flags, Flag("party-inferred", f"from {party!r} named nearby")))


def _office(actor: ActorRef) -> bool:
    words = f"{actor.text} {actor.role or ''}".lower()
    return any(
        w in words
        for w in ("minister", "cabinet", "parliament", "government", "president", "lawmaker", "senate")
    )
