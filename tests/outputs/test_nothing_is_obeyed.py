"""Nothing in a report, a name or an option injects SQL, markup, escapes or formulas, in any output."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Call, call
from tests.cli.terminal import Terminal
from tests.outputs.harmless import (
    files_in,
    harmless,
    harmless_file,
    harmless_page,
    harmless_words,
)
from tests.outputs.hostile import EVIL, KEY, MISTAKES, Way, fill, ways
from tests.web.conftest import Running, starting
from tracktwo.record import Record

__all__ = ["call"]


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


def unharmed(case: Path) -> None:
    with Record.open(case / "record.sqlite", create=False) as record:
        assert record.verify() == ()
        assert len(record.claims(include_rejected=True)) == 12


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
