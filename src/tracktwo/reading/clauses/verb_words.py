"""Verbs among the words: which word is one, whatever its tag, and in which form it stands."""

from __future__ import annotations

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.alone import only_one_left
from tracktwo.reading.clauses.matching import DAYS, PARTICLES, past_day
from tracktwo.reading.clauses.words import Words

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "am", "get", "got", "gets"})


HAVE = frozenset({"has", "have", "had", "having", "'ve"})


# "kept pressing", "continues calling": the verb in -ing is what somebody does.
ASPECT = frozenset(
    (
        "keep",
        "keeps",
        "kept",
        "continue",
        "continues",
        "continued",
        "start",
        "starts",
        "started",
        "began",
        "begin",
        "begins",
        "begun",
    )
)


AUX = (
    BE
    | HAVE
    | {
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "shall",
        "cannot",
        "ca",
        "wo",
        "'ll",
        "'d",
    }
)


def is_verb(words: Words, i: int) -> bool:
    """Whether the word is used as a verb here; surface signs overrule a doubtful tag."""
    word = words[i]
    if (
        is_helped(words, i)
        or past_by_its_object(words, i)
        or _past_before_count(words, i)
        or _goes_on(words, i)
        or _helped(words, i)
        or _after_time(words, i)
        or only_one_left(words, i)
    ):
        return True
    if word.dep in ("amod", "compound") and word.tag not in ("VBZ", "VBP") and not _after_actor(words, i):
        return False
    if word.tag in ("VBN", "VBD") and words.low(i - 1) in ("the", "a", "an", "its", "their", "this", "any"):
        return False
    if (
        word.tag == "VBN"
        and words.low(i - 1) in ("and", "or")
        and words.tag(i - 2) == "JJ"
        and words.tag(i + 1)[:2] == "NN"
    ):
        return False  # "mandatory and recommended measures"
    if word.tag == "VBG" and words.low(i - 1) in ("the", "a", "an", "its", "their", "this"):
        return False
    if word.tag == "NNS" and _only_verb(words, i):
        return True
    if word.low.endswith("ing") and words.low(i + 1) == "of" and not _takes_of(word.low):
        return False
    if word.tag.startswith("VB"):
        return True
    if words.low(i - 1) in ("he", "she", "it", "they", "who", "we") and word.tag.startswith("NN"):
        return True
    if (
        words.low(i - 1) == "to"
        and words.tag(i + 1) in ("DT", "IN", "PRP$", "JJ", "NNP")
        and (word.tag == "NN" or (word.tag == "NNP" and word.text.islower()))
    ):
        return word.low in load_verbs().frames and word.low == load_verbs().lemmas.get(word.low)
    return _after_actor(words, i) and (
        word.low.endswith(("ed", "ing")) or word.tag in ("NNS", "JJ") or words.low(i + 1) == "that"
    )


def past_by_its_object(words: Words, i: int) -> bool:
    """Whether a form in -ed that joins on ("X, and highlighted the cost") is a past tense: it has an object
    no participle before a noun could have.
    """
    if words.tag(i) not in ("VBD", "VBN") or words.low(i - 1) not in (",", "and", "but"):
        return False
    after = words.tag(i + 1)
    group = words[i + 1].group if i + 1 < len(words) else None
    if after in ("DT", "PRP$") or words.low(i + 1) == "that":
        return True
    if after == "VBG":
        return True
    if words.low(i + 1) == "for" and words.low(i) == "called" and words.low(i + 2) != "by":
        return True
    return group is not None and not any(m.modifier for m in group.speakers)


def _past_before_count(words: Words, i: int) -> bool:
    """``The court convicted two officials``: a participle never stands before a numeral or an article."""
    if words.tag(i) not in ("VBN", "VBD") or not words.tag(i - 1).startswith(("NN", "PRP")):
        return False
    return words.tag(i + 1) in ("CD", "DT", "PRP$") and words[i].dep in ("amod", "compound", "acl")


