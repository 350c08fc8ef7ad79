"""Text about a proposal or about talks: "This deal would secure ...", "The negotiations aim to ..."."""

from __future__ import annotations

from functools import cache

from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.extents import clause_end, condition_at, object_end
from tracktwo.reading.clauses.nearness import near, parsed
from tracktwo.reading.clauses.phrases import Phrase, phrase_ending, phrase_from
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.resolving import doers_of
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.reading.patterns.lists import listed
from tracktwo.reading.terms import read_terms
from tracktwo.reading.terms.heads import verb_head
from tracktwo.vocabulary import Act, Flag, Modality

_MODALS = {
    "would": Modality.CONDITIONAL,
    "'d": Modality.CONDITIONAL,
    "could": Modality.POSSIBLE,
    "might": Modality.POSSIBLE,
    "may": Modality.POSSIBLE,
    "will": Modality.PLANNED,
}
_SKIP = (
    "in",
    "time",
    "turn",
    "eventually",
    "also",
    "then",
    "be",
    "not",
    "to",
    "first",
    "both",
    "only",
    "ultimately",
    "initially",
)


def about_proposals(words: Words, predicates: list[Predicate], context: Context) -> list[Draft]:
    """Drafts of what proposals and talks are said to contain or aim at, nobody acting."""
    found: list[Draft] = []
    owned = [p for p in predicates if p.frame.act in (Act.PROPOSE, Act.OFFER, Act.DISCUSS) and not p.passive]
    for i in words.places(_cues(), 1):
        cue = _cue(words, i)
        if cue is None:
            continue
        modality, verb, after = cue
        phrase = _by_its_maker(words, i) or near(words, i) or parsed(words, i) or parsed(words, verb)
        phrase = phrase or phrase_ending(words, i - 1)
        if phrase is None or (phrase.kind == "relative" and _inside_own(phrase, owned)):
            continue
        draft = _draft(words, i, verb, after, modality, phrase, context)
        if draft is not None and not any(
            d.predicate[0] <= draft.predicate[0] < d.predicate[1] for d in found
        ):
            found.append(draft)
    return found + _not_just(words) + _under(words) + _in_return(words)


def _by_its_maker(words: Words, modal: int) -> Phrase | None:
    """``A plan put forward by the envoy, Ana Bell, would``: the plan, not who stands before the verb."""
    opening = phrase_from(words, 0)
    if opening is None or opening.last >= modal or words.low(opening.head) not in object_words("proposal"):
        return None
    between = range(opening.last, modal)
    made = words.tag(opening.last) == "VBN" and any(words.low(k) == "by" for k in between)
    finite = any(words.tag(k) in ("VBD", "VBZ", "VBP", "MD") for k in between)
    return opening if made and not finite else None


@cache
def _cues() -> frozenset[str]:
    return frozenset(_MODALS) | listed("intends") | listed("holds")


def _cue(words: Words, i: int) -> tuple[Modality, int, int] | None:
    """The modality, the verb that names what is to be, and the first word after it."""
    low = words.low(i)
    if low in _MODALS and words.tag(i) in ("MD", "VBD", "NN"):
        j = i + 1
        while words.low(j) in _SKIP or words.tag(j).startswith("RB"):
            if words.low(j) == "not":
                return None
            j += 1
        if not words.tag(j).startswith("VB") or words.low(j) == "have":
            return None
        return _MODALS[low], j, j + 1
    if low in listed("intends") and words.tag(i).startswith("VB"):
        if words.low(i + 1) == "to" and words.tag(i + 2).startswith(("VB", "NN")):
            return Modality.INTENDED, i + 2, i + 3
        if words.low(i + 1) == "at" and words.tag(i + 2) == "VBG":
            return Modality.INTENDED, i + 2, i + 3
        if words.low(i + 1) == "at" and words.tag(i + 2) in ("DT", "NN", "NNS", "JJ", "PRP$"):
            return Modality.INTENDED, i, i + 2
        return None
    if low in listed("holds") and words[i].group is None and _is_finite(words, i):
        after = i + 2 if words.low(i + 1) == "for" else i + 1
        return Modality.ASSERTED, i, after
    return None


def _is_finite(words: Words, i: int) -> bool:
    """Whether the word is a finite verb, also where "the draft calls for" was parsed as a noun."""
    noun = (
        words.tag(i) == "NNS" and words.low(i + 1) == "for" and words.low(i - 1) in object_words("proposal")
    )
    return noun or words.tag(i) in ("VBZ", "VBP", "VBD")


def _inside_own(phrase: Phrase, owned: list[Predicate]) -> bool:
    """Whether a relative clause only says what the thing an actor proposed contains."""
    return any(p.after <= phrase.head <= p.after + 8 for p in owned)


