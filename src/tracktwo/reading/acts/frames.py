"""Verb frames: the verbs of the folder ``verbs`` in all their forms, found by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from tracktwo.reading.datafiles import data_of
from tracktwo.vocabulary import Act

_PACKAGE = "tracktwo.reading.acts"
_VOWELS = "aeiou"
# A single syllable with one vowel before one consonant doubles it ("banned"); longer verbs are in forms.toml.
_SHORT = re.compile(r"(?:.*-)?[^aeiou-]+[aeiou][bdfgklmnprstvz]")
# In this order: of two frames with the same words the one in the earlier file is tried first.
_KINDS = ("answering", "proposing", "deciding", "talking", "acting", "saying")
_GAPS = frozenset({"...", "~"})  # where other words stand
_BE = ("be", "is", "are", "am", "was", "were", "been", "'re", "'m", "remain", "remains", "remained")


@dataclass(frozen=True, slots=True)
class Frame:
    """One way a verb reports an act: ``words`` is the lemma and what belongs to it ("call", "for").

    ``needs`` are words without which the frame is not in a sentence.
    """

    act: Act
    words: tuple[str, ...]
    object: str
    addressee: bool = False
    needs: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A word after "and" may stand in another form ("advising and assisting").
        needed = frozenset(self.words[1:]) - _GAPS if "and" not in self.words else frozenset[str]()
        object.__setattr__(self, "needs", needed)

    @property
    def name(self) -> str:
        """The frame as it is written in the data file."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Verbs:
    """All frames by each form of their first word; ``lemmas`` gives the lemma of a form.

    ``finite`` holds the forms that can be a past tense or a third person.
    """

    frames: dict[str, tuple[Frame, ...]]
    lemmas: dict[str, str]
    strength: dict[str, int]


def inflect(lemma: str, irregular: dict[str, list[str]]) -> tuple[str, ...]:
    """The forms of a verb: base, -s, past, participle, -ing, other spellings; spelling rules of English.

    >>> inflect("deny", {})
    ('deny', 'denies', 'denied', 'denied', 'denying')
    """
    if lemma == "have":
        third = "has"
    elif lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma in irregular:
        return (lemma, third, *irregular[lemma])
    if lemma.endswith("e"):
        past, ing = lemma + "d", lemma[:-1] + "ing" if not lemma.endswith("ee") else lemma + "ing"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    else:
        stem = lemma + lemma[-1] if _SHORT.fullmatch(lemma) else lemma
        past, ing = stem + "ed", stem + "ing"
    return (lemma, third, past, past, ing)


@cache
def load_verbs() -> Verbs:
    """Read the folder ``verbs``, forms.toml, nouns.toml and strength.toml, once."""
    irregular = data_of(_PACKAGE, "forms.toml")
    frames: dict[str, list[Frame]] = {}
    lemmas: dict[str, str] = {}
    for row in _rows():
        for verb in row["verbs"]:
            words = tuple(verb.split())
            frame = Frame(Act(row["act"]), words, row["object"], row.get("addressee", False))
            forms = _BE if words[0] == "be" else inflect(words[0], irregular)
            for form in dict.fromkeys(forms):
                frames.setdefault(form, []).append(frame)
                lemmas.setdefault(form, words[0])
    for verb in data_of(_PACKAGE, "nouns.toml")["light"]["verbs"]:
        first = verb.split()[0]
        for form in inflect(first, irregular):
            lemmas.setdefault(form, first)
    levels = data_of(_PACKAGE, "strength.toml")
    strength = dict.fromkeys(levels["weak"]["verbs"], 1) | dict.fromkeys(levels["strong"]["verbs"], 3)
    ordered = {form: tuple(sorted(rows, key=lambda f: -len(f.words))) for form, rows in frames.items()}
    return Verbs(ordered, lemmas, strength)


def _rows() -> list[dict[str, Any]]:
    """The frames of all kinds of acts, the early ones first."""
    rows = [row for kind in _KINDS for row in data_of(_PACKAGE, f"verbs/{kind}.toml")["frame"]]
    return sorted(rows, key=lambda row: not row.get("early", False))


def inflections(lemma: str) -> tuple[str, ...]:
    """The forms of a verb, each once, those of forms.toml included."""
    return tuple(dict.fromkeys(inflect(lemma, data_of(_PACKAGE, "forms.toml"))))


def forms_of(lemmas: Iterable[str]) -> frozenset[str]:
    """All forms of some verbs, those of forms.toml included."""
    return frozenset(form for lemma in lemmas for form in inflections(lemma))


def strength(predicate: str) -> int:
    """How strong a reporting word is: 1 weak, 2 plain, 3 strong.

    Parameters
    ----------
    predicate : str
        The predicate as written ("called for", "has put forward").
    """
    verbs = load_verbs()
    levels = [verbs.strength.get(verbs.lemmas.get(w, w), 2) for w in re.findall(r"[a-z]+", predicate.lower())]
    return next((level for level in levels if level != 2), 2)
