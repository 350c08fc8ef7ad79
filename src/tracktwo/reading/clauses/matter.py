"""Matter: what verbs of force, of giving and of standing by must govern before they count as an act."""

from __future__ import annotations

from tracktwo.reading.acts import Frame, load_verbs
from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.meetings import people_follow
from tracktwo.reading.clauses.people import is_people
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind
from tracktwo.vocabulary import Act

_STOPS = frozenset({",", ";", ".", "that", "which", "who", "to", "if", "unless", "while", "but"})
_MANY = frozenset(
    {"hundreds", "thousands", "dozens", "scores", "tens", "number", "most", "many", "part", "parts", "group"}
)
_GUESTS = frozenset(
    ("ministers", "leaders", "delegations", "delegation", "delegates", "officials", "envoys", "diplomats")
)
_AHEAD = frozenset({"will", "would", "'ll", "shall"})
_NO_TARGET = _STOPS | {"and", "in", "with", "on", "for", "as", "at", "out", "up", "part", "note", "place", ""}
_OBJECT = frozenset({"DT", "CD", "PRP$", "NNP", "NNPS", "PRP"})
_HARMED = frozenset({"he", "she", "they", "him", "her", "them"})
DEEDS_OFFERED = frozenset(
    {
        Act.IMPLEMENT,
        Act.USE_FORCE,
        Act.SANCTION,
        Act.SUSPEND,
        Act.RESUME,
        Act.WITHDRAW,
        Act.MEDIATE,
        Act.MANDATE,
        Act.PLEDGE,
        Act.OFFER,
        Act.CONCEDE,
        Act.VIOLATE,
        Act.VOTE,
    }
)
# What some verbs must govern by name: "suspended Kenya", "sacked the minister", "withdrew from Port Sel".
_NAMED = {
    "member": frozenset({Kind.STATE, Kind.ORGANISATION, Kind.PERSON, Kind.ROLE}),
    "holder": frozenset({Kind.PERSON, Kind.ROLE}),
    "ground": frozenset({Kind.PLACE, Kind.STATE}),
    "street": frozenset({Kind.PLACE, Kind.STATE}),
}
# What else than a name may stand there.
_GROUNDS = {"street": "street", "ground": "place", "holder": "rulers"}
_FORCE = frozenset({"harm", "victim", "foe", "war", "weapon", "taken"})
_NAMING = frozenset({"member", "holder", "ground", "street"})
_WHO = frozenset({"people", "staff", "guest", "person"})
MATTERS = _FORCE | _NAMING | _WHO | {"money", "backed", "bidding", "vow", "peace", "alone"}


def governs_matter(words: Words, i: int, last: int, frame: Frame, passive: bool) -> bool:
    """Whether the verb at ``i`` governs what its kind of act is done to."""
    if frame.object in _FORCE:
        return _force(words, i, last, frame, passive)
    if frame.object in ("people", "staff"):
        return _done_to_people(words, i, last, frame, passive)
    if passive:
        return False
    if frame.object == "peace":
        return not words.armed and _no_object(words, last)
    if frame.object == "alone":
        return not passive and _no_object(words, last)
    if frame.object == "vow":
        before = {words.low(k) for k in range(max(0, i - 3), i)}
        told = "continue" in before and not words.lows.isdisjoint(("said", "says", "added", "confirmed"))
        return bool(before & (_AHEAD if told else _AHEAD - {"would"}))
    if frame.object == "guest":
        return _guest(words, last)
    if frame.object in _NAMED:
        wanted = _NAMED[frame.object]
        if any(m.kind in wanted for k in _governed(words, last)[:4] for m in words.speakers(k)):
            return True
        listed = object_words(_GROUNDS[frame.object]) if frame.object in _GROUNDS else frozenset()
        return any(words.low(k) in listed for k in range(last, last + 4))
    if frame.object == "bidding":
        return _bids(words, last)
    ahead = _governed(words, last)
    if frame.object == "person":
        kinds = (Kind.PERSON,) if frame.words[0] == "call" else (Kind.PERSON, Kind.ROLE)
        guests = frame.words[0] == "host" and any(words.low(k) in _GUESTS for k in ahead)
        met = guests or any(m.kind in kinds for k in ahead[:3] for m in words.speakers(k))
        return met and not is_named(words, last)
    if frame.object == "money":
        sums = any(words.low(k) in object_words("money") or words[k].text[:1] in "$€£" for k in ahead)
        return sums and any(words.low(k) in _AHEAD for k in range(max(0, i - 3), i))
    if frame.words == ("advise",) and _bids(words, last):
        return False
    backed = object_words("proposal") | object_words("backed")
    return any(words[k].group is not None or words.low(k) in backed for k in ahead)


