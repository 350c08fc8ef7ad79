"""Exporting and importing as a user does."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run_in
from tests.interop.build import fill


@pytest.fixture
def case(tmp_path: Path) -> Path:
    fill(tmp_path / "record.sqlite")
    return tmp_path


@pytest.mark.parametrize("style", ["csv", "xlsx", "jsonl", "graphml", "dna", "plover"])
def test_each_format_is_written_and_says_who_is_masked(case: Path, style: str) -> None:
    done = run_in(case, "export", style)
    assert done.returncode == 0, done.stderr
    written = [Path(line) for line in done.stdout.splitlines() if line.startswith("export")]
    assert written
    assert all((case / file).is_file() for file in written)
    assert "2 people without a role in the talks are masked (--names tells them)" in done.stderr
    assert not list(case.rglob("*.part"))


def test_a_record_goes_out_and_comes_in(case: Path) -> None:
    assert run_in(case, "export", "jsonl", "--names", "--out", "out").returncode == 0
    done = run_in(case, "import", "jsonl", "out", "--case", "copy")
    assert done.returncode == 0, done.stderr
    assert "2 texts, 4 claims" in done.stdout
    one, other = (run_in(case, "claims", "--case", at, "--format", "json").stdout for at in (".", "copy"))
    assert json.loads(one) == json.loads(other)
    again = run_in(case, "import", "jsonl", "out", "--case", "copy")
    assert (again.returncode, "empty" in again.stderr) == (2, True)
    run_in(case, "export", "jsonl", "--out", "masked")
    refused = run_in(case, "import", "jsonl", "masked", "--case", "third")
    assert (refused.returncode, "only a part" in refused.stderr) == (2, True)
    assert not (case / "third" / "record.sqlite").exists()


def test_a_coding_comes_in_or_its_faults_are_told(case: Path) -> None:
    (case / "team.csv").write_text("report,quote,act,actor\ntalks,Union leader Max Stein,reject,Max Stein\n")
    done = run_in(case, "import", "csv", "team.csv")
    assert (done.returncode, "1 claims added, 0 already there" in done.stdout) == (0, True), done.stderr
    (case / "bad.csv").write_text("report,quote,act\ntalks,nowhere,reject\n")
    bad = run_in(case, "import", "csv", "bad.csv")
    assert bad.returncode == 2
    assert bad.stderr.startswith("tracktwo: bad.csv:2: the quote does not stand in talks")


def test_labels_are_given_listed_and_obeyed(case: Path) -> None:
    assert (
        run_in(case, "record", "label", "Max Stein", "sensitive", "--name", "--why", "fears").returncode == 0
    )
    assert "report odd is confidential now" in run_in(case, "record", "label", "odd", "confidential").stdout
    listed = json.loads(run_in(case, "record", "labels", "--format", "json").stdout)
    assert [(row["kind"], row["target"], row["label"], row["why"]) for row in listed] == [
        ("name", "Max Stein", "sensitive", "fears"),
        ("report", "odd", "confidential", ""),
    ]
    done = run_in(case, "export", "csv", "--redact")
    assert "1 labelled names are replaced by roles" in done.stderr
    assert "2 confidential reports and claims are left out" in done.stderr
    text = (case / "export-csv" / "claims.csv").read_text(encoding="utf-8")
    assert "Stein" not in text
    assert "HYPERLINK" not in text
    for words in (("zzz", "sensitive"), ("odd", "secret"), ("Max Stein", "confidential", "--name")):
        wrong = run_in(case, "record", "label", *words)
        assert (wrong.returncode, "Traceback" in wrong.stderr) == (2, False)


def test_forgetting_names_the_copies_that_may_hold_the_text(case: Path) -> None:
    shutil.copyfile(case / "record.sqlite", case / "record.sqlite.backup-v1")
    done = run_in(case, "record", "forget", "talks")
    assert "talks is forgotten with its 3 claims" in done.stdout
    assert "record.sqlite.backup-v1: this copy of the record may still hold the text" in done.stderr


def test_a_date_is_taken_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The Dock Workers Union rejected the offer on Sunday.\n")
    run("add", "note.txt", "--date", "note.txt=2025-03-01")
    assert '"report_date": "2025-03-01"' in run("claims", "--format", "json").stdout
    done = run("add", "note.txt", "--date", "note.txt=none")
    assert (done.returncode, "note: the given date is taken back; it now has no date" in done.stdout) == (
        0,
        True,
    )
    assert '"report_date": null' in run("claims", "--format", "json").stdout
    assert run("add", "note.txt", "--date", "other.txt=none").returncode == 2


def test_tables_as_csv_hold_no_formula(case: Path) -> None:
    done = run_in(case, "claims", "--format", "csv")
    assert "'=cmd|" in done.stdout
    assert "\x07" not in done.stdout
    assert "\u202e" not in done.stdout


def test_positions_name_the_matter(labour_case: Path) -> None:
    shown = run_in(labour_case, "positions").stdout
    # As a column's heading, or beside each row where the columns do not fit.
    assert "on" in {word.rstrip(":") for line in shown.splitlines()[:4] for word in line.split()}
