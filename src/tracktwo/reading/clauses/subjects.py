"""Subjects: who does what a verb says, by nearness first and by the parse second."""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.clauses.absolutes import absolute
from tracktwo.reading.clauses.asides import aside_before
from tracktwo.reading.clauses.infinitives import before_infinitive, steps_to, time_given
from tracktwo.reading.clauses.kinds import AGAINST, FOR, SPEECH
from tracktwo.reading.clauses.nearness import _WITHIN, near, parsed
from tracktwo.reading.clauses.openings import after_joint, after_opening, people_before
from tracktwo.reading.clauses.patients import agent_of
from tracktwo.reading.clauses.people import is_people
from tracktwo.reading.clauses.phrases import Phrase, only_thing, phrase_ending, phrase_from
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.verb_words import ASPECT, AUX, BE, participle_start
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind
from tracktwo.vocabulary import Act


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
        found = (
            near(words, verb) or after_joint(words, verb) or parsed(words, verb) or after_opening(words, verb)
        )
        if found is None and words.tag(verb) == "VBG" and words.low(verb - 1) in ASPECT:
            return _active(words, verb - 1, form, earlier, every, depth + 1)  # "rebels began shelling"
        if found is not None and _past_the_relative(words, verb, found):
            found = _shared(words, verb, earlier, every, depth) or found
        found = found or _shared(words, verb, earlier, every, depth)
        return (
            found
            or _behind_places(words, verb)
            or _behind_participle(words, verb)
            or people_before(words, verb)
        )
    if form == "ing":
        return _participle(words, verb, earlier, every, depth)
    return _infinitive(words, verb, earlier, every, depth) if form == "inf" else None


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
            return phrase_ending(words, participle - (2 if words.low(participle - 1) == "," else 1))
    return None


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


def _behind_participle(words: Words, verb: int) -> Phrase | None:
    """``Creditors holding 60 percent of the bonds rejected``: the phrase a sentence opens with, past a
    participle of its own.
    """
    opening = phrase_from(words, 0)
    if opening is None or opening.first > 0 or words[opening.head].punct:
        return None
    participle = opening.head + 1
    by = words.tag(participle) == "VBD" and words.low(participle + 1) == "by"  # "Troops backed by tanks"
    if participle >= verb or not (by or words.tag(participle) in ("VBG", "VBN")):
        return None
    between = range(participle + by, verb)
    broken = any(words.tag(k) in ("VBD", "VBZ", "VBP", "MD") or words[k].punct for k in between)
    return None if broken else opening


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
    inner = _inner(words, verb, earlier)
    if inner is not None:
        return inner
    now = words.tag(verb) == "VBZ" and words.low(before) == "and" and words.low(before - 1) != ","
    for other in reversed(earlier):
        if now and words.tag(other.verb) == "VBD" and other.form == "fin":
            return None  # "called for a text that cuts A and encourages B"
        if 0 < other.verb < verb and other.form == "fin" and not _subordinate(words, other.verb):
            if other.passive:
                # "said that A was discussed, and suggested B", "and suggested the list": not A's verb
                if after_comma or _governs_itself(words, verb, every):
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
    if words[verb].dep == "conj" and head < verb and words.child(head, "cop") is not None:
        return parsed(words, head)  # "X is part of it and backed Y"
    return None


def _inner(words: Words, verb: int, earlier: list[Predicate]) -> Phrase | None:
    """``told how gunmen stopped the car and shot the driver``: the subject of a verb that tells no act."""
    head = words[verb].head
    if words[verb].dep != "conj" or words.tag(verb) != "VBD" or words.tag(head) != "VBD" or head >= verb:
        return None
    later = any(head <= p.verb < verb for p in earlier)
    if later or not any(p.verb < head and p.form == "fin" for p in earlier):
        return None
    found = near(words, head) or parsed(words, head) or people_before(words, head)
    return None if found is None or words.low(found.head) in ("it", "that", "which") else found


def _governs_itself(words: Words, verb: int, every: list[Predicate]) -> bool:
    """``must be discussed and called for B``, ``... and suggested the list``: no second verb of a passive."""
    if words.tag(verb) == "VBD" and words.tag(verb + 1) in ("DT", "PRP$", "WRB"):
        return True
    return any(p.verb == verb and len(p.frame.words) > 1 and not p.passive for p in every)


def _past_the_relative(words: Words, verb: int, found: Phrase) -> bool:
    """``praised laws that help and identified gaps``: a past tense is no second verb of a present one."""
    if found.kind != "relative" or words.tag(verb) != "VBD" or words.low(verb - 1) != "and":
        return False
    inside = [words.tag(k) for k in range(found.last + 1, verb)]
    return _nobody(words, found) and "VBD" not in inside and "MD" not in inside


