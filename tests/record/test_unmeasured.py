"""Claims of a reader that was not measured: no confidence, and in no picture until somebody accepts them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.record.build import claim, reading, report
from tracktwo import reading as reading_room
from tracktwo import reports
from tracktwo.interop.coding_files import take
from tracktwo.record import Record, appending, migrate, review
from tracktwo.vocabulary import Act

TEXT = "Norway rejected the plan. Chile supported the plan."
REPORT = report("talks", TEXT, "2024-05-01")
MEASURED = claim(REPORT, "supported", "Chile", act=Act.SUPPORT, object="the plan", party="Chile")
UNMEASURED = replace(
    claim(REPORT, "rejected", "Norway", act=Act.REJECT, object="the plan", party="Norway"), confidence=None
)


def test_a_claim_without_confidence_is_kept_as_such(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.sqlite") as record:
        record.add(REPORT, reading(REPORT, MEASURED, UNMEASURED))
        assert record.claim(UNMEASURED.id).confidence is None
        assert record.claim(MEASURED.id).confidence == 0.75
        assert "confidence not measured" in review.show(record, UNMEASURED.id).as_text()
        assert "confidence 0.75" in review.show(record, MEASURED.id).as_text()
        rows = [("here", *row) for row in record.archive()]
    with Record.open(tmp_path / "copy.sqlite") as copy:
        copy.restore(rows)
        assert copy.claim(UNMEASURED.id).confidence is None


def test_it_waits_for_a_reviewer_and_comes_into_the_picture_once_accepted(tmp_path: Path) -> None:
    text = "Norway proposed a ban on tuna fishing in its talks with Chile. Chile rejected the proposal."
    file = tmp_path / "talks.txt"
    file.write_text(text, encoding="utf-8")
    made = reports.load(file)
    read = reading_room.read(made)
    wait = next(one for one in read.claims if one.act is Act.REJECT)
    claims = tuple(replace(one, confidence=None) if one is wait else one for one in read.claims)

    def stances(record: Record) -> set[str]:
        return {c for picture in record.pictures() for stance in picture.stances for c in stance.claims}

    with Record.open(tmp_path / "r.sqlite") as record:
        record.add(made, replace(read, claims=claims))
        assert wait.id not in stances(record)
        assert review.queue(record.claims())[0].id == wait.id
        assert review.queue(record.claims())[0].reasons == ()
        record.decide(wait.id, "accept")
        assert wait.id in stances(record)


def test_an_older_record_keeps_its_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, steps = tmp_path / "r.sqlite", migrate.steps()
    before = next(at for at, step in enumerate(steps) if "no confidence" in step)
    monkeypatch.setattr(migrate, "steps", lambda: steps[:before])
    with monkeypatch.context() as then, Record.open(path) as record:
        then.setattr(appending, "FILL", "INSERT INTO quotes (rowid, quote) SELECT row_id, quote")
        record.add(REPORT, reading(REPORT, MEASURED))
    monkeypatch.setattr(migrate, "steps", lambda: steps)
    with Record.open(path) as record:
        assert record.claim(MEASURED.id) == replace(
            MEASURED, recorded_at=record.claim(MEASURED.id).recorded_at
        )
        assert record.code([UNMEASURED]) == (UNMEASURED.id,)
        assert record.verify() == ()
        assert record.search("rejected") == frozenset({MEASURED.id, UNMEASURED.id})


def test_what_somebody_said_leaves_it_out_until_then(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.sqlite") as record:
        record.add(REPORT, reading(REPORT, MEASURED, UNMEASURED))
        assert [claim.id for claim in record.said("Chile").claims] == [MEASURED.id]
        assert record.said("Norway").claims == ()
        record.decide(UNMEASURED.id, "accept")
        assert [claim.id for claim in record.said("Norway").claims] == [UNMEASURED.id]
        record.decide(UNMEASURED.id, "undo")
        assert record.said("Norway").claims == ()


def test_an_exported_one_that_comes_back_is_as_unmeasured_as_before(tmp_path: Path) -> None:
    rows = [
        {"report": "talks", "quote": TEXT, "act": act, "actor": actor, "flags": flags}
        for act, actor, flags in (
            ("reject", "Norway", [{"code": "unmeasured"}]),
            ("support", "Chile", []),
        )
    ]
    file = tmp_path / "claims.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    with Record.open(tmp_path / "r.sqlite") as record:
        record.add(REPORT, reading(REPORT))
        take(record, file)
        assert {claim.actor: claim.confidence for claim in record.claims()} == {"Norway": None, "Chile": 1.0}
