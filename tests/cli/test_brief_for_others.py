"""What a brief tells of people: files keep the names of those without a role, --redact goes further."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.cli.conftest import Call
from tests.interop.build import fill
from tests.record.build import claim, reading, report
from tracktwo.record import Record
from tracktwo.vocabulary import Act, Coverage, CoverageKind, Segment, SegmentKind

PRIVATE = ("Rosa", "Klein", "KLEIN", "Tom")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    fill(tmp_path / "record.sqlite")
    return tmp_path


def files(case: Path) -> list[str]:
    """Return the words of the page, the document and the workbook."""
    brief = case / "brief"
    document = "\n".join(p.text for p in Document(str(brief / "brief.docx")).paragraphs)
    book = load_workbook(brief / "brief.xlsx")
    cells = "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )
    return [(brief / "brief.html").read_text(encoding="utf-8"), document, cells]


def test_files_mask_people_without_a_role_and_the_screen_does_not(case: Path, call: Call) -> None:
    done = call("brief", "--also", "docx", "--also", "xlsx")
    assert "Rosa Klein" in done.stdout
    assert "2 people without a role in the talks are masked (--names tells them)" in done.stderr
    for text in files(case):
        assert not [name for name in PRIVATE if name in text]
        assert "[person 1]" in text
        assert "Ada Berg" in text
    assert "Not told here: 2 people without a role in the talks are masked." in " ".join(
        files(case)[0].split()
    )
    assert "Rosa Klein" in call("brief", "--format", "json").stdout


def test_names_are_told_when_asked_for(case: Path, call: Call) -> None:
    done = call("brief", "--names", "--also", "docx", "--also", "xlsx")
    assert "masked" not in done.stderr
    for text in files(case):
        assert "Rosa Klein" in text
        assert "Not told here" not in text


def test_redact_holds_on_the_screen_for_programs_and_in_files(case: Path, call: Call) -> None:
    call("record", "label", "Max Stein", "sensitive", "--name")
    call("record", "label", "odd", "confidential")
    shown = call("brief", "--redact", "--also", "docx", "--also", "xlsx")
    assert "1 labelled names are replaced by roles" in shown.stderr
    assert "2 confidential reports and claims are left out" in shown.stderr
    told = call("brief", "--redact", "--format", "json").stdout
    for text in (shown.stdout, told, *files(case)):
        assert not [name for name in (*PRIVATE, "Stein", "HYPERLINK") if name in text]
        assert "[Union leader]" in text
    made = json.loads(told)
    assert [row["key"] for row in made["reports"]] == ["talks"]
    assert {row["report"] for row in made["coverage"]} == {"talks"}
    assert made["other_cases"] == []


def test_a_sentence_with_a_confidential_claim_is_in_no_redacted_brief(tmp_path: Path, call: Call) -> None:
    words = "The union rejected the offer. The employer accepted the plan and rejected the fee."
    end = words.index(".") + 1
    spans = ((0, end), (end + 1, len(words)))
    made = report(
        "a", words, "2024-03-01", segments=tuple(Segment(*span, SegmentKind.SENTENCE) for span in spans)
    )
    open_one = claim(made, "rejected", "union", act=Act.REJECT, span=spans[0])
    kept = claim(made, "accepted", "employer", act=Act.ACCEPT, span=spans[1])
    with Record.open(tmp_path / "record.sqlite") as record:
        coverage = tuple(Coverage("a", *span, CoverageKind.CLAIM) for span in spans)
        record.add(made, replace(reading(made, open_one, kept), coverage=coverage))
        record.label("claim", kept.id, "confidential")
    whole = call("brief")
    assert "(labelled confidential)" in whole.stdout
    assert "this brief tells of what is labelled confidential (--redact leaves it out)" in whole.stderr
    redacted = json.loads(call("brief", "--redact", "--format", "json").stdout)
    assert "employer" not in json.dumps(redacted)
    assert [one["id"] for one in redacted["claims"]] == [open_one.id]


def test_labels_are_marked_where_everything_is_told(case: Path, call: Call) -> None:
    call("record", "label", "talks", "sensitive")
    assert "labelled sensitive" in call("brief").stdout
    assert "<strong>labelled sensitive</strong>" in (case / "brief" / "brief.html").read_text(
        encoding="utf-8"
    )
    made = json.loads(call("brief", "--format", "json").stdout)
    assert [(row["key"], row["label"]) for row in made["reports"]] == [("talks", "sensitive")]
    assert {row["label"] for row in made["claims"]} == {None}
    assert "odd" in json.dumps(made["other_cases"])
