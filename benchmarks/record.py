"""How fast a record takes ready-made claims with full-text search on, opens, and answers.

    python benchmarks/record.py [CLAIMS]

Prints one JSON object. Claims are made before the clock starts; every report is one transaction with its
own flush to disk, as in use.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from tracktwo.record import Record
from tracktwo.vocabulary import (
    Act,
    Basis,
    Claim,
    Coverage,
    CoverageKind,
    Flag,
    Modality,
    Reading,
    Report,
    Term,
    Voice,
)

PER_REPORT = 100
SENTENCE = (
    "In session {n}, party {a} proposed that the fund be raised to {n} million by {b}, others opposed. "
)


def material(number: int) -> tuple[Report, Reading]:
    text = "".join(SENTENCE.format(n=number * PER_REPORT + i, a=i % 40, b=i % 7) for i in range(PER_REPORT))
    report = Report(f"report-{number}", text, hashlib.sha256(text.encode()).hexdigest())
    claims, coverage, start = [], [], 0
    for i in range(PER_REPORT):
        end = start + len(SENTENCE.format(n=number * PER_REPORT + i, a=i % 40, b=i % 7))
        claims.append(_claim(report, start, end - 1, i))
        coverage.append(Coverage(report.key, start, end - 1, CoverageKind.CLAIM))
        start = end
    return report, Reading(report.key, tuple(claims), tuple(coverage))


def _claim(report: Report, start: int, end: int, i: int) -> Claim:
    text = report.text
    at = text.index("proposed", start)
    what = text.index("the fund", start)
    made = hashlib.blake2b(f"{report.hash}{at}".encode(), digest_size=8).hexdigest()
    term = Term("raise", "fund", "million", None, None, None, "raised", *_span(text, "raised", start))
    return Claim(
        id=made,
        report=report.key,
        start=start,
        end=end,
        quote=text[start:end],
        actor=f"Party {i % 40}",
        role=None,
        party=f"Party {i % 40}",
        actor_text=None,
        actor_start=None,
        actor_end=None,
        others_unnamed=False,
        voice=Voice.OWN,
        unnamed=False,
        act=Act.PROPOSE,
        predicate="proposed",
        predicate_start=at,
        predicate_end=at + 8,
        object="the fund",
        object_start=what,
        object_end=what + 8,
        terms=(term,),
        toward=None,
        attribution=(),
        modality=Modality.ASSERTED,
        condition=None,
        event_text=None,
        event_from=None,
        event_to=None,
        event_basis=Basis.UNKNOWN,
        report_date=None,
        recorded_at=None,
        flags=(Flag("open-list"),) if i % 10 == 0 else (),
        confidence=0.8,
        method="made for measuring",
    )


def _span(text: str, words: str, start: int) -> tuple[int, int]:
    at = text.index(words, start)
    return at, at + len(words)


def measure(claims: int) -> dict[str, float]:
    made = [material(number) for number in range(claims // PER_REPORT)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.sqlite"
        with Record.open(path) as record:
            start = time.perf_counter()
            for report, reading in made:
                record.add(report, reading)
            adding = time.perf_counter() - start
        start = time.perf_counter()
        record = Record.open(path)
        opening = time.perf_counter() - start
        with record:
            first = made[0][1].claims[0]
            seconds = {"open": opening}
            for name, ask in (
                ("state", lambda: record.state),
                ("search", lambda: record.search("session 1234 opposed")),
                ("claim", lambda: record.claim(first.id[:10])),
                ("decide", lambda: record.decide(first.id, "accept")),
                ("reports", record.reports),
                ("claims", record.claims),
                ("claims again", record.claims),
            ):
                start = time.perf_counter()
                ask()
                seconds[name] = time.perf_counter() - start
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
    return {
        "claims": len(made) * PER_REPORT,
        "claims_per_second": round(len(made) * PER_REPORT / adding),
        "bytes_per_claim": round(size / (len(made) * PER_REPORT)),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        **{f"{name}_ms": round(value * 1000, 2) for name, value in seconds.items()},
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000), indent=1))