def _nobody(words: Words, phrase: Phrase | None) -> bool:
    """Whether a subject names nobody who could go on speaking."""
    if phrase is None:
        return True
    group = words[phrase.head].group
    if group is None:
        people = words.tag(phrase.head) == "NNS" and is_people(words.low(phrase.head))
        return words.tag(phrase.head) != "PRP" and not people
    return group.collective is None and all(m.kind is Kind.GENERIC for m in group.speakers)


def _subordinate(words: Words, first: int) -> bool:
    return any(
        words.low(k) in ("that", "which", "who", "if", "because") for k in range(max(0, first - 4), first)
    )


_FRONTS = frozenset(
    [
        "in",
        "by",
        "while",
        "after",
        "before",
        "also",
        "on",
        "when",
        "thus",
        "since",
        "despite",
        "upon",
        "besides",
    ]
)


def _participle(
    words: Words, verb: int, earlier: list[Predicate], every: list[Predicate], depth: int
) -> Phrase | None:
    start = participle_start(words, verb)
    before = words.low(start - 1)
    if before == "in" and start > 1 and words[start - 2].group is not None:
        return phrase_ending(words, start - 2)
    if start and words[start - 1].group is not None and before not in (",",):
        return None if words.low(start - 2) in ("of", "for", "to", "by") else phrase_ending(words, start - 1)
    if before in ("those", "countries", "states", "nations") and words.low(start - 2) == "among":
        return near(words, start - 2)  # "Norland was among those calling for"
    head = words[verb].head
    noun = words[verb].dep in ("acl", "amod", "compound", "csubj", "nsubj") and words.low(verb) != "citing"
    if noun and before != ",":
        return None
    fronted = start == 0 or all(
        words.low(k) in _FRONTS or words.tag(k).startswith("RB") for k in range(start)
    )
    if fronted:
        later = _main_after(words, verb, every)
        plain = _before_plain_verb(words, verb, later)
        if plain is not None:
            return plain
        if later and not later.passive:
            return _active(words, later.verb, "fin", [], every, depth + 1)
        return _of_the_main_verb(words, verb)
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
        if _after_comma(words, near(words, one.verb)):
            return one
    return later[0] if later else None


def _before_plain_verb(words: Words, verb: int, later: Predicate | None) -> Phrase | None:
    """``Noting A had done B, X closed the meeting``: who does what is no act, past the comma."""
    if later is not None and _after_comma(words, near(words, later.verb)):
        return None
    for k in range(verb + 2, len(words) - 1):
        first = k + 1 + (words.tag(k + 1) == "DT")
        if words.low(k) != "," or first >= len(words) or words[first].group is None:
            continue
        last = first
        while last + 1 < len(words) and words[last + 1].group is words[first].group:
            last += 1
        then = last + 1
        while words.tag(then).startswith("RB"):
            then += 1
        if words.tag(then) in ("VBD", "VBZ") and any(m.acts for m in words.speakers(last)):
            return phrase_ending(words, last)
    return None


def _of_the_main_verb(words: Words, verb: int) -> Phrase | None:
    """``After storming the base, gunmen fled``: whoever does what tells no act, past the comma."""
    head = words[verb].head
    if head < verb or words.tag(head) not in ("VBD", "VBZ", "VBN", "VBP"):
        return None
    found = near(words, head) or parsed(words, head) or people_before(words, head)
    return found if _after_comma(words, found) else None


def _after_comma(words: Words, phrase: Phrase | None) -> bool:
    return phrase is not None and words.low(phrase.first - 1) == ","


def _teller(words: Words, verb: int, head: int, earlier: list[Predicate]) -> Predicate | None:
    """``said A must act, stressing B``: who said A stresses B, where the parse hangs a word of saying on a
    verb of what is said.
    """
    if not any(f.act in (*SPEECH, Act.URGE) for f in load_verbs().frames.get(words.low(verb), ())):
        return None
    teller = next((p for p in reversed(earlier) if _tells(words, p)), None)
    if teller is None or teller.verb >= head or any(p.verb == head for p in earlier):
        return None
    return teller


def _tells(words: Words, predicate: Predicate) -> bool:
    """Whether a verb is one somebody speaks by; stances only with who takes them right before."""
    if predicate.passive or predicate.form not in ("fin", "ing"):
        return False
    if predicate.frame.act in SPEECH:
        return True
    stance = predicate.frame.act in FOR | AGAINST | {Act.PROPOSE, Act.URGE, Act.DEMAND, Act.WARN}
    return stance and predicate.form == "fin" and near(words, predicate.verb) is not None


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
            "able",
            "unable",
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
    steps = steps_to(words, verb)
    if steps is not None:
        return steps
    head = words[verb].head
    if head != verb and words[head].tag.startswith("VB") and words[verb].dep in ("xcomp", "advcl", "ccomp"):
        return head
    return None