def _draft(
    words: Words, i: int, verb: int, after: int, modality: Modality, phrase: Phrase, context: Context
) -> Draft | None:
    doers = doers_of(words, phrase, context)
    if doers.actors or doers.thing is None or doers.span is None:
        return None
    if modality is Modality.ASSERTED and words.low(phrase.head) in object_words("talks"):
        return None
    opens = words.low(verb) in listed("leads")
    after = _past_groundwork(words, after) if opens else after
    end = clause_end(words, after, content=False)
    last = object_end(words, after, end, content=False)
    obj = words.span(after, last)
    if obj is None:
        return None
    head = None if modality is Modality.ASSERTED or verb == i else verb_head(words.low(verb))
    terms = read_terms(words, after, last) if head is None else read_terms(words, after, last, head)
    called_for = verb == i and after == i + 2 and words.low(i) in ("calls", "called", "provides", "provided")
    if not terms and not opens and not called_for:
        return None
    first = i - 1 if words.low(i - 1) in ("is", "are", "was", "were") else i
    flags = [Flag("about-proposal")]
    if words.tag(phrase.head) == "PRP" or words.low(phrase.first) in ("this", "that", "these", "those"):
        flags.append(Flag("anaphor", "", (doers.antecedent,) if doers.antecedent else ()))
    if phrase.kind == "np":
        context.note_thing(doers.antecedent or doers.text or "")
    predicate = words.span(first, after)
    if predicate is None:
        return None
    condition = condition_at(words, after, end)
    return Draft(
        Act.PROPOSE,
        "about-proposal-opens" if words.low(verb) in ("lay", "pave", "open", "prepare") else "about-proposal",
        predicate,
        words.span(phrase.first, end) or (words.start, words.end),
        _thing(words, phrase),
        obj,
        obj,
        None,
        modality,
        words.span(*condition) if condition else None,
        (),
        tuple(flags),
        False,
        words.low(verb) if head else "",
    )


def _past_groundwork(words: Words, after: int) -> int:
    """The word after "the groundwork for", "the way to", or "to" (what something is to lead to)."""
    for k in range(after, min(after + 5, len(words))):
        if words.low(k) in ("for", "to"):
            return k + 1
        if words.tag(k) not in ("DT", "NN", "NNS", "JJ"):
            break
    return after


def _thing(words: Words, phrase: Phrase) -> ActorRef:
    span = words.span(phrase.first, phrase.last)
    assert span is not None
    return ActorRef(None, words.text[span[0] : span[1]], *span, kind="thing")


def _not_just(words: Words) -> list[Draft]:
    """``These talks are not just about A but about B``: what talks are for."""
    for i in range(2, len(words) - 4):
        if not (
            words.low(i) == "not"
            and words.low(i + 1) in ("just", "only", "merely")
            and words.low(i + 2) == "about"
        ):
            continue
        phrase = near(words, i)
        head = phrase.head if phrase else None
        if phrase is None or head is None or words.low(head) not in object_words("proposal"):
            return []
        but = next((k for k in range(i, len(words)) if words.low(k) == "but"), None)
        if but is None:
            return []
        start = but + 1
        while words.low(start) in ("also", "about"):
            start += 1
        obj = words.span(start, clause_end(words, start, content=False))
        predicate = words.span(i - 1 if words.low(i - 1) in ("are", "is", "were", "was") else i, i + 3)
        if obj is None or predicate is None:
            return []
        return [
            Draft(
                Act.PROPOSE,
                "not-just-but",
                predicate,
                (words.start, words.end),
                _thing(words, phrase),
                obj,
                obj,
                None,
                Modality.INTENDED,
                flags=(Flag("about-proposal"),),
            )
        ]
    return []


def _in_return(words: Words) -> list[Draft]:
    """``In return, the union would suspend its strike``: what a proposal holds, not what the union did."""
    if words.low(0) != "in" or words.low(1) not in ("return", "exchange") or words.low(2) != ",":
        return []
    modal = next((k for k in range(3, min(14, len(words))) if words.low(k) == "would"), None)
    if modal is None or words[modal - 1].group is None:
        return []
    obj = words.span(3, clause_end(words, modal + 1, content=False))
    predicate = words.span(0, 2)
    if obj is None or predicate is None:
        return []
    flags = (Flag("about-proposal"), Flag("exchange", "what is given for it stands in the sentence before"))
    return [
        Draft(
            Act.PROPOSE,
            "in-return",
            predicate,
            (words.start, words.end),
            None,
            obj,
            obj,
            None,
            Modality.CONDITIONAL,
            flags=flags,
        )
    ]


def _noun_before_side(words: Words, i: int) -> int | None:
    """``Under the deal Norland would pay``: the noun right before a name and what it would do."""
    noun = i + 2
    if words.tag(i + 1) != "DT" or words.low(noun) not in object_words("proposal"):
        return None
    side = words[noun + 1].group if noun + 2 < len(words) else None
    return noun if side is not None and words.low(noun + 2) in ("would", "will", "must") else None


def _under(words: Words) -> list[Draft]:
    """``Under the plan, wages would rise by 4%``: what a proposal holds."""
    for i in range(min(4, len(words))):
        if words.low(i) != "under":
            continue
        comma = _noun_before_side(words, i)
        if comma is None:
            comma = next((k for k in range(i + 1, min(i + 14, len(words))) if words.low(k) == ","), None)
        if comma is None or not any(
            words.low(k) in object_words("proposal") for k in range(i + 1, comma + 1)
        ):
            return []
        end = clause_end(words, comma + 1, content=True)
        obj = words.span(comma + 1, end)
        phrase = phrase_ending(words, comma if words.low(comma) != "," else comma - 1)
        predicate = words.span(i, i + 1)
        if obj is None or phrase is None or predicate is None or not read_terms(words, comma + 1, end):
            return []
        flags = (Flag("about-proposal"),)
        return [
            Draft(
                Act.PROPOSE,
                "under-the-plan",
                predicate,
                (words.start, words.end),
                _thing(words, phrase),
                obj,
                obj,
                None,
                Modality.CONDITIONAL,
                flags=flags,
            )
        ]
    return []
