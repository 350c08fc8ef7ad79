"""Breaks: where another clause begins that a verb no longer governs."""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.acts.objects import is_list, object_words
from tracktwo.reading.clauses.absolutes import absolute, somebody_adds
from tracktwo.reading.clauses.asides import aside_at
from tracktwo.reading.clauses.kinds import DEEDS
from tracktwo.reading.clauses.series import in_series
from tracktwo.reading.clauses.words import Words

CONDITION = frozenset({"if", "unless", "until", "provided", "providing", "once"})
CONTRAST = frozenset({"while", "whereas", "although", "though", "but", "however", "yet", "whilst"})


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})


def breaks(words: Words, i: int, content: bool, tense: str) -> bool:
    """Whether at word ``i`` something else begins than what a verb in ``tense`` governs."""
    low = words.low(i)
    if low in (";", "—") or low == "citing":
        return True
    if low == ",":
        return not (content and _same_goes_on(words, i)) and _comma_breaks(words, i, content, tense)
    if low in ("while", "whereas", "although", "whilst"):
        return _contrasts(words, i, content)
    if (
        low == "even"
        and words.low(i + 1) in ("as", "though")
        and words.low(i - 1) not in ("that", "and", "or")
    ):
        return True
    if low == "and" and words.low(i + 1) == "," and not content:
        aside = next((k for k in range(i + 2, min(i + 9, len(words))) if words.low(k) == ","), None)
        if aside is not None and new_clause(words, aside + 1):
            return True
    if low in ("and", "or", "but") and words.low(i - 1) != ",":
        if (
            not content
            and words.tag(i + 1) in ("MD", "VBD", "VBZ")
            and words.low(i + 1) not in ("'s",)
            and words[i + 1].group is None
        ):
            if words.tag(i + 1) == "VBZ" and tense == "VBD" and low != "but":
                return False  # "called for a text that cuts A and encourages B"
            return low == "but" or words.tag(i + 1) == "MD" or reports_verb(words, i + 1)
        return _joined_verb(words, i, content, tense)
    return low == "with" and somebody_adds(words, i)


def _comma_breaks(words: Words, i: int, content: bool, tense: str) -> bool:
    after = words.low(i + 1)
    if _goes_on(words, i):
        return False
    if after in CONTRAST:
        return _contrasts(words, i + 1, content)
    if after in ("adding", "saying", "noting"):
        return True
    if after == "even" and words.low(i + 2) in ("as", "though"):
        return True
    if after == "with" and somebody_adds(words, i + 1):
        return True
    if words.low(i + 2) == "which" and words.tag(i + 1) in ("IN", "TO") and _somebody_acts(words, i + 3):
        return True  # ", to which Norway replied"
    if after == "as" and words.low(i + 2) in ("did", "do", "does", "were", "was"):  # ", as did Norway"
        return True
    if (
        after == "as"
        and words.tag(i + 2) == "PRP"
        and (words.low(i + 3) == "put" or (reports_verb(words, i + 3) and _ends_aside(words, i + 4)))
    ):
        return True
    aside = aside_at(words, i)
    if aside is not None and words.tag(aside.last) in FINITE and reports_verb(words, aside.last):
        return True
    j = i + 1
    while words.tag(j).startswith("RB") or words.low(j) in ("instead", "also", "thus"):
        j += 1
    if in_series(words, j):
        return False
    own = words.tag(j) == "VBG" and words.low(j) not in _PREPOSITIONS and words.low(i - 1) != "alia"
    said = object_words("saying_participles") - {"maintaining"}  # "maintaining the text" says nothing
    says = words.low(j) in said or words.low(j + 1) == "that"
    if own and (says or not _in_list(words, j)):
        hangs = not content and words[j].dep in ("advcl", "acl")
        if hangs or reports_verb(words, j):
            return True
    if _of_tense(words, j, tense) and words.low(i - 1) not in ("who", "which"):
        return True
    if (
        words.tag(j) == "VBN"
        and reports_verb(words, j)
        and words[j].group is None
        and _object_follows(words, j)
    ):
        return True
    if after in ("and", "or"):
        if _joined_verb(words, i + 1, content, tense):
            return True
        return _somebody_acts(words, i + 2) if content else new_clause(words, i + 2)
    return _speaker_tag(words, i)


