"""read and read_all: reports in, readings out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tracktwo.reading.assemble import assemble
from tracktwo.reading.clauses.repair import repaired
from tracktwo.reading.clauses.words import words_of
from tracktwo.reading.coreference import Context
from tracktwo.reading.masking import Masked, mask
from tracktwo.reading.names import Kind, Mention, Roster, learn
from tracktwo.reading.runs import known_parties, known_runs, recognised, with_runs
from tracktwo.reading.sentence import read_sentence
from tracktwo.vocabulary import Claim, Coverage, CoverageKind, Reading, Report, Segment, SegmentKind
from tracktwo.vocabulary.reading import PersonSeen

# A "sentence" longer than this is a table or a broken file; it is covered, not read.
LONGEST = 4000


def read(report: Report, roster: Roster | None = None) -> Reading:
    """Read one report.

    Parameters
    ----------
    report : Report
        With its segments, as ``reports.load`` gives it.
    roster : Roster, optional
        Names learned from this and other reports; learned from this report alone if not given.

    Returns
    -------
    Reading
        Claims in text order, one coverage row for every segment, and the people named. Every claim's
        quote, predicate, object and actor text equal the stored text at their offsets.

    Raises
    ------
    ModelError
        If the English model is missing or broken. No text makes it raise.
    """
    known = roster if roster is not None else learn(_sentences(report))
    runs = known_runs(_sentences(report), known)
    return _read(report, known, runs, known_parties(_sentences(report), known, runs))


def _read(report: Report, known: Roster, runs: Mapping[str, bool], parties: Mapping[str, str]) -> Reading:
    segments = [s for s in report.segments if s.kind is SegmentKind.SENTENCE and s.end - s.start <= LONGEST]
    context = Context(belongs=dict(parties))
    claims: list[Claim] = []
    people: list[PersonSeen] = []
    after = dict(zip((s.start for s in segments), segments[1:], strict=False))
    for segment, masked, mentions, doc in _parsed(report, segments, known, runs):
        people += _people(mentions, segment.start)
        words = repaired(words_of(doc, masked, report.text, segment.start, segment.end))
        if not len(words):
            continue
        context.sentence += 1
        context.paragraph = segment.paragraph
        follows = after.get(segment.start)
        context.following = (follows.start, follows.end) if follows else None
        claims += assemble(report, words, read_sentence(words, context))
    checked = tuple(_checked(report, claim) for claim in claims)
    return Reading(report.key, checked, _coverage(report, checked), tuple(people))


def read_all(reports: Iterable[Report], roster: Roster | None = None) -> Iterator[Reading]:
    """Read reports one after another, with names learned over all of them.

    Parameters
    ----------
    reports : iterable of Report
        Kept in memory while names are learned.
    roster : Roster, optional
        What is known already.

    Yields
    ------
    Reading
        One per report, in order.
    """
    kept = list(reports)
    known = learn((s for report in kept for s in _sentences(report)), roster)
    runs = known_runs((s for report in kept for s in _sentences(report)), known)
    parties = known_parties((s for report in kept for s in _sentences(report)), known, runs)
    for report in kept:
        yield _read(report, known, runs, parties)


def _sentences(report: Report) -> list[str]:
    return [report.text[s.start : s.end] for s in report.segments if s.kind is SegmentKind.SENTENCE]


def _parsed(report: Report, segments: list[Segment], roster: Roster, runs: Mapping[str, bool]):  # type: ignore[no-untyped-def]
    from tracktwo.reading.english import UNREAD, parse_sentences

    texts = [report.text[s.start : s.end] for s in segments]
    mentions = [with_runs(text, recognised(text, roster), runs) for text in texts]
    masks: list[Masked] = [mask(text, found) for text, found in zip(texts, mentions, strict=True)]
    docs = parse_sentences((m.text for m in masks), without=UNREAD)
    return zip(segments, masks, mentions, docs, strict=True)


def _people(mentions: tuple[Mention, ...], offset: int) -> list[PersonSeen]:
    return [
        PersonSeen(m.canonical, m.role, m.party, m.organisation, offset + m.start, offset + m.end)
        for m in mentions
        if m.kind is Kind.PERSON and m.canonical
    ]


def _checked(report: Report, claim: Claim) -> Claim:
    """Refuse a claim whose words are not the stored text at its offsets (a fault of ours, never of the
    text).
    """
    text = report.text
    assert claim.quote == text[claim.start : claim.end]
    assert claim.predicate == text[claim.predicate_start : claim.predicate_end]
    if claim.object is not None and claim.object_start is not None:
        assert claim.object == text[claim.object_start : claim.object_end]
    if claim.actor_text is not None and claim.actor_start is not None:
        assert claim.actor_text == text[claim.actor_start : claim.actor_end]
    return claim


def _coverage(report: Report, claims: tuple[Claim, ...]) -> tuple[Coverage, ...]:
    starts = {claim.start for claim in claims}
    rows = []
    for segment in report.segments:
        kind = CoverageKind.FURNITURE
        if segment.kind is SegmentKind.SENTENCE:
            kind = CoverageKind.CLAIM if segment.start in starts else CoverageKind.NOTHING
        rows.append(Coverage(report.key, segment.start, segment.end, kind))
    return tuple(rows)
