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
from dataclasses import asdict
from pathlib import Path
from typing import Any

from processes import once
from questions import HERE, TRACKTWO, ask, load, put_into_page, table
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

MILLION = 1_000_000
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


def main() -> None:
    """Measure, print, and keep the figures in record.json and on the page."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    file = HERE / "record.json"
    held = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    before = held.get(str(claims), {})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        known = (folder / "record.sqlite").exists()
        found = {**before, **({} if known else added(folder, claims)), **linked(folder)}
        busy = load()
        asked = [ask(words, folder) for words in questions()]
    found |= {"load": max(busy, load()), "questions": [asdict(one) for one in asked]}
    held[str(claims)] = found
    file.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    if claims == MILLION:
        put_into_page("a million, making", sizes(found))
        put_into_page(
            "a million, questions", f"{table(asked)}\n\nLoad while measuring: up to {found['load']:g}."
        )
    print(json.dumps(found, indent=1))


def added(folder: Path, claims: int) -> dict[str, float]:
    """Make the record; return how fast claims came in, and the memory that took."""
    wall = cpu = 0.0
    with Record.open(folder / "record.sqlite") as record:
        for first in range(0, claims // PER_REPORT, NEGOTIATION):
            made = [
                material(number) for number in range(first, min(first + NEGOTIATION, claims // PER_REPORT))
            ]
            start = time.perf_counter(), time.process_time()
            for report, reading in made:
                record.add(report, reading)
            wall, cpu = wall + time.perf_counter() - start[0], cpu + time.process_time() - start[1]
    return {
        "added_per_second": round(claims / wall),
        "added_per_second_of_processor": round(claims / cpu),
        "adding_peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def linked(folder: Path) -> dict[str, float]:
    """Ask a first question, for which everything is linked; return what that took, and the files' sizes."""
    for file in (folder / "record.sqlite-kept").glob("*"):
        file.unlink()
    wall, cpu, peak = once([*TRACKTWO, "positions"], folder)
    return {
        "record_mb": round((folder / "record.sqlite").stat().st_size / 1e6),
        "kept_mb": round(sum(one.stat().st_size for one in (folder / "record.sqlite-kept").glob("*")) / 1e6),
        "first_answer_s": round(wall, 1),
        "first_answer_cpu_s": round(cpu, 1),
        "first_answer_mib": round(peak),
    }


def questions() -> list[list[str]]:
    """Return the commands asked one after the other; every state of the record acts on one matter alone."""
    who = side(0, 7)
    return [
        ["record", "labels"],
        ["positions"],
        ["positions", "--actor", who],
        ["said", who],
        ["said", who, "--about", "quota on catches"],
        ["pair", who, side(0, 14), "--years"],
    ]


def sizes(found: dict[str, Any]) -> str:
    """Return what making the record took, as a table of the page."""
    rows = [
        ("what", "figure", "wanted"),
        ("---", "---", "---"),
        ("the file; what is kept beside it", f"{found['record_mb']} MB; {found['kept_mb']} MB", "1,500 MB"),
        (
            "linking once, and every answer kept",
            f"{found['first_answer_s']:.0f} s ({found['first_answer_cpu_s']:.0f} s of processor), "
            f"{found['first_answer_mib']} MiB",
            "500 MB",
        ),
    ]
    if "added_per_second" in found:  # the record was made in this run, or in one before
        clock, processor = found["added_per_second"], found["added_per_second_of_processor"]
        adding = "adding ready-made claims, full-text search on, flushed to disk in batches"
        rows.append((adding, f"{clock:,} a second by the clock, {processor:,} of processor", "5,000"))
        rows.append(("memory while adding", f"{found['adding_peak_mib']} MiB", "500 MB"))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    main()