def _in_list(words: Words, j: int) -> bool:
    """Whether an -ing form is an item of a list that goes on ("targets, guiding aims, and rules")."""
    comma = False
    for k in range(j + 1, len(words)):
        low = words.low(k)
        if words.tag(k) in FINITE or low in (";", "that", "which"):
            return False
        comma = comma or low == ","
        if low in ("and", "or") and comma:
            return words.tag(k + 1) in ("NN", "NNS", "NNP", "JJ")
    return False


_PREPOSITIONS = frozenset(
    {"including", "excluding", "concerning", "regarding", "following", "depending", "considering"}
)


def _ends_aside(words: Words, at: int) -> bool:
    """Whether an aside ends here ("as he noted, ..."), nothing is governed."""
    return at >= len(words) or words[at].punct or words.low(at) in ("earlier", "before", "previously")


def _contrasts(words: Words, i: int, content: bool) -> bool:
    """Whether "while", "but" or the like at ``i`` sets another act against this one, not two things said."""
    if words.tag(i + 1) == "VBG" and words.low(i) in ("while", "whilst", "although"):
        return words.low(i + 1) in object_words("saying_participles")
    j = i + 1
    while words.tag(j).startswith("RB") or words.low(j) in ("has", "have", "had"):
        j += 1
    if (
        words.tag(j) in ("VBD", "VBZ", "VBN", "VBG")
        and words[j].group is None
        and words.low(j) not in ("is", "was")
    ):
        return reports_verb(words, j) or not content
    if not content:
        return words.low(i) in ("but", "however", "yet") or has_finite(words, i + 1)
    return words.low(i) in ("however", "yet") or _somebody_acts(words, j)


def _somebody_acts(words: Words, j: int) -> bool:
    """Whether a subject that speaks or does something starts at ``j``, not one that should or might."""
    for k in range(j, min(j + 12, len(words))):
        if (
            words[k].group is not None
            or words.tag(k) in ("DT", "PRP$", "NNS", "NN", "JJ", "CC", "PRP", "IN", "NNP", "CD")
            or words[k].punct
        ):
            if words.low(k) in (";", "."):
                return False
            continue
        if words.tag(k).startswith("RB"):
            continue
        spoken = (
            words[j].group is not None
            or words.tag(j) == "PRP"
            or words.low(j) in ("the", "some", "many", "several", "other", "most")
        )
        return (
            spoken
            and words.tag(k) in ("VBD", "VBZ", "VBP")
            and (reports_verb(words, k) or words[j].group is not None)
        )
    return False


def _of_tense(words: Words, j: int, tense: str) -> bool:
    """Whether a verb of an act stands at ``j`` that the one before can be joined to."""
    tag = words.tag(j)
    if tag not in ("VBD", "VBZ") or not reports_verb(words, j) or words[j].group is not None:
        return False
    if tense == "VBG" and tag == "VBZ":  # "noting that it names A and discusses B"
        return False
    return tense not in ("VBD", "VBZ") or tag == tense


def _object_follows(words: Words, j: int) -> bool:
    """Whether a participle-like form at ``j`` governs something, so that it is a past tense."""
    after = words.tag(j + 1)
    if after in ("DT", "PRP$", "VBG", "NN", "NNS", "JJ", "NNP", "CD", "PRP") or words.low(j + 1) == "that":
        return True
    return (j + 1 < len(words) and words[j + 1].group is not None) or _longer_frame(words, j)


