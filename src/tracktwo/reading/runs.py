"""Runs: names nobody introduced, known by how they are written again and again.

The roster knows those a report introduces with an office or an acronym. A company or person simply named is
two or more capitalised words without an article, named at least twice, or beginning with a given name.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from tracktwo.reading.names import Kind, Mention, Roster, recognise
from tracktwo.reading.names.offices import office_before
from tracktwo.reading.names.words import load_words

_RUN = re.compile(
    r"(?<![\w-])[A-Z][a-zà-ÿ'’]+(?:-[A-Z][a-z]+)?(?: [A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?){1,3}(?![\w-])"
)
_PAIR = re.compile(r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)(?: and|,|, and) $")


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("tracktwo.reading.patterns") / "runs.toml").read_text(encoding="utf-8"))
    return {kind: frozenset(words) for kind, words in data.items()}


class _Same:
    """A roster by identity, so that what was recognised with it can be kept."""

    __slots__ = ("roster",)

    def __init__(self, roster: Roster) -> None:
        self.roster = roster

    def __hash__(self) -> int:
        return id(self.roster)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.roster is self.roster


@lru_cache(maxsize=16384)
def _kept(text: str, known: _Same) -> tuple[Mention, ...]:
    return recognise(text, known.roster)


def recognised(text: str, roster: Roster) -> tuple[Mention, ...]:
    """What :func:`~tracktwo.reading.names.recognise` finds, kept for the passes that follow."""
    return _kept(text, _Same(roster))


def known_runs(sentences: Iterable[str], roster: Roster) -> dict[str, bool]:
    """Names to be taken for somebody although nothing introduces them.

    Parameters
    ----------
    sentences : iterable of str
        All sentences that are read together.
    roster : Roster
        What is known already; its names are not repeated here.

    Returns
    -------
    dict of str to bool
        The names as written, and whether each is a person's (an office or a given name says so).
    """
    seen: Counter[str] = Counter()
    persons: set[str] = set()
    given = load_words().given_names
    texts = [sentence for sentence in sentences if _RUN.search(sentence)]
    for sentence in texts:
        for start, end in _free(sentence, recognised(sentence, roster)):
            name = sentence[start:end]
            seen[name] += 1
            if name.split()[0].lower() in given or office_before(sentence[:start]) is not None:
                persons.add(name)
    sure = {name for name, count in seen.items() if count > 1 or name.split()[0].lower() in given}
    for sentence in texts:
        for start, end in _free(sentence, ()):
            pair = _PAIR.search(sentence[:start])
            if pair and pair.group(1) in sure and sentence[start:end] in seen:
                sure.add(sentence[start:end])
                persons |= {sentence[start:end]} if pair.group(1) in persons else set()
    return {name: name in persons for name in sorted(sure)}


def with_runs(text: str, mentions: Sequence[Mention], runs: Mapping[str, bool]) -> tuple[Mention, ...]:
    """The mentions of a sentence together with those of ``runs`` that it names."""
    if not runs:
        return tuple(mentions)
    added = [
        _mention(text, start, end, runs[text[start:end]])
        for start, end in _free(text, mentions)
        if text[start:end] in runs
    ]
    return tuple(sorted((*mentions, *added), key=lambda mention: mention.start)) if added else tuple(mentions)


def known_parties(sentences: Iterable[str], roster: Roster, runs: Mapping[str, bool]) -> dict[str, str]:
    """Whose people are, as "Jane Keller of Borland Mills" says once for all reports read together.

    A person said to be of two different organisations is left out.
    """
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        if " of " not in sentence:
            continue
        mentions = with_runs(sentence, recognised(sentence, roster), runs)
        for one, other in pairwise(mentions):
            joined = sentence[one.end : other.start] in (" of ", " of the ")
            kinds = one.kind is Kind.PERSON and other.kind is Kind.ORGANISATION
            if joined and kinds and one.canonical and other.canonical:
                found.setdefault(one.canonical, set()).add(other.party or other.canonical)
    return {name: min(parties) for name, parties in sorted(found.items()) if len(parties) == 1}


def _free(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Stretches of capitalised words that may be names and that no mention touches."""
    lists = _lists()
    found = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        words = match.group().split()
        while len(words) > 1 and (words[0].lower() in lists["things"] or words[0].lower() in lists["before"]):
            start += len(words.pop(0)) + 1
        if len(words) < 2:
            continue
        before = text[:start].split()
        if words[-1].lower() in lists["things"] or (before and before[-1].lower() in lists["before"]):
            continue
        if start == 0 and words[0].lower() in load_words().function_words:
            continue
        if any(m.start < end and start < m.end for m in mentions):
            continue
        found.append((start, end))
    return found


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
