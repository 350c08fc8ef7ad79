"""Wrong input at the command line: a clear message, the right exit code, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run_in

GOOD = "Varnland proposed a ceasefire of ten days. Ostmark rejected the proposal on Monday.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n"),
        ("binary.txt", bytes(range(256)) * 40),
        ("broken.pdf", b"%PDF-1.7\nxx"),
    ],
)
def test_one_bad_file_among_good_ones(run: Run, good: Path, name: str, content: bytes) -> None:
    (good.parent / name).write_bytes(content)
    done = run("brief", "good.txt", name, "--format", "json")
    assert done.returncode == 1
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert [r["key"] for r in json.loads(done.stdout)["reports"]] == ["good"]


@pytest.mark.parametrize("verb", ["brief", "add", "read"])
def test_only_bad_files(run: Run, tmp_path: Path, verb: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run(verb, "empty.txt")
    assert done.returncode == 2
    assert "empty.txt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["brief", "nowhere.txt"],
        ["brief"],
        ["positions"],
        ["show", "abc"],
        ["claims", "--case", "nowhere"],
        ["brief", "good.txt", "--as-of", "yesterday"],
        ["add", "good.txt", "--date", "2024-10-21"],
        ["add", "good.txt", "--date", "good.txt=21.10.2024"],
        ["brief", "good.txt", "--format", "pdf"],
        ["changes"],
        ["check"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_words_end_with_two_and_a_message(run: Run, good: Path, words: list[str]) -> None:
    done = run(*words)
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_an_unknown_claim_is_named(run: Run, good: Path) -> None:
    assert run("add", "good.txt").returncode == 0
    done = run("show", "ffffffff")
    assert done.returncode == 2
    assert "ffffffff" in done.stderr


def test_a_date_for_a_file_that_is_not_there(run: Run, good: Path) -> None:
    done = run("add", "good.txt", "--date", "goood.txt=2024-10-21")
    assert done.returncode == 1
    assert "goood.txt" in done.stderr


def test_a_foreign_file_in_place_of_the_record(run: Run, good: Path) -> None:
    (good.parent / "record.sqlite").write_bytes(b"this is not a database at all" * 100)
    done = run("brief", "good.txt")
    assert done.returncode == 2
    assert "record.sqlite" in done.stderr
    assert (good.parent / "record.sqlite").read_bytes().startswith(b"this is not")


def test_a_case_file_with_a_slip_is_named_with_its_line(run: Run, good: Path) -> None:
    run("add", "good.txt")
    assert run("draft").returncode == 0
    path = good.parent / "case.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\npartys: {}\n", encoding="utf-8")
    done = run("check")
    assert done.returncode == 2
    assert "case.yaml:" in done.stderr
    assert "parties" in done.stderr


def test_control_codes_in_a_report_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text(
        f"\x1b[31mVarnland\x1b[0m {GOOD}<script>alert(1)</script> said Ostmark.\n", encoding="utf-8"
    )
    done = run("brief", "odd.txt")
    assert done.returncode in (0, 1)
    assert "\x1b" not in done.stdout
    assert "\x1b" not in run("claims").stdout
    assert "<script>alert(1)" not in (tmp_path / "brief" / "brief.html").read_text(encoding="utf-8")


def test_stopped_in_the_middle_everything_acknowledged_is_kept(tmp_path: Path, labour_reports: Path) -> None:
    """Ctrl-C while a long list is being read leaves whole reports and a sound record."""
    (tmp_path / "many").mkdir()
    source = next(path for path in sorted(labour_reports.iterdir()) if path.suffix in (".txt", ".md"))
    for number in range(400):
        text = source.read_text(encoding="utf-8") + f"\n\nVarnland proposed option {number}.\n"
        (tmp_path / "many" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "tracktwo", "add", "many"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    record = tmp_path / "record.sqlite"
    until = time.monotonic() + 60
    while not record.exists() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(2.0)
    os.kill(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    assert "tracktwo: stopped; every report that was acknowledged is kept" in errors
    # Python reports -SIGINT where the signal falls into code that a module makes while it is imported.
    assert process.returncode in (130, -signal.SIGINT)
    assert run_in(tmp_path, "record", "verify").returncode == 0
    shutil.rmtree(tmp_path / "many")


def test_an_empty_folder_is_no_answer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    for verb in ("brief", "read"):
        done = run(verb, "none")
        assert done.returncode == 2
        assert "none: not read: no report lies in this folder" in done.stderr
    assert not (tmp_path / "brief").exists()


def test_the_next_command_is_about_the_same_case_and_can_be_pasted(run: Run, good: Path) -> None:
    assert "Next: tracktwo positions --case 'ça se'\n" in run("add", "good.txt", "--case", "ça se").stdout
    assert "Next: tracktwo brief --case 'ça se'\n" in run("gaps", "--case", "ça se").stdout


def test_a_locale_without_the_letters_loses_none_in_a_pipe(good: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tracktwo", "brief", "good.txt"],
        cwd=good.parent,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“" in done.stdout.decode("utf-8")
