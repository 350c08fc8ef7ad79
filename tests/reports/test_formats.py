from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.reports.files import TEXT, pdf, write
from tracktwo.errors import ReportError
from tracktwo.reports import load
from tracktwo.reports.formats import READERS, reader_for
from tracktwo.reports.formats.pdf import join_divided
from tracktwo.vocabulary.reports import DateBasis, Report, SegmentKind

PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>Talks | Post</title>
<meta property="og:site_name" content="Harbour Post">{meta}</head>
<body><nav><a href="/">Home</a></nav><article><h1>Talks at the docks go on</h1><p>{text}</p>
<h2>What is next.</h2><p>{text}</p><ul><li>The first demand is about wages and is not new.</li>
<li>The second demand is about hours of work.</li></ul></article><footer>Terms</footer></body></html>"""


def words(report: Report, kind: SegmentKind) -> list[str]:
    return [report.text[part.start : part.end] for part in report.segments if part.kind is kind]


def page(charset: str = "utf-8", meta: str = "", text: str = TEXT) -> bytes:
    return PAGE.format(charset=charset, meta=meta, text=text).encode(charset)


def test_a_web_page_gives_its_main_text_and_what_it_declares(tmp_path: Path) -> None:
    meta = '<meta property="article:published_time" content="2031-04-02T08:00:00Z">'
    report = load(write(tmp_path, "a.html", page(meta=meta)))
    assert (str(report.date), report.date_basis) == ("2031-04-02", DateBasis.METADATA)
    assert (report.title, report.publisher, report.media_type) == (
        "Talks | Post",
        "Harbour Post",
        "text/html",
    )
    assert words(report, SegmentKind.HEADING) == ["Talks at the docks go on", "What is next."]
    assert len(words(report, SegmentKind.SENTENCE)) == 6
    assert "Home" not in report.text


def test_linked_data_names_date_and_publisher(tmp_path: Path) -> None:
    data = '{"@graph": [{"datePublished": "2031-04-02", "publisher": {"name": "Not Used"}}, 3]}'
    broken = '<script type="application/ld+json">{broken</script>'
    meta = f'{broken}<script type="application/ld+json">{data}</script>'
    report = load(
        write(
            tmp_path,
            "a.html",
            PAGE.replace("{meta}", meta).replace("{charset}", "utf-8").replace("{text}", TEXT),
        )
    )
    assert (str(report.date), report.publisher) == ("2031-04-02", "Harbour Post")


def test_a_date_of_modification_is_not_the_reports(tmp_path: Path) -> None:
    meta = '<meta property="article:modified_time" content="2031-04-02">'
    assert load(write(tmp_path, "a.html", page(meta=meta))).date is None


def test_a_page_in_an_old_encoding_says_so_itself(tmp_path: Path) -> None:
    report = load(write(tmp_path, "a.htm", page("iso-8859-1", text=f"Señor Ibáñez spoke of a café. {TEXT}")))
    assert "Señor Ibáñez spoke of a café." in words(report, SegmentKind.SENTENCE)
    assert report.notes == ()


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="holds no running text"):
        load(write(tmp_path, "a.html", "<html><body><script>1</script></body></html>"))


def test_a_pdf_gives_its_text(tmp_path: Path) -> None:
    lines = (
        "The union proposed on Monday a wage rise of six per-",
        "cent, and the company will study it.",
        "Then it ended.",
    )
    report = load(write(tmp_path, "a.pdf", pdf(*lines)))
    assert words(report, SegmentKind.SENTENCE) == [
        "The union proposed on Monday a wage rise of six percent,\nand the company will study it.",
        "Then it ended.",
    ]
    assert (report.date, report.media_type) == (None, "application/pdf")


def test_divided_words_are_joined_unless_the_text_writes_the_hyphen() -> None:
    assert join_divided("the negotia-\ntions went on") == "the negotiations\nwent on"
    assert join_divided("six per-\ncent, they said") == "six percent,\nthey said"
    assert join_divided("a long-\nterm plan; long-term") == "a long-term\nplan; long-term"
    assert join_divided("a 42-\nday truce") == "a 42-\nday truce"


def test_a_protected_pdf_says_what_to_do(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("The talks go on."))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    path = write(tmp_path, "a.pdf", out.getvalue())
    with pytest.raises(
        ReportError, match=r"a\.pdf: the PDF is protected by a password\. Save a copy without"
    ):
        load(path)


def test_a_scanned_pdf_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"holds no text .*1 page.*pictures.*OCR"):
        load(write(tmp_path, "a.pdf", pdf()))


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
@pytest.mark.parametrize("content", [b"%PDF-1.4\nrubbish", b"PK\x03\x04rubbish", b"just words", b"%PDF-"])
def test_a_damaged_file_says_what_to_do(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(ReportError, match=r"cannot be read .*Open and save it again"):
        load(write(tmp_path, name, content))


def test_a_word_document_gives_paragraphs_headings_and_tables_in_order(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.core_properties.title = "Wage talks"
    document.add_heading("what is on the table.", 1)
    document.add_paragraph(TEXT)
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "wage rise", "it is six percent."
    document.add_paragraph("A vote is planned for Friday.")
    document.save(str(tmp_path / "a.docx"))
    report = load(tmp_path / "a.docx")
    assert words(report, SegmentKind.HEADING) == ["what is on the table."]
    assert words(report, SegmentKind.SENTENCE)[2:] == [
        "wage rise | it is six percent.",
        "A vote is planned for Friday.",
    ]
    assert (report.title, report.date) == ("Wage talks", None)


def test_a_protected_word_document_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="protected by a password or in the old Word format"):
        load(write(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))


def test_an_empty_word_document_is_refused(tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "a.docx"))
    with pytest.raises(ReportError, match="the document holds no text"):
        load(tmp_path / "a.docx")


def test_an_archive_that_unpacks_to_fill_a_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import docx

    from tracktwo.reports.formats import docx as reader

    docx.Document().save(str(tmp_path / "a.docx"))
    monkeypatch.setattr(reader, "_MOST_UNPACKED", 1000)
    with pytest.raises(ReportError, match=r"it unpacks to \d+ MiB"):
        load(tmp_path / "a.docx")


def test_every_format_has_its_reader() -> None:
    assert all(callable(reader_for(suffix.upper())) for suffix in READERS)
    assert reader_for(".odt") is None
