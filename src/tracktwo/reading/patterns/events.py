"""Events told without anybody who does them: talks collapse, truces take effect, fighting breaks out, people
die (events.toml).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tracktwo.reading.acts import Frame
from tracktwo.reading.acts.frames import inflections
from tracktwo.reading.clauses.alone import finite_around
from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.matter import is_victim
from tracktwo.reading.clauses.nearness import near, parsed
from tracktwo.reading.clauses.phrases import Phrase
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.verb_words import AUX, BE, is_verb, verb_form
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.modality import modality_of
from tracktwo.reading.names import Kind
from tracktwo.vocabulary import Act, Flag

# "Since the war began" gives a time.
_TIMES = frozenset({"since", "before", "until", "if", "once", "whether", "unless", "till"})
_FALLS = frozenset(
    {
        "city",
        "town",
        "village",
        "base",
        "capital",
        "province",
        "stronghold",
        "airport",
        "garrison",
        "enclave",
        "port",
    }
    | {"outpost", "fortress", "district", "airbase"}
)
_MODALS = frozenset({"will", "would", "may", "might", "could", "should", "must", "to"})


@dataclass(frozen=True, slots=True)
class Happening:
    """A verb of events: the words that follow its form, of what it is told, how, and what it must bring."""

    act: Act
    words: tuple[str, ...]
    subjects: frozenset[str]
    kinds: frozenset[str]
    past: bool
    through: bool
    brings: frozenset[str]


@cache
def _happenings() -> dict[str, tuple[Happening, ...]]:
    """Verbs of events by each form of their first word, the longest first."""
    source = files("tracktwo.reading.patterns") / "events.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    found: dict[str, list[Happening]] = {}
    for row in data["event"]:
        kinds = [kind for kind in row["subjects"] if kind not in data["lists"]]
        subjects = frozenset(w for kind in row["subjects"] for w in data["lists"].get(kind, ()))
        for verb in row["verbs"]:
            first, *rest = verb.split()
            past, through = row.get("past", False), row.get("through", False)
            brings = frozenset(data["lists"].get(row.get("brings"), ()))
            one = Happening(Act(row["act"]), tuple(rest), subjects, frozenset(kinds), past, through, brings)
            for form in BE if first == "be" else inflections(first):
                found.setdefault(form, []).append(one)
    return {form: tuple(sorted(rows, key=lambda r: -len(r.words))) for form, rows in found.items()}


def events(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Drafts of events without an actor, in text order.

    Parameters
    ----------
    words : Words
        The sentence.
    drafts : list of Draft
        What is read already; a verb that tells who did something tells no event.
    """
    taken = [d.predicate for d in drafts if d.actor is not None or d.act in (Act.HAPPEN, Act.USE_FORCE)]
    rows = _happenings()
    return [
        draft
        for i in words.places(rows.keys(), 1)
        if words[i].group is None
        if (draft := _event(words, i, rows[words.low(i)])) is not None
        if not any(first < draft.predicate[1] and draft.predicate[0] < last for first, last in taken)
    ]


def _event(words: Words, i: int, rows: tuple[Happening, ...]) -> Draft | None:
    if not any(_follows(words, i, r.words) and _told(words, i, r) for r in rows):
        return None
    form, passive = verb_form(words, i)
    alone = form == "part" and words.tag(i) == "VBN" and not finite_around(words, i)
    alone = alone and words.low(i + 1) != "by"
    if not alone and (passive or form != "fin"):
        return None
    # The verb's own subject by the parse: "a minister in the talks resumed" is about the minister.
    phrase = parsed(words, i) or near(words, i) or _opening(words, i) or _of_the_first(words, i)
    if phrase is None:
        return None
    told = (r for r in rows if _follows(words, i, r.words) and _told(words, i, r))
    row = next((r for r in told if _fits(words, phrase, r)), None)
    if row is None:
        return None
    if words.low(phrase.first - 1) in _TIMES or _relative(words, i):
        return None
    last = i + 1 + len(row.words)
    obj, predicate = words.span(phrase.first, _subject_end(words, phrase, i)), words.span(i, last)
    if obj is None or predicate is None:
        return None
    seen = Predicate(i, i, i + 1, i + 1, Frame(row.act, (words.low(i),), "any"), form, False)
    end = next(
        (k for k in range(i + 1, len(words)) if words.low(k) in (",", ";", ".", "while", "but")), len(words)
    )
    return Draft(
        row.act,
        "event",
        predicate,
        words.span(phrase.first, end) or (words.start, words.end),
        None,
        obj,
        obj,
        None,
        modality_of(words, seen),
        flags=(Flag("agent-not-stated"),),
        word=words.low(i),
    )


