"""Gates: which infinitives and -ing forms tell an act of their own, and which are only what another act is
about.
"""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.absolutes import absolute
from tracktwo.reading.clauses.breaks import FINITE, whole_clause
from tracktwo.reading.clauses.extents import QUOTES
from tracktwo.reading.clauses.infinitives import before_infinitive, steps_to, time_given
from tracktwo.reading.clauses.kinds import SPEECH
from tracktwo.reading.clauses.people import is_people
from tracktwo.reading.clauses.phrases import Phrase, phrase_from
from tracktwo.reading.clauses.predicates import Predicate
from tracktwo.reading.clauses.series import in_series
from tracktwo.reading.clauses.subjects import governor_of
from tracktwo.reading.clauses.verb_words import participle_start, we_go_on
from tracktwo.reading.clauses.words import Words
from tracktwo.vocabulary import Act

# Acts whose infinitive or clause says what is asked for, not what was done.
OPAQUE = frozenset(
    {
        Act.PROPOSE,
        Act.DEMAND,
        Act.URGE,
        Act.OFFER,
        Act.PLEDGE,
        Act.SUPPORT,
        Act.OPPOSE,
        Act.REJECT,
        Act.ACCEPT,
        Act.AGREE,
        Act.RULE_OUT,
        Act.THREATEN,
        Act.PREFER,
        Act.WARN,
        Act.MANDATE,
        Act.CONDITION,
        Act.CRITICISE,
        Act.VOTE_FOR,
        Act.VOTE_AGAINST,
        Act.RATIFY,
    }
)


def inverted_speaker(words: Words, predicate: Predicate) -> Phrase | None:
    """The speaker after the verb: "We accept the plan," said Jane Keller."""
    at = predicate.after
    governs = predicate.noun is not None or len(predicate.frame.words) > 1  # "paid tribute to the crews"
    speaks = predicate.frame.act in (*SPEECH, Act.WARN) and predicate.form == "fin"
    if governs or not speaks or at >= len(words):
        return None
    if words.low(predicate.verb - 1) not in (",", "”", '"', "?", "!") or words.low(at) in ("that", "“", '"'):
        return None
    found = phrase_from(words, at)
    if found is None:
        return None
    head = words[found.head]
    if head.group is None and head.tag != "PRP" and not (head.tag == "NNS" and is_people(head.low)):
        return None
    inside = (
        words.low(found.last) == "," and words.tag(found.last + 1) in FINITE
    )  # "The fee, said X, was high"
    return (
        found if (inside or _said_ahead(words, predicate.verb)) and not _goes_on(words, found.last) else None
    )


def said_by_some(words: Words, predicate: Predicate) -> bool:
    """``..., said another.``: the speaker after the verb is nobody named."""
    at = predicate.after
    if predicate.frame.act not in SPEECH or words.low(predicate.verb - 1) not in (",", "”", '"', "?", "!"):
        return False
    return words.low(at) in ("another", "one", "others", "some", "many") and words.low(at + 1) in (
        "",
        ".",
        ",",
    )


def _said_ahead(words: Words, verb: int) -> bool:
    """Whether words that could be somebody's stand before the verb: a clause or a quotation, no mere name."""
    return any(words.tag(k) in FINITE or words[k].text in QUOTES for k in range(verb))


def _goes_on(words: Words, at: int) -> bool:
    """``X, reporting on Y, said parties agreed``: the name after "said" has a verb of its own."""
    while words.tag(at).startswith("RB"):
        at += 1
    return words.tag(at) in FINITE


