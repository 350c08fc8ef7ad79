"""The first ten minutes of a user, in order, each command ending with the next one to type."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import run_in


def next_step(done: subprocess.CompletedProcess[str]) -> list[str]:
    lines = [line for line in done.stdout.splitlines() if line.startswith("Next: tracktwo ")]
    assert len(lines) == 1, done.stdout[-500:]
    return shlex.split(lines[0].removeprefix("Next: tracktwo ").split("   ")[0])


class Desk:
    """A user's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def type(self, *words: str) -> subprocess.CompletedProcess[str]:
        done = run_in(self.folder, *words)
        assert done.returncode == 0, f"tracktwo {' '.join(words)}: {done.stderr}"
        assert done.stderr == ""
        return done


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, labour_reports: Path) -> Desk:
    folder = tmp_path_factory.mktemp("first-use")
    shutil.copytree(labour_reports, folder / "reports")
    return Desk(folder)


@pytest.fixture(scope="module")
def first_brief(desk: Desk) -> subprocess.CompletedProcess[str]:
    return desk.type("brief", "reports")


def test_drop_in_reports_and_take_the_brief_away(
    desk: Desk, first_brief: subprocess.CompletedProcess[str]
) -> None:
    assert str(Path("record.sqlite")) in first_brief.stdout
    page = desk.folder / "brief" / "brief.html"
    assert page.is_file()
    assert "<html" in page.read_text(encoding="utf-8")
    assert (desk.folder / "record.sqlite").is_file()


def test_each_command_names_the_next_and_the_next_works(
    desk: Desk, first_brief: subprocess.CompletedProcess[str]
) -> None:
    done, walked = first_brief, []
    for _ in range(12):
        words = next_step(done)
        if words in walked:
            break
        walked.append(words)
        done = desk.type(*words)
    assert {"claims", "show"} <= {words[0] for words in walked}


@pytest.mark.usefixtures("first_brief")
def test_see_the_quote_then_correct_it(desk: Desk) -> None:
    claims = json.loads(desk.type("claims", "--format", "json").stdout)
    wrong = next(c for c in claims if c["act"] in ("support", "oppose", "reject", "accept"))
    shown = desk.type("show", wrong["id"]).stdout
    assert " ".join(wrong["predicate"].split()) in " ".join(shown.split())
    desk.type("review", "--reject", wrong["id"], "--why", "trying it out", "--by", "tester")
    left = json.loads(desk.type("claims", "--format", "json").stdout)
    assert wrong["id"] not in [c["id"] for c in left if c["status"] != "rejected"]
    desk.type("review", "--undo", wrong["id"], "--by", "tester")
    back = json.loads(desk.type("claims", "--format", "json").stdout)
    assert [c["id"] for c in back] == [c["id"] for c in claims]
    assert next(c for c in back if c["id"] == wrong["id"])["status"] == "proposed"


@pytest.mark.usefixtures("first_brief")
@pytest.mark.parametrize(
    "question",
    [
        ["positions"],
        ["proposals"],
        ["meetings"],
        ["timeline"],
        ["changes", "--since", "2000-01-01"],
        ["conflicts"],
        ["gaps"],
    ],
    ids=lambda words: words[0],
)
def test_every_row_of_every_question_names_its_claims(desk: Desk, question: list[str]) -> None:
    known = {c["id"] for c in json.loads(desk.type("claims", "--format", "json").stdout)}
    rows = json.loads(desk.type(*question, "--format", "json").stdout)
    assert rows
    # A gap, and a blank in the positions, is what no claim says.
    said = [row for row in rows if question[0] != "gaps" and row.get("act", "said") is not None]
    assert all(row["claims"] for row in said)
    assert {one for row in rows for one in row.get("claims", [])} <= known
    assert desk.type(*question, "--format", "csv").stdout.count("\n") >= len(rows) + 1
    assert next_step(desk.type(*question))


@pytest.mark.usefixtures("first_brief")
def test_what_has_somebody_said_about_something(desk: Desk) -> None:
    claims = json.loads(desk.type("claims", "--format", "json").stdout)
    actor = next(c["actor"] for c in claims if c["actor"] and c["act"] in ("support", "oppose", "propose"))
    rows = json.loads(desk.type("said", actor, "--format", "json").stdout)
    assert rows
    assert json.loads(desk.type("said", actor, "--about", "zeppelins", "--format", "json").stdout) == []


@pytest.mark.usefixtures("first_brief")
def test_adding_the_same_reports_again_changes_nothing(desk: Desk) -> None:
    before = desk.type("claims", "--format", "json").stdout
    said = desk.type("add", "reports").stdout
    assert "0 reports added" in said
    assert desk.type("claims", "--format", "json").stdout == before


@pytest.mark.usefixtures("first_brief")
def test_the_case_can_be_drafted_edited_and_drafted_again(desk: Desk) -> None:
    desk.type("draft")
    desk.type("check")
    path = desk.folder / "case.yaml"
    text = path.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    path.write_text(text.replace(title, "title: My own title", 1), encoding="utf-8")
    desk.type("draft")
    assert "title: My own title" in path.read_text(encoding="utf-8")
    desk.type("check")


@pytest.mark.usefixtures("first_brief")
def test_the_record_is_sound(desk: Desk) -> None:
    assert "sound" in desk.type("record", "verify").stdout
