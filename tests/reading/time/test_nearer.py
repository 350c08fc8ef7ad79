"""A day without a year in a plan is the nearer one."""

from __future__ import annotations

import datetime as dt

import pytest

from tracktwo.reading.time import resolve


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on 5 May", "2025-05-05"),
        ("on 3 March", "2025-03-03"),
        ("on 20 July", "2025-07-20"),
        ("on 20 December", "2024-12-20"),
    ],
)
def test_a_plan_told_on_4_march_2025(words: str, day: str) -> None:
    first, last, _ = resolve(words, dt.date(2025, 3, 4), planned=True)
    assert str(first) == str(last) == day


def test_what_is_told_as_done_lies_behind() -> None:
    assert resolve("on 20 July", dt.date(2025, 3, 4))[0] == dt.date(2024, 7, 20)
