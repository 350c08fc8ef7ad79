"""Runs: names nobody introduced, known by how they are written again and again.

The roster knows those a report introduces with an office or an acronym. A company or person simply named is
two or more capitalised words without an article, named at least twice, or beginning with a given name.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.names import Kind, Mention, Roster
from tracktwo.reading.names.kept import recognised
from tracktwo.reading.names.letters import LOWER, UPPER
from tracktwo.reading.names.offices import office_before
from tracktwo.reading.names.words import load_words

_PARTICLE = r"(?: (?:van|von|de|der|den|da|dos|du|la|le|di|bin|al|el)){1,2}"
_NAME = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
_RUN = re.compile(
    rf"(?<![\w-])[{UPPER}][{LOWER}'’]+(?:-[{UPPER}][{LOWER}]+)?(?:{_PARTICLE})?(?: {_NAME}){{1,3}}(?![\w-])"
)
# "Okko Brandt, Ministry of Ports, presented ...": who speaks is a person, whatever the office.
_SPEAKS = re.compile(r",\s[^;:]{2,160}?,\s+(?:also\s+|then\s+)?([a-z]+)\b")
# "The Harbour Party, led by Ana Bell,": whose she is.
_LED = re.compile(r",? (?:now |still |which is )?(?:led|headed|chaired) by (?:its [a-z]+ )?")
_PAIR = re.compile(rf"([{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+)+)(?: and|,|, and) $")


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("tracktwo.reading.patterns") / "runs.toml").read_text(encoding="utf-8"))
    return {kind: frozenset(words) for kind, words in data.items()}


@dataclass(slots=True)
class Looked:
    """What sentences show of names that nothing introduces; what several readers saw can be put together.

    ``seen`` counts runs, ``persons`` are those with an office or a given name, ``speakers`` those that open a
    sentence with an office and a verb of saying, ``pairs`` name a run and what
    stands before "and" or a comma; ``of`` joins somebody to what follows "of", runs and mentions alike.
    """

    seen: Counter[str] = field(default_factory=Counter)
    persons: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    of: set[tuple[_Named, _Named]] = field(default_factory=set)

    def at(self, sentence: str, roster: Roster) -> None:
        """Look at one more sentence.

        Parameters
        ----------
        sentence : str
        roster : Roster
            What is known already; its names are no runs.
        """
        joins = " of " in sentence or "ed by " in sentence
        if not joins and not _RUN.search(sentence):
            return
        mentions = recognised(sentence, roster)
        runs = _runs(sentence)
        free = _free(runs, mentions)
        for start, end in free:
            name = sentence[start:end]
            self.seen[name] += 1
            if _given(name) or office_before(sentence[:start]) is not None:
                self.persons.add(name)
            elif _opens_and_speaks(sentence, start, end):
                self.persons.add(name)
                self.speakers.add(name)
        for start, end in runs:
            pair = _PAIR.search(sentence[:start])
            if pair:
                self.pairs.append((pair.group(1), sentence[start:end]))
        if joins:
            self.of.update(_joined(sentence, mentions, free))

    def merge(self, later: Looked) -> None:
        """Add what later sentences show."""
        self.seen.update(later.seen)
        self.persons |= later.persons
        self.speakers |= later.speakers
        self.pairs += later.pairs
        self.of |= later.of

    def runs(self) -> dict[str, bool]:
        """The names to be taken for somebody, as written, and whether each is a person's."""
        persons = set(self.persons)
        sure = {name for name, count in self.seen.items() if count > 1 or _given(name)} | self.speakers
        for before, name in self.pairs:
            if before in sure and name in self.seen:
                sure.add(name)
                persons |= {name} if before in persons else set()
        return {name: name in persons for name in sorted(sure)}

    def parties(self, runs: Mapping[str, bool]) -> dict[str, str]:
        """Whose people are, as "Jane Keller of Borland Mills" says once for all reports read together.

        A person said to be of two different organisations is left out.
        """
        found: dict[str, set[str]] = {}
        for person, organisation in self.of:
            if person.fits(runs, person=True) and organisation.fits(runs, person=False):
                found.setdefault(person.name, set()).add(organisation.name)
        return {name: min(parties) for name, parties in sorted(found.items()) if len(parties) == 1}


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody beside "of": a mention's name, or a run that may turn out to be a name."""

    name: str
    run: bool

    def fits(self, runs: Mapping[str, bool], *, person: bool) -> bool:
        return not self.run or runs.get(self.name) is person


