"""Turns: who speaks in a transcript, an interview or a letter, by labels and signatures of its own.

``QUESTION:`` and ``MS TORRES:`` open turns; "Answer:" is whom the heading says was interviewed; the name
under "Yours sincerely" is whose letter it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.datafiles import data_of
from tracktwo.reading.names import Kind, Mention, Roster
from tracktwo.reading.names.kept import recognised
from tracktwo.vocabulary import Report

_LABEL = re.compile(
    r"^[ \t*_>]{0,6}([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})[*_]{0,3}:[*_]{0,3}\s", re.MULTILINE
)
_SIGNED = re.compile(
    r"^(?:Yours \w+|Yours|(?:Very )?[Ss]incerely(?: yours)?|Respectfully(?: yours)?|"
    r"(?:Kind|Best|Warm) regards|Signed),?"
    r"[ \t]*\n\s*([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3})[ \t]*$",
    re.MULTILINE,
)
# The sender of a message, in its first lines.
_FROM = re.compile(r"\A(?:[A-Z][\w-]*:[^\n]*\n){0,4}?From:[ \t]*\"?([A-Z][^\n<\"@(]{2,50})")
_INTERVIEW = re.compile(
    r"\b(?:interview|conversation|questions?|Q ?& ?A|talks? to|answers?)\b", re.IGNORECASE
)
_STATEMENT = re.compile(
    r"\b(?:statement|remarks|speech|letter|message|address)\s+(?:by|of|from)\s+", re.IGNORECASE
)

_begin = itemgetter(0)

# A first line that says whose words follow, after which a blank line stands.
_OPENING = re.compile(r"\s*((?:Statement|Remarks|Speech|Message|Letter|Address)\b[^\n]{5,300})\n\s*\n")


@dataclass(frozen=True, slots=True)
class Turns:
    """``starts`` in order, with whose words follow each; ``author`` is the person whose text it all is."""

    starts: tuple[tuple[int, ActorRef], ...] = ()
    author: ActorRef | None = None

    def at(self, start: int, end: int) -> ActorRef | None:
        """Whose turn begins between two offsets; None where none does."""
        first = bisect_left(self.starts, start, key=_begin)
        return self.starts[first][1] if first < len(self.starts) and self.starts[first][0] < end else None


def turns_of(report: Report, sentences: Iterable[tuple[int, Sequence[Mention]]], roster: Roster) -> Turns:
    """The turns of a report.

    Parameters
    ----------
    report : Report
        Its stored text and title are looked at.
    sentences : iterable of (int, sequence of Mention)
        Where each sentence starts, and who it names.
    roster : Roster
        The names known.

    Returns
    -------
    Turns
        Without starts where fewer than two labels are those of speakers.
    """
    title = recognised(report.title, roster) if report.title else ()
    signed = _SIGNED.search(report.text)
    author = _person(signed.group(1)) if signed else _author(report.title or "", title)
    opening = _OPENING.match(report.text)
    if author is None and opening is not None:
        author = _author(opening.group(1), recognised(opening.group(1), roster))
    sent = _FROM.match(report.text) if author is None else None
    if sent is not None:
        author = _sender(sent.group(1).strip(), roster)
    if not _LABEL.search(report.text):
        return Turns((), author)
    people = {
        m.canonical.split()[-1].lower(): m
        for _, ms in sentences
        for m in ms
        if m.kind is Kind.PERSON and m.canonical
    }
    people |= {m.canonical.split()[-1].lower(): m for m in title if m.kind is Kind.PERSON and m.canonical}
    asked = _asked(report.title or "", title)
    found = []
    for label in _LABEL.finditer(report.text):
        who = _labelled(label.group(1), people, asked)
        if who is not None:
            found.append((label.start(1), who))
    return Turns(tuple(found) if len(found) > 1 else (), author)


def _labelled(label: str, people: dict[str, Mention], asked: ActorRef | None) -> ActorRef | None:
    """Whose label it is; None where it is a heading ("Note:")."""
    words = [word.strip(".").lower() for word in label.split()]
    if len(words) == 1 and words[0] in _words("asking"):
        return ActorRef(None, label, -1, -1, unnamed=True, kind=Kind.UNNAMED.value)
    if len(words) == 1 and words[0] in _words("answering"):
        return asked or ActorRef(None, label, -1, -1, unnamed=True, kind=Kind.UNNAMED.value)
    known = people.get(words[-1])
    if known is not None:
        return ActorRef(known.canonical, label, -1, -1, known.role, known.party, kind=Kind.PERSON.value)
    titled = [word for word in label.split() if word.strip(".").lower() in _words("titles")]
    rest = label.split()[len(titled) :]
    if titled and rest and label.startswith(" ".join(titled)):
        return _person(" ".join(word.capitalize() if word.isupper() else word for word in rest))
    return None


def _asked(title: str, mentions: Sequence[Mention]) -> ActorRef | None:
    people = [m for m in mentions if m.kind is Kind.PERSON and m.canonical]
    if len(people) != 1 or not _INTERVIEW.search(title):
        return None
    one = people[0]
    return ActorRef(one.canonical, one.text, -1, -1, one.role, one.party, kind=Kind.PERSON.value)


def _author(title: str, mentions: Sequence[Mention]) -> ActorRef | None:
    """``Statement by Minister Ada Lund on the dam``."""
    by = _STATEMENT.search(title)
    named = next((m for m in mentions if by is not None and m.end > by.end()), None)
    if (
        by is None
        or named is None
        or named.kind is not Kind.PERSON
        or not named.canonical
        or named.start > by.end() + 5
    ):
        return None
    return ActorRef(named.canonical, named.text, -1, -1, named.role, named.party, kind=Kind.PERSON.value)


def _sender(name: str, roster: Roster) -> ActorRef | None:
    """The one person whom a sender's name means: "D. Moreno" is Ada Moreno only where no other Moreno is."""
    found = [m for m in recognised(name, roster) if m.kind is Kind.PERSON and m.canonical]
    short = name.split()
    if not found and len(short) == 2 and len(short[0].rstrip(".")) == 1:
        known = [m for m in recognised(short[1], roster) if m.kind is Kind.PERSON and m.canonical]
        found = [m for m in known if (m.canonical or "").startswith(short[0][0])]
    if len(found) != 1:
        return None
    one = found[0]
    return ActorRef(one.canonical, name, -1, -1, one.role, one.party, kind=Kind.PERSON.value)


def _person(name: str) -> ActorRef:
    return ActorRef(name, name, -1, -1, kind=Kind.PERSON.value)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(data_of("tracktwo.reading.coreference", "official.toml")[kind])
