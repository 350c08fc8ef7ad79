"""Reports cut into passages a model is asked about: whole sentences, nothing but sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.vocabulary import Report, Segment, SegmentKind

# Small models lose the thread of long passages; one sentence alone loses its pronouns.
LENGTH = 1200
# A "sentence" longer than this is a table or a broken file; it is not asked about.
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow one another; ``start`` and ``end`` count in the stored text."""

    start: int
    end: int
    sentences: tuple[Segment, ...]

    def around(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return the sentences that a stretch touches."""
        return tuple(one for one in self.sentences if one.start < end and start < one.end)


def passages(report: Report) -> Iterator[Passage]:
    """Yield the passages of a report in the order of its text; furniture and headings stay out."""
    group: list[Segment] = []
    for segment in report.segments:
        fits = segment.kind is SegmentKind.SENTENCE and segment.end - segment.start <= LONGEST
        if group and (not fits or segment.end - group[0].start > LENGTH):
            yield _passage(group)
            group = []
        if fits:
            group.append(segment)
    if group:
        yield _passage(group)


def _passage(group: list[Segment]) -> Passage:
    return Passage(group[0].start, group[-1].end, tuple(group))
