"""What is asserted of every output: nothing in it runs, steers, or is taken for markup."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from docx import Document
from openpyxl import load_workbook

from tests.cli.conftest import Done

# What a terminal obeys, and what reorders a line. Line breaks and tabs are layout.
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
RUNS = re.compile(r"""\s*[=+\-@|%＝＋－＠]|[\t\r\n]""")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


class _Markup(HTMLParser):
    """What of a page would act: scripts with words of a report, attributes that run something."""

    def __init__(self) -> None:
        super().__init__()
        self.acting: list[str] = []
        self._in_script: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "script" and held.get("type") != "application/json":
            self._in_script = tag
        self.acting += [f"{tag} {name}" for name in held if name.startswith("on")]
        # One image or frame of an address nobody of ours wrote.
        self.acting += [f"{tag} src" for name, value in attrs if name == "src" and (value or "") == "x"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_script = None

    def handle_data(self, data: str) -> None:
        if self._in_script and "alert(1)" in data:
            self.acting.append(f"script {data[:40]}")


def harmless_page(text: str) -> None:
    page = _Markup()
    page.feed(text)
    assert page.acting == []
    assert "<script>alert" not in text
    assert "alert(1)" in text or "evil" not in text  # shown, as words
    assert "49[[x]]" not in text
    assert "looploop" not in text
    for tag in ("textarea", "style", "script"):
        assert f"</textarea></style></{tag}>" not in text, tag


def harmless_words(text: str) -> None:
    found = STEERS.search(text)
    assert found is None, repr(text[max(0, found.start() - 60) : found.end() + 10])
    assert "49$" not in text


def harmless_cells(text: str) -> None:
    harmless_words(text.replace("\r\n", "\n"))
    # Whichever mark a spreadsheet takes for the end of a cell.
    begins = text.partition("\n")[0]
    for row in csv.reader(io.StringIO(text), delimiter=";" if '";"' in begins else ","):
        for cell in row:
            assert NUMBER.fullmatch(cell) or not RUNS.match(cell), cell[:60]


def harmless_book(path: Path) -> None:
    book = load_workbook(path)
    for sheet in book:
        harmless_words(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
                if isinstance(cell.value, str):
                    harmless_words(cell.value)
                    assert not RUNS.match(cell.value) or cell.quotePrefix, cell.value[:60]


def harmless_file(path: Path) -> None:
    if path.suffix == ".xlsx":
        harmless_book(path)
        return
    if path.suffix == ".docx":
        document = Document(str(path))
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        harmless_words("\n".join(one.text for one in (*document.paragraphs, *cells)))
        return
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        harmless_page(text)
    elif path.suffix == ".csv":
        harmless_cells(text)
    elif path.suffix in (".graphml", ".xml"):
        ElementTree.fromstring(text)
        harmless_words(text)
    elif path.suffix in (".json", ".jsonl"):
        for line in [text] if path.suffix == ".json" else text.splitlines():
            json.loads(line)
        harmless_words(text)
    else:
        harmless_words(text)


def files_in(path: Path) -> Iterator[Path]:
    yield from (path,) if path.is_file() else (one for one in path.rglob("*") if one.is_file())


def harmless(done: Done, words: tuple[str, ...]) -> None:
    harmless_words(done.stderr)
    if "json" in words and words[0] != "export" and done.stdout:
        json.loads(done.stdout)
        harmless_words(done.stdout)
    elif "csv" in words and words[0] != "export":
        harmless_cells(done.stdout)
    else:
        harmless_words(done.stdout)
