"""Titles that end in the day of the document, titles that ask, datelines with two words in brackets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracktwo import reports
from tracktwo.vocabulary import Report

BODY = "\n\nNorway rejected the plan. Kenya supported it.\n"


def loaded(folder: Path, text: str) -> Report:
    file = folder / "report.txt"
    file.write_text(text, encoding="utf-8")
    return reports.load(file)


@pytest.mark.parametrize(
    "title",
    [
        "Finance committee, town of Halden\nMinutes of 6 November 2026",
        "Dam Committee\nSummary of the session of 6 November 2026, Lima",
        "Transcript, Harbour Radio, 6 November 2026",
        "Letter to the editor, Coast Gazette, 6 November 2026",
    ],
)
def test_the_day_of_the_document(tmp_path: Path, title: str) -> None:
    assert str(loaded(tmp_path, title + BODY).date) == "2026-11-06"


@pytest.mark.parametrize(
    "title",
    [
        "Notes on the attack of 7 October 2023",
        "Letter about the accord of 3 March 2020",
        "Halden after 6 May 2026",
    ],
)
def test_the_day_of_what_it_is_about_is_no_date(tmp_path: Path, title: str) -> None:
    assert loaded(tmp_path, title + BODY).date is None


def test_a_title_may_ask(tmp_path: Path) -> None:
    text = "Two clubs, one future?\n\nHALDEN, 6 November 2026 (Coast Gazette) - Norway rejected the plan."
    report = loaded(tmp_path, text)
    assert str(report.date) == "2026-11-06"
    assert report.segments[0].kind == "heading"


def test_a_question_further_down_is_a_sentence(tmp_path: Path) -> None:
    report = loaded(
        tmp_path, "Norway rejected the plan.\n\nWhat comes next for Halden?\n\nKenya supported it.\n"
    )
    kinds = {report.text[s.start : s.end]: s.kind for s in report.segments}
    assert kinds["What comes next for Halden?"] == "sentence"


def test_a_dateline_with_a_comma_in_its_brackets(tmp_path: Path) -> None:
    report = loaded(
        tmp_path, "HALDEN, 6 November 2026 (Coast Gazette, translated) - Norway rejected the plan."
    )
    assert str(report.date) == "2026-11-06"
