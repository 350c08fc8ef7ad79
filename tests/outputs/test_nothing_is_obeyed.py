"""Nothing in a report, a name or an option injects SQL, markup, escapes or formulas, in any output."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.cli.conftest import Call, Done, call
from tests.cli.terminal import Terminal
from tests.outputs.hostile import EVIL, KEY, MISTAKES, Way, fill, ways
from tests.web.conftest import Running, starting
from tracktwo.record import Record

__all__ = ["call"]

# What a terminal obeys, and what reorders a line. Line breaks and tabs are layout.
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
RUNS = re.compile(r"""\s*[=+\-@|%＝＋－＠]|[\t\r\n]""")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Only to be copied."""
    folder = tmp_path_factory.mktemp("hostile")
    return folder, fill(folder / "record.sqlite")


IDS = {"accepted": "accepted", "edited": "edited", "open": "open"}


@pytest.fixture
def case(made: tuple[Path, dict[str, str]], tmp_path: Path) -> Path:
    shutil.copy(made[0] / "record.sqlite", tmp_path / "record.sqlite")
    (tmp_path / "plain.txt").write_text("They accept it.", encoding="utf-8")
    return tmp_path


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
        harmless_words("\n".join(p.text for p in document.paragraphs))
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


def unharmed(case: Path) -> None:
    with Record.open(case / "record.sqlite", create=False) as record:
        assert record.verify() == ()
        assert len(record.claims(include_rejected=True)) == 12


def harmless(done: Done, words: tuple[str, ...]) -> None:
    harmless_words(done.stderr)
    if "json" in words and words[0] != "export" and done.stdout:
        json.loads(done.stdout)
        harmless_words(done.stdout)
    elif "csv" in words and words[0] != "export":
        harmless_cells(done.stdout)
    else:
        harmless_words(done.stdout)


@pytest.mark.parametrize("way", ways(IDS), ids=str)
def test_every_output(way: Way, case: Path, made: tuple[Path, dict[str, str]], call: Call) -> None:
    named = {**made[1], "CASE": str(case)}
    words = tuple(named.get(word, word) for word in way.words)
    out = case / (way.out or "none")
    if way.out:
        words += ("--out", str(out))
    if words[0] in ("check", "deals", "offers", "blockers"):
        call("draft")
    done = call(*words)
    assert done.returncode in ((0, 1, 2) if way.fails else (0, 1)), done.stderr
    harmless(done, way.words)
    if way.out:
        written = list(files_in(out))
        assert written
        for file in written:
            harmless_words(file.name)
            harmless_file(file)
    if (case / "case.yaml").exists():
        harmless_words((case / "case.yaml").read_text(encoding="utf-8"))
        assert call("check").returncode in (0, 1)
    unharmed(case)


def test_the_review_screen(case: Path) -> None:
    with Terminal(case, "review", "--by", EVIL) as screen:
        for key in "?snnnn":
            screen.expect("accept")
            screen.type(key)
        screen.type("q")
        assert screen.ended() == 0
    # The colours and the clearing of the screen are the program's own; a report's would be others.
    assert re.findall("\x9b|\x1b\\]|\u202e|\x07", screen.seen) == []
    assert "<script>alert(1)</script>" in "".join(screen.seen.split())
    unharmed(case)


@pytest.mark.parametrize("words", MISTAKES, ids=lambda words: words[0][:12])
def test_every_mistake_is_told_harmlessly(words: tuple[str, ...], case: Path, call: Call) -> None:
    done = call(*words)
    assert done.returncode == 2 or words[0] in ("positions", "add", "import"), done.stdout
    harmless_words(done.stderr)
    harmless_words(done.stdout)
    assert "Traceback" not in done.stderr
    unharmed(case)


def test_file_names_are_only_names(tmp_path: Path, call: Call) -> None:
    name = KEY.replace("/", "") + ".txt"
    (tmp_path / name).write_text("Norway proposed a ban on nets. Chile rejected it.", encoding="utf-8")
    done = call("add", name, "--case", str(tmp_path))
    assert done.returncode == 0, done.stderr
    harmless_words(done.stdout + done.stderr)
    for words in (("claims",), ("said", "Norway"), ("gaps",), ("brief", ".", "--format", "json")):
        harmless(call(*words, "--case", str(tmp_path)) if words[0] != "brief" else call(*words), words)
    page = (tmp_path / "brief" / "brief.html").exists() or call("brief", ".").returncode == 0
    assert page
    harmless_page((tmp_path / "brief" / "brief.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def server(made: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("served")
    shutil.copy(made[0] / "record.sqlite", folder / "record.sqlite")
    with starting() as begin:
        yield begin(folder / "record.sqlite")


def pages(server: Running) -> dict[str, str]:
    """Every page within three links of the first, one of each kind of address and query."""
    seen: dict[str, str] = {}
    kinds: dict[str, int] = {}
    waiting = ["/review", "/positions", "/reports", "/said", "/brief"]
    while waiting:
        path = waiting.pop(0)
        kind = re.sub(r"=[^&]*", "=", path.partition("#")[0])
        if path in seen or kinds.get(kind, 0) >= 3:
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = server.client.get(path)
        seen[path] = answer.body if answer.status == 200 else ""
        if "html" in answer.headers.get("content-type", ""):
            waiting += [link.partition("#")[0] for link in answer.read().links if link.startswith("/")]
    return seen


def test_pages_of_the_server(server: Running) -> None:
    seen = pages(server)
    assert len([body for body in seen.values() if "alert(1)" in body]) > 8
    for path, body in seen.items():
        if not path.startswith("/static"):
            harmless_page(body)
    with server.record() as record:
        assert record.verify() == ()


def test_what_is_sent_to_the_server_is_only_shown(server: Running) -> None:
    from urllib.parse import quote

    for path in ("/review", "/positions", "/said", "/report", "/claim", "/search", "/nothing"):
        for name in ("about", "actor", "q", "as_of", "case", "key", "id", "claim", "page"):
            answer = server.client.get(f"{path}?{name}={quote(EVIL)}")
            harmless_page(answer.body)
            assert all("\n" not in value and "\x1b" not in value for value in answer.headers.values())
    with server.record() as record:
        assert record.verify() == ()


def test_the_tables_are_all_still_there(case: Path, call: Call) -> None:
    for words in (("said", EVIL, "--about", '" OR quote:* NEAR('), ("said", "x* OR y", "--about", "NOT")):
        assert call(*words).returncode in (0, 1)
    tables = sqlite3.connect(case / "record.sqlite").execute("SELECT count(*) FROM claims").fetchone()
    assert tables == (12,)
