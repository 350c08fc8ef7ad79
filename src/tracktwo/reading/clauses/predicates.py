"""Predicates: the verbs and light-verb phrases of a sentence that carry an act."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tracktwo.reading.acts import Frame, load_nouns, load_verbs
from tracktwo.reading.acts.objects import is_list, object_words
from tracktwo.reading.clauses.act_nouns import act_noun
from tracktwo.reading.clauses.matching import DAYS, after_frame, before_quotation, match
from tracktwo.reading.clauses.matter import (
    DEEDS_OFFERED,
    MATTERS,
    carries_out,
    governs_matter,
    is_named,
    names_leader,
    no_matter,
    suffered,
    suffered_as_well,
)
from tracktwo.reading.clauses.meetings import is_meeting
from tracktwo.reading.clauses.verb_words import BE, HAVE, is_helped, is_verb, verb_form
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind
from tracktwo.vocabulary import Act

# Lists whose word may stand in what hangs on the noun phrase.
_FAR = frozenset(
    {
        "talks",
        "deal",
        "theme",
        "tabled",
        "body",
        "penalty",
        "siege",
        "troops",
        "issue",
        "gathering",
        "speech",
        "matter",
        "attention",
        "shared",
        "stake",
        "rescued",
    }
)
_ABOUT = frozenset({"about", "that", "for", "to", "of", "on", "over"})
# "Provided by" or "carried out by" tell the act of such a noun.
_PASSED = frozenset({Act.SUPPORT, Act.USE_FORCE, Act.MEET, Act.AGREE, Act.PLEDGE, Act.OFFER, Act.CONCEDE})
_WILLING = frozenset({"rather", "sooner"})  # after "would": any verb tells what is preferred
_PUT_FORWARD = frozenset({Act.PROPOSE, Act.OFFER, Act.URGE, Act.DEMAND, Act.PLEDGE, Act.THREATEN, Act.WARN})
_DEBATES = frozenset({"discussion", "discussions"})
_THING = ("DT", "PRP$", "NN", "JJ", "CD", "VBG")


@dataclass(frozen=True, slots=True)
class Predicate:
    """Word ``verb`` carries an act; ``first`` to ``last`` are the words of the predicate as shown.

    ``form`` is fin, ing, inf or part; ``after`` is the first word that may be governed.
    """

    verb: int
    first: int
    last: int
    after: int
    frame: Frame
    form: str
    passive: bool
    noun: int | None = None


def find_predicates(words: Words) -> list[Predicate]:
    """All predicates of a sentence, left to right, the longest frame at each verb."""
    found: list[Predicate] = []
    until = 0
    verbs = _verbs()
    for word in words:
        i = word.i
        if i < until or word.group is not None:
            continue
        if word.low not in verbs and words.low(i - 1) not in _WILLING:
            continue
        predicate = (
            _light(words, i) or _light_passive(words, i) or _light_relative(words, i) or _framed(words, i)
        )
        if predicate:
            found.append(predicate)
            until = predicate.last if predicate.noun is None else predicate.noun + 1
    return found


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load_verbs().frames) | frozenset(load_nouns().light)


@cache
def _harmful() -> frozenset[str]:
    """The forms of verbs that do harm by themselves ("killed")."""
    frames = load_verbs().frames
    return frozenset(
        form
        for form, those in frames.items()
        if any(frame.object in ("harm", "victim") and len(frame.words) == 1 for frame in those)
    )


def _framed(words: Words, i: int) -> Predicate | None:
    frames = load_verbs().frames.get(words.low(i))
    rather = words.low(i - 1) in _WILLING and words.low(i - 2) in ("would", "'d")
    if rather:
        frames = (Frame(Act.PREFER, (words.low(i),), "any"),)
    if not frames or not is_verb(words, i):
        return None
    form, passive = verb_form(words, i)
    if not passive and not rather and words.low(i) in _harmful():
        governs = any(len(f.words) > 1 and f.words[1] == words.low(i + 1) for f in frames)  # "clashed with"
        if not governs and suffered(words, i):
            form, passive = "part", True
    elif not passive and suffered_as_well(words, i):
        form, passive = "part", True
    lows = words.lows
    for frame in frames:
        if not frame.needs <= lows:
            continue  # most frames of a common verb: no call is made for them
        last = match(words, i, frame)
        if last is None:
            continue
        if not _governs(words, i, last, frame, passive):
            continue
        if (
            (passive or words.low(i).endswith("ed"))
            and frame.act is Act.EXPECT
            and frame.words != ("hope",)
            and words.low(last) == "to"
            and words.tag(last + 1) == "VB"
        ):
            continue  # "expected to press": how the pressing is presented
        if "..." in frame.words:
            last = i + 1
        return Predicate(i, i, last, after_frame(i, last, frame), frame, form, passive)
    return None


def _governs(words: Words, i: int, last: int, frame: Frame, passive: bool) -> bool:
    kind = frame.object
    following = words.low(last)
    if frame.words[0] == "have" and _auxiliary(words, i):
        return False  # "had counted the dead": nobody had anything done
    if following in DAYS and frame.words[-1] in ("on", "in"):
        return False
    if passive and frame.act is Act.MEET and frame.words[0] in ("fly", "travel", "journey", "arrive"):
        return False  # "will be flown to Lima": who is flown meets nobody
    if frame.words == ("help",) and _helped_to(words, last):
        return False  # "helped (to) broker the deal": the brokering is told
    if kind == "none":
        return is_meeting(words, last, frame)
    if frame.words[0] == "be" and kind == "content" and words.low(i - 1) in ("it", "that", "this"):
        return False
    if kind == "content":
        announced = words.low(0) == "as" and following == ","  # "As the mayor put it, we are late"
        return (
            announced or _clause_follows(words, last) or _ends_tag(words, i, last) or _turned(words, i, last)
        )
    if kind == "named":
        return not passive and is_named(words, last)
    if kind == "ahead":
        return any(
            words.low(k) in ("will", "would", "could", "may", "might", "'ll", "to")
            for k in range(max(0, i - 3), i)
        )
    if kind == "vow" and frame.words[-1] == "to":
        # "Will continue to support": that act is read itself; "will continue to shrink" binds nobody.
        going_on = words.low(last) in object_words("vowed") and _framed(words, last) is None
        return going_on and governs_matter(words, i, last, frame, passive)
    if kind == "giving":
        # "Ready to sign" tells how the signing is presented; "ready to open the border" is an offer.
        inner = _framed(words, last)
        given = inner is None or inner.frame.act in DEEDS_OFFERED or inner.frame.object == "speech"
        return not passive and words.tag(last) == "VB" and given
    if kind == "feeling":
        return any(words.low(k) in ("i", "we") for k in range(max(0, i - 2), i))
    if kind in MATTERS:
        return governs_matter(words, i, last, frame, passive)
    if frame.words == ("ask",) and frame.act is Act.URGE and _turned(words, i, last):
        return False
    if frame.words == ("speak", "on") and any(
        words.low(k) in ("condition", "background", "behalf") for k in range(last, last + 3)
    ):
        return False
    if frame.words == ("resume",) and kind == "any" and not words.tag(last).startswith(_THING):
        return False  # "talks resume later": nobody resumes them
    if frame.words == ("sign",) and following in ("unless", "until", "if"):
        return True
    if frame.words == ("lead",) and any(words.low(k).startswith("delegation") for k in range(last, last + 5)):
        return False
    if frame.words in (("agree", "to"), ("agree", "in", "principle", "to")) and words.tag(last) == "VB":
        return False  # "agreed to do X" is an agreement, not the acceptance of an offer
    if passive and frame.words == ("lead",) and names_leader(words, i):
        return False
    if is_list(kind):
        return _lists(words, i, last, frame, passive)
    if (
        (kind == "np" or frame.words == ("seek",))
        and following in ("that", "to", "whether", "how")
        and not passive
    ):
        return False
    if passive or "..." in frame.words:
        return True
    if frame.act is Act.DISCUSS and no_matter(words, last):
        return False
    return (
        following not in ("", ".")
        or len(frame.words) > 2
        or frame.act
        in (
            Act.AGREE,
            Act.OPPOSE,
            Act.STATE,
            Act.REJECT,
            Act.ACCEPT,
            Act.WARN,
            Act.EXPECT,
            Act.PREFER,
        )
    )


def _helped_to(words: Words, last: int) -> bool:
    """Whether a further act is what somebody helped in: "helped broker", "helped to broker"."""
    to = words.low(last) == "to" and words.tag(last + 1) == "VB" and words.low(last + 1) in _verbs()
    return to or is_helped(words, last)


def _lists(words: Words, i: int, last: int, frame: Frame, passive: bool) -> bool:
    """Whether a word listed for the frame stands in what the verb governs."""
    kind, wanted = frame.object, object_words(frame.object)
    if passive:
        before = range(max(0, i - 12), i)
        told = kind == "project" and any(words.low(k) in object_words("carrying_out") for k in before)
        if told or kind == "carrying_out":
            return False  # "the release of the crew was completed": the noun tells whose deed it was
        if kind == "handed" and any(m.kind is Kind.PLACE for k in before for m in words.speakers(k)):
            return True
        return kind != "speech" and any(words.low(k) in wanted for k in before)
    if kind == "blacklist":
        return any(low in wanted for low in words.lows)
    between = "..." in frame.words
    for k in range(i + 1 if between else after_frame(i, last, frame), min(last + 9, len(words))):
        if words.low(k) in wanted or (kind == "sum" and words[k].text[:1] in "$€£"):
            return kind != "carrying_out" or carries_out(words, k)
        if words.low(k) in (",", ";", ".", "that", "which", "who", "to") and k > last:
            return False
        if frame.act is Act.IMPLEMENT and _opens_clause(words, k):
            return False  # "observed that the agreement helps", "observed ships can enter by the deal"
        near = kind not in _FAR and not between
        if near and words.tag(k) in ("IN", "VBG", "VBD", "VBZ", "MD") and words.low(k) not in ("of", "than"):
            return False
    return False


def _opens_clause(words: Words, k: int) -> bool:
    return (words.low(k) == "that" and words.tag(k) == "IN") or words.tag(k) in ("MD", "VBZ", "VBP", "VBD")


def _clause_follows(words: Words, at: int) -> bool:
    """Whether a clause is governed: "that", or a subject with a finite verb before the next mark."""
    if words.low(at) == "that" or before_quotation(words, at) is not None:
        return True
    for k in range(at, min(at + 12, len(words))):
        if words.low(k) == "to" and words.low(k + 1) == "be" and k > at:
            return True  # "believed it to be flawed"
        if words[k].punct or words.low(k) in ("to", "which", "who", "as", "and"):
            return False
        if words.tag(k) in ("VBZ", "VBD", "VBP", "MD") and k > at:
            return True
    return False


def _turned(words: Words, verb: int, last: int) -> bool:
    """``"We're done," shouted one protester``: the speaker after the verb of a quotation."""
    quoted = words.low(verb - 1) in ('"', "”", ",", "?", "!") and any(
        words[k].text in '”"' for k in range(verb)
    )
    return quoted and words.tag(last) in ("DT", "CD", "NN", "NNS", "NNP", "PRP$", "PRP", "JJ")


def _ends_tag(words: Words, verb: int, last: int) -> bool:
    """Whether the verb ends a sentence whose comma closes what was said (", one delegate recounted.")."""
    ends = words.low(last) in ("", ".") and last >= len(words) - 2
    placed = words.low(last) in ("in", "at", "on", "during", "of", "after", "from", "as") and not any(
        words.tag(k) in ("VBD", "VBZ", "VBP", "MD") for k in range(last, len(words))
    )
    if placed and any(_closes(words, k) for k in range(max(1, verb - 8), verb)):
        return True
    return ends and any(words.low(k) == "," or _closes(words, k) for k in range(max(1, verb - 8), verb))


def _closes(words: Words, k: int) -> bool:
    """Whether a quotation ends at ``k``, the mark before it inside."""
    return words[k].text == "”" or (words[k].text == '"' and words.low(k - 1) in (",", "?", "!", "."))


def _light_passive(words: Words, i: int) -> Predicate | None:
    """``The strikes were conducted``, ``talks were held``: the noun before carries the act."""
    if (
        words.low(i) not in load_nouns().light
        or words.tag(i) not in ("VBN", "VBD")
        or words.low(i - 1) not in BE
    ):
        return None
    head = words.child(i, "nsubj:pass", "nsubj")
    entry = load_nouns().nouns.get(words.low(head)) if head is not None else None
    if (
        entry is None
        or entry.act not in (Act.USE_FORCE, Act.MEET, Act.AGREE)
        or (entry.hard and not words.armed)
    ):
        return None
    if entry.after and load_verbs().lemmas.get(words.low(i)) not in entry.after:
        return None
    form, passive = verb_form(words, i)
    frame = Frame(entry.act, (words.low(i),), "any")
    return Predicate(i, i, i + 1, i + 1, frame, form, True) if passive else None


def _light_relative(words: Words, i: int) -> Predicate | None:
    """``support provided by``, ``attacks carried out by``, ``the statement issued on Friday by``."""
    if (
        words.low(i) not in load_nouns().light
        or words.tag(i) != "VBN"
        or verb_form(words, i) != ("part", True)
    ):
        return None
    entry = load_nouns().nouns.get(words.low(i - 1))
    lemma = load_verbs().lemmas.get(words.low(i))
    if entry is None or entry.act not in _PASSED or (entry.hard and not words.armed):
        return None
    if entry.after and lemma not in entry.after:
        return None
    return Predicate(i, i - 1, i + 1, i + 1, Frame(entry.act, (words.low(i),), "any"), "part", True)


def _auxiliary(words: Words, i: int) -> bool:
    """Whether a form of "have" only helps a verb: "has never supported"."""
    k = i + 1
    while words.tag(k).startswith("RB") or words.low(k) in ("neither", "both", "either"):
        k += 1
    return words.tag(k) in ("VBN", "VBD", "VBG") or words.low(k) == "been"


def _light(words: Words, i: int) -> Predicate | None:
    """A light verb and its noun: "expressed support for", "made a proposal to"."""
    tails = load_nouns().light.get(words.low(i))
    if not tails or not is_verb(words, i) or (words.low(i) in HAVE and _auxiliary(words, i)):
        return None
    for tail in tails:
        j = i + 1
        if any(words.low(j + n) != want for n, want in enumerate(tail)):
            continue
        j += len(tail)
        noun = act_noun(words, j)
        if noun is None:
            continue
        entry = load_nouns().nouns[words.low(noun)]
        if words.low(i) in object_words("takes_up") and entry.act in _PUT_FORWARD:
            continue  # "accepted a proposal": somebody else proposed
        after = noun + 1
        if words.low(noun) in _DEBATES and words.low(after) in _ABOUT:
            continue  # "continued discussions on fees": a matter is discussed, whoever meets
        lemma = load_verbs().lemmas.get(words.low(i))
        if entry.after and lemma not in entry.after:
            continue
        if not entry.after and lemma in load_nouns().violent and entry.act is not Act.USE_FORCE:
            continue
        if words.low(i) in HAVE and words.low(after) in ("of", "from") and entry.act is Act.SUPPORT:
            continue  # "has the support of X" is X's
        if entry.act in (Act.USE_FORCE, Act.VOTE, Act.MEET, Act.AGREE, Act.SANCTION, Act.STATE):
            if entry.hard and not words.armed:
                continue
        elif words.low(after) not in entry.preps and words.low(after) not in _ABOUT:
            continue
        form, passive = verb_form(words, i)
        if passive:
            continue
        prep = after + 1 if words.low(after) in entry.preps and words.low(after) != "that" else after
        if words.low(after) == "to" and words.tag(after + 1) == "VB":
            prep = after
        frame = Frame(entry.act, (words.low(i), words.low(noun)), "any")
        if entry.act in (Act.MEET, Act.USE_FORCE, Act.AGREE):
            return Predicate(i, i, j, j, frame, form, False, noun)
        return Predicate(i, i, noun + 1, prep, frame, form, False, noun)
    return None
