"""Print every annotation with its words, and fail on a bad one: python tools/score/check.py [FILE ...]."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from annotations import Passage, Sentence, Span, read_passages, read_sentences
from texts import GOLD, bulletin, news, own
from tracktwo.vocabulary import Report

EDGES = " \t\n\r,;"


def main(names: list[str]) -> int:
    """Check the files named, or all; return the number of complaints (0 is success)."""
    files = [Path(name) for name in names] or sorted(GOLD.glob("*/*.jsonl"))
    bad = 0
    for path in files:
        if path.parent.name == "bulletin":
            bad += _all(path, read_sentences(path), bulletin, _sentence)
        else:
            bad += _all(path, read_passages(path), news if path.parent.name == "news" else own, _passage)
    print(f"{bad} complaints")
    return 1 if bad else 0


def _all(
    path: Path,
    rows: Iterable[Any],
    find: Callable[[str], Report | None],
    show: Callable[[str, Any], int],
) -> int:
    bad = 0
    for row in rows:
        report = find(row.doc)
        if report is None:
            print(f"# {row.doc}: text absent, skipped")
            continue
        print(f"== {path.parent.name}/{path.stem} {row.doc} {row.start}-{row.end}")
        bad += show(report.text, row)
    return bad


def _words(text: str, spans: Iterable[Span | None], start: int, end: int) -> tuple[str, int]:
    """The words of the spans, and how many spans are outside or have loose edges."""
    given = [span for span in spans if span is not None]
    bad = 0
    for a, b in given:
        piece = text[a:b]
        if a < start or b > end or piece != piece.strip(EDGES):
            print(f"   !! span {a}-{b}: {piece!r}")
            bad += 1
    return " + ".join(" ".join(text[a:b].split()) for a, b in given), bad


def _sentence(text: str, row: Sentence) -> int:
    bad = 0
    print("  ", " ".join(text[row.start : row.end].split()))
    for prop in row.props:
        actor, one = _words(text, [prop.actor_span], row.start, row.end)
        message, two = _words(text, prop.message, row.start, row.end)
        word, three = _words(text, [prop.pred_span], row.start, row.end)
        if prop.predicate.removeprefix("not ") != word.lower():
            print(f"   !! predicate {prop.predicate!r} is written {word!r}")
            bad += 1
        bad += one + two + three
        extra = " ".join([*prop.also, "optional" * prop.optional, prop.modality]).strip()
        print(
            f"   - {prop.actor} <{actor}> [{prop.relation}] {prop.predicate} | {message} | {prop.act} {extra}"
        )
    return bad


def _passage(text: str, row: Passage) -> int:
    end, bad = len(text) if row.end is None else row.end, 0
    print("  ", " ".join(text[row.start : end].split()))
    for claim in row.claims:
        spans = (claim.actor_span, claim.pred_span, claim.obj_span)
        shown = [_words(text, [span], row.start, end) for span in spans]
        bad += sum(count for _, count in shown)
        actor, predicate, about = (words for words, _ in shown)
        print(f"   - {claim.actor} <{actor}> {claim.act} {claim.modality} | {predicate} | {about}")
    for said in row.attributions:
        shown = [_words(text, spans, row.start, end) for spans in ([said.source], [said.cue], said.content)]
        bad += sum(count for _, count in shown)
        print("   @ " + " | ".join(words for words, _ in shown))
    keys = {proposal.key for proposal in row.proposals}
    for proposal in row.proposals:
        words, count = _words(text, proposal.mentions, row.start, end)
        bad += count
        print(f"   * {proposal.key}: {words} by {list(proposal.by)}")
    for stance in row.stances:
        bad += stance.proposal not in keys
        print(f"   ! {stance.actor} {stance.act} {stance.proposal} {stance.modality}")
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