def _goes_on(words: Words, i: int) -> bool:
    """``, but on Y``, ``, but only after Y``, ``, and that Z``, ``, or if W``: more of the same."""
    after, next_ = words.low(i + 1), words.low(i + 2)
    if after == "but":
        j = i + 2
        while words.low(j) in ("only", "rather", "also", "not", "instead", "possibly", "preferably", "just"):
            j += 1
        if next_ == "that" or (j > i + 2 and words.tag(j) in ("IN", "TO", "DT", "NN", "NNS", "VBG", "JJ")):
            return True
        if next_ in ("one", "those", "a", "an") and not new_clause(words, i + 2):
            return True  # ", but one that works"
        return words.tag(i + 2) == "IN" and next_ not in CONTRAST | CONDITION and not has_finite(words, i + 2)
    return (after == "and" and next_ == "that") or (after == "or" and next_ in ("if", "unless", "that"))


def _same_goes_on(words: Words, i: int) -> bool:
    """``has not lost faith, but will go on``: what is said goes on with a verb of its own subject."""
    contrast = words.low(i + 1) in ("but", "yet")
    return contrast and words.tag(i + 2) in ("MD", "VBZ", "VBP") and not reports_verb(words, i + 2)


def _speaker_tag(words: Words, i: int) -> bool:
    """``, X said.``: the speaker after what is said."""
    if i + 2 >= len(words):
        return False
    pronoun = words.low(i + 1) in ("he", "she", "they", "it") and reports_verb(words, i + 2)
    if words.tag(i + 1) in ("DT", "PRP$"):
        return _noun_says(words, i + 2)
    named = words[i + 1].group is not None and words.tag(i + 2) in ("VBD", "VBZ")
    named = named and (bool(words.speakers(i + 1)) or reports_verb(words, i + 2))
    return named or (pronoun and words.tag(i + 2) in ("VBD", "VBZ"))


def _noun_says(words: Words, first: int) -> bool:
    """``, its spokeswoman told local radio.``: a noun and its verb of saying, near the end."""
    k = first
    while words.tag(k).startswith(("NN", "JJ")) and k < first + 4:
        k += 1
    last = next((n for n in range(len(words) - 1, -1, -1) if not words[n].punct), 0)
    return k > first and words.low(k) in ("said", "says", "told", "added", "reported") and last - k <= 4


_COMPANY = frozenset({"with", "along", "together"})


# Kinds of objects that only a longer look tells; too many everyday words govern them.
_LOOSE = frozenset({"people", "staff", "guest", "vow", "peace", "backed", "giving", "money"})


def reports_verb(words: Words, j: int) -> bool:
    """Whether a verb stands at ``j`` that carries an act, with the words and the kind of thing it needs."""
    return any(
        (words.armed or frame.act not in DEEDS)
        and (words.armed or frame.object not in _LOOSE)
        and _has_particles(words, j, frame.words)
        and (
            not is_list(frame.object)
            or any(words.low(k) in object_words(frame.object) for k in range(j + 1, min(j + 8, len(words))))
        )
        for frame in load_verbs().frames.get(words.low(j), ())
    )


def _has_particles(words: Words, j: int, needed: tuple[str, ...]) -> bool:
    at = j + 1
    for want in needed[1:]:
        if want in ("~", "..."):
            continue
        at = next((k + 1 for k in range(at, min(at + 4, len(words))) if words.low(k) == want), 0)
        if not at:
            return False
    return True


_INNER = frozenset(
    {",", ";", ".", "and", "or", "as", "that", "which", "who", "where", "when", "how", "what", "why"}
)


def new_clause(words: Words, j: int) -> bool:
    """Whether a subject with a finite verb starts at ``j`` (", and Canada opposed it")."""
    limit = min(j + 14, len(words))
    seen = False
    for k in range(j, limit):
        tag, low = words.tag(k), words.low(k)
        if tag in FINITE and low not in ("'s",):
            return seen and low != "to"
        if low in _INNER:
            return False
        if low == "by" and tag == "IN" and words.tag(k + 1) == "VBG":  # "the debt made by shifting costs on"
            return False
        if tag.startswith("NN") or tag in ("PRP", "DT") or words[k].group is not None:
            seen = True
    return False


