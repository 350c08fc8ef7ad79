"""Governed: what a predicate governs: object, message, condition, addressee, and what was said before the
speaker.
"""

from __future__ import annotations

from tracktwo.reading.clauses.beginnings import (
    _OPENS_LIST,
    past_inter_alia,
    past_second_speaker,
    past_second_verb,
    to_that,
)
from tracktwo.reading.clauses.beside import (
    BEFORE_MAIN,
    after_colon,
    beside,
    clause_follows,
    closed,
    closes_quotation,
    complete_before,
    leads_in,
    only_when,
    only_whom,
    quoted_to,
    to_adding,
)
from tracktwo.reading.clauses.breaks import FINITE, RELATIVE
from tracktwo.reading.clauses.extents import clause_end, condition_at, main_clause_from, object_end
from tracktwo.reading.clauses.interrupted import interrupted, stands_inside
from tracktwo.reading.clauses.kinds import SPEECH
from tracktwo.reading.clauses.nearness import antecedent
from tracktwo.reading.clauses.patients import agent_of, patient_of
from tracktwo.reading.clauses.phrases import phrase_from
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.verb_words import AUX, BE
from tracktwo.reading.clauses.words import Words
from tracktwo.vocabulary import Act

# What these govern is a clause, however long its subject ("said impacts such as A, B and C will grow").
_SAYS = frozenset({"say", "state", "argue", "assert"})
# Verbs whose passive subject is who was told; what was told follows.
_TOLD = frozenset({"brief", "inform", "tell", "remind", "notify", "advise", "alert", "update", "assure"})


def _from_that(words: Words, after: int) -> int:
    """``responded that, after hearing A, B``: what is said starts at "that", one of the verb's own words."""
    return after - 1 if words.low(after) == "," and words.low(after - 1) == "that" else after


class Governed:
    """What a predicate governs: word ranges of object, message and clause, and the addressee."""

    __slots__ = ("clause", "condition", "content", "message", "object", "toward")

    def __init__(
        self, obj: tuple[int, int] | None, message: tuple[int, int], clause: tuple[int, int]
    ) -> None:
        self.object = obj
        self.message = message
        self.clause = clause
        self.toward: str | None = None
        self.condition: tuple[int, int] | None = None
        self.content = False


