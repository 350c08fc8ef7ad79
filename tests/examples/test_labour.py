"""The labour example: what its reports are, and that its acceptance data quotes them exactly."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tracktwo.examples import example_folder
from tracktwo.reports import load_all
from tracktwo.vocabulary.reports import Report, SegmentKind

EXPECTED = tomllib.loads((Path(__file__).parent / "labour.expected.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    loaded = load_all([example_folder("labour")])
    assert loaded.skipped == ()
    return {report.key: report for report in loaded.reports}


def quoting() -> Iterator[Any]:
    for kind, entries in EXPECTED.items():
        for entry in entries if isinstance(entries, list) else []:
            if "words" in entry:
                yield pytest.param(entry["report"], entry["words"], id=f"{kind}: {entry['words'][:40]}")


@pytest.mark.parametrize(("key", "words"), list(quoting()))
def test_the_expected_words_stand_in_one_sentence_of_the_report(
    reports: dict[str, Report], key: str, words: str
) -> None:
    report = reports[key]
    sentences = [
        report.text[part.start : part.end] for part in report.segments if part.kind is SegmentKind.SENTENCE
    ]
    assert sum(words in sentence for sentence in sentences) == 1


def test_reports_have_the_expected_dates_and_parts(reports: dict[str, Report]) -> None:
    assert list(reports) == [entry["key"] for entry in EXPECTED["report"]]
    for entry in EXPECTED["report"]:
        report = reports[entry["key"]]
        kinds = [part.kind for part in report.segments]
        notes = [part.note for part in report.segments if part.kind is SegmentKind.FURNITURE]
        assert (report.date, report.date_basis.value) == (entry["date"], entry["date_basis"])
        assert report.publisher == entry.get("publisher")
        assert kinds.count(SegmentKind.SENTENCE) == entry["sentences"], report.key
        assert kinds.count(SegmentKind.HEADING) == entry["headings"], report.key
        assert [note for note in notes if note != "front matter"] == entry.get("furniture", [])
        assert report.notes == ()


def test_no_two_reports_are_one_story(reports: dict[str, Report]) -> None:
    assert all(report.story == report.key for report in reports.values())
