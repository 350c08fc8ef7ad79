from __future__ import annotations

import datetime as dt

import pytest

from tracktwo.reports.dates import full_dates, report_date
from tracktwo.vocabulary.reports import DateBasis

DAY = dt.date(2024, 3, 18)


@pytest.mark.parametrize(
    "words",
    [
        "2024-03-18",
        "2024-03-18T10:00:00Z",
        "20240318",
        "18 March 2024",
        "Monday, 18th of March 2024",
        "March 18, 2024",
        "Mar. 18, 2024",
        "18/03/2024",
        "03/18/2024",
        "18-Mar-2024",
    ],
)
def test_full_dates_are_read(words: str) -> None:
    assert full_dates(words) == (DAY,)


@pytest.mark.parametrize(
    "words", ["March 18", "Monday", "03/04/2024", "2024-13-40", "31 June 2024", "March 2024", "9"]
)
def test_what_is_not_full_or_can_be_read_two_ways_is_no_date(words: str) -> None:
    assert full_dates(words) == ()


def test_two_dates_come_in_the_order_written() -> None:
    assert full_dates("from March 20, 2024 to 2024-03-18") == (dt.date(2024, 3, 20), DAY)


def test_a_given_date_goes_before_all_and_differences_are_told() -> None:
    dated = report_date(dt.date(2024, 3, 20), {"date": "2024-03-18"}, ())
    assert (dated.date, dated.basis) == (dt.date(2024, 3, 20), DateBasis.GIVEN)
    assert dated.notes == ("its metadata says 2024-03-18",)


def test_metadata_goes_before_a_header_and_both_are_told() -> None:
    dated = report_date(None, {"date": "2024-03-18"}, ("19 March 2024",))
    assert (dated.date, dated.basis, dated.words) == (DAY, DateBasis.METADATA, "2024-03-18")
    assert dated.notes == ("its header inside the text says 2024-03-19, its metadata 2024-03-18",)


def test_a_dateline_without_a_year_leaves_the_date_unknown_and_keeps_its_words() -> None:
    dated = report_date(None, {}, ("March 18",))
    assert (dated.date, dated.basis, dated.words) == (None, DateBasis.UNKNOWN, "March 18")
    assert dated.notes == ("'March 18' is not one full date that can only be read one way",)


def test_a_title_counts_where_it_names_the_day() -> None:
    title = "HIGHLIGHTS, MONDAY, 18 MARCH 2024"
    assert report_date(None, {"title": title}, ()).date == DAY
    assert report_date(None, {"title": "The deal of 18 March 2024 fails"}, ()).date is None


def test_modification_dates_are_not_asked() -> None:
    assert report_date(None, {"modified": "2024-03-18", "last updated": "2024-03-18"}, ()).date is None
