"""Known: what all reports read together say about who is who."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tracktwo.reading.names import Roster, learn
from tracktwo.reading.runs import looked_at
from tracktwo.vocabulary import Report, SegmentKind

# A "sentence" longer than this is a table or a broken file; it is covered, not read.
LONGEST = 4000
PIECE = 1000  # characters of it that are looked through for names at once


@dataclass(frozen=True, slots=True)
class Known:
    """Names that reports introduce, those they only repeat (whether each is a person's), whose people are."""

    roster: Roster
    runs: Mapping[str, bool] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)


def known_from(texts: Iterable[str], roster: Roster | None = None) -> Known:
    """Learn from sentences; ``roster`` goes before what they introduce, if it is given."""
    kept = list(texts)
    known = roster if roster is not None else learn(kept)
    looked = looked_at(kept, known)
    runs = looked.runs()
    return Known(known, runs, looked.parties(runs))


def sentences_in(report: Report) -> Iterator[str]:
    """The sentences of a report, as written; what is too long for one comes in pieces."""
    for part in report.segments:
        if part.kind is not SegmentKind.SENTENCE:
            continue
        start = part.start
        while part.end - start > LONGEST:
            # The work on one stretch grows with the square of its length: ten megabytes would take days.
            blank = report.text.rfind(" ", start, start + PIECE)
            end = blank if blank > start else start + PIECE
            yield report.text[start:end]
            start = end
        yield report.text[start : part.end]
