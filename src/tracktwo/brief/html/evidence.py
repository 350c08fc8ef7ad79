"""The evidence annex: every stretch of every report in order, with what was read out of it."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.brief.model import Brief, CitedClaim, CoverageRow, ReportRow
from tracktwo.brief.naming import Names
from tracktwo.brief.words import capital, content_hedge, quoted, verb_phrase
from tracktwo.vocabulary import CoverageKind, Status

Piece = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """A claim as a note: its number, its quote in pieces (the act's words marked), and what is known."""

    number: int
    id: str
    report: str
    date: str | None
    pieces: tuple[Piece, ...]
    summary: str
    details: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, heading or piece of furniture, and the claims that start in it."""

    kind: str
    text: str
    notes: tuple[ClaimNote, ...]

    def is_cited(self, used: set[int]) -> bool:
        """Say whether any of its claims is among those cited."""
        return any(note.number in used for note in self.notes)


@dataclass(frozen=True, slots=True)
class ReadReport:
    """One report with all its stretches."""

    report: ReportRow
    stretches: tuple[Stretch, ...]

    def is_cited(self, used: set[int]) -> bool:
        """Say whether any of its claims is among those cited."""
        return any(stretch.is_cited(used) for stretch in self.stretches)


def reading_list(brief: Brief, names: Names) -> tuple[ReadReport, ...]:
    """Return every report with every stretch of it; claims hang on the stretch their words start in."""
    return tuple(_read_report(brief, report, names) for report in brief.reports)


def _read_report(brief: Brief, report: ReportRow, names: Names) -> ReadReport:
    rows = [row for row in brief.coverage if row.report == report.key]
    claims = [c for c in brief.claims if c.report == report.key]
    if not rows:
        spans = sorted({(c.start, c.end, c.quote) for c in claims})
        rows = [CoverageRow(report.key, s, e, CoverageKind.CLAIM, quote) for s, e, quote in spans]
    held: list[list[CitedClaim]] = [[] for _ in rows]
    for claim in claims:
        held[_place(rows, claim)].append(claim)
    return ReadReport(
        report=report,
        stretches=tuple(
            Stretch(kind=_kind(row, inside), text=row.text, notes=tuple(note(c, names) for c in inside))
            for row, inside in zip(rows, held, strict=True)
        ),
    )


def _kind(row: CoverageRow, inside: list[CitedClaim]) -> str:
    fallen = row.kind is CoverageKind.CLAIM and not inside
    return "claim, none of them standing after review" if fallen else row.kind.value


def _place(rows: list[CoverageRow], claim: CitedClaim) -> int:
    """Return the last stretch that starts at or before the claim's predicate."""
    before = [n for n, row in enumerate(rows) if row.start <= claim.predicate_start]
    return before[-1] if before else 0


def note(claim: CitedClaim, names: Names) -> ClaimNote:
    """Return one claim as a note."""
    return ClaimNote(
        number=names.numbers[claim.id],
        id=claim.id,
        report=claim.report,
        date=claim.report_date,
        pieces=_pieces(claim),
        summary=_summary(claim, names),
        details=tuple(_details(claim, names)),
        reviewed=claim.status not in (Status.PROPOSED, Status.SUPERSEDED),
    )


def _pieces(claim: CitedClaim) -> tuple[Piece, ...]:
    start, end = claim.predicate_start - claim.start, claim.predicate_end - claim.start
    quote = claim.quote
    if len(quote) != claim.end - claim.start:
        # Names were taken out of it, so the act's words stand elsewhere.
        start = quote.find(claim.predicate) if quote.count(claim.predicate) == 1 else -1
        end = start + len(claim.predicate)
    if not 0 <= start < end <= len(quote):
        return ((quote, False),)
    made = ((quote[:start], False), (quote[start:end], True), (quote[end:], False))
    return tuple(piece for piece in made if piece[0])


def _summary(claim: CitedClaim, names: Names) -> str:
    """Return who did what, in our words."""
    who = names.name(claim.actor) if claim.actor else None
    if who is None:
        who = quoted(claim.actor_text, 60) if claim.actor_text else "Actor not stated"
    inside = f" ({names.name(claim.party)})" if claim.party and claim.party != claim.actor else ""
    act = verb_phrase(claim.act.value, claim.modality.value, bare=claim.object is None)
    if any(flag.code == "about-proposal" for flag in claim.flags):
        act = "on what is proposed:"
    what = f" {quoted(claim.object, 160)}" if claim.object else ""
    hedge = content_hedge(claim.act.value, claim.modality.value)
    return f"{capital(who)}{inside}: {act}{what}{f' ({hedge})' if hedge else ''}"


def _details(claim: CitedClaim, names: Names) -> list[str]:
    """Return what else is known of a claim, each as a short phrase."""
    made = []
    if claim.role:
        made.append(f"role {quoted(claim.role, 60)}")
    if claim.others_unnamed:
        made.append("others not named")
    if claim.toward:
        made.append(f"toward {names.name(claim.toward)}")
    if claim.condition:
        made.append(f"condition {quoted(claim.condition, 100)}")
    sources = [s.name or quoted(s.text, 60) for s in claim.attribution]
    made.append(f"said by {', as told by '.join(sources)}" if sources else "attribution: the reporter")
    made.append(f"{claim.voice.value.replace('_', ' ')} voice")
    if claim.event_text:
        made.append(f"time {quoted(claim.event_text, 60)}: {claim.event_from or 'date not resolved'}")
    made += [_flag(flag.code, flag.note, flag.readings) for flag in claim.flags]
    made.append(f"read by {claim.method}, {claim.how_sure}")
    made.append(f"status {claim.status.value}")
    if claim.label:
        made.append(f"labelled {claim.label}")
    return made


def _flag(code: str, words: str, readings: tuple[str, ...]) -> str:
    text = f"flag {code}" + (f" ({words})" if words else "")
    return text + (f": {' | '.join(quoted(r, 80) for r in readings)}" if readings else "")