def _after_time(words: Words, i: int) -> bool:
    """``Kenya, however, last week extended sanctions``: after a day, the only verb so far is no adjective."""
    if words[i].dep != "amod" or words.tag(i) not in ("VBN", "VBD") or words.low(i - 1) not in DAYS:
        return False
    return not any(words.tag(k) in ("VBD", "VBZ", "VBP", "MD") for k in range(i))


_HELP = frozenset({"help", "helps", "helped", "helping"})


def is_helped(words: Words, i: int) -> bool:
    """``helped broker the deal``: a bare verb right after "help"."""
    low = words.low(i)
    base = words.tag(i) in ("VB", "VBP", "NN") and low == load_verbs().lemmas.get(low)
    return base and words.low(i - 1) in _HELP and words.tag(i + 1) not in ("", ".", "IN", "NNS")


def _helped(words: Words, i: int) -> bool:
    """``have once again slaughtered villagers``, ``had abducted and killed citizens``: a verb after "have",
    whatever the parse makes of it.
    """
    low = words.low(i)
    if words.tag(i) == "NN" and words.low(i - 1) in HAVE and words.tag(i + 1) in ("DT", "CD", "PRP$"):
        return load_verbs().lemmas.get(low, low) != low  # "had sunk a boat"
    if words[i].dep not in ("amod", "compound") or low not in load_verbs().frames or not low.endswith("ed"):
        return False
    j = i - 1
    if words.low(j) == "and" and words.tag(j - 1) in ("VBN", "VBD"):
        return words.low(j - 2) in HAVE
    while j > 0 and words.tag(j).startswith("RB"):
        j -= 1
    return j < i - 1 and words.low(j) in HAVE


def _goes_on(words: Words, i: int) -> bool:
    """``Norland is training Elbonian officers``: who "is training" somebody is no training."""
    if (
        words.tag(i) != "VBG"
        or words.low(i - 1) not in BE
        or i < 2
        or words[i].dep not in ("amod", "compound")
    ):
        return False
    before = words[i - 2].group
    return before is not None and any(m.acts for m in before.speakers) and words[i + 1].group is not None


def _only_verb(words: Words, i: int) -> bool:
    """``The report concludes that``, parsed as a noun: nothing before it is a verb, and a clause follows."""
    if words.low(i + 1) != "that" or words.low(i) == load_verbs().lemmas.get(words.low(i)):
        return False
    before = words.tag(i - 1)
    noun = before.startswith("NN") or words.low(i - 1) == "," or words[i - 1].group is not None
    finite = any(words.tag(k) in ("VBD", "VBZ", "VBP", "MD") for k in range(i))
    return (
        noun
        and not finite
        and any(words.tag(k) in ("VBD", "VBZ", "VBP", "MD") for k in range(i + 2, len(words)))
    )


def _takes_of(word: str) -> bool:
    return any("of" in frame.words for frame in load_verbs().frames.get(word, ()))


def _after_actor(words: Words, i: int) -> bool:
    """Right after somebody who acts ("Peruvian officials warning of", "Canada proposed")."""
    before = words[i - 1].group if i else None
    if before is None or (not any(m.acts for m in before.speakers) and before.collective is None):
        return False
    return words.low(i + 1) not in ("of",) or words.low(i).endswith("ing")


