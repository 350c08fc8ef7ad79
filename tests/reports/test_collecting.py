"""Files and folders: one bad file among good ones, duplicates, keys, dates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.reports.files import TEXT, write
from tests.reports.test_language import GERMAN
from tracktwo.errors import ReportError
from tracktwo.reports import Metadata, iterate, load_all, read_metadata
from tracktwo.vocabulary.reports import DateBasis, Report, Skipped

DAY = dt.date(2031, 4, 2)


def more(number: int) -> str:
    return (
        f"{TEXT}On day {number} the talks on matter {number} went on for {number} hours in room {number}.\n"
    )


def keys(*sources: Path) -> list[str]:
    return [report.key for report in load_all(sources).reports]


def test_one_bad_file_does_not_cost_the_good_ones(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", more(1))
    write(tmp_path, "b.txt", b"")
    write(tmp_path, "c.txt", GERMAN)
    write(tmp_path, "d.pdf", b"%PDF-rubbish")
    write(tmp_path, "e.doc", b"old")
    write(tmp_path, "f.md", more(2))
    loaded = load_all([tmp_path])
    assert [report.key for report in loaded.reports] == ["a", "f"]
    reasons = {Path(one.path).name: one.reason for one in loaded.skipped}
    assert list(reasons) == ["b.txt", "c.txt", "d.pdf", "e.doc"]
    assert reasons["b.txt"] == "the file is empty"
    assert reasons["c.txt"] == "not English (its commonest words are German)"
    assert reasons["d.pdf"].startswith("the PDF cannot be read (it is damaged or cut off")
    assert reasons["e.doc"] == "files of the kind .doc are not read"
    assert all(one.fix for one in loaded.skipped)


def test_folders_are_searched_in_order_without_what_is_no_report(tmp_path: Path) -> None:
    for number, name in enumerate(
        ["b.txt", "a/c.txt", "a/index.md", "brief/brief.html", ".hidden.txt", ".git/x.txt"]
    ):
        write(tmp_path, name, more(number))
    for name in [
        "record.sqlite",
        "record.sqlite-wal",
        "case.yaml",
        "data.csv",
        "page_files/x.txt",
        "~$a.docx",
    ]:
        write(tmp_path, name, TEXT)
    loaded = load_all([tmp_path])
    assert [report.key for report in loaded.reports] == ["b", "c", "a"]
    assert loaded.skipped == ()


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert load_all([tmp_path / "none"]) == (
        (),
        (Skipped(str(tmp_path / "none"), "no such file or folder", "Check its path"),),
    )


def test_a_folder_and_a_file_in_it_give_the_report_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    assert len(load_all([tmp_path, path, path]).reports) == 1
    assert load_all([tmp_path, path]).skipped == ()


def test_files_of_one_stem_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    write(tmp_path, "x/day.txt", more(1))
    write(tmp_path, "y/day.txt", more(2))
    write(tmp_path, "y/day.md", more(3))
    write(tmp_path, "z.txt", more(4))
    assert keys(tmp_path) == ["z", "x/day.txt", "y/day.md", "y/day.txt"]


def test_files_of_one_relative_path_in_two_sources_have_two_keys(tmp_path: Path) -> None:
    write(tmp_path, "x/day.txt", more(1))
    write(tmp_path, "y/day.txt", more(2))
    found = keys(tmp_path / "x", tmp_path / "y")
    assert found[0] == "day.txt"
    assert len(set(found)) == 2


def test_the_same_text_twice_is_read_once_and_said_so(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", TEXT)
    loaded = load_all([tmp_path])
    assert [report.key for report in loaded.reports] == ["a"]
    assert [one.reason for one in loaded.skipped] == ["the same text as a"]


@pytest.mark.parametrize("name", ["a.txt", "a", "sub/a.txt"])
def test_dates_are_given_by_path_name_or_key(tmp_path: Path, name: str) -> None:
    write(tmp_path, "sub/a.txt", TEXT)
    report = load_all([tmp_path], dates={name: DAY}).reports[0]
    assert (report.date, report.date_basis) == (DAY, DateBasis.GIVEN)


def test_a_date_for_no_report_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    skipped = load_all([tmp_path], dates={"b.txt": DAY}).skipped
    assert [(one.path, one.reason) for one in skipped] == [
        ("b.txt", "a date was given for it, but no report of that name was found")
    ]


def test_metadata_comes_from_a_table(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt", TEXT)
    table = write(tmp_path, "meta.csv", "\ufefffile,Title,DATE,publisher\na.txt,Wages,2031-04-02,Post\n")
    report = load_all([tmp_path], metadata=read_metadata(table)).reports[0]
    assert (report.title, report.date, report.publisher) == ("Wages", DAY, "Post")


def test_a_table_without_names_or_no_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"meta\.csv:1: no column names the report .its columns are title"):
        read_metadata(write(tmp_path, "meta.csv", "title\nx\n"))
    with pytest.raises(ReportError, match="the metadata cannot be read"):
        read_metadata(tmp_path / "none.csv")
    with pytest.raises(ReportError, match="the metadata cannot be read"):
        read_metadata(write(tmp_path, "bad.csv", b"file\n\xff\xff"))
    assert Metadata({}).of(Path("a.txt"), "a") is None


def test_iterate_gives_one_report_at_a_time(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path, f"{number}.txt", more(number))
    stream = iterate([tmp_path])
    first = next(stream)
    assert isinstance(first, Report)
    assert first.story is None
    (tmp_path / "2.txt").unlink()
    rest = list(stream)
    assert [type(one) for one in rest] == [Report, Skipped]
    assert "cannot be opened" in rest[1].reason