def free_participle(words: Words, verb: int) -> bool:
    """Whether an -ing form tells an act of its own ("X, proposing Y"), not what another act is about."""
    verb = participle_start(words, verb)
    if in_series(words, verb):
        return False
    j = verb - 1
    while j >= 0 and words.tag(j).startswith("RB"):
        j -= 1
    if words.low(j) in ("and", "or", ":") and any(words.low(k) == ":" for k in range(j + 1)):
        return False  # one of a list: "supported: a levy; and identifying options"
    if words.low(j) == "," and words.low(j - 1) == "alia" and words.low(j - 4) in _PREPOSITIONS:
        return False  # "by, inter alia, asking"
    if words.low(j) == "when" and words.low(j - 1) != "," and _in_infinitive(words, j):
        return False  # "to be careful when making statements"
    if words.low(j) == "and" and not whole_clause(words, j):
        return False  # "that asking and demanding is vain"
    if j == 0 and words.low(0) in _OPENERS:
        return words.low(0) != "on" or words.tag(verb + 1) not in ("IN", "CC")  # "On reporting on X,"
    if words.low(j) == "," and _is_subject(words, verb):
        return False
    if j < 0 or words.low(j) in (",", "by", "while", "when", "and"):
        return (
            words.low(j) != "and"
            or j < 1
            or words.tag(words[verb].head).startswith("VBG")
            or words[verb].dep == "conj"
            or _joins_participle(words, j)
        )
    if words.low(j) == "in":
        return words.low(j - 1) in ("involved", "engaged", "joined", "active") or backed_in(words, verb)
    if words.low(verb) == "citing" or (words.tag(j) == "DT" and words.low(j - 1) == "among"):
        return True
    if words.low(j) in _AROUND:
        inside = words.low(j - 1) == "," and words.low(j - 2) == "that"  # "said that, after reading it, ..."
        return not inside and _done_besides(words, verb)
    if words.low(j) in _SPELLS and any(words.low(k) in _SPENDS for k in range(max(0, j - 4), j)):
        return True  # "spent two days visiting X"
    return words[j].group is not None and any(
        absolute(words, k) is not None for k in range(max(0, verb - 12), verb)
    )


_SPELLS = frozenset(
    {"day", "days", "week", "weeks", "hours", "morning", "afternoon", "evening", "month", "months", "weekend"}
)
_SPENDS = frozenset({"spent", "spend", "spends"})
_OPENERS = frozenset(
    {"after", "before", "on", "by", "while", "when", "in", "since", "despite", "upon", "besides"}
)
# "Left Lima after signing the accord", "despite having agreed to it".
_AROUND = frozenset({"after", "before", "since", "despite", "upon"})
_PREPOSITIONS = frozenset(
    {"by", "for", "on", "of", "in", "to", "with", "including", "through", "about", "from"}
)


def _done_besides(words: Words, verb: int) -> bool:
    """``left Lima after signing the accord``: told beside what is said to have happened, with what it is
    about; "after fighting broke out", "a right to appeal before voting" tell no act of anybody.
    """
    before = [k for k in range(verb) if words[k].group is None]
    happened = any(words.tag(k) in ("VBD", "VBZ", "VBP") for k in before)
    asked = any(words.tag(k) == "MD" or (words.low(k) == "to" and words.tag(k + 1) == "VB") for k in before)
    noun = words.tag(verb + 1) in ("", ".", ",", *FINITE) or (words.armed and words.tag(verb + 1) == "NNS")
    return happened and not asked and not noun


def _in_infinitive(words: Words, at: int) -> bool:
    """Whether an infinitive stands before ``at``, and no finite verb between."""
    for k in range(at - 1, 0, -1):
        if words.tag(k) in FINITE:
            return False
        if words.low(k) == "to" and words.tag(k + 1) == "VB":
            return True
    return False


def _is_subject(words: Words, verb: int) -> bool:
    """``We are clear, defeating them will take time``: what the participle opens is itself a subject."""
    if words.low(verb) in object_words("saying_participles"):
        return False  # "X opposed A, noting the text is unclear": what is said has a subject of its own
    for k in range(verb + 1, min(verb + 10, len(words))):
        if (
            words[k].punct
            or words.tag(k) in ("WDT", "WP", "PRP", "WRB")
            or words.low(k) in ("that", "as", "and")
        ):
            return False
        if words.tag(k) in ("MD", "VBZ") and words[k].group is None:
            return words.tag(k) == "MD" or words.tag(k - 1).startswith("NN")
    return False


_BACKING = frozenset({"support", "join", "second", "back", "echo", "follow"})


