"""``tracktwo read``: claims in every format, nothing stored."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BULLETIN = (
    "The EU, supported by NORWAY and opposed by SAUDI ARABIA, proposed new text on finance. "
    "INDIA did not support the EU proposal.\n"
)


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "bulletin.txt"
    path.write_text(BULLETIN, encoding="utf-8")
    return path


def test_jsonl_is_a_claim_a_line(run: Run, bulletin: Path) -> None:
    lines = run("read", "bulletin.txt", "--format", "jsonl").stdout.splitlines()
    claims = [json.loads(line) for line in lines]
    assert ("Norway", "support") in [(c["actor"], c["act"]) for c in claims]
    assert all(BULLETIN[c["start"] : c["end"]] == c["quote"] for c in claims)
    assert not (bulletin.parent / "record.sqlite").exists()


def test_csv_has_the_same_claims(run: Run, bulletin: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("read", "bulletin.txt", "--format", "csv").stdout)))
    lines = run("read", "bulletin.txt", "--format", "jsonl").stdout.splitlines()
    assert [row["id"] for row in rows] == [json.loads(line)["id"] for line in lines]


def test_propositions_are_five_tabbed_columns(run: Run, bulletin: Path) -> None:
    rows = [
        line.split("\t")
        for line in run("read", "bulletin.txt", "--format", "propositions").stdout.splitlines()
    ]
    assert all(len(row) == 5 for row in rows)
    assert ["bulletin", "1", "Norway", "proposed", "new text on finance"] in rows
    assert ["bulletin", "1", "Saudi Arabia", "not proposed", "new text on finance"] in rows
    assert ["bulletin", "2", "India", "not support", "the EU proposal"] in rows
