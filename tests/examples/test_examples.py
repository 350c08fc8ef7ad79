"""The examples: what their reports are, and that their acceptance data quotes them exactly."""

from __future__ import annotations

from functools import cache

import pytest

from tests.examples.expected import expected, quotations
from tracktwo.errors import UsageError
from tracktwo.examples import NAMES, example_folder
from tracktwo.reports import load_all
from tracktwo.vocabulary.reports import Report, SegmentKind

QUOTED = [(name, key, words) for name in NAMES for key, words in quotations(name)]


@cache
def reports(name: str) -> dict[str, Report]:
    loaded = load_all([example_folder(name)])
    assert loaded.skipped == ()
    return {report.key: report for report in loaded.reports}


@pytest.mark.parametrize(("name", "key", "words"), QUOTED)
def test_the_expected_words_stand_in_exactly_one_sentence(name: str, key: str, words: str) -> None:
    report = reports(name)[key]
    parts = [part for part in report.segments if part.kind is SegmentKind.SENTENCE]
    assert sum(words in report.text[part.start : part.end] for part in parts) == 1


@pytest.mark.parametrize("name", NAMES)
def test_reports_have_the_expected_dates_and_parts(name: str) -> None:
    assert list(reports(name)) == [entry["key"] for entry in expected(name)["report"]]
    for entry in expected(name)["report"]:
        report = reports(name)[entry["key"]]
        kinds = [part.kind for part in report.segments]
        notes = [part.note for part in report.segments if part.kind is SegmentKind.FURNITURE]
        assert (report.date, report.date_basis.value) == (entry.get("date"), entry["date_basis"])
        assert report.publisher == entry.get("publisher")
        assert kinds.count(SegmentKind.SENTENCE) == entry["sentences"], report.key
        assert kinds.count(SegmentKind.HEADING) == entry["headings"], report.key
        assert [note for note in notes if note != "front matter"] == entry.get("furniture", [])
        assert list(report.notes) == entry.get("notes", [])
        assert report.story == entry.get("story", report.key)


def test_every_sentence_of_the_examples_ends_like_one() -> None:
    for name in NAMES:
        for report in reports(name).values():
            for part in report.segments:
                if part.kind is SegmentKind.SENTENCE:
                    assert report.text[part.start : part.end].endswith((".", '."')), report.key


def test_no_sentence_of_a_founding_text_is_in_the_example(shared_data) -> None:
    seeds = load_all([shared_data / "seeds"]).reports
    runs = {run for report in seeds for run in word_runs(report.text, 8)}
    for report in reports("founding").values():
        assert not runs.intersection(word_runs(report.text, 8)), report.key


def word_runs(text: str, length: int) -> list[str]:
    words = text.lower().replace("’", "'").split()
    return [" ".join(words[at : at + length]) for at in range(len(words) - length + 1)]


def test_an_unknown_example_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="founding, labour"):
        example_folder("trade")
