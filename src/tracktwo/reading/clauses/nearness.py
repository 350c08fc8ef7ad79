"""Nearness: who stands right before a verb, past asides, offices and relative pronouns."""

from __future__ import annotations

from tracktwo.reading.clauses.asides import Aside, aside_before
from tracktwo.reading.clauses.matching import WEEKDAYS
from tracktwo.reading.clauses.people import followers, is_one, is_people
from tracktwo.reading.clauses.phrases import Phrase, left_of, phrase_ending
from tracktwo.reading.clauses.verb_words import ASPECT, AUX
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind

# A phrase after one of these is part of another one, not a subject.
_WITHIN = frozenset(
    {"of", "for", "with", "in", "to", "by", "on", "from", "between", "against", "at", "about", "and"}
)


# Between who acts and the verb: "Norland today said", "Lund herself favoured".
_BESIDE = frozenset(
    {"neither", "today", "yesterday", "tonight", "himself", "herself", "itself", "themselves"}
)


def near(words: Words, verb: int) -> Phrase | None:
    """The phrase right before the verb and its auxiliaries."""
    j = verb - 1
    while j >= 0 and (
        words.low(j) in AUX
        or words.tag(j).startswith("RB")
        or words.tag(j) == "MD"
        or words.low(j) in _BESIDE
        or (words.low(j) in WEEKDAYS and words[j - 1].group is not None)  # "Minister Lund Monday rejected"
        or (words.low(j) in ASPECT and words.tag(verb) == "VBG")
    ):
        j -= 1
    j = _before_time(words, j)
    if j < 0:
        return None
    aside = aside_before(words, j + 1)
    if aside is not None:
        return _before_joining(words, aside)
    if words.low(j) == "," and _goes_on_after(words, j):
        return None
    if words.low(j) == ",":
        return _apposed_person(words, j) or _actor_before_aside(words, j) or _before_stray(words, j)
    if words.low(j) in _DASHES:
        return _before_dashes(words, j)
    if words.low(j) in ("who", "which", "that") and words.tag(j) in ("WP", "WDT", "IN", "DT"):
        return antecedent(words, j)
    introduced = _introduced_person(words, j) if words[j].group is not None else None
    if introduced is not None:
        return introduced
    if words[j].group is not None or words.tag(j) in ("PRP", "NNP", "NNPS"):
        found = phrase_ending(words, j)
        if found and (words.low(found.first - 1) not in _WITHIN or _new_speaker(words, found)):
            return found
        if found:
            return _whose_men(words, found)
    return None


def _goes_on_after(words: Words, comma: int) -> bool:
    """``took the town and, on 9 March, burnt it``: what is set between "and" and a further verb."""
    opening = next((k for k in range(comma - 1, 0, -1) if words.low(k) == ","), 0)
    return opening > 0 and words.low(opening - 1) in ("and", "but") and _verbless(words, opening + 1, comma)


_DASHES = frozenset({"–", "—", "-", "--"})


def _before_dashes(words: Words, closing: int) -> Phrase | None:
    """``Norway – for the second time in a week – rejected``: the phrase before what two dashes enclose."""
    for k in range(closing - 2, max(0, closing - 24), -1):
        if words.low(k) == words.low(closing):
            actor = words[k - 1].group is not None or words.tag(k - 1).startswith(("NN", "PRP"))
            return phrase_ending(words, k - 1) if actor else None
    return None


def _whose_men(words: Words, leader: Phrase) -> Phrase | None:
    """``Soldiers loyal to General Lund``, ``militants affiliated with X``: those who follow, no leader."""
    if words.low(leader.first - 2) not in followers():
        return None
    at = leader.first - 3
    while words.tag(at).startswith("RB"):
        at -= 1
    found = phrase_ending(words, at) if words.tag(at).startswith("NN") else None
    return found if found is not None and words.low(found.first - 1) not in _WITHIN else None


def _before_time(words: Words, j: int) -> int:
    """Past "earlier this week" between who acts and the verb."""
    spell = words.low(j) in ("week", "month", "year", "morning", "evening", "afternoon")
    if not spell or j < 2 or words.low(j - 1) not in ("this", "last"):
        return j
    return j - 3 if words.low(j - 2) in ("earlier", "late", "early", "later") else j - 2


def _before_joining(words: Words, aside: Aside) -> Phrase | None:
    """``X, presenting Y, with Z, supported``: who is meant before somebody joins in."""
    at = aside.first
    if words.low(at - 1) in ("and", "but"):
        return None
    if words[at - 1].group is not None:
        return phrase_ending(words, at - 1)
    return _actor_before_aside(words, at)


