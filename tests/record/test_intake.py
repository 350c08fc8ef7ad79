"""Files to claims: what is added, what is there already, what is skipped, what a stop leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import tracktwo.reading
from tests.record.build import claim, reading
from tracktwo.errors import RecordError, ReportError, UsageError
from tracktwo.record import Record, intake
from tracktwo.vocabulary import Reading, Report

STORY = (
    "The clerks and the company met again in the town hall on Tuesday. They accept the mediator's offer, "
    "a person close to the talks said, though the number of rest days is still open and a vote is planned. "
)


def read_all(reports: Iterable[Report], *args: object, **more: object) -> Iterator[Reading]:
    """A reader that finds one claim in every text that says "accept"."""
    for one in reports:
        yield reading(one, *([claim(one, "accept")] if "accept" in one.text else []))


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracktwo.reading, "read_all", read_all, raising=False)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "case" / "r.sqlite") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "one.txt").write_text(STORY + "The first report ends here with words of its own.")
    (made / "two.txt").write_text(
        "The company said that it will not pay more. The clerks answered nothing so far."
    )
    return made


def test_a_folder_is_added_once(record: Record, folder: Path) -> None:
    moves: list[tuple[object, ...]] = []
    done = intake.add_files(record, [folder], progress=lambda *at: moves.append(at))
    assert (done.added, done.unchanged, done.skipped, done.claims) == (("one", "two"), (), (), 1)
    looking = "looking through the files"
    assert moves == [(1, None, looking), (2, None, looking), (1, 2), (2, 2)]
    state = record.state
    again = intake.add_files(record, [folder])
    assert (again.added, again.unchanged, again.claims) == ((), ("one", "two"), 0)
    assert record.state == state


def test_known_reports_are_not_read_again(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake.add_files(record, [folder])
    monkeypatch.setattr(tracktwo.reading, "read_all", None)
    assert len(intake.add_files(record, [folder]).unchanged) == 2


def test_a_bad_file_does_not_stop_the_good_ones(record: Record, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    done = intake.add_files(record, [folder, folder / "missing.txt"])
    assert done.added == ("one", "two")
    assert sorted(Path(s.path).name for s in done.skipped) == ["empty.txt", "missing.txt"]


def test_a_report_that_was_read_wrongly_is_skipped_and_named(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(reports: Iterable[Report], **more: object) -> Iterator[Reading]:
        for one in read_all(reports):
            yield replace(one, claims=tuple(replace(c, predicate="refuse") for c in one.claims))

    monkeypatch.setattr(tracktwo.reading, "read_all", wrong)
    done = intake.add_files(record, [folder])
    assert done.added == ("two",)
    assert [Path(s.path).name for s in done.skipped] == ["one.txt"]
    assert [r.key for r in record.reports()] == ["two"]


def test_stopping_in_the_middle_leaves_whole_reports_and_going_on_adds_the_rest(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(reports: Iterable[Report], **more: object) -> Iterator[Reading]:
        yield next(read_all(reports))
        raise KeyboardInterrupt

    monkeypatch.setattr(tracktwo.reading, "read_all", stopped)
    with pytest.raises(KeyboardInterrupt):
        intake.add_files(record, [folder])
    assert [(r.key, len(record.claims())) for r in record.reports()] == [("one", 1)]
    monkeypatch.setattr(tracktwo.reading, "read_all", read_all)
    done = intake.add_files(record, [folder])
    assert (done.added, done.unchanged) == (("two",), ("one",))


def test_a_stop_inside_a_report_leaves_nothing_of_it(
    record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tracktwo.record.appending as appending

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(appending, "_append_reading", stop)
    with pytest.raises(KeyboardInterrupt):
        intake.add_files(record, [folder])
    assert record.reports() == ()
    assert record.state == 0
    assert record.verify() == ()


def test_dates_come_by_file_and_by_table(record: Record, folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("id,date,title\ntwo,2024-02-02,Company says no\n")
    intake.add_files(record, [folder])
    assert record.reports(as_of="2030-01-01") == ()
    done = intake.add_files(record, [folder], dates={"one.txt": "2024-02-01"}, metadata=table)
    assert (done.unchanged, done.dated) == (("one", "two"), ("one", "two"))
    assert [(r.key, r.date) for r in record.reports()] == [
        ("one", dt.date(2024, 2, 1)),
        ("two", dt.date(2024, 2, 2)),
    ]
    with pytest.raises(UsageError):
        intake.add_files(record, [folder], dates={"one.txt": "soon"})
    with pytest.raises(ReportError):
        intake.add_files(record, [folder], metadata=tmp_path / "none.csv")


def test_near_duplicates_of_what_the_record_holds_are_one_story(record: Record, folder: Path) -> None:
    intake.add_files(record, [folder])
    other = folder.parent / "wire.txt"
    other.write_text(STORY + "Another house added a last line, nothing more.")
    intake.add_files(record, [other])
    assert {r.key: r.story for r in record.reports()} == {"one": "one", "two": "two", "wire": "one"}


def test_a_changed_file_is_a_new_version(record: Record, folder: Path) -> None:
    intake.add_files(record, [folder])
    (folder / "one.txt").write_text(
        "The whole text is another one now: they accept nothing of it any more at all."
    )
    done = intake.add_files(record, [folder])
    assert (done.added, done.unchanged) == (("one",), ("two",))
    assert len(record.claims()) == 1
    assert len(record.claims(include_superseded=True)) == 2


def test_another_file_of_the_same_name_is_another_report(record: Record, folder: Path) -> None:
    intake.add_files(record, [folder])
    for number, name in enumerate(("march", "april")):
        other = folder.parent / name / "one.txt"
        other.parent.mkdir()
        other.write_text(
            f"Quite another text about the ferry strike stands in file number {number}. They accept it."
        )
        done = intake.add_files(record, [other])
        assert done.added == (f"{name}/one",)
    assert [r.key for r in record.reports()] == ["april/one", "march/one", "one", "two"]
    assert len(record.claims()) == 3
    again = intake.add_files(record, [folder.parent / "april" / "one.txt"])
    assert (again.added, len(again.unchanged)) == ((), 1)
    assert len(record.reports()) == 4


def test_what_was_forgotten_does_not_come_back_with_its_folder(record: Record, folder: Path) -> None:
    intake.add_files(record, [folder])
    record.forget("one")
    done = intake.add_files(record, [folder])
    assert done.unchanged == ("two",)
    assert [(Path(s.path).name, "removed for good" in s.reason) for s in done.skipped] == [("one.txt", True)]


def test_a_record_that_cannot_be_written_stops_the_intake(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    Record.open(path).close()
    with Record.open(path, read_only=True) as record, pytest.raises(RecordError, match="read-only"):
        intake.add_files(record, [folder])
