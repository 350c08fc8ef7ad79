"""One file: the forms of bad input, each with its message."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.reports.files import TEXT, pdf, write
from tests.reports.test_language import GERMAN
from tracktwo.errors import ReportError
from tracktwo.reports import Settings, default_key, load
from tracktwo.vocabulary.reports import DateBasis, Report


def test_the_stored_text_is_the_content_untouched_but_for_the_mark(tmp_path: Path) -> None:
    content = TEXT.replace("\n", "\r\n") + "\r\nMore was said on the day.\r\n"
    report = load(write(tmp_path, "a.txt", b"\xef\xbb\xbf" + content.encode()))
    assert report.text == content
    assert report.hash == hashlib.sha256(content.encode()).hexdigest()
    assert (report.key, report.media_type, report.path) == ("a", "text/plain", str(tmp_path / "a.txt"))


def test_front_matter_stays_in_the_text_as_furniture(tmp_path: Path) -> None:
    report = load(
        write(tmp_path, "a.md", f"---\ntitle: Wages\ndate: 2031-04-02\nsource: Post\n---\n\n{TEXT}")
    )
    assert (report.title, report.publisher, report.date) == ("Wages", "Post", dt.date(2031, 4, 2))
    assert report.date_basis is DateBasis.METADATA
    assert report.segments[0].note == "front matter"
    assert report.text.startswith("---")


def test_what_a_user_knows_goes_before_what_the_file_says(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", f"---\ntitle: Wages\ndate: 2031-04-02\n---\n{TEXT}")
    report = load(
        path,
        key="k",
        date=dt.date(2031, 4, 3),
        metadata={"Title": "Pay", "publisher": "", "date": "2031-04-04"},
    )
    assert (report.key, report.title, report.date, report.date_basis) == (
        "k",
        "Pay",
        dt.date(2031, 4, 3),
        DateBasis.GIVEN,
    )
    assert report.notes == ("its metadata says 2031-04-04",)


def test_the_date_of_the_file_is_never_asked(tmp_path: Path) -> None:
    report = load(write(tmp_path, "2031-04-02.txt", TEXT))
    assert (report.date, report.date_basis, report.date_text) == (None, DateBasis.UNKNOWN, None)


def test_keys_are_stems_and_folders_of_index_files(tmp_path: Path) -> None:
    assert default_key(tmp_path / "day.one.md") == "day.one"
    assert default_key(tmp_path / "enb" / "index.md") == "enb"
    assert default_key(tmp_path / "enb" / "INDEX.html") == "enb"


@pytest.mark.parametrize("content", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ReportError, match=r"a\.txt: the file (is empty|holds no text)\. Leave it out"):
        load(write(tmp_path, "a.txt", content))


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="this is not a text file"):
        load(write(tmp_path, "a.txt", bytes(range(256)) * 10))


def test_a_pdf_named_as_text_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"its content is a PDF file\)\. Give it its proper extension"):
        load(write(tmp_path, "a.txt", pdf("The talks.")))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    with pytest.raises(
        ReportError, match=r"too large for a report \(0\.0 MiB, the limit is 0\.0 MiB\)\. Divide it"
    ):
        load(path, settings=Settings(max_bytes=path.stat().st_size - 1))
    assert load(path, settings=Settings(max_bytes=path.stat().st_size)).text == TEXT


def test_a_sparse_file_above_the_limit_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(ReportError, match=r"65\.0 MiB, the limit is 64\.0 MiB"):
        load(path)


def test_a_cut_off_text_is_read_with_a_note(tmp_path: Path) -> None:
    report = load(write(tmp_path, "a.txt", TEXT.strip()[:-30]))
    assert report.notes == ("ends in the middle of a sentence; text may be cut off",)


def test_a_text_in_another_encoding_is_read_with_a_note(tmp_path: Path) -> None:
    report = load(write(tmp_path, "a.txt", f"{TEXT}Señor Müller agreed.".encode("cp1252")))
    assert report.text.endswith("Señor Müller agreed.")
    assert report.notes == ("not UTF-8: read as Windows-1252",)


def test_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        ReportError, match=r"a\.txt: not English \(its commonest words are German\)\. Only English"
    ):
        load(write(tmp_path, "a.txt", GERMAN))


def test_a_missing_file_a_folder_and_an_unknown_kind_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"none\.txt: the file cannot be opened \(No such file"):
        load(tmp_path / "none.txt")
    with pytest.raises(ReportError, match=r"the file cannot be opened \(Is a directory\)"):
        load(tmp_path)
    with pytest.raises(ReportError, match=r"files of the kind \.odt are not read\. Save the report as"):
        load(write(tmp_path, "a.odt", TEXT))


def read_or_refuse(name: str, content: bytes) -> Report | ReportError:
    """What comes of a file of some bytes; anything but a report or our own error fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return load(write(Path(folder), name, content))
        except ReportError as error:
            return error


def assert_sound(outcome: Report | ReportError, name: str) -> None:
    if isinstance(outcome, Report):
        assert outcome.text.strip()
        assert all(outcome.text[part.start : part.end].strip() for part in outcome.segments)
    else:
        assert name in str(outcome)
        assert outcome.fix


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".html", ".pdf", ".docx"]))
@example(b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>", ".pdf")
@example(b"<?xml version='1.0' encoding='x'?><a>&#0;</a>", ".html")
@example(b"---\n:\n---\n", ".md")
@example(b"\xff\xfe\x00\xd8", ".txt")
def test_any_bytes_are_read_or_refused_in_our_words(content: bytes, suffix: str) -> None:
    assert_sound(read_or_refuse(f"a{suffix}", content), f"a{suffix}")


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=300), st.sampled_from([".txt", ".md", ".html"]))
def test_any_text_is_read_or_refused_in_our_words(content: str, suffix: str) -> None:
    assert_sound(read_or_refuse(f"a{suffix}", content.encode("utf-8", "surrogatepass")), f"a{suffix}")


def sound_files() -> dict[str, bytes]:
    import docx

    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(TEXT)
    document.save(out)
    page = f"<html><head><title>T</title></head><body><h1>T</h1><p>{TEXT}</p></body></html>"
    return {
        "a.pdf": pdf(*TEXT.split(". ")),
        "a.docx": out.getvalue(),
        "a.html": page.encode(),
        "a.txt": TEXT.encode(),
    }


SOUND = sound_files()


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(SOUND)), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8)), max_size=6)
)
def test_damaged_files_are_read_or_refused_in_our_words(name: str, blows: list[tuple[float, bytes]]) -> None:
    content = bytearray(SOUND[name])
    for place, rubbish in blows:
        at = int(place * len(content))
        content[at : at + len(rubbish)] = rubbish
    outcome = read_or_refuse(name, bytes(content))
    assert_sound(outcome, name)
    assert blows or isinstance(outcome, Report)