def _before_stray(words: Words, comma: int) -> Phrase | None:
    """``X, reported that``: a comma that should not be there, after the name a sentence begins with."""
    group = words[comma - 1].group if comma else None
    if group is None or not all(m.acts and not m.possessive for m in group.speakers):
        return None
    found = phrase_ending(words, comma - 1)
    before = words.low(found.first - 1) if found else ""
    # "On fees, X and Y, said"
    fronted = before == "," and found is not None and _first_comma(words, found.first - 1)
    return found if before in ("", ":") or fronted else None


def _first_comma(words: Words, comma: int) -> bool:
    """Whether nothing but a phrase without a verb stands before this comma."""
    return not any(words.low(k) == "," or words.tag(k) in ("VBD", "VBZ", "VBP", "MD") for k in range(comma))


def _new_speaker(words: Words, phrase: Phrase) -> bool:
    """``X urged Y and Z called``: after "and", somebody who acts where a verb was told before."""
    if words.low(phrase.first - 1) != "and" or words[phrase.head].group is None:
        return False
    before = words[phrase.first - 2] if phrase.first > 1 else None
    if before is not None and before.group is None and before.tag[:2] in ("VB", "JJ", "RB"):
        return True  # "disagreement persisted and Norway said": no list of names
    return any(words.tag(k) in ("VBD", "VBZ", "VBP", "MD") for k in range(phrase.first - 1))


def _introduced_person(words: Words, j: int) -> Phrase | None:
    """``Jane Keller, commander, Northern Command recently met``: the person a sentence starts with, whose
    office stands between commas, the last of them left out.
    """
    group = words[0].group if len(words) else None
    if group is None or [m.kind for m in group.mentions] != [Kind.PERSON] or words.low(1) != "," or j < 3:
        return None
    if not _verbless(words, 2, j) or words.tag(2) == "PRP" or words[2].group is not None:
        return None
    offices = words.tag(2).startswith("NN") or (words.tag(2) == "DT" and words.tag(3).startswith("NN"))
    return phrase_ending(words, 0) if offices and words.low(j - 1) in (",", "of", "the", "for") else None


def _apposed_person(words: Words, comma: int) -> Phrase | None:
    """``Her counterpart there, Jane Keller (of the union), called for``: the person named between commas."""
    opening = next((k for k in range(comma - 1, max(0, comma - 7), -1) if words.low(k) == ","), 0)
    if opening < 1 or comma - opening < 2:
        return None
    group, before = words[opening + 1].group, words[opening - 1].group
    listed = before is not None and any(m.kind not in (Kind.GENERIC, Kind.ROLE) for m in before.mentions)
    listed = listed and not _office_of(words, opening - 1)
    rest = range(opening + 2, comma)
    plain = not rest or (words.low(rest[0]) in ("of", "from", "for") and _verbless(words, rest[0], comma))
    if group is None or listed or not plain:
        return None
    return phrase_ending(words, opening + 1) if {m.kind for m in group.mentions} == {Kind.PERSON} else None


def _office_of(words: Words, at: int) -> bool:
    """Whether a name stands in an office: "the commander of the X forces", with nothing before it to list."""
    inner = phrase_ending(words, at)
    if (
        inner is None
        or inner.first < 2
        or words.low(inner.first - 1) not in ("of", "for", "at", "in", "from")
    ):
        return False
    outer = phrase_ending(words, inner.first - 2)
    return outer is not None and words[outer.head].group is None and is_one(words.low(outer.head))


def _actor_before_aside(words: Words, comma: int) -> Phrase | None:
    """The phrase before an aside, unless it only says where somebody is ("growers in X, who fear it,")."""
    found = before_aside(words, comma)
    group = words[found.head].group if found is not None else None
    if found is None or group is None or words.low(found.first - 1) not in ("in", "from", "near", "at"):
        return found
    return None


def _verbless(words: Words, first: int, last: int) -> bool:
    verbs = ("VBD", "VBZ", "VBP", "MD", "VBG", "VBN", "WP")
    return not any(words.tag(k) in verbs for k in range(first, last))


_SOME_OF_THEM = frozenset({"many", "some", "several", "most", "others", "all", "few"})


