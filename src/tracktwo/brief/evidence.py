"""The evidence of a brief: reports, cited claims with their links, and every sentence's fate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from tracktwo.brief.model import CitedClaim, CoverageRow, ReportRow, Tie
from tracktwo.record.labels import Label, Labelled
from tracktwo.vocabulary import Claim, Coverage, LinkKind, Picture, Report

_CLAIM_FIELDS = tuple(f.name for f in fields(Claim))
_LINKED = (LinkKind.ISSUE, LinkKind.OPTION, LinkKind.PROPOSAL, LinkKind.EVENT)


def report_rows(reports: Iterable[Report], labels: Iterable[Label] = ()) -> tuple[ReportRow, ...]:
    """Return the reports, oldest first and undated ones last (their order is unknown)."""
    marked = _marked(labels, Labelled.REPORT)
    ordered = sorted(reports, key=lambda r: (r.date is None, r.date.isoformat() if r.date else "", r.key))
    return tuple(
        ReportRow(
            key=report.key,
            date=report.date.isoformat() if report.date else None,
            date_basis=report.date_basis.value,
            story=report.story,
            notes=report.notes,
            title=report.title,
            publisher=report.publisher,
            label=marked.get(report.key),
        )
        for report in ordered
    )


def cite(
    claims: Iterable[Claim], reports: Iterable[Report], picture: Picture, labels: Iterable[Label] = ()
) -> tuple[CitedClaim, ...]:
    """Return the claims in citation order: by report as listed, then by place in the text."""
    rank = {row.key: n for n, row in enumerate(report_rows(reports))}
    ties, marked = _ties(picture), marked_claims(labels)
    ordered = sorted(
        claims, key=lambda c: (rank[c.report], c.predicate_start, c.actor_start or -1, c.start, c.id)
    )
    return tuple(cited(claim, ties, marked.get(claim.id)) for claim in ordered)


def marked_claims(labels: Iterable[Label]) -> dict[str, str]:
    """Return the sensitivity labels of claims, by id."""
    return _marked(labels, Labelled.CLAIM)


def _marked(labels: Iterable[Label], kind: Labelled) -> dict[str, str]:
    return {label.target: label.label.value for label in labels if label.kind is kind}


def cited(
    claim: Claim, ties: Mapping[tuple[str, LinkKind], Sequence[Tie]], label: str | None = None
) -> CitedClaim:
    """Return one claim with what it is tied to."""
    known: dict[str, Any] = {name: getattr(claim, name) for name in _CLAIM_FIELDS}
    for kind in _LINKED:
        known[kind.value] = tuple(ties.get((claim.id, kind), ()))
    return CitedClaim(**known, label=label)


def coverage_rows(coverage: Iterable[Coverage], reports: Iterable[Report]) -> tuple[CoverageRow, ...]:
    """Return every stretch of the kept reports with its words, in report and text order."""
    kept = tuple(reports)
    texts = {report.key: report.text for report in kept}
    rank = {row.key: n for n, row in enumerate(report_rows(kept))}
    rows = [
        CoverageRow(
            report=row.report,
            start=row.start,
            end=row.end,
            kind=row.kind,
            text=texts[row.report][row.start : row.end],
        )
        for row in coverage
        if row.report in texts
    ]
    return tuple(sorted(rows, key=lambda row: (rank[row.report], row.start, row.end)))


def _ties(picture: Picture) -> dict[tuple[str, LinkKind], list[Tie]]:
    found: dict[tuple[str, LinkKind], list[Tie]] = {}
    for link in picture.links:
        tie = Tie(target=link.target, reason=link.reason, term=link.term)
        found.setdefault((link.claim, link.kind), []).append(tie)
    return found
