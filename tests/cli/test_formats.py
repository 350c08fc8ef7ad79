"""Every command answers programs, too, and a table stays readable where there is little room."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tracktwo.cli.layout import print_rows

TEXT = "Norway proposed a ban on tuna fishing in its talks with Chile. Chile rejected the proposal.\n"


@pytest.fixture
def talks(call: Call, tmp_path: Path) -> Call:
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    assert call("add", "talks.txt").returncode == 0
    return call


def test_draft_and_check_answer_programs(talks: Call, tmp_path: Path) -> None:
    first = json.loads(talks("draft", "--format", "json").stdout)
    assert first == [{"file": "case.yaml", "changed": True, "conflicts": [], "left_out": []}]
    (again,) = csv.DictReader(io.StringIO(talks("draft", "--format", "csv").stdout))
    assert again["changed"] == "no"
    done = talks("check", "--format", "json")
    assert done.returncode == 0
    assert all((row["level"], row["file"]) == ("look", "case.yaml") for row in json.loads(done.stdout))
    case = tmp_path / "case.yaml"
    case.write_text(case.read_text(encoding="utf-8") + "partees: {}\n", encoding="utf-8")
    done = talks("check", "--format", "json")
    assert done.returncode == 2
    (row,) = json.loads(done.stdout)
    last = len(case.read_text(encoding="utf-8").splitlines())
    assert (row["level"], row["file"], row["line"], row["column"]) == ("error", "case.yaml", last, 1)
    assert "partees" in row["text"]
    assert "partees" in done.stderr


def test_verify_answers_programs(talks: Call, tmp_path: Path) -> None:
    done = talks("record", "verify", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    raw = sqlite3.connect(tmp_path / "record.sqlite")
    raw.execute("DROP TRIGGER texts_keep")
    raw.execute("UPDATE texts SET text = 'something else'")
    raw.commit()
    raw.close()
    done = talks("record", "verify", "--format", "json")
    assert done.returncode == 2
    assert "not the one its hash" in json.loads(done.stdout)[0]["problem"]


@pytest.mark.parametrize("name", ["empty.csv", "blank.csv", "header.csv", "empty.jsonl"])
def test_importing_nothing_is_no_success(talks: Call, tmp_path: Path, name: str) -> None:
    words = {"blank.csv": "\n\n", "header.csv": "report,quote,act\n"}.get(name, "")
    (tmp_path / name).write_text(words, encoding="utf-8")
    done = talks("import", name.rpartition(".")[2], name)
    assert done.returncode == 2
    assert name in done.stderr
    assert "report, quote, act" in done.stderr


def test_a_narrow_terminal_breaks_no_word(talks: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in ("40", "30"):
        monkeypatch.setenv("COLUMNS", width)
        shown = talks("positions").stdout
        # Every word of the wide table stands whole, on a line that fits.
        assert {"Norway", "Chile", "proposal", "rejected"} <= set(shown.split())
        lines = shown.partition("\nNext:")[0].splitlines()
        assert max(map(len, lines)) <= int(width)
    monkeypatch.setenv("COLUMNS", "100")
    assert "\nactor " in "\n" + talks("positions").stdout


def test_rows_with_room_are_a_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["one", "a short cell"], ["two", "another"]]
    for width in (40, 60, 100):
        monkeypatch.setenv("COLUMNS", str(width))
        print_rows(["number", "cell"], rows)
        assert len(capsys.readouterr().out.splitlines()) == 3
    monkeypatch.setenv("COLUMNS", "20")
    print_rows(["number", "cell"], [["one", "extraordinarilylongwords"], ["", "\x1b[31mred\x07"]])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "number  one" in shown


def test_a_table_cuts_nothing_off(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["Tramways of Aldenbury", "Members of the union", "Regional Transport Authority", "Board"]
    rows = [["the first offer of the company", *("over 99% (98-100)" for _ in names)]]
    for width in (40, 61, 80, 100):
        monkeypatch.setenv("COLUMNS", str(width))
        print_rows(["accepted by", *names], rows)
        shown = capsys.readouterr().out
        assert max(map(len, shown.splitlines())) <= width
        words = {word for text in (*names, *rows[0]) for word in text.split()}
        assert width == 61 or words <= set(shown.split())


def test_a_reader_that_leaves_early_is_no_failure(talks: Call, tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m tracktwo positions | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
