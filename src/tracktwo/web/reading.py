"""A report as it stands, paragraph by paragraph, with what was read out of it beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tracktwo.vocabulary import Claim, Report
from tracktwo.web.marking import Piece, pieces
from tracktwo.web.paging import Page, page_of

PARAGRAPHS = 40


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, heading or piece of furniture: ``kind`` as segmented, words in pieces, its claims."""

    kind: str
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The stretches of one paragraph; ``claims`` are those of all of them."""

    stretches: tuple[Stretch, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims whose act stands in this paragraph, in the order of the text."""
        return tuple(claim for stretch in self.stretches for claim in stretch.claims)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the list: how many claims it has, and how many of them a person has decided on."""

    report: Report
    claims: int
    reviewed: int


def report_lines(reports: Sequence[Report], counts: Mapping[str, tuple[int, int]]) -> tuple[ReportLine, ...]:
    """Return reports with how many claims there are of each, and how many are decided on."""
    return tuple(ReportLine(report, *counts.get(report.key, (0, 0))) for report in reports)


def report_page(
    report: Report, claims: Sequence[Claim], claim_id: str | None, number: str | None
) -> Page[Paragraph]:
    """Return a page of a report's paragraphs; the one that holds ``claim_id`` where that is given."""
    held = paragraphs(report, claims)
    at = [n for n, one in enumerate(held) if any(claim.id == claim_id for claim in one.claims)]
    return page_of(held, str(at[0] // PARAGRAPHS + 1) if at else number, PARAGRAPHS)


def paragraphs(report: Report, claims: Sequence[Claim]) -> tuple[Paragraph, ...]:
    """Return all of a report's text; a claim hangs on the last stretch that starts at or before its act."""
    segments = sorted(report.segments, key=lambda s: s.start)
    if not segments:
        whole = Stretch("sentence", pieces(report.text, 0, claims), tuple(claims))
        return (Paragraph((whole,)),)
    held: list[list[Claim]] = [[] for _ in segments]
    for claim in claims:
        before = [n for n, s in enumerate(segments) if s.start <= claim.predicate_start]
        held[before[-1] if before else 0].append(claim)
    made = [
        (
            segment.paragraph,
            Stretch(
                segment.kind.value,
                pieces(report.text[segment.start : segment.end], segment.start, inside),
                tuple(inside),
            ),
        )
        for segment, inside in zip(segments, held, strict=True)
    ]
    return tuple(
        Paragraph(tuple(stretch for _, stretch in group))
        for _, group in groupby(made, key=lambda one: one[0])
    )