def _of_the_first(words: Words, i: int) -> Phrase | None:
    """``The truce took effect on Sunday but collapsed within hours``: the subject of the first verb."""
    head = words[i].head
    if words[i].dep != "conj" or head >= i or words.low(i - 1) not in ("and", "but", ","):
        return None
    return parsed(words, head) or near(words, head)


_WITHIN_PHRASE = ("NN", "DT", "JJ", "IN", "CD", "POS", "PRP$", "HYPH", "VBG")


def _opening(words: Words, i: int) -> Phrase | None:
    """The noun a stretch without verbs opens with: "The talks in Lima | collapsed"."""
    last = i - 1
    while last > 0 and (words.low(last) in AUX or words.tag(last).startswith("RB")):
        last -= 1
    first = last
    while first >= 0 and (words[first].group is not None or words.tag(first).startswith(_WITHIN_PHRASE)):
        first -= 1
    first += 1
    while first <= last and words.tag(first) == "IN":
        return None  # "In Lima talks collapsed" is left to the parse
    head = next((k - 1 for k in range(first + 1, last + 1) if words.tag(k) == "IN"), last)
    named = words.tag(head).startswith("NN") or words[head].group is not None
    noun = first <= head and (named or (first == head and words.tag(head) == "VBG"))
    return Phrase(first, head + 1, head) if noun else None


def _follows(words: Words, i: int, wanted: tuple[str, ...]) -> bool:
    return all(words.low(i + 1 + n) == want for n, want in enumerate(wanted))


def _told(words: Words, i: int, row: Happening) -> bool:
    """Whether the verb stands as events are told: no mere description, nothing done to something."""
    if words.low(i) in BE:
        return True
    if not is_verb(words, i):
        return False
    if row.brings and not _brings(words, i, row.brings):
        return False
    ahead = any(words.low(k) in _MODALS for k in range(max(0, i - 3), i))
    if row.past and words.tag(i) not in ("VBD", "VBN") and not ahead:
        return False
    after = words.tag(i + 1 + len(row.words))
    return (
        row.through
        or row.words[-1:] in (("its",), ("without",))
        or after not in ("DT", "PRP$", "PRP")
        or (words.low(i).startswith("enter"))
    )


def _brings(words: Words, i: int, wanted: frozenset[str]) -> bool:
    """Whether one of the words it must bring follows ("left nine dead"); "*" stands for any name."""
    after = range(i + 1, min(i + 10, len(words)))
    return any(words.low(k) in wanted or ("*" in wanted and words[k].group is not None) for k in after)


def _fits(words: Words, phrase: Phrase, row: Happening) -> bool:
    head = words[phrase.head]
    if "victim" in row.kinds:
        return (is_victim(words, phrase.head, phrase.head + 1) or head.tag == "CD") and not _long_ago(words)
    if "place" in row.kinds:
        named = any(m.kind is Kind.PLACE for m in words.speakers(phrase.head))
        named = named or (head.group is None and head.tag == "NNP")  # a place no list knows
        return words.armed and (named or head.low in _FALLS)
    plain = head.group is None or all(m.kind in (Kind.BODY, Kind.GENERIC) for m in head.group.mentions)
    return plain and head.low in row.subjects


def _relative(words: Words, i: int) -> bool:
    """``a truce that had held``: what is told of it besides."""
    j = i - 1
    while words.low(j) in AUX or words.tag(j).startswith("RB"):
        j -= 1
    return words.low(j) in ("that", "which")


def _long_ago(words: Words) -> bool:
    """``He died in 1794``, ``died when he was nine``: a life told, no event of the report."""
    at = next((k for k in range(len(words)) if words.low(k) == "died"), len(words))
    return words.low(at + 1) == "when" or (words.low(at + 1) == "in" and words.tag(at + 2) == "CD")


def _subject_end(words: Words, phrase: Phrase, i: int) -> int:
    """The subject with what hangs on it, up to the verb and its auxiliaries."""
    stop = i
    while stop > phrase.last and (
        words.tag(stop - 1) in ("MD", "VBP", "VBZ", "VBD", "VBN") or words.tag(stop - 1).startswith("RB")
    ):
        stop -= 1
    plain = all(words.low(k) not in (",", ";", ":") for k in range(phrase.last, stop))
    return stop if plain else phrase.last