def read_governed(words: Words, predicate: Predicate, first: int) -> Governed | None:
    """What a predicate governs; None where it cannot be found."""
    if predicate.passive:
        told = _told(words, predicate, first)
        if told is not None:
            return told
        patient = patient_of(words, predicate)
        end = clause_end(words, predicate.last, content=False)
        if patient is None:
            return None
        last = _to_the_verb(words, patient.last, predicate.verb)
        governed = Governed((patient.first, last), (patient.first, last), (patient.first, end))
        governed.condition = condition_at(words, predicate.last, end)
        return governed
    after = past_second_speaker(words, past_inter_alia(words, _from_that(words, predicate.after)))
    spoken = predicate.frame.act in SPEECH and first < predicate.verb
    if spoken and predicate.noun is None and leads_in(words, predicate, after):
        return Governed(None, (predicate.verb, predicate.last), (first, len(words)))
    if spoken and (inside := stands_inside(words, first, after)) is not None:
        return said_before(words, predicate, first, inside)
    led_in = after_colon(words, predicate, after) if spoken else None
    if led_in is not None:
        governed = Governed(led_in, led_in, (first, len(words)))
        governed.content = True
        return governed
    opposed = _of_relative(words, predicate, first, after)
    if opposed is not None:
        return Governed(opposed, opposed, (first, after))
    if predicate.noun is not None and words.low(after) in (",", ".", ""):  # "expressed concerns."
        listed = words.low(after) == "," and words.low(after + 1) in _OPENS_LIST
        noun = (predicate.noun, clause_end(words, after, content=False) if listed else predicate.last)
        return Governed(noun, noun, (first, after))
    if after >= len(words) or (
        words[after].punct and words.low(after) in (".", ",", ";") and not _resumes(words, after)
    ):
        before = said_before(words, predicate, first, after)
        if before is not None or not (spoken and clause_follows(words, first, after)):
            return before
        after += 1  # "the group said, its sources were there"
    if (
        predicate.frame.act in (*SPEECH, Act.WARN)
        and (
            only_when(words, predicate.after)
            or only_whom(words, predicate, after)
            or closes_quotation(words, first, after)
        )
        and any(words.low(k) in (",", "”", '"') for k in range(max(first - 5, 1), first))
    ) or (spoken and complete_before(words, first) and beside(words, after)):
        before = said_before(words, predicate, first, after)
        if before is not None:
            return before
    announced = _as_announced(words, predicate, first)
    if announced is not None:
        return announced
    after = past_second_verb(words, after)
    if words.low(first - 1) == "what" and words.low(after) in BE:
        after += 1  # "what X rejects is Y"
    if words.low(after) in ("and", "but", "or") and words.tag(after + 1) in FINITE | {"VBP", ","}:
        return said_before(words, predicate, first, after) if spoken and closed(words, first) else None
    if words.low(after) == "but" and (words.tag(after + 1) == "DT" or words.speakers(after + 1)):
        return None  # "X signed but Y did not"
    if predicate.frame.act in (*SPEECH, Act.WARN):
        after = to_that(words, predicate, after)
    content = _content(words, predicate, after)
    end = clause_end(words, after, content=content, tense=words.tag(predicate.verb))
    relative = first - 1 if words.low(first - 1) in RELATIVE | {"that"} else first
    if predicate.frame.act in SPEECH and words.low(relative) in RELATIVE and words.low(relative - 1) == ",":
        # "the port, which X says is full, ...", but "the report, which found the port full, making it clear"
        commas = (k for k in range(after, end) if words.low(k) == "," and words.tag(k + 1) != "VBG")
        end = next(commas, end)
    if words.low(first - 1) in BEFORE_MAIN and (first == 1 or words[first - 2].punct):
        end = main_clause_from(words, after, end) or end
    if first > predicate.verb:  # fronted: "Recalling its request, the body invites ..."
        end = next((k for k in range(min(first, end, len(words) - 1), after, -1) if words.low(k) == ","), end)
    toward = None
    start = after
    if predicate.frame.addressee and predicate.frame.words[-1] not in (
        "of",
        "about",
        "against",
        "that",
        "for",
    ):
        start, toward = _addressee(words, after, end)
    if predicate.frame.words == ("offer",):
        start, toward = _given_to(words, after, end)
    whole = content and predicate.frame.act in SPEECH
    last = (
        end
        if whole or (content and predicate.frame.act is Act.WARN and words.low(start) == "that")
        else object_end(words, start, end, content=content)
    )
    governed = Governed(None, (predicate.verb + 1, end), (first, end))
    if predicate.frame.act is Act.MEET:
        last = next(
            (
                k
                for k in range(start + 1, last)
                if (words.low(k) == "to" and words.tag(k + 1) == "VB")
                or (words.low(k + 1) == "the" and words.low(k + 2) == "hope")
            ),
            last,
        )
    clause = any(words.tag(k).startswith(("VB", "MD")) for k in range(start + 1, last))
    said = last > start + 1 and predicate.frame.act in SPEECH
    if words.low(start) == "that" and (clause or said):  # "that idea" is one thing
        start += 1
    if content and spoken:
        last = to_adding(words, start, quoted_to(words, start, last))
    governed.object = (start, last) if last > start else None
    governed.toward = toward
    governed.content = content
    asked = words.low(after) == "if"  # "questioned if the options can be combined"
    governed.condition = (
        None
        if whole or asked
        else condition_at(words, after, len(words)) or condition_at(words, 0, min(first, 25))
    )
    if governed.condition and governed.condition[0] > end + 1:
        governed.condition = None
    same = governed.condition and governed.object and governed.object[0] == governed.condition[0]
    if same and words.low(after) != "that":
        governed.object = None  # "will not sign unless ..."
    return governed


def _of_relative(words: Words, predicate: Predicate, first: int, after: int) -> tuple[int, int] | None:
    """``the text, which X opposed``: what the relative pronoun before the subject stands for."""
    if words.low(first - 1) not in ("which", "whom") or predicate.frame.act in SPEECH:
        return None
    if after < len(words) and not words[after].punct and words.tag(after) not in ("IN", "CC", "RB"):
        return None
    found = antecedent(words, first - 1)
    return (found.first, found.last) if found is not None else None


def _told(words: Words, predicate: Predicate, first: int) -> Governed | None:
    """``Parties were briefed by X on Y``: what they were told stands after the agent."""
    agent = agent_of(words, predicate) if predicate.frame.words[0] in _TOLD else None
    if agent is None or words.low(agent.last) not in ("on", "about", "of", "that", "regarding", "concerning"):
        return None
    end = clause_end(words, agent.last, content=words.low(agent.last) == "that")
    return Governed((agent.last, end), (agent.last, end), (first, end))


def _as_announced(words: Words, predicate: Predicate, first: int) -> Governed | None:
    """``As X announced on Monday, Y will ...``: what was announced stands after the comma."""
    if words.low(0) != "as" or first > 4 or predicate.frame.act not in SPEECH:
        return None
    comma = next(
        (k for k in range(predicate.last, min(predicate.last + 12, len(words))) if words.low(k) == ","), None
    )
    if comma is None or any(words.tag(k) in ("VBD", "VBZ", "MD") for k in range(predicate.last, comma)):
        return None
    end = clause_end(words, comma + 1, content=True)
    governed = Governed((comma + 1, end), (comma + 1, end), (first, comma))
    governed.content = True
    return governed