def verb_form(words: Words, i: int) -> tuple[str, bool]:
    """The form (fin, ing, inf, part) of a verb and whether it is passive."""
    low, tag = words.low(i), words.tag(i)
    j = i - 1
    while j >= 0 and (
        words.tag(j).startswith("RB") or words.low(j) in ("not", "n't", "also", "just", "both", "all")
    ):
        j -= 1
    before = words.low(j)
    if low.endswith("ing") and low != load_verbs().lemmas.get(low):
        finite = before in BE or before in ASPECT or _joins_progressive(words, i)
        return ("fin" if finite else "ing", False)
    if is_helped(words, i):
        return ("inf", False)
    if before == "to" and (tag in ("VB", "NN", "VBP") or low == load_verbs().lemmas.get(low)):
        return ("inf", False)
    if before in BE and tag not in ("VB", "VBZ", "VBP"):
        infinitive = _infinitive_be(words, j)
        return ("inf" if infinitive else "fin", True)
    if before == "have" and words.low(j - 1) == "to":
        return ("inf", False)  # "is said to have left"
    if before == "having":
        return ("ing", False)
    if before in HAVE or tag in ("VBZ", "VBP", "MD") or _helped(words, i):
        return ("fin", False)
    if before in AUX:
        return ("fin", False)
    if tag in ("VBN", "VBD") and _by_somebody(words, i):
        return ("part", True)
    if _past_before_count(words, i):
        return ("fin", False)
    if _asked_aside(words, i):
        return ("part", True)
    if past_by_its_object(words, i):
        return ("fin", False)
    if low in _NEVER_SUFFERED or (tag == "VBN" and _does_something(words, i)):
        return ("fin", False)
    if tag == "VBN" and words[i].dep in ("acl", "advcl", "amod", "acl:relcl") and not _after_actor(words, i):
        # The only verb of a sentence is its main verb, whatever the parse says.
        alone = words.low(i - 1) != "," and not _finite_in_clause(words, i)
        return (
            ("fin", False)
            if low.endswith("ed") and (alone or _main_after_office(words, i))
            else ("part", True)
        )
    if tag in ("VB", "VBP") and low in _SAME_IN_THE_PAST and before == "and":
        past = words.tag(words[i].head) == "VBD" and words[i].dep == "conj"
        if past:
            return ("fin", False)  # "killed four and set free 60"
    if tag == "VB" and shares_modal(words, i):
        return ("fin", False)
    if tag == "VB" and words.child(i, "nsubj") is None and not _after_actor(words, i):
        return ("fin" if we_go_on(words, i) else "inf", False)
    return ("fin", False)


def participle_start(words: Words, verb: int) -> int:
    """Index of "having" in ``having formally signed``; of any other participle its own."""
    j = verb - 1
    while words.tag(j).startswith("RB"):
        j -= 1
    return j if words.low(j) == "having" else verb


# Done with or to nobody: "gunmen clashed with guards" has no passive.
_NEVER_SUFFERED = frozenset(
    {"clashed", "advanced", "retaliated", "mutinied", "counter-attacked", "counterattacked"}
)


def _does_something(words: Words, i: int) -> bool:
    """``while the alliance struck a depot``: with a subject and an object beside it no participle."""
    if words.tag(i + 1) not in ("DT", "CD", "PRP$") or words.child(i, "obj") is None:
        return False
    return words.child(i, "nsubj") == i - 1


# Said rather than aimed at: "we support X's proposal to meet and call on both sides".
_DONE_BY_SAYING = frozenset(
    {
        "call",
        "urge",
        "welcome",
        "condemn",
        "reiterate",
        "commend",
        "congratulate",
        "thank",
        "deplore",
        "express",
        "encourage",
    }
)


_SAME_IN_THE_PAST = frozenset({"set", "put", "cut", "hit", "let", "shut", "spread", "beat", "quit"})


def shares_modal(words: Words, i: int) -> bool:
    """``will meet the members and discuss plans``: a bare verb joined to one that a modal helps."""
    head = words[i].head
    if words[i].dep != "conj" or words.tag(i) != "VB" or words.tag(head) != "VB" or not head < i:
        return False
    if words.low(i - 1) not in ("and", "or", ",") and not words.tag(i - 1).startswith("RB"):
        return False
    if any(words.low(k) == "to" and words.tag(k + 1) == "VB" for k in range(head + 1, i)):
        return False
    return any(words.tag(k) == "MD" for k in range(max(0, head - 3), head)) and words.low(head - 1) != "to"


