"""Context: what a report has named so far, nearest last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracktwo.reading.clauses.draft import ActorRef, Draft, Span
from tracktwo.reading.coreference.past import Past
from tracktwo.vocabulary import Source

_OUTSIDE = 3  # so many sentences outside quotation marks are kept in mind
_NEAR = 60  # what was met is asked for in its order no farther back


@dataclass(frozen=True, slots=True)
class Seen:
    """A subject or name met: its actors, or the words of a proposal or of talks.

    ``quoted`` marks what a sentence named that is all quotation; ``person`` whether something not understood
    may be a person; ``beside`` whom a fronted phrase names beside the subject ("After meeting X, he").
    """

    sentence: int
    actors: tuple[ActorRef, ...] = ()
    thing: str | None = None
    subject: bool = True
    quoted: bool = False
    person: bool = True
    beside: bool = False


@dataclass(slots=True)
class Context:
    """Changes as a report is read; one per report, so that reports never influence each other.

    ``sentence`` and ``paragraph`` say where the reading is. ``body`` is the last body that met or
    decided; ``speaker`` is whose words follow ("X said:"), for "I" and "we"; ``following`` is the next
    sentence's place, ``opened`` the paragraph and place where a quotation began that is still open,
    ``ourselves`` the state or organisation that "we" was; ``publisher`` and ``author``
    are the side and the person whose text the whole report is, ``not_ours`` those who are no "we" of it,
    ``power`` the one regime it names; ``said`` what a colon led into and whose that was; ``states`` the
    parties each sentence names in any way, places included; ``belongs`` the party of persons as the text
    has said it; ``holders`` the one person the report names in an office, None where it names several;
    ``introduced`` who was said to be what ("the city of Halden"); ``texts`` whose document a noun named
    ("the release"); ``last`` the one stance or vote of the sentence before, for "Kenya did not.";
    ``quoted`` what stands in quotation marks;
    ``name_words`` the words of all names noted; ``together`` who met or agreed with one another, and in
    which sentence; ``titled`` surnames by whether they are a "he" or a "she";
    ``past`` who was named in the sentences before, ``seen`` what was met lately.
    """

    sentence: int = 0
    paragraph: int = 0
    seen: list[Seen] = field(default_factory=list)
    body: ActorRef | None = None
    speaker: ActorRef | None = None
    ourselves: ActorRef | None = None
    publisher: ActorRef | None = None
    not_ours: frozenset[str] = frozenset()
    author: ActorRef | None = None
    power: ActorRef | None = None
    following: Span | None = None
    opened: tuple[int, int] | None = None
    said: tuple[Span, Source] | None = None
    belongs: dict[str, str] = field(default_factory=dict)
    holders: dict[str, ActorRef | None] = field(default_factory=dict)
    states: dict[int, set[str]] = field(default_factory=dict)
    introduced: dict[str, set[str]] = field(default_factory=dict)
    texts: dict[str, ActorRef] = field(default_factory=dict)
    last: Draft | None = None
    together: tuple[int, tuple[ActorRef, ...]] = (0, ())
    quoted: tuple[Span, ...] = ()
    name_words: set[str] = field(default_factory=set)
    past: Past = field(default_factory=Past)
    titled: dict[str, str] = field(default_factory=dict)
    _outside: list[int] = field(default_factory=list)
    _all_quoted: bool = False
    _settled: int = 0  # so many of those seen are in the past

    def next_sentence(self, paragraph: int, start: int = -1, end: int = -1) -> None:
        """Go on to the next sentence, which stands at ``start`` to ``end``."""
        for item in self.seen[self._settled :]:
            for actor in item.actors:
                self.past.add(actor)
        del self.seen[:-_NEAR]
        self._settled = len(self.seen)
        self.sentence += 1
        self.paragraph = paragraph
        self._all_quoted = bool(self.quoted) and self.in_quotes(start) and self.in_quotes(end - 1)
        if not self._all_quoted:
            self._outside = [*self._outside[-_OUTSIDE:], self.sentence]
        self.states.pop(self.sentence - 2, None)

    def here(self) -> Iterator[ActorRef]:
        """Who was named in this sentence so far, in order."""
        return (actor for item in self.seen[self._settled :] for actor in item.actors)

    def note(self, actors: tuple[ActorRef, ...], *, subject: bool = True, beside: bool = False) -> None:
        """Remember actors in the order of the text."""
        kept = tuple(actor for actor in actors if not actor.generic and actor.kind != "first")
        for actor in kept:
            if actor.name:
                self.name_words.update(actor.name.lower().split())
        if kept:
            self.seen.append(Seen(self.sentence, kept, None, subject, self._all_quoted, beside=beside))
        elif subject and any(actor.generic for actor in actors):
            self.note_unknown()  # "The minister said he ...": never whoever was named before

    def note_thing(self, text: str) -> None:
        """Remember a proposal or talks as a subject."""
        self.seen.append(Seen(self.sentence, (), text, quoted=self._all_quoted))

    def note_unknown(self, *, person: bool = True) -> None:
        """Remember a subject not understood: a pronoun may mean it, "he" only a ``person``."""
        self.seen.append(Seen(self.sentence, quoted=self._all_quoted, person=person))

    def recent(self, reach: int = 2) -> list[Seen]:
        """What was met in this sentence and the ``reach`` before, nearest first."""
        return [item for item in reversed(self.seen[-_NEAR:]) if item.sentence >= self.sentence - reach]

    def told(self, start: int, reach: int) -> list[Seen]:
        """What a word at ``start`` can mean, nearest first.

        Outside quotation marks that is only what stands outside as well, and ``reach`` counts no sentences
        that are all quotation.
        """
        if not self.quoted or self.in_quotes(start):
            return self.recent(reach)
        since = self._outside[-1 - reach] if len(self._outside) > reach else 0
        return [
            item
            for item in reversed(self.seen[-_NEAR:])
            if item.sentence >= since and not item.quoted
            if not (item.actors and self.in_quotes(item.actors[0].start))
        ]

    def says(self, actor: ActorRef, start: int) -> bool:
        """Whether somebody is the speaker of a quotation that a word at ``start`` stands in."""
        speaker = self.speaker
        return speaker is not None and speaker.name == actor.name and self.in_quotes(start)

    def in_quotes(self, at: int) -> bool:
        """Whether a place of the stored text stands in quotation marks."""
        k = bisect_left(self.quoted, (at + 1, -1)) - 1
        return k >= 0 and at < self.quoted[k][1]
