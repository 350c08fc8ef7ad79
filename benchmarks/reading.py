"""How fast files become claims, on one core and on several, beside the bare parser in the same run.

    python benchmarks/reading.py

Targets, one core: 8,000 words a second on bulletins, 7,000 on news, at most three times what the parser alone
takes. Processor time is measured, the best of several passes of each kind of work in turn, so that others on
the machine disturb little and a slow minute hits all alike. About two minutes where nobody else works.
Bulletins and news are measured where ../shared/data lies beside the project, made reports anywhere.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from texts import DATA, bulletins, made, news
from tracktwo import reading, reports
from tracktwo.reading.english import UNREAD, load_parser, parse_sentences
from tracktwo.reading.known import sentences_in

HERE = Path(__file__).resolve().parent
KINDS: dict[str, tuple[Callable[[Path, int], Path], int]] = {
    "made reports": (made, 60),
    "bulletins": (bulletins, 10),
    "news": (news, 90),
}
PASSES = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """Words a second of processor time: the parser alone, with spaCy's own arithmetic, from file to claim.

    ``overhead`` is the whole beside the parser alone; ``jobs_gain`` the wall-clock time of one process beside
    that of as many as there are cores.
    """

    kind: str
    words: int
    sentences: int
    claims: int
    parser: int
    parser_of_spacy: int
    whole: int
    overhead: float
    cores: int
    jobs_gain: float


def main() -> None:
    """Measure, print, and keep the figures in reading.json."""
    kinds = [kind for kind in KINDS if kind == "made reports" or DATA.is_dir()]
    with tempfile.TemporaryDirectory() as name:
        speeds = [measure(kind, Path(name) / kind) for kind in kinds]
    (HERE / "reading.json").write_text(
        json.dumps([asdict(speed) for speed in speeds], indent=1) + "\n", encoding="utf-8"
    )
    print(f"{'words a second':14} {'spaCy':>8} {'parser':>8} {'whole':>8} {'overhead':>9} {'--jobs':>7}")
    for s in speeds:
        print(
            f"{s.kind:14} {s.parser_of_spacy:8,} {s.parser:8,} {s.whole:8,} {s.overhead:8.2f}x"
            f" {s.jobs_gain:5.2f}x on {s.cores} cores"
        )


def measure(kind: str, folder: Path) -> Speed:
    """Measure one kind of text."""
    make, count = KINDS[kind]
    files = sorted(make(folder, count).iterdir())
    loaded = [reports.load(file) for file in files]
    words = sum(len(report.text.split()) for report in loaded)
    sentences = [sentence for report in loaded for sentence in sentences_in(report)]
    nlp = load_parser()
    claims = 0

    def parsed() -> None:
        for _ in parse_sentences(sentences, without=UNREAD):
            pass

    def parsed_by_spacy() -> None:
        for _ in nlp.pipe(sentences, disable=list(UNREAD), batch_size=64):
            pass

    def read() -> None:
        nonlocal claims
        claims = sum(len(one.claims) for one in reading.read_all([reports.load(file) for file in files]))

    parser, spacy, whole = best(parsed, parsed_by_spacy, read)
    cores = os.cpu_count() or 1
    one, several = (wall(loaded, jobs) for jobs in (1, cores))
    return Speed(
        kind,
        words,
        len(sentences),
        claims,
        round(words / parser),
        round(words / spacy),
        round(words / whole),
        round(whole / parser, 2),
        cores,
        round(one / several, 2),
    )


def best(*works: Callable[[], None]) -> list[float]:
    """The least processor seconds of each over several passes, after one that does not count."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(PASSES + 1):
        for work, times in zip(works, taken, strict=True):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
    return [min(times[1:]) for times in taken]


def wall(loaded: list[reports.Report], jobs: int) -> float:
    """Wall-clock seconds to read, from the first reading on: processes start once a command."""
    many = [report for report in loaded for _ in range(3)]
    found = reading.read_all(many, jobs=jobs)
    next(found)
    start = time.perf_counter()
    for _ in found:
        pass
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
