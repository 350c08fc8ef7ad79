"""Show: one claim, and its exact words in the paragraph they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.record.decisions import Decided
from tracktwo.record.store import Record
from tracktwo.vocabulary import Claim, Report


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim with its surroundings.

    ``before`` and ``after`` are what stands around the quote in its paragraph, as stored; ``line`` counts
    from 1 in the stored text; ``date`` is the report's, null when undated; ``label`` says how sensitive the
    claim, or else its report, is.
    """

    claim: Claim
    report: str
    title: str | None
    date: str | None
    path: str | None
    line: int
    before: str
    quote: str
    after: str
    history: tuple[Decided, ...]
    label: str | None = None

    def as_text(self) -> str:
        """Return it for reading: the quote between marks, then what was read and what was decided."""
        claim = self.claim
        where = f"{self.report}, {self.date or 'undated'}, line {self.line}"
        if self.title:
            where += f": {self.title}"
        actor = claim.actor or (f"“{claim.actor_text}”" if claim.actor_text else "not stated")
        lines = [
            where,
            "",
            f"{self.before}>>> {self.quote} <<<{self.after}",
            "",
            *_fields(
                {
                    "claim": claim.id,
                    "actor": actor + (f" ({claim.role})" if claim.role else ""),
                    "party": claim.party,
                    "label": self.label,
                    "act": f"{claim.act.value} (“{claim.predicate}”), {claim.modality.value}",
                    "voice": claim.voice.value.replace("_", " "),
                    "about": claim.object,
                    "toward": claim.toward,
                    "condition": claim.condition,
                    "terms": "; ".join(term.text for term in claim.terms),
                    "said by": " < ".join(source.name or f"“{source.text}”" for source in claim.attribution),
                    "when": _when(claim),
                    "flags": "; ".join(
                        f"{flag.code}{f' ({flag.note})' if flag.note else ''}"
                        f"{': ' + ' | '.join(flag.readings) if flag.readings else ''}"
                        for flag in claim.flags
                    ),
                    "read by": f"{claim.method}, {claim.how_sure}",
                    "status": claim.status.value,
                }
            ),
        ]
        for decided in self.history:
            why = f": {decided.why}" if decided.why else ""
            lines.append(f"{'':11}{decided.recorded_at[:16]} {decided.by}: {decided.decision.value}{why}")
        return "\n".join(lines)


def show(record: Record, claim_id: str, context: int = 1200, *, as_read: bool = False) -> Shown:
    """Return a claim and its surroundings.

    Parameters
    ----------
    record : Record
    claim_id : str
        Its id or the beginning of one.
    context : int
        At most this many characters of the paragraph on each side of the quote.
    as_read : bool
        Whether to show the claim as it was first read, without what anybody decided.

    Raises
    ------
    NotFoundError
        When there is no such claim.
    """
    claim, report = record.claim_with_report(claim_id, as_read=as_read)
    start, end = _paragraph(report, claim)
    start, end = max(start, claim.start - context), min(end, claim.end + context)
    return Shown(
        claim=claim,
        report=report.key,
        title=report.title,
        date=report.date.isoformat() if report.date else None,
        path=report.path,
        line=report.text.count("\n", 0, claim.start) + 1,
        before=report.text[start : claim.start],
        quote=claim.quote,
        after=report.text[claim.end : end],
        history=() if as_read else record.history(claim.id),
        label=record.labelled_claims().get(claim.id),
    )


def _paragraph(report: Report, claim: Claim) -> tuple[int, int]:
    inside = {s.paragraph for s in report.segments if s.start < claim.end and claim.start < s.end}
    same = [s for s in report.segments if s.paragraph in inside]
    start = min((s.start for s in same), default=claim.start)
    end = max((s.end for s in same), default=claim.end)
    return min(start, claim.start), max(end, claim.end)


def _when(claim: Claim) -> str:
    if claim.event_from:
        days = (
            claim.event_from
            if claim.event_to in (None, claim.event_from)
            else f"{claim.event_from} to {claim.event_to}"
        )
        return f"{days} ({claim.event_basis.value}{f', “{claim.event_text}”' if claim.event_text else ''})"
    return f"“{claim.event_text}”, not resolved" if claim.event_text else ""


def _fields(values: dict[str, str | None]) -> list[str]:
    return [f"{name + ':':11}{value}" for name, value in values.items() if value]
