"""Texts to measure reading on: made ones anywhere, third-party ones where they lie beside the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from made import write_reports

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
_PIECE = 1100  # characters at least; shorter than most news, so that there are more than ten thousand


def made(folder: Path, count: int) -> Path:
    """A folder of made reports; any number."""
    write_reports(folder, count)
    return folder


def bulletins(folder: Path, count: int) -> Path:
    """A folder of whole bulletins, evenly over the years."""
    files = sorted((DATA / "enb" / "bulletins").glob("*/index.md"))
    step = max(1, len(files) // count)
    return _written(folder, islice((path.read_text("utf-8") for path in files[::step]), count))


def news(folder: Path, count: int) -> Path:
    """A folder of official and encyclopaedic news texts; about ninety there are."""
    return _written(folder, islice(_news(), count))


def pieces(folder: Path, count: int) -> Path:
    """A folder of very many short reports, each another text: news, then bulletins cut at paragraphs."""
    return _written(folder, islice(dict.fromkeys(chain(_news(), _cut())), count))


def _news() -> Iterator[str]:
    for path in sorted((DATA / "news").glob("*/documents.json")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                document = json.loads(line)
                yield f"{document['title']}\n\n{document['text']}"


def _cut() -> Iterator[str]:
    for path in sorted((DATA / "enb" / "bulletins").glob("*/index.md")):
        held = ""
        for paragraph in path.read_text("utf-8").split("\n\n"):
            held += paragraph + "\n\n"
            if len(held) >= _PIECE:
                yield held
                held = ""


def _written(folder: Path, texts: Iterator[str]) -> Path:
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        (folder / f"{number:05}.md").write_text(text, encoding="utf-8")
    return folder
