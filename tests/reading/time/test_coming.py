"""Weekdays beside a verb that tells what is still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from tracktwo import reading, reports
from tracktwo.reading.time import is_coming
from tracktwo.vocabulary import Act, Claim, Modality

MONDAY = "LIMA, 2 November 2026 (AP) - "


def told(folder: Path, text: str, act: Act) -> list[tuple[str | None, Modality]]:
    file = folder / "report.txt"
    file.write_text(MONDAY + text + "\n", encoding="utf-8")
    return [(c.event_from, c.modality) for c in reading.read(reports.load(file)).claims if c.act is act]


@pytest.mark.parametrize(
    ("text", "act", "day"),
    [
        ("Norway will vote on Thursday.", Act.VOTE, "2026-11-05"),
        ("Ada Lund said she would table a plan on Thursday.", Act.PROPOSE, "2026-11-05"),
        ("Norway votes on Friday on the plan.", Act.VOTE, "2026-11-06"),
        ("Norway voted on Friday on the plan.", Act.VOTE, "2026-10-30"),
        ("Norway said on Friday it would vote on Sunday.", Act.VOTE, "2026-11-01"),
    ],
)
def test_the_day_a_tense_means(tmp_path: Path, text: str, act: Act, day: str) -> None:
    assert [date for date, _ in told(tmp_path, text, act)] == [day]


def test_a_day_in_the_present_tense_is_planned(tmp_path: Path) -> None:
    assert told(tmp_path, "Norway votes on 10 December.", Act.VOTE) == [("2026-12-10", Modality.PLANNED)]


def test_a_vote_on_a_day_is_about_nothing_told(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(MONDAY + "Norway votes on 10 December. Chile votes on the plan.\n", encoding="utf-8")
    votes = [c.object for c in reading.read(reports.load(file)).claims if c.act is Act.VOTE]
    assert votes == [None, "the plan"]


def test_only_bare_weekdays_are_moved() -> None:
    quote = "Norway will vote on 5 May."
    assert not is_coming(quote, 7, 16, "on 5 May")
    assert is_coming("Norway will vote on Friday.", 7, 16, "on Friday")
    assert not is_coming("Norway voted on Friday.", 7, 12, "on Friday")


def test_another_date_of_the_report_moves_the_day(tmp_path: Path) -> None:
    from tracktwo.record.dating import timed

    file = tmp_path / "report.txt"
    file.write_text(MONDAY + "Norway will vote on Thursday.\n", encoding="utf-8")
    (claim,) = (c for c in reading.read(reports.load(file)).claims if c.act is Act.VOTE)
    moved = timed(claim, dt.date(2026, 11, 2), dt.date(2026, 11, 9), moved=False)
    assert moved.event_from == "2026-11-12"


def test_the_day_of_a_deadline_that_somebody_sets(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(MONDAY + "Norway set a deadline of 30 November.\n", encoding="utf-8")
    assert [c.event_from for c in reading.read(reports.load(file)).claims if c.act is Act.DEMAND] == [
        "2026-11-30"
    ]


def test_a_review_after_ten_years_lasts_no_ten_years(claims: Callable[..., tuple[Claim, ...]]) -> None:
    told = claims("The fee could be reviewed after ten years.")
    assert not [f for c in told for f in c.flags if f.code == "duration"]