def backed_in(words: Words, verb: int) -> bool:
    """``supported Chile in proposing X``: it is Chile that proposes."""
    if words.low(verb - 1) != "in" or verb < 3 or words[verb - 2].group is None:
        return False
    at = verb - 3
    while at > 0 and (words.tag(at) == "DT" or words[at].group is not None):
        at -= 1
    return load_verbs().lemmas.get(words.low(at)) in _BACKING


def asked_of_others(words: Words, predicate: Predicate, earlier: list[Predicate]) -> bool:
    """``asked that it review X``: a bare verb in what is asked or proposed tells no act."""
    verb = predicate.verb
    if predicate.form == "fin" and words.tag(verb) == "VBP" and _proposed(words, verb, earlier):
        return True
    if predicate.form != "fin" or words.tag(verb) != "VB":
        return False
    helped = any(
        words.tag(k) == "MD" or words.low(k) in ("do", "does", "did", "to")
        for k in range(max(0, verb - 3), verb)
    )
    return not helped and not we_go_on(words, verb) and any(p.frame.act in OPAQUE for p in earlier)


def _proposed(words: Words, verb: int, earlier: list[Predicate]) -> bool:
    """``proposed that X, Y and Z form a group``: a present tense after "that", with no past tense between."""
    asking = next((p for p in reversed(earlier) if p.form in ("fin", "ing")), None)
    if asking is None or asking.frame.act not in (Act.PROPOSE, Act.DEMAND, Act.URGE):
        return False
    between = range(asking.last, verb)
    finite = any(words.tag(k) in FINITE and words[k].group is None for k in between)
    return (
        words.low(asking.last) == "that"
        and not finite
        and words.low(verb - 1) not in ("which", "who", "they")
    )


def _joins_participle(words: Words, joint: int) -> bool:
    """``..., stating X and underscoring Y``: the participle before told an act of its own."""
    frames = load_verbs().frames
    return any(
        words.tag(k) == "VBG" and words.low(k - 1) == "," and words.low(k) in frames for k in range(2, joint)
    )


def opaque(words: Words, predicate: Predicate, earlier: list[Predicate]) -> bool:
    """Whether an infinitive is only what another act asks for, promises or refuses."""
    governor = governor_of(words, predicate.verb)
    if time_given(words, predicate.verb) is not None:
        return False  # "has until Friday to accept": what must be done by then
    if steps_to(words, predicate.verb) is not None:
        return False  # "has taken steps to implement X"
    if governor is None:
        return words.low(predicate.verb - 1) == "to" or _joins_infinitive(words, predicate.verb)
    if words.low(governor) in ("managed", "manages"):
        return False  # "managed in three days to capture X"
    if governor < before_infinitive(words, predicate.verb):
        far = next((p for p in earlier if p.verb == governor), None)
        return (
            far is None
            or far.frame.act is not Act.MEET
            or predicate.frame.act not in (Act.AGREE, Act.MEET, Act.DISCUSS, Act.URGE, *SPEECH, Act.WARN)
        )
    if any(p.frame.addressee and p.verb < governor for p in earlier) and _asked(words, predicate.verb):
        return True
    other = next(
        (p for p in reversed(earlier) if p.verb <= governor < p.last or p.noun == predicate.verb - 2), None
    )
    return other is not None and (other.frame.act in OPAQUE or other.noun is not None)


def _joins_infinitive(words: Words, verb: int) -> bool:
    """``a proposal to insert A and then agree on B``: a bare verb joined to an infinitive."""
    joint = before_infinitive(words, verb)
    if words.low(joint) not in ("and", "or"):
        return False
    for k in range(joint - 1, max(0, joint - 14), -1):
        if words.tag(k) in FINITE or words[k].punct:
            return False
        if words.low(k) == "to" and words.tag(k + 1) == "VB":
            return not words.tag(k - 1).startswith("VB")
    return False


def _asked(words: Words, verb: int) -> bool:
    """``urged those that have not done so to submit``: after a relative clause about those who are asked."""
    return any(words.low(k) in ("that", "who", "which") for k in range(max(0, verb - 12), verb))
