"""Repair: past tenses and participles of reporting verbs that the tagger took for something else.

A small tagger reads "X, for several members, noted Y and highlighted Z" with two participles and no main
verb. What stands around a reporting word says surely enough which it is, whatever the rest of the parse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.people import is_one, is_people
from tracktwo.reading.clauses.words import Word, Words
from tracktwo.vocabulary import Act

_TURMOIL = frozenset({"clashes", "protests", "strikes", "raids", "attacks"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DOUBTFUL = frozenset({"VBN", "JJ", "NN", "NNP", "VB", "NNS", "IN"})
_ATTRIBUTED = frozenset({"amod", "compound", "acl", "nsubj"})
_LAST_WORDS = frozenset({"reports", "claims", "notes", "states", "writes", "estimates"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "not", "n't"})
_INSIDE = frozenset(
    {"of", "by", "from", "for", "with", "between", "in", "to", "on", "against", "at", "about"}
)
_OPENS = frozenset({"DT", "PDT", "PRP$", "PRP", "IN", "TO", "WP", "WRB", "CD"})


def repaired(words: Words) -> Words:
    """The sentence with the tags of reporting verbs put right where the tagger missed them."""
    found = list(words)
    for i, word in enumerate(words):
        if word.group is not None:
            continue
        if word.low.endswith("ing"):
            doubtful = word.tag != "VBG" or word.dep in _ATTRIBUTED or (i == 0 and _before_speaker(found))
            if doubtful and _opens_clause(found, i):
                found[i] = word._replace(tag="VBG", dep="advcl")
        elif word.tag == "VBZ" and _names_people(found, i):
            found[i] = word._replace(tag="NNS")
        elif (
            word.tag == "PRP" and word.low == "mine" and i and found[i - 1].tag.startswith(("NN", "DT", "JJ"))
        ):
            found[i] = word._replace(tag="NN")
        elif word.low in _pasts() and (word.tag in _DOUBTFUL or _misplaced(word)) and _is_past(found, i):
            found[i] = word._replace(tag="VBD", dep="conj")
        elif word.tag == "NNS" and _goes_on(found, i):
            found[i] = word._replace(tag="VBZ", dep="conj")
        elif word.tag == "NNS" and word.low in _LAST_WORDS and _ends_with_source(found, i):
            found[i] = word._replace(tag="VBZ")
        elif word.tag == "VBP" and _joins_infinitive(found, i):
            found[i] = word._replace(tag="VB", dep="conj")
        elif word.tag == "JJ" and _harmed(found, i):
            found[i] = word._replace(tag="VBN")
        elif word.low in object_words("ready_made") and _qualifies(found, i):
            found[i] = word._replace(tag="JJ", dep="amod")
    return replace(words, words=tuple(found)) if tuple(found) != words.words else words


def _goes_on(words: Sequence[Word], i: int) -> bool:
    """``Norland supports A and regrets that B``: a second verb in the present that looks like a plural."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or _low(words, i - 1) != "and" or not (after.tag == "DT" or after.low == "that"):
        return False
    verbs = load_verbs().frames
    return words[i].low in verbs and any(w.tag == "VBZ" and w.low in verbs for w in words[: i - 1])


def _ends_with_source(words: Sequence[Word], i: int) -> bool:
    """``The strike is off, the Herald reports.``: who reports it stands last, after what is reported."""
    if i + 1 < len(words) and not words[i + 1].punct:
        return False
    k = i - 1
    while k > 0 and (words[k].tag.startswith(("NN", "DT", "JJ")) or words[k].group is not None):
        k -= 1
    named = k < i - 1 and words[i - 1].tag.startswith("NNP")
    return named and words[k].low in (",", "”", '"') and any(w.tag in _FINITE for w in words[:k])


def _names_people(words: Sequence[Word], i: int) -> bool:
    """``Coalition warplanes bombed``, ``Clashes between``: a plural that the tagger took for a verb."""
    before, after = words[i - 1].tag if i else "", words[i + 1].tag if i + 1 < len(words) else ""
    if i == 0 and _low(words, i + 1) in ("between", "near", "over"):
        return True
    if words[i].low in _TURMOIL and before.startswith(("NN", "JJ")) and after in ("VBD", "VBN"):
        return True  # "Heavy clashes erupted"
    if not is_people(words[i].low) or (words[i - 1].group is not None and i):
        return False
    return (i == 0 or before.startswith(("NN", "JJ", "VBN"))) and after in ("VBD", "VBN", "IN", "MD", "VBP")


@cache
def _pasts() -> frozenset[str]:
    """Past forms that are not a present as well ("put" says nothing)."""
    verbs = load_verbs()
    return frozenset(
        form
        for form, lemma in verbs.lemmas.items()
        if form != lemma and not form.endswith(("ing", "s")) and lemma != "be"
    )