def _done_to_people(words: Words, i: int, last: int, frame: Frame, passive: bool) -> bool:
    """``released the crew``, ``sacked 40 drivers``, ``the crew was released``."""
    if passive:
        before = range(max(0, i - 5), i)
        if frame.object == "people" and any(
            words.tag(k) == "PRP" and words.low(k) != "it" for k in range(max(0, i - 2), i)
        ):
            return True  # "he was freed"
        if frame.object == "people" and any(_one_held(words, k) for k in range(max(0, i - 8), i)):
            return True
        return any(words.tag(k) == "NNS" and is_people(words.low(k)) for k in before) and (
            frame.object == "people" or any(words.tag(k) == "CD" for k in before)
        )
    if not people_follow(words, last):
        return False
    kinds = {m.kind for k in _governed(words, last)[:5] for m in words.speakers(k) if not m.modifier}
    if frame.object == "people":
        return not kinds & {Kind.STATE, Kind.GROUP, Kind.BODY, Kind.PLACE}
    return kinds <= {Kind.UNNAMED, Kind.GENERIC} and words.tag(last) in (
        "CD",
        "DT",
        "PRP$",
        "JJ",
        "NNS",
        "NNP",
    )


def _one_held(words: Words, k: int) -> bool:
    """``The governor was taken in May but freed``, ``Ana Lund was released``."""
    person = any(m.kind is Kind.PERSON and not m.possessive for m in words.speakers(k))
    return person or (
        words.tag(k - 1) == "DT" and words.tag(k) == "NN" and words.low(k) in object_words("held")
    )


def _no_object(words: Words, last: int) -> bool:
    return words.tag(last) in ("IN", "TO", "CC", "RB", "", ".", ",", ":") and words.low(last) != "of"


def _guest(words: Words, last: int) -> bool:
    """``welcomed the foreign minister``, not ``welcomed the foreign minister's offer``."""
    for k in range(last, min(last + 6, len(words))):
        group = words[k].group
        if group is None:
            if not words.tag(k).startswith(("DT", "JJ", "PRP$", "NN")):
                return False
            continue
        if k + 1 < len(words) and words[k + 1].group is group:
            continue
        met = any(m.kind in (Kind.PERSON, Kind.ROLE) and not m.modifier for m in group.speakers)
        return met and words.tag(k + 1) != "POS" and not words.tag(k + 1).startswith("NN")
    return False


def _bids(words: Words, last: int) -> bool:
    """Whether somebody is told to do something: "told Kenya to wait", not "told Kenya that it must"."""
    for k in range(last, min(last + 8, len(words) - 1)):
        if words.low(k) == "to" and k > last:
            return words.tag(k + 1) == "VB"
        if words[k].punct or words.tag(k) in ("VBD", "VBZ", "VBP", "MD", "IN", "WRB", "WP"):
            return False
    return False


def is_named(words: Words, at: int) -> bool:
    """Whether a noun phrase and what it is called stand here: ``the plan a disgrace``, ``it "a start"``."""
    for k in range(at, min(at + 9, len(words))):
        if words[k].text in '“"' and k > at:
            return True
        if words.low(k) in ("a", "an") and k > at and words.tag(k - 1).startswith(("NN", "PRP")):
            return True
        judged = k > at and words.tag(k).startswith("JJ") and words.tag(k - 1).startswith(("NN", "PRP"))
        if judged and words.low(k + 1) in ("", ".", ",", "and", ";"):
            return True
        if words[k].punct or words.tag(k) in ("VBD", "VBZ", "VBP", "MD", "IN", "TO"):
            return False
    return False


def no_matter(words: Words, at: int) -> bool:
    """Whether what would be discussed is none: "considered it useful", "addresses several crises"."""
    if words.tag(at) == "PRP" and (
        words.tag(at + 1).startswith("JJ") or words.low(at + 1) in ("a", "an", "to", "as")
    ):
        return True
    if words.low(at - 1) == "up" and any(words.low(k) in ("fight", "arms") for k in _governed(words, at)):
        return True
    return words.low(at - 1).startswith("address") and any(
        words.low(k) in ("crisis", "crises", "challenges", "needs", "poverty") for k in _governed(words, at)
    )


def suffered(words: Words, i: int) -> bool:
    """Whether a participle right after a noun tells what was done to it ("97 civilians killed in ...")."""
    if words.tag(i) not in ("VBN", "VBD") or i == 0:
        return False
    before = words[i - 1]
    joined = words.low(i + 1) == "and" and words.tag(i + 2) in ("VBD", "VBN") and words.tag(i + 3) in _OBJECT
    if joined:
        return False  # "gunmen kidnapped and killed a judge"
    after = words.tag(i + 1) in ("IN", "TO", "") or words.low(i + 1) in (".", ",", "and", ";")
    if not after or words.low(i + 1) in ("into", "on", "upon", "at"):
        return False
    return before.low in object_words("victim") or (before.tag == "NNS" and words.tag(i - 2) == "CD")


_TO_SOMEBODY = frozenset(
    {"sentenced", "jailed", "released", "freed", "deported", "executed", "expelled", "imprisoned"}
)


