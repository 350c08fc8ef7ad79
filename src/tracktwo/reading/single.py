"""One report and what is known in, its reading out."""

from __future__ import annotations

from collections.abc import Iterator

from tracktwo.reading.assemble import assemble
from tracktwo.reading.clauses.repair import repaired
from tracktwo.reading.clauses.words import Words, words_of
from tracktwo.reading.coreference import Context
from tracktwo.reading.coreference.offices import holders_of
from tracktwo.reading.coreference.powers import power_in
from tracktwo.reading.coreference.publisher import whose_text
from tracktwo.reading.coreference.turns import turns_of
from tracktwo.reading.fighting import tells_of_fighting
from tracktwo.reading.known import LONGEST, Known
from tracktwo.reading.masking import mask
from tracktwo.reading.names import Kind, Mention
from tracktwo.reading.runs import recognised, with_runs
from tracktwo.reading.sentence import read_sentence
from tracktwo.vocabulary import Claim, Coverage, CoverageKind, Reading, Report, Segment, SegmentKind
from tracktwo.vocabulary.reading import PersonSeen


def read_one(report: Report, known: Known) -> Reading:
    """Read one report; see :func:`tracktwo.reading.read`."""
    segments = [s for s in report.segments if s.kind is SegmentKind.SENTENCE and s.end - s.start <= LONGEST]
    named = [(s.start, recognised(report.text[s.start : s.end], known.roster)) for s in segments]
    ours, turns = whose_text(report, named, known.roster), turns_of(report, named, known.roster)
    context = Context(
        belongs=dict(known.parties),
        holders=holders_of(m for _, mentions in named for m in mentions),
        publisher=ours.side,
        not_ours=ours.others,
        author=turns.author,
        power=power_in(report.text, named),
    )
    claims: list[Claim] = []
    people: list[PersonSeen] = []
    after = dict(zip((s.start for s in segments), segments[1:], strict=False))
    for segment, mentions, words in _parsed(report, segments, known):
        people += _people(mentions, segment.start)
        if not len(words):
            continue
        context.sentence += 1
        context.paragraph = segment.paragraph
        follows = after.get(segment.start)
        context.speaker = turns.at(segment.start, segment.end) or context.speaker
        context.following = (follows.start, follows.end) if follows else None
        claims += assemble(report, words, read_sentence(words, context))
    checked = tuple(_checked(report, claim) for claim in claims)
    return Reading(report.key, checked, _coverage(report, checked), tuple(people))


def _parsed(
    report: Report, segments: list[Segment], known: Known
) -> Iterator[tuple[Segment, tuple[Mention, ...], Words]]:
    from tracktwo.reading.english import UNREAD, parse_sentences

    texts = [report.text[s.start : s.end] for s in segments]
    mentions = [with_runs(text, recognised(text, known.roster), known.runs) for text in texts]
    masks = [mask(text, found) for text, found in zip(texts, mentions, strict=True)]
    docs = parse_sentences((m.text for m in masks), without=UNREAD)
    armed = tells_of_fighting(report.text)
    for segment, masked, found, doc in zip(segments, masks, mentions, docs, strict=True):
        words = words_of(doc, masked, report.text, segment.start, segment.end, armed=armed)
        yield segment, found, repaired(words)


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
