"""A stub server, and reports of our own sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from tests.lm_server import Stub, running
from tracktwo.vocabulary import Report, Segment, SegmentKind


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    pytest.importorskip("langextract", reason="the extra llm is not installed")
    for name in ("TRACKTWO_LLM_KEY", "OPENAI_API_KEY", "GEMINI_API_KEY", "LANGEXTRACT_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    with running() as made:
        yield made


def report_of(*sentences: str, gap: str = " ", key: str = "own") -> Report:
    """A report of one sentence after another; one that begins with # is a heading."""
    text, segments = "", []
    for sentence in sentences:
        kind = SegmentKind.HEADING if sentence.startswith("#") else SegmentKind.SENTENCE
        segments.append(Segment(len(text), len(text) + len(sentence), kind))
        text += sentence + gap
    return Report(key, text, hashlib.sha256(text.encode()).hexdigest(), tuple(segments))