def _misplaced(word: Word) -> bool:
    """A past tense that the parse makes an attribute."""
    return word.tag == "VBD" and word.dep in _ATTRIBUTED


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _opens_clause(words: Sequence[Word], i: int) -> bool:
    """``Noting that ...``: an -ing form of a reporting verb that opens a sentence or follows a comma."""
    verbs = load_verbs()
    return (i == 0 or _low(words, i - 1) in (",", "those")) and (
        words[i].low in verbs.frames and _low(words, i + 1) not in ("of", ",", "")
    )


def _before_speaker(words: Sequence[Word]) -> bool:
    """``Noting X is Y, Norway said``: what opens the sentence is no subject if a name follows a comma."""
    return any(one.low == "," and (two.group is not None or two.tag == "DT") for one, two in pairwise(words))


def _is_past(words: Sequence[Word], i: int) -> bool:
    if _low(words, i + 1) == "by":
        return False
    j = i - 1
    while j >= 0 and (words[j].tag.startswith("RB") or words[j].low in ("also", "then", "both", "all")):
        if words[j].low in _BE:
            return False
        j -= 1
    if j < 0:
        return False
    if words[j].group is not None:
        return _speaks(words, j)
    if words[j].low in ("latter", "former") and _low(words, j - 1) == "the":
        return True
    if (words[j].tag == "NNS" and is_people(words[j].low)) or _somebody(words, j):
        return _only_verb(words, i)
    if words[j].low == ",":
        return _after_aside(words, j) or _after_company(words, i, j) or _listed(words, i, j)
    if words[j].low in ("and", "but"):
        return _joined(words, i, j)
    return False


def _harmed(words: Sequence[Word], i: int) -> bool:
    """``was sentenced to``, ``were injured``: a participle of what is done to somebody."""
    frames = load_verbs().frames.get(words[i].low, ())
    done = any(frame.act in (Act.SANCTION, Act.USE_FORCE) for frame in frames)
    return done and _low(words, i - 1) in ("was", "were", "been") and words[i].low in _pasts()


def _only_verb(words: Sequence[Word], i: int) -> bool:
    """``Coalition warplanes bombed positions``: the one verb that can be the main one, with an object."""
    others = any(w.tag in _FINITE for w in words if w.group is None and w is not words[i])
    after = _low(words, i + 1)
    governs = i + 1 < len(words) and (
        words[i + 1].group is not None
        or words[i + 1].tag.startswith(("DT", "NN", "JJ", "PRP$", "CD"))
        or any(frame.words[1:2] == (after,) for frame in load_verbs().frames[words[i].low])
    )
    return governs and not others


def _somebody(words: Sequence[Word], j: int) -> bool:
    """``The airline offered pilots a rise``, ``The two also discussed it``: who acts, with an article."""
    one = (words[j].tag == "NN" and is_one(words[j].low)) or (j == 1 and words[j].low == "two")
    return 0 < j < 4 and words[0].tag == "DT" and one


def _speaks(words: Sequence[Word], j: int) -> bool:
    """Whether somebody who acts stands at ``j``, not inside another phrase ("texts by Canada submitted")."""
    group = words[j].group
    if group is None or words[j].tag == "POS":
        return False
    acting = any(m.acts and not m.modifier and not m.possessive for m in group.speakers)
    first = j
    while first > 0 and (words[first - 1].group is group or words[first - 1].tag in ("DT", "JJ")):
        first -= 1
    return (acting or group.collective is not None) and _low(words, first - 1) not in _INSIDE


def _after_aside(words: Sequence[Word], comma: int) -> bool:
    """``X, for several members, noted``, ``X, who led the talks, reported A``: after an aside, where no verb
    was told before.
    """
    relative = next((k for k in range(comma - 1, 1, -1) if words[k].low in ("who", "which")), comma)
    told = comma if words[relative - 1].low != "," or words[relative - 2].group is None else relative
    if any(w.tag in _FINITE for w in words[:told]):
        return False
    if words[comma - 1].group is not None and _speaks(words, comma - 1):
        return True
    commas = [k for k in range(comma - 1, 0, -1) if words[k].low == ","]
    return any(words[k - 1].group is not None and _speaks(words, k - 1) for k in commas)


def _qualifies(words: Sequence[Word], i: int) -> bool:
    """``flexible and agreed parameters``: one of two words that qualify a noun."""
    if i + 2 < len(words) and _low(words, i - 1) == "and" and _year(words[i + 1]):
        return words[i + 2].tag in ("NN", "NNS")  # "the report and proposed 2006 budget"
    noun = i + 1 < len(words) and words[i + 1].tag in ("NN", "NNS") and words[i + 1].group is None
    return i > 1 and noun and words[i - 1].low in ("and", "or") and words[i - 2].tag in ("JJ", "VBN")