def _to_the_verb(words: Words, last: int, verb: int) -> int:
    """The end of what a passive is about, with what hangs on it ("A proposal by X to cut Y was ...")."""
    stop = verb
    while stop > last and (words.low(stop - 1) in AUX or words.tag(stop - 1).startswith("RB")):
        stop -= 1
    if words.low(stop - 1) in ("and", "or", "but"):
        return last
    plain = all(
        words.low(k) not in (",", ";", ":", "which", "that", "who")
        and words.tag(k) not in ("VBD", "VBZ", "MD")
        for k in range(last, stop)
    )
    return stop if plain and stop > last else last


def _resumes(words: Words, after: int) -> bool:
    """Whether a quotation or aside follows the mark ("said, "we accept""), not a new clause."""
    return words.text[words[after].end :].lstrip()[:1] in '“"' and after + 1 < len(words)


def said_before(words: Words, predicate: Predicate, first: int, after: int) -> Governed | None:
    """What was said stands before the speaker: "We accept the plan," Keller said."""
    if predicate.frame.act not in (*SPEECH, Act.WARN):
        return (
            Governed(None, (predicate.verb, predicate.last), (first, after))
            if predicate.frame.object != "np"
            else None
        )
    if words.low(first - 1) in RELATIVE | {"that"}:
        return None
    j = first - 1
    while j > 0 and words[j].punct and words.low(j) != ",":
        j -= 1
    comma = next(
        (k for k in range(first - 1, max(first - 7, 0), -1) if words.low(k) in (",", "?", "!", "”", '"')),
        None,
    )
    if comma is not None and any(
        words.tag(k) in ("VBD", "VBZ", "MD", "IN") and words.low(k) not in ("as", "for", "of")
        for k in range(comma, first)
    ):
        return None
    goes_on = comma is not None and comma > 0 and interrupted(words, comma, after)
    if comma is None or (comma < 2 and not goes_on) or words.low(comma - 1) in RELATIVE | {"that", "and"}:
        return None
    end = len(words) if goes_on else comma
    governed = Governed((0, end), (0, end), (0, max(after, end)))
    governed.content = True
    return governed


def _content(words: Words, predicate: Predicate, after: int) -> bool:
    """Whether a clause is governed: "that ...", "whether ...", or a subject and a finite verb."""
    low = words.low(after)
    if low in ("that", "whether", "how", "why") or low in ("“", '"', ":"):
        return True
    if predicate.frame.act not in (*SPEECH, Act.WARN, Act.PROPOSE, Act.DEMAND, Act.AGREE, Act.PLEDGE):
        return False
    if predicate.frame.object in ("np", "named"):
        return False
    if predicate.frame.words[0] in _SAYS and any(words.tag(k) in FINITE for k in range(after, len(words))):
        return True
    past = _past_relative(words, after)
    if past is not None:
        return words.tag(past) in FINITE
    for k in range(after, min(after + 16, len(words))):
        low, tag = words.low(k), words.tag(k)
        if tag in FINITE and k > after:
            return True
        if low in (",", ";", ".", "to", "which", "who", "that", "while", "and", "as") and k > after:
            return False
    return False


def _past_relative(words: Words, after: int) -> int | None:
    """The word after "the text, which Peru wrote," where such a noun phrase stands at ``after``."""
    opening = next((k for k in range(after, min(after + 6, len(words))) if words.low(k) == ","), None)
    if opening is None or words.low(opening + 1) not in RELATIVE:
        return None
    if any(words.tag(k) in FINITE for k in range(after, opening)):
        return None
    closing = next(
        (k for k in range(opening + 2, min(opening + 16, len(words))) if words.low(k) == ","), None
    )
    return closing + 1 if closing is not None else None


def _addressee(words: Words, after: int, end: int) -> tuple[int, str | None]:
    """Who a call is addressed to, and where what is called for starts."""
    phrase = phrase_from(words, after)
    if phrase is None or phrase.last >= end:
        return after, None
    nxt = words.low(phrase.last)
    if nxt not in ("to", "that", "for", "of", "not", "against", "about", "over", "into"):
        return after, None
    group = words[phrase.head].group
    names = [m.canonical or m.text for m in group.speakers] if group else []
    start = phrase.last + 1 if nxt in ("for", "of", "about", "over") else phrase.last
    if nxt == "that" and words.tag(phrase.last + 1) in ("VBP", "VBZ", "VBD", "MD"):
        return after, None
    if not names and words.tag(phrase.head) not in ("NNS", "PRP", "NN"):
        return after, None
    if group is None and nxt not in ("to", "that"):
        return after, None
    return start, names[0] if len(names) == 1 else None


def _given_to(words: Words, after: int, end: int) -> tuple[int, str | None]:
    """For "offered its drivers a rise": where the second noun phrase starts, and to whom."""
    phrase = phrase_from(words, after)
    if phrase is None or phrase.last >= end or words.tag(phrase.last) not in ("DT", "CD", "PRP$"):
        return after, None
    group = words[phrase.head].group
    names = [m.canonical for m in group.speakers if m.canonical] if group else []
    return phrase.last, names[0] if len(names) == 1 else None
