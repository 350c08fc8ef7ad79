"""Nominalisations: deeds told by a noun as something that was done ("the release of the crew by Peru was
welcomed", "after Kenya's withdrawal from the talks").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from tracktwo.reading.acts.objects import is_list, object_words
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.gates import OPAQUE
from tracktwo.reading.clauses.people import is_people, people_of
from tracktwo.reading.clauses.phrases import Phrase, phrase_ending, phrase_from
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.reading.datafiles import data_of
from tracktwo.reading.names import Kind
from tracktwo.reading.patterns.bare import economic
from tracktwo.reading.patterns.possessors import agents, possessors
from tracktwo.vocabulary import Act, Flag

# Before a noun these tell that it was done; "for the release of" may be a wish.
_AFTER = frozenset(
    {
        "after",
        "following",
        "follows",
        "followed",
        "since",
        "despite",
        "amid",
        "with",
        "by",
        "upon",
        "over",
        "from",
        "during",
    }
)
_NONE_YET = frozenset({"no", "any", "possible", "future"})
# Whoever does these speaks of what is done already.
_FACTIVE = frozenset(
    {"welcome", "hail", "praise", "applaud", "commend", "celebrate", "salute", "laud", "cheer"}
)
_IMAGINED = frozenset({"would", "could", "should", "must", "may", "might", "will", "can"})
# "Backed off from its demand for the port", "discussed the release": no deed that was done.
_GIVEN_UP = frozenset({Act.DISCUSS, Act.EXPECT, Act.MEDIATE, Act.VOTE, Act.WITHDRAW, Act.CONCEDE})
# "Its agreement with Uganda expires in May": what holds still, no deed.
_LASTING = frozenset({Act.AGREE, Act.DISCUSS})
_TELLING = frozenset({Act.CRITICISE, Act.STATE, Act.MEET})


@dataclass(frozen=True, slots=True)
class DeedNoun:
    """One row of nominalisations.toml; with ``of_doers`` those after "of" do it."""

    act: Act
    preps: frozenset[str]
    what: tuple[str, ...]
    bare: bool
    owned: bool
    of_doers: bool


@cache
def _nouns() -> dict[str, tuple[DeedNoun, ...]]:
    found: dict[str, list[DeedNoun]] = {}
    for row in data_of("tracktwo.reading.patterns", "nominalisations.toml")["noun"]:
        bare, owned, of_doers = (row.get(key, False) for key in ("bare", "owned", "of_doers"))
        one = DeedNoun(Act(row["act"]), frozenset(row["preps"]), tuple(row["what"]), bare, owned, of_doers)
        for word in row["words"]:
            found.setdefault(word, []).append(one)
    return {word: tuple(rows) for word, rows in found.items()}


def nominalisations(words: Words, drafts: list[Draft], context: Context) -> list[Draft]:
    """Drafts of deeds told by a noun that no other rule has read.

    Parameters
    ----------
    words : Words
        The sentence.
    drafts : list of Draft
        What is read already: what somebody only asks for, offers or discusses is no deed yet.
    context : Context
        For pronouns ("its withdrawal from the talks").
    """
    rows = _nouns()
    found: list[Draft] = []
    for i in range(len(words)):
        some = rows.get(words.low(i))
        if some is None or words[i].group is not None or not words.tag(i).startswith(("NN", "VBG")):
            continue
        if words.tag(i + 1).startswith("NN") and words[i + 1].group is None:
            continue
        found += next((read for row in some if (read := _deed(words, i, row, drafts, context))), [])
    return found


def _deed(words: Words, i: int, row: DeedNoun, drafts: list[Draft], context: Context) -> list[Draft]:
    phrase = phrase_ending(words, i)
    if phrase is None or economic(words, i) or words.low(phrase.first) in _NONE_YET:
        return []
    doers = agents(words, i + 1, context)
    at = _past_agent(words, i + 1) if doers else i + 1
    target = phrase_from(words, at + 1) if words.low(at) in row.preps else None
    if target is not None and not _fits(words, target, row):
        target = None
    if target is None and not row.bare and (not doers or row.act is Act.HAPPEN):
        return []
    after = target.last if target is not None else at
    doers = doers or agents(words, after, context) or possessors(words, i, context)
    doers = doers or (_whose_troops(words, target) if "troops" in row.what else ())
    doers = tuple(a for a in doers if a.name or a.unnamed or a.kind == "first")
    if (row.owned and not doers) or not _was_done(words, phrase, row.act, after, drafts):
        return []
    if row.of_doers and target is not None:
        return _held(words, i, phrase, target, row)
    span = words.span(target.first, target.last) if target is not None else None
    whole = words.span(phrase.first, after) or (words.start, words.end)
    group = words[target.head].group if target is not None else None
    toward = group.speakers[0].canonical if group is not None and group.speakers else None
    told: tuple[ActorRef | None, ...] = doers or (None,)
    return [
        Draft(
            row.act,
            "nominalisation",
            (words[i].start, words[i].end),
            whole,
            actor,
            span,
            span,
            toward,
            flags=(Flag("presupposed"), *(actor.flags if actor else (Flag("agent-not-stated"),))),
            word=words.low(i),
        )
        for actor in told
    ]


def _whose_troops(words: Words, target: Phrase | None) -> tuple[ActorRef, ...]:
    """``the withdrawal of Peru's troops``: Peru withdraws them."""
    group = words[target.head].group if target is not None else None
    owners = actors_of(group, words.start) if group is not None else ()
    return tuple(replace(a, name=a.party, unnamed=False) for a in owners if a.party and a.kind != "person")