def suffered_as_well(words: Words, i: int) -> bool:
    """``was captured by guards in 2008 and sentenced to life``: the second of two things done to somebody."""
    if words.low(i) not in _TO_SOMEBODY or words.low(i - 1) not in ("and", "but", "later", "then"):
        return False
    head = words[i].head
    passive = words.tag(head) == "VBN" and words.child(head, "aux:pass") is not None
    return passive and head < i and words.tag(i + 1) in ("IN", "TO", ".", ",", "", "RB")


def is_victim(words: Words, first: int, last: int) -> bool:
    """Whether a noun phrase names somebody or some place that force can be used on."""
    return any(
        words[k].group is not None
        or words.low(k) in object_words("victim")
        or (words.armed and words.low(k) in object_words("field_of_war"))
        or (words.low(k) in _HARMED and words.tag(k) == "PRP")
        or (words.tag(k) == "NNS" and is_people(words.low(k)))
        for k in range(first, min(last, len(words)))
    )


def _unknown_name(words: Words, k: int) -> bool:
    """``captured Sarin``: in a report of fighting a place or somebody no list knows."""
    return words.tag(k) in ("NNP", "NNPS") and words.low(k) not in DAYS


def _force(words: Words, i: int, last: int, frame: Frame, passive: bool) -> bool:
    if frame.object in ("foe", "war") and not words.armed:
        return False
    figures = object_words("figurative")
    if words.armed:
        figures -= object_words("field_of_war")  # "bombed the market"
    if passive:
        around = range(max(0, i - 7), i)
        if any(words.low(k) in figures for k in around):
            return False
        return frame.object not in ("taken", "weapon") or any(_at_stake(words, k, frame) for k in around)
    if frame.object == "war":
        return words.tag(last) not in ("DT", "PRP$", "NN", "NNS") and words[i].tag != "VBN"
    between = "..." in frame.words
    start = i + 1 if between else _past_joined(words, last)
    if words.low(start) in ("at", "up") and words.low(start + 1) in ("least", "most", "to"):
        start += 2
    if words.low(start) in _NO_TARGET and words.low(start + 1) != "of":
        return False
    ahead = _governed(words, start)
    if not ahead or any(words.low(k) in figures for k in ahead):
        return False
    if words.armed and words.low(ahead[-1] + 1) == "of":
        ahead += _governed(words, ahead[-1] + 2)  # "the centre of the town", "a meeting of leaders"
    if frame.object == "harm" or words.low(i - 1) in object_words("harmful"):
        return True
    if frame.object in ("taken", "weapon"):
        return any(_at_stake(words, k, frame) for k in ahead[:6])
    deeds = object_words("deed") if frame.object == "foe" else frozenset()
    if words.armed and any(_unknown_name(words, k) for k in ahead):
        # "defeated Lund in the election"
        return not any(words.low(k) in figures for k in range(ahead[-1] + 1, ahead[-1] + 5))
    return is_victim(words, ahead[0], ahead[-1] + 1) or any(words.low(k) in deeds for k in ahead)


def _past_joined(words: Words, last: int) -> int:
    """For "kidnapped and killed the driver": where what both verbs govern starts."""
    verbal = words.tag(last + 1) in ("VBD", "VBN", "VB", "VBG", "VBP", "VBZ")
    if words.low(last) == "and" and (verbal or words.low(last + 1) in load_verbs().frames):
        return last + 2
    return last


def _at_stake(words: Words, k: int, frame: Frame) -> bool:
    """Whether a word is what is taken by force, or a weapon used."""
    if frame.object == "weapon":
        return words.low(k) in object_words("weapons")
    group = words[k].group
    here = group is not None and any(m.kind is Kind.PLACE for m in group.mentions)
    return (
        here
        or words.low(k) in object_words("taken")
        or (words.armed and words.low(k) in object_words("place"))
    )


def _governed(words: Words, at: int) -> list[int]:
    """The words of the noun phrase that starts here, at most eight."""
    found = []
    for k in range(at, min(at + 8, len(words))):
        many = words.low(k - 1) in _MANY or words.tag(k - 1) == "CD"
        several = (words.low(k) == "of" and many) or words.low(k) == "than"
        if k > at and not several and (words.low(k) in _STOPS or words.tag(k) in ("IN", "VBD", "VBZ", "MD")):
            break
        found.append(k)
    return found


_CARRIED_OUT = ("captives", "troops", "handed", "arms", "arsenal", "deal", "penalty", "armament")


def carries_out(words: Words, k: int) -> bool:
    """``began the withdrawal of its forces``, not ``the withdrawal of a product``."""
    if words.low(k + 1) not in ("of", "between"):
        return words.low(k) not in ("release", "releases", "exchange", "swap")
    target = range(k + 2, min(k + 8, len(words)))
    named = any(words[n].group is not None or is_people(words.low(n)) for n in target)
    return named or any(words.low(n) in object_words(kind) for n in target for kind in _CARRIED_OUT)


def names_leader(words: Words, i: int) -> bool:
    """``the government of Norland, led by Ana Tuvan``: an aside about who governs, no talks led."""
    return words.low(i - 1) == "," and any(m.kind is not Kind.PLACE for m in words.speakers(i - 2))
