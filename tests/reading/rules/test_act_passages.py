"""Own passages in several registers (acts/passages.txt), annotated before they were read: most acts are
found, and little else.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.reading.conftest import report_of
from tests.reading.rules.test_act_tables import is_who
from tracktwo import reading
from tracktwo.vocabulary import Claim

FILE = Path(__file__).parent / "acts" / "passages.txt"
Marks = list[list[str]]


def passages() -> Iterator[list[tuple[str, Marks]]]:
    lines: list[tuple[str, Marks]] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            if lines:
                yield lines
            lines = []
        elif line.startswith("= "):
            lines[-1][1].append([cell.strip() for cell in line[2:].split("|")])
        elif line:
            lines.append((line, []))
    yield lines


def fits(claim: Claim, mark: list[str], sentence: str, at: int) -> bool:
    acts, who, words = mark
    first = at + sentence.index(words)
    touches = claim.predicate_start < first + len(words) and first < claim.predicate_end
    return touches and claim.act.value in acts.split("/") and is_who(claim, who)


def test_most_acts_are_found_and_little_else() -> None:
    found = missed = extra = 0
    for passage in passages():
        claims = reading.read(report_of(*(sentence for sentence, _ in passage))).claims
        at = 0
        for sentence, marks in passage:
            here = [c for c in claims if at <= c.start < at + len(sentence)]
            for mark in marks:
                hit = next((c for c in here if fits(c, mark, sentence, at)), None)
                found, missed = found + (hit is not None), missed + (hit is None)
                here = [c for c in here if c is not hit]
            extra += len(here)
            at += len(sentence) + 1
    assert found + missed >= 150
    assert found / (found + missed) >= 0.78
    assert found / (found + extra) >= 0.93