def _governs_surely(after: Word) -> bool:
    """``and questioned how``, ``and identified several``: no participle stands before words of this kind."""
    if after.low in object_words("how_many"):
        return True
    return after.tag in ("DT", "PRP$", "PRP", "WP", "WRB") or after.low == "that"


def _listed(words: Sequence[Word], i: int, comma: int) -> bool:
    """``said A, stressed B, and proposed C``: a verb between two others that are told of the same."""
    told = any(w.tag == "VBD" and w.low in _pasts() for w in words[:comma])
    if (
        not told
        or i + 1 >= len(words)
        or words[i + 1].low in (".", ",", ";", "in", "on", "at", "as", "and", "or")
    ):
        return False
    joins = [k for k in range(i + 2, len(words) - 1) if words[k].low == "and"]
    after_comma = next((k for k in joins if words[k - 1].low == ","), None)
    if after_comma is not None:
        return words[after_comma + 1].low in _pasts() and words[after_comma + 1].tag != "NN"
    sure = words[i].low not in object_words("ready_made") or words[comma - 1].tag.startswith("NN")
    return sure and any(words[k + 1].tag == "VBD" and words[k + 1].low in _pasts() for k in joins)


def _year(word: Word) -> bool:
    """``the report and proposed 2006 budget``: a year goes with the noun."""
    return word.text.isdigit() and len(word.text) == 4


def _gerund(words: Sequence[Word], at: int) -> bool:
    """``proposed forwarding both texts``: an -ing form with an object of its own."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or not words[at].low.endswith("ing"):
        return False
    governs = words[at].low in load_verbs().lemmas and after.tag.startswith("NN")  # "deleting reference"
    return governs or after.tag in _OPENS or after.group is not None or after.low == "both"


def _passive_at(words: Sequence[Word], k: int) -> bool:
    """``was revised and agreed``: a form of "be" before a participle; "is open to all" is none."""
    if words[k].low not in _BE or words[k].low in ("not", "n't"):
        return False
    after = next((w for w in words[k + 1 :] if not w.tag.startswith("RB") and w.low not in _BE), None)
    return after is not None and after.tag in ("VBN", "VBD")


def _joins_infinitive(words: Sequence[Word], i: int) -> bool:
    """``proposed to meet and then agree on X``: a bare form after "and", joined to an infinitive."""
    joint = i - 1
    while joint > 0 and words[joint].tag.startswith("RB"):
        joint -= 1
    if _low(words, joint) not in ("and", "or") or not any(w.tag == "VBD" for w in words[:joint]):
        return False
    for k in range(joint - 1, max(0, joint - 14), -1):
        if words[k].tag in _FINITE or words[k].low == ",":
            return False
        if words[k].low == "to":
            return words[k + 1].tag == "VB"
    return False


def _after_company(words: Sequence[Word], i: int, comma: int) -> bool:
    """``... and, with Canada, suggested``: after those who join in."""
    last = comma - 3 if _low(words, comma - 1) == "others" and _low(words, comma - 2) == "and" else comma - 1
    first = last
    while first > 0 and words[first].group is not None:
        first -= 1
    first -= words[first].tag == "DT"
    joins = words[last].group is not None and words[first].low in ("with", "by", "for")
    return joins and any(words[k].tag == "VBD" and words[k].low in _pasts() for k in range(i))


def _joined(words: Sequence[Word], i: int, j: int) -> bool:
    """``said X and welcomed Y``: joined to a finite verb, and no "agreed and recommended measures"."""
    told = any(w.tag == "VBD" and (w.low in _pasts() or w.low == "did") for w in words[:j])
    if told and _low(words, i + 1) == "," and _low(words, i + 2) == "and" and _low(words, j - 1) == ",":
        return True  # "said A, and proposed, and members agreed, to B"
    if not told or i + 1 >= len(words) or words[i + 1].low in (".", ",", ";"):
        return False
    if _governs_surely(words[i + 1]):
        return True
    if any(_passive_at(words, k) for k in range(max(0, j - 6), j)):
        return False
    sure = (
        (words[i + 1].tag in _OPENS and not _year(words[i + 1]))
        or words[i + 1].group is not None
        or _gerund(words, i + 1)
    )
    sure = sure or (words[i + 1].tag == "NN" and _low(words, i + 2) == "of")  # "and supported deletion of"
    # "proposed A, and supported low fees": no list whose last item is "supported low fees".
    sure = sure or ([w.low for w in words[:i]].count(",") == 1 and words[j - 1].low == ",")
    doubtful = words[i].low in object_words("ready_made") - object_words("told_on")
    return sure or (not doubtful and words[j - 1].tag != "JJ")
