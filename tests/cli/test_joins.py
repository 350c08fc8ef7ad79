"""What the record took for one thing is listed with the reason, undone and restored by whoever says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.record.build import reading
from tests.record.talks import told
from tracktwo.cli.desk.walk import Walk, alike
from tracktwo.record import Record


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Two reports of one boarding."""
    with Record.open(tmp_path / "record.sqlite") as record:
        for key, number, facts in (("a", 1, ("propose", "board")), ("b", 2, ("board",))):
            one, claims = told(key, number, facts, None)
            record.add(one, reading(one, *claims))
    return tmp_path


def events(case: Path) -> int:
    with Record.open(case / "record.sqlite") as record:
        return len(record.pictures()[0].events)


def listed(call: Call, *words: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(call("record", "joins", *words, "--format", "json").stdout)
    return rows


def test_a_join_is_listed_undone_and_restored(case: Path, call: Call) -> None:
    (row,) = [one for one in listed(call) if one["kind"] == "event"]
    assert (row["state"], row["by"], events(case)) == ("joined", None, 1)
    assert row["reason"] == "the same kind of happening (fighting), of the same Chile"
    (undone,) = [
        one for one in listed(call, "--undo", row["id"], "--by", "Ada", "--why", "two ships") if one["by"]
    ]
    assert (undone["state"], undone["by"], undone["why"], undone["mention"]) == (
        "undone",
        "Ada",
        "two ships",
        row["mention"],
    )
    assert events(case) == 2
    (back,) = [one for one in listed(call, "--restore", row["id"]) if one["id"] == row["id"]]
    assert (back["state"], events(case)) == ("joined", 1)
    shown = call("record", "joins").stdout
    assert row["id"] in shown.replace("\n", "")


def test_a_join_that_is_none_is_refused_and_nothing_is_written(case: Path, call: Call) -> None:
    done = call("record", "joins", "--undo", "nothing")
    assert done.returncode == 2
    assert "no join 'nothing'" in done.stderr
    with Record.open(case / "record.sqlite") as record:
        assert record.undone_joins() == frozenset()


def test_an_undone_join_of_a_large_record_can_be_restored_by_its_id(case: Path) -> None:
    with Record.open(case / "record.sqlite") as record:
        record.large_from = 1
        (row,) = [one for one in record.joins() if one.kind == "event"]
        record.undo_join(row.id, by="Ada")
        (undone,) = [one for one in record.joins() if one.id == row.id]
        assert (undone.state, undone.mention, undone.by) == ("undone", None, "Ada")
        record.restore_join(row.id)
        assert [one.state for one in record.joins() if one.id == row.id] == ["joined"]


def test_claims_of_one_act_are_offered_for_merging_in_a_large_record_too(case: Path) -> None:
    with Record.open(case / "record.sqlite") as record:
        boarded = [claim for claim in record.claims() if claim.act.value == "use_force"]
        offered = alike(boarded[0], Walk(record, "Ada")._near(boarded[0]))
        record.keep_from = 1
        assert boarded[1] in offered
        assert alike(boarded[0], Walk(record, "Ada")._near(boarded[0]))[0] == offered[0]