def before_aside(words: Words, comma: int) -> Phrase | None:
    """``X, noting Y, said``: the phrase before the aside."""
    if words.low(comma - 1) == ")":  # "Chile, for the ALLIANCE (AILAC), called for"
        opening = next((k for k in range(comma - 2, -1, -1) if words.low(k) == "("), 0)
        if opening and words[opening - 1].group is not None:
            return phrase_ending(words, opening - 1)
    first = next((k + 1 for k in range(1, min(9, comma)) if words.low(k) == ":"), 0)  # past a heading
    group = words[first].group
    person = group is not None and [m.kind for m in group.speakers] == [Kind.PERSON]
    if group is not None and (person or words.low(first + 1) == ",") and _verbless(words, first + 1, comma):
        return phrase_ending(words, first)  # "X, office, body, said"
    for k in range(comma - 1, max(-1, comma - 40), -1):
        if words.low(k) != ",":
            continue
        after = words.low(k + 1)
        aside = (
            words.tag(k + 1) in ("VBG", "VBN")
            or after
            in (
                "who",
                "which",
                "whose",
                "with",
                "along",
                "on",
                "in",
                "however",
                "citing",
                "led",
                "speaking",
                "as",
                "for",
                "supported",
                "opposed",
                "joined",
                "backed",
                "including",
                "the",
                "a",
                "but",
                "while",
                "delicate",
                "expected",
                "inter",
                "among",
            )
            or words.tag(k + 1) in ("IN", "JJ", "NN", "RB", "NNP")
            or (after == "it" and words.low(k + 2) in ("is", "was") and words.tag(k + 3) == "VBN")
        )
        if words.tag(k + 1) == "NNP" and not _verbless(words, k + 1, comma):
            continue  # "On fees, X proposed A, opposed B": no aside
        head = words[k - 1] if k else None
        if after in ("including", "such") and head is not None and head.low in _SOME_OF_THEM:
            return phrase_ending(words, comma - 1)  # "many, including X and Y, said"
        if aside and head is not None and (head.group is not None or head.tag.startswith(("NN", "PRP"))):
            found = phrase_ending(words, k - 1)
            return _whole(words, found, after) if found is not None else None
    return None


def antecedent(words: Words, pronoun: int) -> Phrase | None:
    """The noun phrase a relative pronoun stands for."""
    j = pronoun - 1
    while j >= 0 and words[j].punct:
        j -= 1
    found = phrase_ending(words, j) if j >= 0 else None
    by = found is not None and words.low(found.first - 1) in ("by", "from") and words[j].group is not None
    if by and found is not None and j == pronoun - 1 and words.low(pronoun) != "who":
        found = phrase_ending(words, found.first - 2) or found  # "a text by A that replaces B": the text
    if found is not None and words.low(pronoun) in ("who", "which"):
        found = _whole(words, found, words.low(pronoun))
    return Phrase(found.first, found.last, found.head, "relative") if found else None


def _whole(words: Words, found: Phrase, pronoun: str) -> Phrase:
    """Whom a relative clause after "X of Y" is about: the person of a land, the families of the victims."""
    person = _whose_land(words, found) if pronoun != "which" else None
    if person is not None or words.low(found.first - 1) != "of" or found.first < 2:
        return person or found
    outer = phrase_ending(words, found.first - 2)
    if outer is None or any(m.canonical for m in words.speakers(outer.head)):
        return found
    inner = {m.kind for m in words.speakers(found.head)}
    if pronoun == "which":
        return Phrase(outer.first, outer.last, outer.head) if inner == {Kind.PERSON} else found
    many = words.tag(outer.head) == "NNS" and is_people(words.low(outer.head))
    return Phrase(outer.first, outer.last, outer.head) if many else found


def _whose_land(words: Words, land: Phrase) -> Phrase | None:
    """``President Ada Lund of Norway, who signed``: the person, not the land she is of."""
    if words.low(land.first - 1) not in ("of", "from") or land.first < 2:
        return None
    group = words[land.first - 2].group
    person = group is not None and {m.kind for m in group.speakers} == {Kind.PERSON}
    return phrase_ending(words, land.first - 2) if person else None


def parsed(words: Words, verb: int) -> Phrase | None:
    """The subject the parse gives a verb, or None."""
    child = words.child(verb, "nsubj", "nsubj:pass", "csubj")
    if child is None or child > verb:
        return None
    if words.low(child) in ("which", "who", "that"):
        return antecedent(words, child)
    if words[child].punct:
        return None
    if words.low(child).endswith("ing") and child and words.tag(child - 1) in ("NNS", "NNPS"):
        return phrase_ending(words, child - 1)  # "ministers meeting in Lima agreed"
    return Phrase(left_of(words, child), child + 1, child)
