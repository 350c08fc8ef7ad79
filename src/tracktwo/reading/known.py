"""Known: what all reports read together say about who is who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracktwo.reading.names import Roster, learn
from tracktwo.reading.runs import looked_at
from tracktwo.vocabulary import Report, SegmentKind


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


def sentences_in(report: Report) -> list[str]:
    """The sentences of a report, as written."""
    return [report.text[s.start : s.end] for s in report.segments if s.kind is SegmentKind.SENTENCE]
