"""The texts behind the annotations, as reports, from beside the checkout or from the project itself."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from tracktwo import reports
from tracktwo.vocabulary import Report

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "gold"
SHARED = ROOT.parent / "shared" / "data"


def bulletin(key: str) -> Report | None:
    """A bulletin by its key, or None where the third-party texts are absent."""
    path = SHARED / "enb" / "bulletins" / key / "index.md"
    return reports.load(path, key=key) if path.is_file() else None


def news(key: str) -> Report | None:
    """A news text by ``folder/_id``, or None where the third-party texts are absent.

    The words are taken from ``documents.json`` by way of a file, since that is how users' texts come in.
    """
    folder, _, name = key.partition("/")
    text = _documents(folder).get(name)
    if text is None:
        return None
    report = from_text(text, re.sub(r"\W", "-", key))
    if report.text != text:
        raise ValueError(f"{key}: the stored text differs from documents.json, so offsets would be wrong")
    return replace(report, key=key)


def own(key: str) -> Report | None:
    """One of the reports written for the project (``gold/reports/<key>.txt`` or ``.md``)."""
    paths = [GOLD / "reports" / f"{key}{ending}" for ending in (".txt", ".md")]
    return next((reports.load(path, key=key) for path in paths if path.is_file()), None)


def from_text(text: str, key: str) -> Report:
    """A report from words alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{key[:80]}.txt"
        path.write_bytes(text.encode("utf-8"))
        return reports.load(path, key=key)


@cache
def _documents(folder: str) -> dict[str, str]:
    path = SHARED / "news" / folder / "documents.json"
    if not path.is_file():
        return {}
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {row["_id"]: row["text"] for row in rows}