def _joined_verb(words: Words, i: int, content: bool, tense: str = "") -> bool:
    """Whether "and" at ``i`` joins another verb to the predicate rather than two things it governs."""
    j = i + 1
    if (words.low(j) in _COMPANY or words.low(j + 1) == "by") and words.low(i - 1) in (
        ",",
        ")",
    ):  # ", and with Canada, preferred"
        j = next((k + 1 for k in range(j + 1, min(j + 8, len(words))) if words.low(k) == ","), j)
    if words.low(j) == ",":  # "and, with Canada, preferred"
        j = next((k + 1 for k in range(j + 1, min(j + 8, len(words))) if words.low(k) == ","), j)
    while words.tag(j).startswith("RB") or words.low(j) in ("also", "instead", "then"):
        j += 1
    if j >= len(words):
        return False
    tag = words.tag(j)
    if _of_tense(words, j, tense if content else "") or (content and _told_now(words, i, j, tense)):
        return True
    says = whole_clause(words, i) if content else words.low(j) in object_words("saying_participles")
    if tag == "VBG" and says and reports_verb(words, j) and not in_series(words, j):
        return True
    if tag == "VBN" and content and reports_verb(words, j) and _object_follows(words, j):
        return True
    if tag == "VBN" and reports_verb(words, j) and not content:
        return words.low(j + 1) not in ("by", "in", ",", ".") and words.tag(j + 1) not in ("NN", "NNS")
    if words.low(i) == "and" and _goes_on_absolutely(words, i, j + 1 if tag == "DT" else j):
        return True
    # a masked actor and a finite verb: "... and Canada opposed it"
    return words[j].group is not None and words.tag(j + 1) in ("VBD",) and reports_verb(words, j + 1)


def _goes_on_absolutely(words: Words, i: int, j: int) -> bool:
    """``with X noting A and Y urging B``: whether "and" at ``i`` joins what the next one says."""
    says = words.speakers(j) and words.tag(j + 1) == "VBG" and reports_verb(words, j + 1)
    return bool(says) and any(absolute(words, k) is not None for k in range(i))


def whole_clause(words: Words, i: int) -> bool:
    """Whether what is said is a clause before ``i``, with a verb; "that asking and asking again is vain" is
    none before "and".
    """
    for k in range(i - 1, -1, -1):
        if words.tag(k) in FINITE:
            return True
        if words.low(k) in ("that", "whether"):
            return words.tag(k + 1) != "VBG"
    return True


def _told_now(words: Words, i: int, j: int, tense: str) -> bool:
    """``stressed that costs are high and decided to go``: what is said is in the present, the second verb
    in the past like the first.
    """
    if tense != "VBD" or words.tag(j) != "VBD" or words[j].group is not None:
        return False
    before = next((words.tag(k) for k in range(i - 1, -1, -1) if words.tag(k) in FINITE), "VBD")
    passive = any(words.low(k) in ("is", "are", "be", "been") for k in range(max(0, i - 4), i))
    attribute = words.tag(j + 1) in ("NN", "NNS")  # "and closed sessions are needed"
    return before != "VBD" and not attribute and not (passive and words.tag(i - 1) in ("VBN", "VBD"))


def _longer_frame(words: Words, j: int) -> bool:
    """Whether the word after belongs to the verb ("and cautioned against", "and noted that")."""
    after = words.low(j + 1)
    return after == "that" or any(
        len(frame.words) > 1 and frame.words[1] == after and after not in ("to", "in", "by")
        for frame in load_verbs().frames.get(words.low(j), ())
    )


def has_finite(words: Words, at: int) -> bool:
    """Whether a finite verb follows before the next comma or full stop (a clause, not a phrase)."""
    for k in range(at, len(words)):
        if words.low(k) in (",", ";", "."):
            return False
        if words.tag(k) in FINITE or words[k].dep in ("advcl", "ccomp", "parataxis"):
            return True
    return False
