"""A record of many ready-made claims, full-text search on: adding, size, questions, memory.

    python benchmarks/record.py [CLAIMS]

Prints one JSON object. Claims are made before the clock starts; reports are stored in batches, each flushed
to the disk before its reports count as stored, as in use. They tell of negotiations of 20,000 claims each,
between states of their own. ``first_answer`` links them all; every question after it, by a new process,
reads what is kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from processes import once
from tracktwo.record import Record
from tracktwo.vocabulary import (
    Act,
    Basis,
    Claim,
    Coverage,
    CoverageKind,
    DateBasis,
    Modality,
    Reading,
    Report,
    Term,
    Voice,
)

PER_REPORT = 100
NEGOTIATION = 200  # reports
SIDES = 40
ACTS = (
    ("proposed", Act.PROPOSE),
    ("supported", Act.SUPPORT),
    ("opposed", Act.OPPOSE),
    ("demanded", Act.DEMAND),
    ("rejected", Act.REJECT),
)
MATTERS = ("the fund", "the quota on catches", "the transit fee", "the inspection of ports")
SENTENCE = "In session {n} {who} {did} raising {what} to {n} million before the review of {year}. "


def side(number: int, i: int) -> str:
    return f"State {chr(65 + i % SIDES % 26)}{number // NEGOTIATION}x{i % SIDES}"


def material(number: int) -> tuple[Report, Reading]:
    told = [
        (side(number, i * 7), *ACTS[i % len(ACTS)], MATTERS[i % len(MATTERS)], number * PER_REPORT + i)
        for i in range(PER_REPORT)
    ]
    sentences = [
        SENTENCE.format(n=n, who=who, did=did, what=what, year=2000 + n % 20) for who, did, _, what, n in told
    ]
    text = "".join(sentences)
    day = dt.date(2000, 1, 1) + dt.timedelta(days=number % NEGOTIATION)
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report(f"report-{number}", text, digest, date=day, date_basis=DateBasis.GIVEN)
    claims, coverage, start = [], [], 0
    for sentence, (who, did, act, what, _) in zip(sentences, told, strict=True):
        end = start + len(sentence) - 1
        claims.append(_claim(report, (start, end), who, did, act, what))
        coverage.append(Coverage(report.key, start, end, CoverageKind.CLAIM))
        start = end + 1
    return report, Reading(report.key, tuple(claims), tuple(coverage))


def _claim(report: Report, place: tuple[int, int], who: str, did: str, act: Act, what: str) -> Claim:
    text, (start, end) = report.text, place
    predicate, object_ = _span(text, did, start), _span(text, what, start)
    made = hashlib.blake2b(f"{report.hash}{predicate}".encode(), digest_size=8).hexdigest()
    term = Term("raise", what, "million", None, None, None, "raising", *_span(text, "raising", start))
    actor = _span(text, who, start)
    return Claim(
        id=made,
        report=report.key,
        start=start,
        end=end,
        quote=text[start:end],
        actor=who,
        role=None,
        party=who,
        actor_text=who,
        actor_start=actor[0],
        actor_end=actor[1],
        others_unnamed=False,
        voice=Voice.OWN,
        unnamed=False,
        act=act,
        predicate=did,
        predicate_start=predicate[0],
        predicate_end=predicate[1],
        object=what,
        object_start=object_[0],
        object_end=object_[1],
        terms=(term,),
        toward=None,
        attribution=(),
        modality=Modality.ASSERTED,
        condition=None,
        event_text=None,
        event_from=None,
        event_to=None,
        event_basis=Basis.UNKNOWN,
        report_date=report.date.isoformat() if report.date else None,
        recorded_at=None,
        flags=(),
        confidence=0.8,
        method="made for measuring",
    )


def _span(text: str, words: str, start: int) -> tuple[int, int]:
    at = text.index(words, start)
    return at, at + len(words)


def measure(claims: int) -> dict[str, float]:
    reports = claims // PER_REPORT
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.sqlite"
        adding = 0.0
        with Record.open(path) as record:
            for first in range(0, reports, NEGOTIATION):
                made = [material(number) for number in range(first, min(first + NEGOTIATION, reports))]
                start = time.perf_counter()
                for _ in record.add_all(made):
                    pass
                adding += time.perf_counter() - start
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
        asked = {name: once(words, Path(folder)) for name, words in questions().items()}
        kept = sum(file.stat().st_size for file in (Path(folder) / "record.sqlite-kept").glob("*"))
    found = {
        "claims": reports * PER_REPORT,
        "claims_per_second": round(reports * PER_REPORT / adding),
        "record_mb": round(size / 1e6),
        "kept_mb": round(kept / 1e6),
        "adding_peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    for name, (wall, cpu, peak) in asked.items():
        found |= {f"{name}_s": round(wall, 3), f"{name}_cpu_s": round(cpu, 3), f"{name}_mib": round(peak)}
    return found


def questions() -> dict[str, list[str]]:
    """Return the commands asked one after the other, each in a process of its own, start-up included."""
    tracktwo, who = [sys.executable, "-m", "tracktwo"], side(0, 7)
    return {
        "first_answer": [*tracktwo, "positions"],
        "positions": [*tracktwo, "positions"],
        "positions_of_one": [*tracktwo, "positions", "--actor", who],
        "said": [*tracktwo, "said", who],
        "said_about": [*tracktwo, "said", who, "--about", "transit fee"],
        "pair": [*tracktwo, "pair", who, side(0, 14), "--years"],
        "start": [*tracktwo, "record", "labels"],
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000), indent=1))
