"""Reports and what is known in, their readings out; each is read by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from tracktwo.reading.assemble import assemble
from tracktwo.reading.clauses.repair import repaired
from tracktwo.reading.clauses.words import Words, words_of
from tracktwo.reading.coreference import Context
from tracktwo.reading.coreference.genders import told_by_titles
from tracktwo.reading.coreference.offices import holders_of
from tracktwo.reading.coreference.powers import power_in
from tracktwo.reading.coreference.publisher import quoted, whose_text
from tracktwo.reading.coreference.turns import turns_of
from tracktwo.reading.fighting import tells_of_fighting
from tracktwo.reading.known import LONGEST, Known
from tracktwo.reading.masking import mask
from tracktwo.reading.names import Kind, Mention
from tracktwo.reading.names.kept import recognised_last
from tracktwo.reading.plenary import sits_in_plenary
from tracktwo.reading.runs import with_runs
from tracktwo.reading.sentence import read_sentence
from tracktwo.vocabulary import Claim, Coverage, CoverageKind, Reading, Report, Segment, SegmentKind
from tracktwo.vocabulary.reading import PersonSeen

_BATCH = 64  # sentences that go through the parser together


@dataclass(frozen=True, slots=True)
class _Begun:
    """A report with its sentences, who is named in each, and what the parser makes of them."""

    report: Report
    segments: Sequence[Segment]
    mentions: Sequence[tuple[Mention, ...]]
    parsed: Iterator[tuple[Segment, tuple[Mention, ...], Words]]


def read_each(reports: Iterable[Report], known: Known) -> list[Reading]:
    """Read a few reports; see :func:`tracktwo.reading.read`.

    All are begun before the rules look at the first: parser and rules are quicker when each goes on for a
    while, and news is short.
    """
    begun = [_begun(report, known) for report in reports]
    return [_read(one, known) for one in begun]


def _begun(report: Report, known: Known) -> _Begun:
    """Parse the first sentences of a report, which of news are all."""
    segments = [s for s in report.segments if s.kind is SegmentKind.SENTENCE and s.end - s.start <= LONGEST]
    mentions = [recognised_last(report.text[s.start : s.end], known.roster) for s in segments]
    parsed = _parsed(report, segments, mentions, known)
    return _Begun(report, segments, mentions, chain(list(islice(parsed, _BATCH)), parsed))


def _read(begun: _Begun, known: Known) -> Reading:
    report, segments, mentions = begun.report, begun.segments, begun.mentions
    named = [(s.start, found) for s, found in zip(segments, mentions, strict=True)]
    ours, turns = whose_text(report, named, known.roster), turns_of(report, named, known.roster)
    context = Context(
        belongs=dict(known.parties),
        holders=holders_of(mentions),
        publisher=ours.side,
        not_ours=ours.others,
        author=turns.author,
        power=power_in(report.text, named),
        quoted=quoted(report.text),
        titled=told_by_titles(report.text),
    )
    claims: list[Claim] = []
    people: list[PersonSeen] = []
    after = {one.start: (next_one.start, next_one.end) for one, next_one in pairwise(segments)}
    for segment, found, words in begun.parsed:
        people += _people(found, segment.start)
        if not len(words):
            continue
        context.next_sentence(segment.paragraph, segment.start, segment.end)
        context.speaker = turns.at(segment.start, segment.end) or context.speaker
        context.following = after.get(segment.start)
        claims += assemble(report, words, read_sentence(words, context))
    checked = tuple(_checked(report, claim) for claim in claims)
    return Reading(report.key, checked, _coverage(report, checked), tuple(people))


def _parsed(
    report: Report, segments: Sequence[Segment], named: Sequence[tuple[Mention, ...]], known: Known
) -> Iterator[tuple[Segment, tuple[Mention, ...], Words]]:
    """Sentence by sentence: who is named in it, repeated names too, and its words; a batch at a time."""
    from tracktwo.reading.english import UNREAD, parse_sentences

    told = {"armed": tells_of_fighting(report.text), "plenary": sits_in_plenary(report.text)}
    for first in range(0, len(segments), _BATCH):
        batch = segments[first : first + _BATCH]
        texts = [report.text[s.start : s.end] for s in batch]
        mentions = [with_runs(text, named[first + at], known.runs) for at, text in enumerate(texts)]
        masks = [mask(text, found) for text, found in zip(texts, mentions, strict=True)]
        docs = parse_sentences((m.text for m in masks), _BATCH, without=UNREAD)
        for segment, masked, found, doc in zip(batch, masks, mentions, docs, strict=True):
            words = words_of(doc, masked, report.text, segment.start, segment.end, **told)
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
    starts = sorted({claim.predicate_start for claim in claims} | {claim.start for claim in claims})
    rows = []
    for segment in report.segments:
        kind = CoverageKind.FURNITURE
        if segment.kind is SegmentKind.SENTENCE:
            told = bisect_left(starts, segment.start) < bisect_left(starts, segment.end)
            kind = CoverageKind.CLAIM if told else CoverageKind.NOTHING
        rows.append(Coverage(report.key, segment.start, segment.end, kind))
    return tuple(rows)
