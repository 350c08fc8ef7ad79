"""Lines of nothing but a place and a date, above the text or under its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracktwo import reports

BODY = "\n\nNorway rejected the plan. Kenya supported it."


@pytest.mark.parametrize(
    "top",
    [
        "Fish talks end\nGeneva, 4 March 2025",
        "Fish talks end\n\nGeneva, 4 March 2025",
        "Fish talks end\nBy Ann Lee\nPort Louis, March 4 2025",
        "Fish talks end\nBerne, Switzerland, Tuesday, 4 March 2025",
        "4 March 2025\nFish talks end",
        "Fish talks end\n4 March 2025",
    ],
)
def test_the_date_is_found_and_is_no_sentence(tmp_path: Path, top: str) -> None:
    file = tmp_path / "report.txt"
    file.write_text(top + BODY, encoding="utf-8")
    report = reports.load(file)
    assert str(report.date) == "2025-03-04"
    assert all("2025" not in report.text[s.start : s.end] for s in report.segments if s.kind == "sentence")


@pytest.mark.parametrize(
    "top",
    [
        "Norway signed the accord in\nGeneva, 4 March 2025",
        "What we learned from\n4 March 2025",
        "Fish talks end\nGeneva, 4 March",
        "Fish talks end after Geneva, 4 March 2025",
    ],
)
def test_part_of_a_sentence_is_no_dateline(tmp_path: Path, top: str) -> None:
    file = tmp_path / "report.txt"
    file.write_text(top + BODY, encoding="utf-8")
    assert reports.load(file).date is None
