"""Read the annotated texts with the reader and gather the scores."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import agreement
import bulletins
import passages
from annotations import Passage, Sentence, read_passages, read_sentences
from stances import Shown, shown_of_bulletin, shown_positions
from texts import GOLD, bulletin, news, own
from tracktwo import reading
from tracktwo.vocabulary import Claim, Reading, Report

Line = TypeVar("Line", Sentence, Passage)


@dataclass(slots=True)
class Results:
    """Everything gathered over one split; lists stay empty where nothing is annotated or no text is there."""

    sentences: list[bulletins.SentenceScore] = field(default_factory=list)
    news: list[tuple[Passage, list[passages.PassageScore]]] = field(default_factory=list)
    own: list[tuple[Passage, list[passages.PassageScore]]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    in_bulletins: list[Shown] = field(default_factory=list)
    bad_quotes: int = 0
    claims: int = 0
    skipped: list[str] = field(default_factory=list)
    agreement: dict[str, agreement.Agreement] = field(default_factory=dict)


def files_of(part: str, split: str, only: str | None = None) -> list[Path]:
    """The annotation files of a split: ``dev.jsonl`` and, added later, ``dev-2.jsonl`` and so on.

    Own reports name their split in each line, so all their files count.
    ``only`` keeps the one file of that stem.
    """
    stem = "annotations" if part == "reports" else split
    found = sorted(
        p for p in (GOLD / part).glob(f"{stem}*.jsonl") if p.stem == stem or p.stem[len(stem)] == "-"
    )
    return [path for path in found if only is None or path.stem == only]


def gather(split: str, parts: Sequence[str], near: int | None = None, only: str | None = None) -> Results:
    """Scores of one split ("dev" or "test") for the parts named (bulletin, news, reports).

    With ``only`` just the annotation file of that stem counts, such as ``dev-2``.
    With ``near`` only that many sentences on either side of an annotated one are read of a bulletin:
    much faster, and nearly the same, but names given in full elsewhere are not learned.
    """
    results = Results()
    if "bulletin" in parts:
        _bulletins(results, [s for f in files_of("bulletin", split, only) for s in read_sentences(f)], near)
    if "news" in parts:
        passages_of = [p for f in files_of("news", split, only) for p in read_passages(f)]
        _passages(results, passages_of, news, results.news)
    if "reports" in parts:
        rows = [p for f in files_of("reports", split, only) for p in read_passages(f)]
        _passages(results, [row for row in rows if row.split == split], own, results.own)
    for part in parts:
        results.agreement |= agreements(part, split)
    return results


def bad_spans(claims: Sequence[Claim], text: str) -> int:
    """How many claims have a quote, predicate, object or actor text that differs from the stored text."""
    return sum(
        not all(
            words is None or (start is not None and text[start:end] == words)
            for words, start, end in (
                (claim.quote, claim.start, claim.end),
                (claim.predicate, claim.predicate_start, claim.predicate_end),
                (claim.object, claim.object_start, claim.object_end),
                (claim.actor_text, claim.actor_start, claim.actor_end),
            )
        )
        for claim in claims
    )


def neighbourhood(report: Report, sentences: Sequence[Sentence], near: int) -> Report:
    """The report with only those segments that stand within ``near`` of an annotated sentence."""
    spots = [
        i
        for i, segment in enumerate(report.segments)
        if any(segment.start < s.end and s.start < segment.end for s in sentences)
    ]
    kept = tuple(
        segment for i, segment in enumerate(report.segments) if any(abs(i - spot) <= near for spot in spots)
    )
    return replace(report, segments=kept)


def _bulletins(results: Results, sentences: Sequence[Sentence], near: int | None) -> None:
    by_doc: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        by_doc.setdefault(sentence.doc, []).append(sentence)
    for number, (doc, rows) in enumerate(by_doc.items(), start=1):
        _progress(f"bulletins {number}/{len(by_doc)}")
        report = bulletin(doc)
        if report is None:
            results.skipped.append(f"{len(rows)} bulletin sentences: no text of {doc} in ../shared/data")
            continue
        if near is not None:
            report = neighbourhood(report, rows, near)
        read = _read(results, report)
        given = reading.propositions(read, report)
        results.sentences += [bulletins.score(row, report, read.claims, given) for row in rows]
        results.in_bulletins += shown_of_bulletin(rows, report, read.claims)


def _passages(
    results: Results,
    rows: Sequence[Passage],
    find: Callable[[str], Report | None],
    into: list[tuple[Passage, list[passages.PassageScore]]],
) -> None:
    for number, row in enumerate(rows, start=1):
        _progress(f"passages {number}/{len(rows)}")
        report = find(row.doc)
        if report is None:
            results.skipped.append(f"passage {row.doc}: no text")
            continue
        read = _read(results, report)
        into.append((row, passages.score(row, report, read.claims)))
        if row.kind != "news":
            results.shown += shown_positions(row, report, read.claims)


_seen: dict[str, Reading] = {}


def _read(results: Results, report: Report) -> Reading:
    """Read a report by itself, once: what is scored must not hang on which other texts were drawn."""
    if report.hash not in _seen:
        read = reading.read(report)
        results.claims += len(read.claims)
        results.bad_quotes += bad_spans(read.claims, report.text)
        _seen[report.hash] = read
    return _seen[report.hash]


def agreements(part: str, split: str) -> dict[str, agreement.Agreement]:
    """How far second annotations of a part agree with the first, by what they cover; the reader has no say.

    ``second.jsonl`` annotates a tenth of both halves again; ``second-test.jsonl`` the whole frozen half,
    which counts with the "test" split only.
    """
    seconds = {"second": part}
    if split == "test":
        # Higher than it was: gold/CHANGES.md has the figures from before differences were settled.
        seconds["second-test"] = f"{part}, whole frozen half, settled"
    found = {}
    for stem, name in seconds.items():
        if part == "bulletin":
            both = [(one, two, _text(two.doc)) for one, two in _twice(part, stem, read_sentences)]
            known = [(one, two, report) for one, two, report in both if report is not None]
            one = agreement.bulletins(known)
        else:
            one = agreement.passages(_twice(part, stem, read_passages))
        if one.units:
            found[name] = one
    return found


def _twice(part: str, stem: str, read: Callable[[Path], Sequence[Line]]) -> list[tuple[Line, Line]]:
    """Each line of a second annotation with the first annotation of the same words."""
    names = ("annotations",) if part == "reports" else ("dev", "test")
    first = {(line.doc, line.start): line for name in names for line in read(GOLD / part / f"{name}.jsonl")}
    again = read(GOLD / part / f"{stem}.jsonl")
    return [(first[line.doc, line.start], line) for line in again if (line.doc, line.start) in first]


@cache
def _text(doc: str) -> Report | None:
    return bulletin(doc)


def _progress(line: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{line}   ", end="", file=sys.stderr, flush=True)