def we_go_on(words: Words, i: int) -> bool:
    """``We are concerned by the delay and call on both sides``: what "we" do next, parsed as a bare verb."""
    j = i - 1
    while words.tag(j).startswith("RB"):
        j -= 1
    if words.low(j) != "and" and (words.low(j) != "," or words.low(i) not in _DONE_BY_SAYING):
        return False
    for k in range(j - 1, 0, -1):
        infinitive = words.low(k) == "to" and words.tag(k + 1) == "VB"
        if (
            words.tag(k) == "MD"
            or (infinitive and words.low(i) not in _DONE_BY_SAYING)
            or words.low(k) == "that"
        ):
            return False
        if words.tag(k) == "VBP":
            return any(words.low(n) in ("we", "i") for n in range(max(0, k - 2), k))
    return False


def _joins_progressive(words: Words, i: int) -> bool:
    """``is advising and assisting``: the second of two verbs that "is" helps."""
    return (
        words.low(i - 1) == "and" and words.tag(i - 2) == "VBG" and words.low(i - 3) in BE | ASPECT | {"been"}
    )


def _by_somebody(words: Words, i: int) -> bool:
    """``shelled by``, ``put forward by``; not ``abided by``, where "by" is the verb's own, nor "by phone"."""
    particle = words.tag(i + 1) in ("RP", "RB", "IN") and words.low(i + 1) in PARTICLES
    at = past_day(words, i + 2 if particle else i + 1)
    if words.low(at) != "by" or words.tag(at + 1) == "VBG" or words.low(at + 1) in object_words("means"):
        return False
    frames = load_verbs().frames.get(words.low(i), ())
    return not any(
        len(f.words) > 1 and f.words[1] == "by" and _follows(words, at, f.words[1:]) for f in frames
    )


def _follows(words: Words, at: int, wanted: tuple[str, ...]) -> bool:
    return all(words.low(at + n) == want for n, want in enumerate(wanted))


def _finite_in_clause(words: Words, i: int) -> bool:
    """Whether a finite verb stands before the word or in its clause, up to the next comma."""
    end = next((k for k in range(i, len(words)) if words.low(k) in (",", ";")), len(words))
    return any(words.tag(k) in ("VBD", "VBZ", "VBP", "MD") and words[k].group is None for k in range(end))


def _main_after_office(words: Words, i: int) -> bool:
    """``X, head of Y, presented on Z``: the first verb, after the comma that closes the office."""
    if (
        words.low(i - 1) != ","
        or words[0].group is None
        or words.tag(i + 1) not in ("IN", "DT", "PRP$", "VBG")
    ):
        return False
    verbs = ("VBD", "VBZ", "VBP", "MD", "VBG", "VBN", "WP", "WDT")
    before = any(words.tag(k) in verbs for k in range(1, i) if words[k].group is None)
    later = any(words.tag(k) == "VBD" and words.low(k - 1) == "," for k in range(i + 1, len(words)))
    return not before and not later


_QUESTIONED = frozenset(
    {"asked", "pressed", "questioned", "quizzed", "told", "urged", "reached", "contacted", "challenged"}
)


def _asked_aside(words: Words, i: int) -> bool:
    """``The senator, asked about the vote, said``: what was done to the one who speaks."""
    done = (
        words.low(i) in object_words("done_to")
        and words.tag(i + 1) in ("IN", "TO")
        and words.low(i + 1) != "that"
    )
    if (words.low(i) not in _QUESTIONED and not done) or words.low(i - 1) != ",":
        return False
    closing = next((k for k in range(i + 1, min(i + 14, len(words))) if words.low(k) == ","), None)
    return closing is not None and words.tag(closing + 1) in ("VBD", "VBZ", "MD")


def _infinitive_be(words: Words, j: int) -> bool:
    return words.low(j) == "be" and words.low(j - 1) == "to"
