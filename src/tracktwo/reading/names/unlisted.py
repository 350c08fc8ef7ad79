"""Unlisted: names in no list, known by what they do in the reports ("Elbonia rejected the text.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tracktwo.reading.names.acronyms import short_form
from tracktwo.reading.names.evidence import Evidence, evidence_for
from tracktwo.reading.names.letters import LOWER, UPPER
from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.mention import Mention
from tracktwo.reading.names.roster import Roster
from tracktwo.reading.names.tokens import tokenise
from tracktwo.reading.names.words import Words, common_words

_U, _L = UPPER, LOWER
_WORD = rf"(?:[{_U}]['’](?=[{_U}]))?[{_U}][{_L}]+(?:[{_U}][{_L}]+)*"  # "Norland", "D'Arcy", "McBride"
_OWNED = rf"(?<=s)['’](?= [{_U}][{_L}])"
_SMALLS = (
    r"(?:(?:al|el|ar|as|ash|at|ad|az|an|ul)-|(?:bin|ibn|bint|van|von|der|de|la|dos|da|del) (?:de[rn]? |la )?)"
)
_NAME = re.compile(
    rf"(?<![\w'’./-])(?:{_WORD}(?:['’-][{_U}]?[{_L}]{{2,}}|{_OWNED})*)"
    rf"(?: {_SMALLS}?{_WORD}(?:-[{_U}]?[{_L}]+|{_OWNED})*){{0,3}}(?![\w-])"
)
_TWO = rf"[{_U}][{_L}]+ [{_U}][{_L}]+"
_PAIR = re.compile(rf"({_TWO}) and ({_TWO})(?![\w ]*[A-Z])")
# "the rail union RDU", "the armed group RUF", "the charity WaterNow": what it is, then its name.
_INTRODUCED = re.compile(
    r"\b(?:union|party|charity|company|firm|bank|airline|agency|movement|militia|federation|association|coalition|NGO|"
    r"(?:rebel|militant|armed|campaign|rights|aid|advocacy|terrorist|extremist|lobby|opposition|insurgent|jihadist"
    r"|guerrilla|umbrella|environmental|lobbying|paramilitary) (?:group|network|organi[sz]ation))"
    r" ([A-Z]{2,8}|[A-Z][a-z]+[A-Z][A-Za-z]+)(?![\w-])(?! [A-Z])"
)
_SMALL = re.compile(r"(?<![\w'’-])[a-z]{3,}")
_THE_SMALL = re.compile(r"\b(?:the|a|an|its|their) ([a-z]{3,})")
# "the minister, June Keller,": after a comma these begin a person's name.
_MONTHS_AND_NAMES = frozenset({"april", "may", "june", "august"})
_COMMON_ENDS = ("tion", "ment", "ness", "ity", "ism", "ing", "ance", "ence", "ship", "sion", "ly", "ics")


@dataclass(slots=True)
class _Seen:
    """How one capitalised run is used."""

    inside: bool = False
    article: int = 0
    times: int = 0
    signs: Counter[Evidence] = field(default_factory=Counter)

    def merge(self, other: _Seen) -> None:
        """Add how the same run is used elsewhere."""
        self.inside = self.inside or other.inside
        self.article += other.article
        self.times += other.times
        self.signs.update(other.signs)


@dataclass(slots=True)
class Unlisted:
    """Capitalised runs that no list knows, gathered sentence by sentence."""

    words: Words
    runs: dict[str, _Seen] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)
    owned: set[str] = field(default_factory=set)
    capitals: set[str] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    introduced: set[str] = field(default_factory=set)
    acronyms: dict[str, set[str]] = field(default_factory=dict)

    def notice(self, sentence: str, mentions: tuple[Mention, ...]) -> None:
        """Count the capitalised runs of one sentence that no mention touches."""
        self.small.update(_SMALL.findall(sentence))
        self.owned.update(_THE_SMALL.findall(sentence))
        if _heading(sentence):
            return
        self.pairs.update(_PAIR.findall(sentence))
        self.introduced.update(_INTRODUCED.findall(sentence))
        for match in _NAME.finditer(sentence):
            self.capitals.update(match.group().split())
            start, end = self._without_small_words(sentence, *match.span())
            if start >= end or any(m.start < end and start < m.end for m in mentions):
                continue
            self._count(sentence, start, end)

    def merge(self, other: Unlisted) -> None:
        """Add what was gathered from other texts."""
        for name, seen in other.runs.items():
            self.runs.setdefault(name, _Seen()).merge(seen)
        self.small |= other.small
        self.owned |= other.owned
        self.capitals |= other.capitals
        self.pairs |= other.pairs
        self.introduced |= other.introduced
        for name, acronyms in other.acronyms.items():
            self.acronyms.setdefault(name, set()).update(acronyms)

    def _without_small_words(self, sentence: str, start: int, end: int) -> tuple[int, int]:
        """Leave out what begins a sentence but no name ("While Norland", "The Pirates")."""
        while start < end:
            first = sentence[start:end].split(" ", 1)[0]
            low = first.lower()
            small = low in self.words.function_words or (
                low in self.words.particles and low not in ("al", "el")
            )
            small = small or (
                low in self.words.kinds_alone
                and not sentence[:start].strip()
                and first != sentence[start:end]
            )
            if not small or (low in _MONTHS_AND_NAMES and sentence[:start].endswith(", ")):
                break
            start = min(end, start + len(first) + 1)
        return start, end

    def _count(self, sentence: str, start: int, end: int) -> None:
        acronym = (
            short_form(sentence, start, end) if sentence[end : end + 2] in (" (", ", ", " o", " k") else None
        )
        if acronym is not None:
            self.acronyms.setdefault(sentence[start:end], set()).add(acronym)
        seen = self.runs.setdefault(sentence[start:end], _Seen())
        seen.times += 1
        before = sentence[:start].rstrip()
        seen.inside = seen.inside or (bool(before) and before[-1] not in ".!?:“\"'‘—–-•*")
        seen.article += before[-4:].lower() in ("the", " the")
        seen.signs.update(evidence_for(sentence, start, end))

    def names(self, roster: Roster, persons: Iterable[str]) -> dict[str, Sort]:
        """The runs that name somebody who acts, and what sort each is."""
        parts = {part for person in persons for part in person.split()}
        found: dict[str, Sort] = {}
        for name in sorted(self.runs):
            seen = self.runs[name]
            if not (seen.signs[Evidence.ACTS] or seen.signs[Evidence.PARTY]) or name in parts:
                continue
            if self._is_name(name, seen, roster):
                found[name] = self._sort(name, seen)
        people = {*persons, *(name for name, sort in found.items() if sort is Sort.PERSON)}
        for one, other in self.pairs:
            if one in people and other in self.runs and roster.match(tokenise(other), 0) is None:
                found.setdefault(other, Sort.PERSON)
        for name in sorted(self.introduced):
            if roster.match(tokenise(name), 0) is None:
                found.setdefault(name, Sort.ORGANISATION)
        return found

    def _is_name(self, name: str, seen: _Seen, roster: Roster) -> bool:
        words = name.lower().split()
        if "-" in name and any(part in common_words() for part in re.findall(r"-([a-z]+)", name)):
            return False
        tokens = tokenise(name)
        known = roster.match(tokens, 0)
        if known is not None and (known[0] == len(tokens) or known[1].sort not in (Sort.BODY, Sort.PRE)):
            return False
        things = self.words.document_nouns | self.words.named_things
        generic = len(words) == 1 and words[0] in self._generic()
        if generic or words[-1] in things or words[0] in self.words.things_first:
            return False
        if len(words) > 1:
            rest = name.split(" ", 1)[1]
            return seen.inside or not self._common(words[0]) or seen.article > 0 or rest not in self.runs
        if seen.article:
            # "The Pirates": a capital inside a sentence, and never "the pirates".
            return words[0] not in self.owned and (len(words[0]) > 3 or name.isupper())
        if words[0] in self.small and self._common(words[0]):
            return False
        if seen.inside:
            return not self._common(words[0]) or seen.times > 1
        return not self._common(words[0]) and not words[0].endswith("s") and words[0] not in self.small

    def _generic(self) -> frozenset[str]:
        lists = self.words
        return (
            lists.common_capitals
            | lists.function_words
            | lists.before_offices
            | lists.organisation_nouns
            | lists.body_nouns
            | lists.modified_nouns
        )

    def _common(self, word: str) -> bool:
        """Whether a sentence may begin with the word without naming anybody."""
        if word in common_words() or word.endswith(_COMMON_ENDS):
            return True
        return word.endswith("s") and (word[:-1] in common_words() or word.endswith(("ers", "ors", "ists")))

    def short(self, word: str) -> bool:
        """Whether a single word that acts may be the short form of a longer name."""
        low = word.lower()
        lists = self.words
        if low in lists.body_nouns | lists.common_capitals | lists.named_things | lists.document_nouns:
            return False
        return self.runs[word].signs[Evidence.ACTS] > 0

    def _sort(self, name: str, seen: _Seen) -> Sort:
        words = name.lower().split()
        if len(words) > 1 and not seen.article and name not in self.acronyms:
            common = common_words() | self.words.organisation_nouns
            plain = not any(word in common or word in self.words.before_offices for word in words)
            if words[0] in self.words.given_names or (plain and not seen.signs[Evidence.PARTY]):
                return Sort.PERSON
        state = seen.signs[Evidence.PARTY] or self.adjective(name) is not None
        return Sort.STATE if state and not seen.article else Sort.ORGANISATION

    def adjective(self, name: str) -> str | None:
        """The adjective of a state-like name that the reports use ("Ruritanian"), or None."""
        if " " in name:
            return None
        return next((form for form in adjectives(name) if form in self.capitals), None)


def adjectives(name: str) -> tuple[str, ...]:
    """What may be said of a state: "Ruritania" gives "Ruritanian", "Norland" "Norlandic" and "Norlander"."""
    stem = name[:-1]
    if name.endswith("a"):
        return (name + "n", stem + "ian", stem + "ese", stem + "i")
    if name.endswith(("y", "e", "o")):
        return (stem + "ian", stem + "ese", stem + "ish", stem + "an", name + "an", name + "n")
    return (name + "ic", name + "ian", name + "er", name + "ese", name + "i", name + "ish", name + "an")


def _heading(sentence: str) -> bool:
    """Whether capitals say nothing here: most words have one."""
    words = [word for word in sentence.split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(words) < 3 or (len(words) > 3 and capital * 10 > len(words) * 6)
