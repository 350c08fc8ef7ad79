"""A sentence or two in, claims out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from tracktwo import reading
from tracktwo.vocabulary import Claim, Report, Segment, SegmentKind

Read = Callable[..., tuple[Claim, ...]]


def report_of(*sentences: str) -> Report:
    text = "".join(f"{sentence} " for sentence in sentences)
    segments, at = [], 0
    for sentence in sentences:
        segments.append(Segment(at, at + len(sentence), SegmentKind.SENTENCE))
        at += len(sentence) + 1
    stored = text.encode("utf-8", "surrogatepass")
    return Report("own", text, hashlib.sha256(stored).hexdigest(), tuple(segments))


@pytest.fixture(scope="session")
def claims() -> Read:
    def read(*sentences: str) -> tuple[Claim, ...]:
        return reading.read(report_of(*sentences)).claims

    return read
