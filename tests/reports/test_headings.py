from __future__ import annotations

import pytest

from tracktwo.reports.headings import is_marked, looks_like_heading


@pytest.mark.parametrize(
    "text",
    [
        "High Stakes at the Harbour",
        "IN THE CORRIDORS",
        "ADAPTATION FUND (COP/MOP):",
        "WHO PAYS?",
        "Next Steps:",
    ],
)
def test_capitals_and_title_case_are_headings(text: str) -> None:
    assert looks_like_heading(text, alone=True, followed=True)


@pytest.mark.parametrize(
    "text",
    [
        "The parties met.",
        "The minister said:",
        "the parties met",
        "- Six Percent More",
        "In its conclusions on Monday, the",
        "THE PARTIES MET.",
        "12",
        "",
    ],
)
def test_what_ends_like_a_sentence_or_goes_on_is_none(text: str) -> None:
    assert not looks_like_heading(text, alone=True, followed=True)


def test_a_line_in_small_letters_is_a_heading_only_over_running_text() -> None:
    line = "Company offers three percent"
    assert looks_like_heading(line, alone=True, followed=True)
    assert not looks_like_heading(line, alone=True, followed=False)
    assert not looks_like_heading(line, alone=False, followed=True)


def test_marks_need_a_space_and_a_title() -> None:
    assert is_marked("## Title")
    assert not is_marked("#hashtag")
    assert not is_marked("###")
