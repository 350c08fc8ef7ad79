"""Subjects: who does what a verb says, by nearness first and by the parse second."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.asides import Aside, aside_before
from tracktwo.reading.clauses.extents import absolute
from tracktwo.reading.clauses.infinitives import before_infinitive, time_given
from tracktwo.reading.clauses.kinds import SPEECH
from tracktwo.reading.clauses.openings import after_opening
from tracktwo.reading.clauses.phrases import Phrase, left_of, only_thing, phrase_ending, phrase_from
from tracktwo.reading.clauses.predicates import ASPECT, AUX, BE, Predicate
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind
from tracktwo.vocabulary import Act

# A phrase after one of these is part of another one, not a subject.
_WITHIN = frozenset(
    {"of", "for", "with", "in", "to", "by", "on", "from", "between", "against", "at", "about", "and"}
)


def subject_of(
    words: Words, predicate: Predicate, earlier: list[Predicate], every: list[Predicate]
) -> Phrase | None:
    """The noun phrase that does the act (for passives: the agent), or None."""
    if predicate.passive:
        return agent_of(words, predicate)
    return _active(words, predicate.verb, predicate.form, earlier, every, 0)


def _active(
    words: Words, verb: int, form: str, earlier: list[Predicate], every: list[Predicate], depth: int
) -> Phrase | None:
    if depth > 4:
        return None
    inside = _absolute_subject(words, verb)
    if inside:
        return inside
    if form == "fin":
        found = near(words, verb) or parsed(words, verb) or after_opening(words, verb)
        return found or _shared(words, verb, earlier, every, depth) or _behind_places(words, verb)
    if form == "ing":
        return _participle(words, verb, earlier, every, depth)
    if form == "inf":
        return _infinitive(words, verb, earlier, every, depth)
    return None


def _absolute_subject(words: Words, verb: int) -> Phrase | None:
    for k in range(max(0, verb - 12), verb):
        participle = absolute(words, k)
        if participle is None:
            continue
        chain = participle == verb or (
            participle < verb
            and all(
                words.low(n) == "to" or words.tag(n).startswith("RB") for n in range(participle + 1, verb)
            )
        )
        if chain:
            return phrase_ending(words, participle - 1)
    return None


def near(words: Words, verb: int) -> Phrase | None:
    """The phrase right before the verb and its auxiliaries."""
    j = verb - 1
    while j >= 0 and (
        words.low(j) in AUX
        or words.tag(j).startswith("RB")
        or words.tag(j) == "MD"
        or words.low(j) in ("neither", "today", "yesterday", "tonight")
        or (words.low(j) in ASPECT and words.tag(verb) == "VBG")
    ):
        j -= 1
    if j < 0:
        return None
    aside = aside_before(words, j + 1)
    if aside is not None:
        return _before_joining(words, aside)
    if words.low(j) == ",":
        return _apposed_person(words, j) or _actor_before_aside(words, j) or _before_stray(words, j)
    if words.low(j) in ("who", "which", "that") and words.tag(j) in ("WP", "WDT", "IN", "DT"):
        return antecedent(words, j)
    introduced = _introduced_person(words, j) if words[j].group is not None else None
    if introduced is not None:
        return introduced
    if words[j].group is not None or words.tag(j) in ("PRP", "NNP", "NNPS"):
        found = phrase_ending(words, j)
        if found and (words.low(found.first - 1) not in _WITHIN or _new_speaker(words, found)):
            return found
    return None


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
    rest = range(opening + 2, comma)
    plain = not rest or (words.low(rest[0]) in ("of", "from", "for") and _verbless(words, rest[0], comma))
    if group is None or listed or not plain:
        return None
    return phrase_ending(words, opening + 1) if {m.kind for m in group.mentions} == {Kind.PERSON} else None


def _actor_before_aside(words: Words, comma: int) -> Phrase | None:
    """The phrase before an aside, unless it only says where somebody is ("growers in X, who fear it,")."""
    found = _before_aside(words, comma)
    group = words[found.head].group if found is not None else None
    if found is None or group is None or words.low(found.first - 1) not in ("in", "from", "near", "at"):
        return found
    return None


def _verbless(words: Words, first: int, last: int) -> bool:
    verbs = ("VBD", "VBZ", "VBP", "MD", "VBG", "VBN", "WP")
    return not any(words.tag(k) in verbs for k in range(first, last))


_SOME_OF_THEM = frozenset({"many", "some", "several", "most", "others", "all", "few"})


def _before_aside(words: Words, comma: int) -> Phrase | None:
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
            or words.tag(k + 1) in ("JJ", "NN", "RB", "NNP")
        )
        if words.tag(k + 1) == "NNP" and not _verbless(words, k + 1, comma):
            continue  # "On fees, X proposed A, opposed B": no aside
        head = words[k - 1] if k else None
        if after in ("including", "such") and head is not None and head.low in _SOME_OF_THEM:
            return phrase_ending(words, comma - 1)  # "many, including X and Y, said"
        if aside and head is not None and (head.group is not None or head.tag.startswith(("NN", "PRP"))):
            return phrase_ending(words, k - 1)
    return None


def antecedent(words: Words, pronoun: int) -> Phrase | None:
    """The noun phrase a relative pronoun stands for."""
    j = pronoun - 1
    while j >= 0 and words[j].punct:
        j -= 1
    found = phrase_ending(words, j) if j >= 0 else None
    return Phrase(found.first, found.last, found.head, "relative") if found else None


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


def _behind_places(words: Words, verb: int) -> Phrase | None:
    """``The blast at a depot in Lima killed``: the phrase a sentence opens with, past what hangs on it."""
    j = verb - 1
    while j >= 0 and (words.low(j) in AUX or words.tag(j).startswith("RB")):
        j -= 1
    for _ in range(5):
        found = phrase_ending(words, j) if j >= 0 else None
        if found is None or words[found.head].punct:
            return None
        if found.first == 0:
            return found
        if words.low(found.first - 1) not in _WITHIN - {"to", "and"}:
            return None
        j = found.first - 2
    return None


def _shared(
    words: Words, verb: int, earlier: list[Predicate], every: list[Predicate], depth: int
) -> Phrase | None:
    """The subject of the verb this one is joined to ("proposed X, opposed Y and supported Z")."""
    head = words[verb].head
    before = verb - 1
    while before > 0 and words.tag(before).startswith("RB"):
        before -= 1
    chained = words.low(before) == ","
    aside = aside_before(words, verb)
    joined = (
        (aside is not None and words.low(aside.first - 1) in ("and", "but"))
        or words[verb].dep == "conj"
        or words.low(before) in ("and", "but", "or", "nor", "then", "also", ",")
        or words.low(before - 1) in ("and", "but")
    )
    if not joined:
        return None
    after_comma = chained or words.low(before - 1) == ","
    now = words.tag(verb) == "VBZ" and words.low(before) == "and" and words.low(before - 1) != ","
    for other in reversed(earlier):
        if now and words.tag(other.verb) == "VBD" and other.form == "fin":
            return None  # "called for a text that cuts A and encourages B"
        if 0 < other.verb < verb and other.form == "fin" and not _subordinate(words, other.verb):
            if other.passive:
                # "said that A was discussed, and suggested B", "and suggested the list": not A's verb
                if after_comma or (words.tag(verb) == "VBD" and words.tag(verb + 1) in ("DT", "PRP$")):
                    continue
                return None
            before_it = [p for p in earlier if p.verb < other.verb]
            found = _active(words, other.verb, other.form, before_it, every, depth + 1)
            told = any(p.form == "fin" and not p.passive and words.tag(p.verb) == "VBD" for p in before_it)
            if told and words.tag(verb) == "VBD" and _nobody(words, found):
                continue  # "said the groups came up with A, and called for B": who said so called
            return found
    if head != verb and words[head].tag.startswith("VB"):
        return near(words, head) or parsed(words, head)
    return None


def _nobody(words: Words, phrase: Phrase | None) -> bool:
    """Whether a subject names nobody who could go on speaking."""
    if phrase is None:
        return True
    group = words[phrase.head].group
    if group is None:
        return words.tag(phrase.head) != "PRP"
    return group.collective is None and all(m.kind is Kind.GENERIC for m in group.speakers)


def _subordinate(words: Words, first: int) -> bool:
    return any(
        words.low(k) in ("that", "which", "who", "if", "because") for k in range(max(0, first - 4), first)
    )


def _participle(
    words: Words, verb: int, earlier: list[Predicate], every: list[Predicate], depth: int
) -> Phrase | None:
    before = words.low(verb - 1)
    if before == "in" and verb > 1 and words[verb - 2].group is not None:
        return phrase_ending(words, verb - 2)
    if verb and words[verb - 1].group is not None and before not in (",",):
        return None if words.low(verb - 2) in ("of", "for", "to", "by") else phrase_ending(words, verb - 1)
    if before in ("those", "countries", "states", "nations") and words.low(verb - 2) == "among":
        return near(words, verb - 2)  # "Norland was among those calling for"
    head = words[verb].head
    noun = words[verb].dep in ("acl", "amod", "compound", "csubj", "nsubj") and words.low(verb) != "citing"
    if noun and before != ",":
        return None
    fronted = verb == 0 or all(
        words.low(k) in ("in", "by", "while", "after", "before", "also", "on", "when", "thus")
        or words.tag(k).startswith("RB")
        for k in range(verb)
    )
    if fronted:
        later = _main_after(words, verb, every)
        return (
            _active(words, later.verb, "fin", [], every, depth + 1) if later and not later.passive else None
        )
    teller = _teller(words, verb, head, earlier) if before in (",", "and") else None
    if teller is not None:
        before_it = [p for p in earlier if p.verb < teller.verb]
        return _active(words, teller.verb, teller.form, before_it, every, depth + 1)
    if head < verb and words[head].tag.startswith("VB") and before != "of":
        subject = near(words, head) or parsed(words, head)
        if subject and not (before == "," and only_thing(words, subject)):
            return subject
    for other in reversed(earlier):
        if other.verb < verb and not other.passive and other.form in ("fin", "ing"):
            found = _active(
                words, other.verb, other.form, [p for p in earlier if p.verb < other.verb], every, depth + 1
            )
            if found is None and other.form == "ing":
                continue
            if found is None or not (before == "," and only_thing(words, found)):
                return found
    return _main_subject(words, verb)


def _main_after(words: Words, verb: int, every: list[Predicate]) -> Predicate | None:
    """The main verb after a fronted participle: past a comma ("Noting that X has said A, Y proposed B")."""
    later = [p for p in every if p.verb > verb and p.form == "fin"]
    for one in later:
        subject = near(words, one.verb)
        if subject is not None and words.low(subject.first - 1) == ",":
            return one
    return later[0] if later else None


def _teller(words: Words, verb: int, head: int, earlier: list[Predicate]) -> Predicate | None:
    """``said A must act, stressing B``: who said A stresses B, where the parse hangs a word of saying on a
    verb of what is said.
    """
    if not any(f.act in (*SPEECH, Act.URGE) for f in load_verbs().frames.get(words.low(verb), ())):
        return None
    teller = next((p for p in reversed(earlier) if p.form in ("fin", "ing") and p.frame.act in SPEECH), None)
    if teller is None or teller.verb >= head or any(p.verb == head for p in earlier):
        return None
    return teller


def _main_subject(words: Words, verb: int) -> Phrase | None:
    """The nearest subject before the verb that the parse or nearness gives."""
    for k in range(verb - 1, -1, -1):
        if words.tag(k) in ("VBD", "VBZ", "VBP") and words.low(k) not in ("'s",):
            found = near(words, k) or parsed(words, k)
            if found:
                return found
    first = 1 if words.tag(0) == "DT" else 0
    if first < verb and words[first].group is not None:
        last = first
        while last + 1 < verb and words[last + 1].group is words[first].group:
            last += 1
        return Phrase(0, last + 1, last)
    return None


def _infinitive(
    words: Words, verb: int, earlier: list[Predicate], every: list[Predicate], depth: int
) -> Phrase | None:
    governor = governor_of(words, verb)
    if governor is None:
        return None
    other = next((p for p in reversed(earlier) if p.verb == governor), None)
    if other is not None and other.frame.addressee:
        return None
    if words.tag(governor) in ("VBN", "VBD") and words.low(governor - 1) in BE:
        return near(words, governor) or parsed(words, governor)
    if time_given(words, verb) is not None and load_verbs().lemmas.get(words.low(governor)) == "give":
        return phrase_from(words, governor + 1)
    absolute_one = _absolute_subject(words, governor)
    if absolute_one:
        return absolute_one
    form = "ing" if words.low(governor).endswith("ing") and words.low(governor - 1) not in BE else "fin"
    if words.low(governor - 1) == "to":
        form = "inf"
    return _active(words, governor, form, [p for p in earlier if p.verb < governor], every, depth + 1)


def governor_of(words: Words, verb: int) -> int | None:
    """The verb an infinitive depends on ("set to visit": "set"), or None."""
    given = time_given(words, verb)
    if given is not None:
        return given
    j = before_infinitive(words, verb)
    if j >= 0 and (
        words.tag(j).startswith("VB")
        or words.low(j)
        in (
            "set",
            "due",
            "expected",
            "ready",
            "willing",
            "prepared",
            "likely",
            "plans",
            "plan",
            "aims",
            "intends",
            "wants",
            "hopes",
            "vows",
            "agreed",
        )
    ):
        return j
    head = words[verb].head
    if head != verb and words[head].tag.startswith("VB") and words[verb].dep in ("xcomp", "advcl", "ccomp"):
        return head
    return None


def agent_of(words: Words, predicate: Predicate) -> Phrase | None:
    """The "by" phrase of a passive."""
    for k in range(predicate.last, min(predicate.last + 14, len(words))):
        low = words.low(k)
        if (
            low in (";", ".")
            or (low == "," and k > predicate.last + 6)
            or words.tag(k) in ("VBD", "VBZ", "MD", "VBN")
        ):
            return None
        if low == "by" and not (words.tag(k + 1) == "VBG" or words.tag(k + 1) == "CD"):
            return phrase_from(words, k + 1)
    return None


def patient_of(words: Words, predicate: Predicate) -> Phrase | None:
    """What a passive is about: its grammatical subject, or the noun a participle qualifies."""
    if predicate.form == "part":
        j = predicate.verb - 1
        while j >= 0 and (words[j].punct or words.tag(j).startswith("RB")):
            j -= 1
        if words.low(j) in ("and", "but", "or"):
            return _patient_before(words, predicate, j)
        if predicate.frame.act is Act.PROPOSE and (outer := _proposed(words, j)) is not None:
            return outer
        if j < 0:
            return None
        # The noun right before "proposed by X" is one, whatever its tag.
        return _qualified(words, predicate.verb, j) or phrase_ending(words, j) or _bare(words, j)
    child = words.child(predicate.verb, "nsubj:pass", "nsubj")
    if child is not None and child < predicate.verb and not words[child].punct:
        if words.low(child) in ("which", "that", "who"):
            return antecedent(words, child)
        return Phrase(left_of(words, child), child + 1, child)
    return _near_noun(words, predicate.verb)


def _bare(words: Words, j: int) -> Phrase | None:
    return Phrase(left_of(words, j), j + 1, j) if words.tag(j) in ("VB", "VBP") else None


def _proposed(words: Words, last: int) -> Phrase | None:
    """``the proposals for a protocol submitted by X``: what can be submitted, with what hangs on it."""
    inner = phrase_ending(words, last) if last >= 0 else None
    wanted = object_words("theme")
    while inner is not None and words.low(inner.head) not in wanted:
        if words.low(inner.first - 1) not in ("of", "for", "on", "to", "in", "regarding", "concerning"):
            return None
        inner = phrase_ending(words, inner.first - 2)
    return Phrase(inner.first, last + 1, inner.head) if inner is not None else None


def _qualified(words: Words, verb: int, last: int) -> Phrase | None:
    """The whole phrase a participle qualifies ("the proposals for a text submitted by Germany")."""
    head = words[verb].head
    if words[verb].dep != "acl" or not 0 <= head < last or not words.tag(head).startswith("NN"):
        return None
    plain = all(
        words.low(k) not in (",", ";", ":", "that", "which", "who", "and", "or")
        and words.tag(k) not in ("VBD", "VBZ", "VBP", "MD", "VBN")
        for k in range(head + 1, last + 1)
    )
    return Phrase(left_of(words, head), last + 1, head) if plain else None


def _patient_before(words: Words, predicate: Predicate, joined: int) -> Phrase | None:
    """``was accepted by A but rejected by B``: what the first of two joined passives is about."""
    for k in range(joined - 1, max(0, joined - 14), -1):
        if words.tag(k) in ("VBN", "VBD") and words.low(k - 1) in BE:
            return patient_of(words, replace(predicate, verb=k, form="fin"))
        if words.tag(k) == "VBN" and words.low(k + 1) == "by":  # "suggested by A and amended by B"
            return patient_of(words, replace(predicate, verb=k, form="part"))
        if words.low(k) in (";", ":") or words.tag(k) in ("VBZ", "VBP"):
            return None
    return None


def _near_noun(words: Words, verb: int) -> Phrase | None:
    j = verb - 1
    while j >= 0 and (words.low(j) in AUX or words.tag(j).startswith("RB")):
        j -= 1
    if j >= 0 and words.low(j) == ",":
        return _before_aside(words, j)
    if j >= 0 and words.low(j) in ("which", "that", "who"):
        return antecedent(words, j)
    return phrase_ending(words, j) if j >= 0 else None
