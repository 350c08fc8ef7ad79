"""learn: what a set of reports says about who is who."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracktwo.reading.names.acronyms import short_form
from tracktwo.reading.names.kept import recognised
from tracktwo.reading.names.mention import Kind, Mention
from tracktwo.reading.names.roster import Roster, empty_roster
from tracktwo.reading.names.rosters import build_roster
from tracktwo.reading.names.sightings import Sightings
from tracktwo.reading.names.strangers import add_unlisted
from tracktwo.reading.names.unlisted import Unlisted

_PARAGRAPH = re.compile(r"\n\s*\n")
# A full stop after a short capitalised word is more likely that of "Gen." than the end of a sentence.
_SENTENCE = re.compile(
    r"(?<=[a-z0-9)”\"’][a-z)”\"’][.!?])(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<!\b[A-Z][a-z]{3}\.)\s+(?=[A-Z“\"‘])"
)
_FULL = re.compile(r"(?:[A-Z][\w'’-]*\s+(?:(?:and|of|for|the)\s+){0,2}){1,6}$")


def learn(texts: Iterable[str], base: Roster | None = None) -> Roster:
    """Learn persons, their roles and parties, organisations and acronyms from texts.

    A surname borne by two full names is kept as nobody's (``Roster.within`` may settle it for one text);
    a party or organisation that reports disagree about is kept as None.

    Parameters
    ----------
    texts : iterable of str
        Whole reports or sentences; the result does not depend on their order.
    base : Roster, optional
        What is known already; it is not changed.

    Returns
    -------
    Roster
        A new roster.
    """
    start = base if base is not None else empty_roster()
    met = nobody(start)
    for text in texts:
        met.notice(text, start)
    return met.roster(start)


@dataclass(frozen=True, slots=True)
class Met:
    """Who was met in some texts, listed or not; what several readers met can be put together."""

    seen: Sightings
    unlisted: Unlisted

    def notice(self, text: str, base: Roster) -> None:
        """Count everybody whom a text names."""
        for sentence in sentences_of(text):
            mentions = recognised(sentence, base)
            _notice(sentence, mentions, self.seen)
            self.unlisted.notice(sentence, mentions)

    def merge(self, later: Met) -> None:
        """Add who was met in later texts."""
        self.seen.merge(later.seen)
        self.unlisted.merge(later.unlisted)

    def roster(self, base: Roster) -> Roster:
        """What ``base`` knows and what was met; ask once."""
        return build_roster(base, self.seen, add_unlisted(base, self.seen, self.unlisted))


def nobody(base: Roster) -> Met:
    """To begin with."""
    return Met(Sightings(), Unlisted(base.words))


def sentences_of(text: str) -> Iterator[str]:
    """Rough sentences, good enough to meet names in."""
    for paragraph in _PARAGRAPH.split(text):
        yield from _SENTENCE.split(paragraph)


def _notice(sentence: str, mentions: tuple[Mention, ...], seen: Sightings) -> None:
    for mention in mentions:
        if mention.kind is Kind.PERSON:
            seen.person(mention)
        elif mention.kind in (Kind.ORGANISATION, Kind.BODY) and mention.canonical is not None:
            before = _FULL.search(sentence[: mention.start])
            first = before.start() if before is not None else mention.start
            seen.organisation(mention, short_form(sentence, first, mention.end))