def _given(name: str) -> bool:
    return name.split()[0].lower() in load_words().given_names


def _joined(
    sentence: str, mentions: Sequence[Mention], free: Sequence[tuple[int, int]]
) -> Iterator[tuple[_Named, _Named]]:
    """Persons and organisations with nothing but "of" between them, or "led by" the other way round."""
    ends = {m.end: _Named(m.canonical, False) for m in mentions if m.kind is Kind.PERSON and m.canonical}
    starts = {
        m.start: _Named(m.party or m.canonical, False)
        for m in mentions
        if m.kind is Kind.ORGANISATION and m.canonical
    }
    for start, end in free:
        name = _Named(sentence[start:end], True)
        starts[start] = ends[end] = name
    for end, person in ends.items():
        for between in (" of ", " of the "):
            if sentence.startswith(between, end) and end + len(between) in starts:
                yield person, starts[end + len(between)]
    persons = {m.start: _Named(m.canonical, False) for m in mentions if m.kind is Kind.PERSON and m.canonical}
    led = {m.end: starts[m.start] for m in mentions if m.start in starts}
    for start, end in free:
        persons[start] = led[end] = _Named(sentence[start:end], True)
    for end, organisation in led.items():
        by = _LED.match(sentence, end)
        if by is not None and by.end() in persons:
            yield persons[by.end()], organisation


def looked_at(sentences: Iterable[str], roster: Roster) -> Looked:
    """What all these sentences show together."""
    looked = Looked()
    for sentence in sentences:
        looked.at(sentence, roster)
    return looked


def _opens_and_speaks(sentence: str, start: int, end: int) -> bool:
    """Whether a name opens a sentence, with an office between commas and a verb of saying after it."""
    if start and not sentence[:start].endswith(": "):
        return False
    said = _SPEAKS.match(sentence, end)
    return said is not None and said.group(1) in load_verbs().frames and not said.group(1).endswith("ing")


def with_runs(text: str, mentions: Sequence[Mention], runs: Mapping[str, bool]) -> tuple[Mention, ...]:
    """The mentions of a sentence together with those of ``runs`` that it names."""
    if not runs:
        return tuple(mentions)
    added = [
        _mention(text, start, end, runs[text[start:end]])
        for start, end in _free(_runs(text), mentions)
        if text[start:end] in runs
    ]
    return tuple(sorted((*mentions, *added), key=lambda mention: mention.start)) if added else tuple(mentions)


def _free(runs: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """The stretches that no mention touches."""
    return [run for run in runs if not any(_touches(mention, *run) for mention in mentions)]


def _runs(text: str) -> list[tuple[int, int]]:
    """Stretches of capitalised words that may be names."""
    lists = _lists()
    found = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        words = match.group().split()
        while len(words) > 1 and (words[0].lower() in lists["things"] or words[0].lower() in lists["before"]):
            start += len(words.pop(0)) + 1
        if len(words) < 2 or match.group().split()[0].lower() in lists["doings"]:
            continue
        before = text[:start].rsplit(None, 1)[-1:]
        if words[-1].lower() in lists["things"] or (before and before[0].lower() in lists["before"]):
            continue
        if start == 0 and words[0].lower() in load_words().function_words:
            continue
        found.append((start, end))
    return found


def _touches(mention: Mention, start: int, end: int) -> bool:
    """Whether a stretch lies in a name or in what is apposed to it ("Okko Brandt (New Zealand)")."""
    spans = ((mention.start, mention.end), mention.appositive or (0, 0))
    return any(first < end and start < last for first, last in spans)


def _mention(text: str, start: int, end: int, person: bool) -> Mention:
    name = text[start:end]
    role = office_before(text[:start]) if person else None
    if not person:
        return Mention(
            start, end, name, Kind.ORGANISATION, name, name, head_start=start, name_start=start, name_end=end
        )
    first = start - len(role) - 1 if role else start
    return Mention(
        first,
        end,
        text[first:end],
        Kind.PERSON,
        name,
        None,
        role,
        head_start=start,
        name_start=start,
        name_end=end,
    )