def _held(words: Words, i: int, phrase: Phrase, target: Phrase, row: DeedNoun) -> list[Draft]:
    """``The last meeting of coalition ministers took place in Rome``: they met."""
    held = words.low(phrase.first - 1) in ("after", "following", "since") or any(
        words.low(k) in ("took", "takes", "held", "convened", "began", "ended", "opened")
        for k in range(target.last, min(target.last + 4, len(words)))
    )
    group = words[target.head].group
    doers = actors_of(group, words.start) if group is not None else people_of(words, target)
    doers = tuple(a for a in doers if (a.name or a.unnamed) and not a.generic) or people_of(words, target)
    spot = (words[i].start, words[i].end)
    whole = words.span(phrase.first, target.last)
    if not held or whole is None:
        return []
    return [
        Draft(row.act, "nominalisation", spot, whole, a, None, None, flags=a.flags, word=words.low(i))
        for a in doers
    ]


def _past_agent(words: Words, by: int) -> int:
    phrase = phrase_from(words, by + 1)
    return phrase.last if phrase is not None else by


def _fits(words: Words, target: Phrase, row: DeedNoun) -> bool:
    """Whether the noun phrase is of the kind the deed is done to."""
    last, group = min(target.last, len(words)), words[target.head].group
    while group is not None and last < len(words) and words[last].group is group:
        last += 1  # "Peru's troops" is one name of two words
    span = range(target.first, last)
    kinds = {m.kind for k in span for m in words.speakers(k)}
    for kind in row.what:
        if kind == "any":
            return True
        if kind == "people":
            if kinds & {Kind.PERSON, Kind.ROLE, Kind.UNNAMED} or is_people(words.low(target.head)):
                return True
        elif kind == "place":
            if kinds & {Kind.PLACE, Kind.STATE}:
                return True
        elif kind == "named":
            if kinds:
                return True
        elif is_list(kind) and any(words.low(k) in object_words(kind) for k in span):
            return True
    return False


def _was_done(words: Words, phrase: Phrase, act: Act, after: int, drafts: list[Draft]) -> bool:
    """Whether the deed is told as done: a subject of no wish, after "following", in what is welcomed."""
    spot = words[phrase.head]
    for draft in drafts:
        if draft.predicate[0] <= spot.start < draft.predicate[1]:
            return False
        within = draft.object is not None and draft.object[0] <= spot.start < draft.object[1]
        if within and draft.word and _wished(draft):
            return False
    before = words.low(phrase.first - 1)
    if before in _AFTER:
        return True
    ahead = next((k for k in range(after, min(after + 8, len(words))) if _is_main(words, k)), None)
    joined = before in ("and", "but") and words.low(phrase.first - 2) == ","
    opens = joined or before in ("", ",", "that", ";", ":", "while", "as")
    subject = opens and ahead is not None
    if subject and ahead is not None:
        lasting = act in _LASTING and words.tag(ahead) != "VBD"
        return words.low(ahead) not in _IMAGINED and not lasting
    return any(
        d.object is not None and d.object[0] <= spot.start < d.object[1] and _presupposes(d) for d in drafts
    )


def _presupposes(draft: Draft) -> bool:
    """Whether whoever speaks takes it for done: "welcomed the release", "condemned the closure"."""
    return draft.act is Act.CRITICISE or _factive(draft.word or "")


def _factive(verb: str) -> bool:
    return any(verb.startswith(lemma[:-1]) for lemma in _FACTIVE)


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _is_main(words: Words, k: int) -> bool:
    return words.tag(k) in _FINITE or (words.tag(k) == "VBN" and words[k].dep == "ROOT")


def _wished(draft: Draft) -> bool:
    """Whether what is in the draft's object is asked for, offered or discussed, not done."""
    if draft.act in _TELLING:
        return draft.content and draft.act is not Act.STATE
    return not _factive(draft.word) and (draft.act in OPAQUE or draft.act in _GIVEN_UP)
